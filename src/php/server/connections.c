/* SPDX-License-Identifier: MIT */
/*
 * The class ConnectionIterator. It refers to the one server of the process, not to an object, so it
 * makes no reference cycle. Positions are ids, so connections may come and go during a walk.
 */
#include "php/server/connections.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/server/info.h"
#include "php/server/object.h"

#define ALL_PORTS (-1)

struct connections {
	int port;     /* index of a listener, or ALL_PORTS */
	zend_long at; /* for the methods current(), next() ...; 0: at the end */
	zend_object std;
};

/* Each foreach has a position of its own. */
struct walk {
	zend_object_iterator std;
	zend_long at; /* 0: at the end */
	zval value;
};

static zend_object_handlers handlers;

static struct connections *connections_of(zend_object *object)
{
	return (struct connections *) ((char *) object - offsetof(struct connections, std));
}

void php_seatpush_connections_new(zval *out, struct sp_listener *only)
{
	object_init_ex(out, seatpush_ce_ConnectionIterator);
	connections_of(Z_OBJ_P(out))->port = only ? only->index : ALL_PORTS;
}

/* The core's server, or NULL; *only is the port to walk, NULL for all. */
static struct sp_server *net_of(const struct connections *connections, struct sp_listener **only)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	*only = NULL;
	if (server == NULL) {
		return NULL;
	}
	if (connections->port != ALL_PORTS) {
		for (struct sp_link *link = server->net->listeners.next; link != &server->net->listeners;
			 link = link->next) {
			struct sp_listener *listener = SP_CONTAINER(link, struct sp_listener, link);

			if (listener->index == connections->port) {
				*only = listener;
			}
		}
	}
	return server->net;
}

static zend_long id_after(const struct connections *connections, zend_long id)
{
	struct sp_listener *only;
	struct sp_server *net = net_of(connections, &only);

	return net != NULL ? sp_relay_after(&net->core, id, only) : 0;
}

SEATPUSH_METHOD(ConnectionIterator, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

SEATPUSH_METHOD(ConnectionIterator, current)
{
	zend_long at = connections_of(Z_OBJ_P(ZEND_THIS))->at;

	ZEND_PARSE_PARAMETERS_NONE();
	if (at == 0) {
		RETURN_FALSE;
	}
	RETURN_LONG(at);
}

SEATPUSH_METHOD(ConnectionIterator, key)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(connections_of(Z_OBJ_P(ZEND_THIS))->at);
}

SEATPUSH_METHOD(ConnectionIterator, next)
{
	struct connections *connections = connections_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (connections->at != 0) {
		connections->at = id_after(connections, connections->at);
	}
}

SEATPUSH_METHOD(ConnectionIterator, rewind)
{
	struct connections *connections = connections_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	connections->at = id_after(connections, 0);
}

SEATPUSH_METHOD(ConnectionIterator, valid)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(connections_of(Z_OBJ_P(ZEND_THIS))->at != 0);
}

static zend_long count_open(const struct connections *connections)
{
	zend_long count = 0;

	for (zend_long id = id_after(connections, 0); id != 0; id = id_after(connections, id)) {
		count++;
	}
	return count;
}

SEATPUSH_METHOD(ConnectionIterator, count)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(count_open(connections_of(Z_OBJ_P(ZEND_THIS))));
}

static struct sp_conn *conn_at(zval *offset)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	return server != NULL ? php_seatpush_find(server, zval_get_long(offset)) : NULL;
}

static bool is_elsewhere(zval *offset)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	return server != NULL &&
		   php_seatpush_elsewhere(server, zval_get_long(offset)) != SP_ELSEWHERE_NO;
}

SEATPUSH_METHOD(ConnectionIterator, offsetExists)
{
	zval *offset;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(offset)
	ZEND_PARSE_PARAMETERS_END();
	conn = conn_at(offset);
	RETURN_BOOL(conn != NULL ? sp_conn_open(conn) : is_elsewhere(offset));
}

SEATPUSH_METHOD(ConnectionIterator, offsetGet)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);
	zval *offset;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(offset)
	ZEND_PARSE_PARAMETERS_END();
	if (server == NULL) {
		RETURN_FALSE;
	}
	php_seatpush_client_info(server, zval_get_long(offset), "getClientInfo()", return_value);
}

SEATPUSH_METHOD(ConnectionIterator, offsetSet)
{
	zval *offset, *value;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ZVAL(offset)
		Z_PARAM_ZVAL(value)
	ZEND_PARSE_PARAMETERS_END();
}

SEATPUSH_METHOD(ConnectionIterator, offsetUnset)
{
	zval *offset;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(offset)
	ZEND_PARSE_PARAMETERS_END();
}

static struct connections *walked(zend_object_iterator *iterator)
{
	return connections_of(Z_OBJ(iterator->data));
}

static void walk_free(zend_object_iterator *iterator)
{
	zval_ptr_dtor(&iterator->data);
}

static int walk_valid(zend_object_iterator *iterator)
{
	return ((struct walk *) iterator)->at != 0 ? SUCCESS : FAILURE;
}

static zval *walk_current(zend_object_iterator *iterator)
{
	struct walk *walk = (struct walk *) iterator;

	ZVAL_LONG(&walk->value, walk->at);
	return &walk->value;
}

static void walk_key(zend_object_iterator *iterator, zval *key)
{
	ZVAL_LONG(key, ((struct walk *) iterator)->at);
}

static void walk_next(zend_object_iterator *iterator)
{
	struct walk *walk = (struct walk *) iterator;

	walk->at = id_after(walked(iterator), walk->at);
}

static void walk_rewind(zend_object_iterator *iterator)
{
	((struct walk *) iterator)->at = id_after(walked(iterator), 0);
}

static const zend_object_iterator_funcs walk_functions = {
	.dtor = walk_free,
	.valid = walk_valid,
	.get_current_data = walk_current,
	.get_current_key = walk_key,
	.move_forward = walk_next,
	.rewind = walk_rewind,
};

static zend_object_iterator *get_iterator(zend_class_entry *ce, zval *object, int by_ref)
{
	struct walk *walk;

	(void) ce;
	if (by_ref) {
		zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
		return NULL;
	}
	walk = emalloc(sizeof(*walk));
	zend_iterator_init(&walk->std);
	walk->std.funcs = &walk_functions;
	walk->at = 0;
	ZVAL_OBJ_COPY(&walk->std.data, Z_OBJ_P(object));
	return &walk->std;
}

static zend_object *create(zend_class_entry *ce)
{
	struct connections *connections = zend_object_alloc(sizeof(*connections), ce);

	connections->port = ALL_PORTS;
	connections->at = 0;
	zend_object_std_init(&connections->std, ce);
	object_properties_init(&connections->std, ce);
	connections->std.handlers = &handlers;
	return &connections->std;
}

void php_seatpush_connections_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->get_iterator = get_iterator;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct connections, std);
	handlers.clone_obj = NULL;
}
