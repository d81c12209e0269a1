/* SPDX-License-Identifier: MIT */
/*
 * The class Port: a port's callbacks and settings. The server keeps the objects; the first one is
 * an alias of the port that the server itself opened.
 */
#include "php/server/port.h"

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/server/connections.h"

struct php_seatpush_port {
	struct php_seatpush_endpoint *endpoint; /* inner, or the server's as long as the server lives */
	struct php_seatpush_endpoint inner;
	zend_object std;
};

/* Positions of the declared properties, in the stub's order. */
enum port_property { PORT_HOST, PORT_PORT, PORT_TYPE, PORT_SSL, PORT_SETTING, PORT_CONNECTIONS };

static zend_object_handlers handlers;

static struct php_seatpush_port *port_of(zend_object *object)
{
	return (struct php_seatpush_port *) ((char *) object - offsetof(struct php_seatpush_port, std));
}

bool php_seatpush_registered(
	const struct php_seatpush_server *server, enum php_seatpush_event event)
{
	for (uint32_t i = 0; i < server->port_count; i++) {
		if (php_seatpush_endpoint_callback(php_seatpush_port_endpoint(server->ports[i]), event)) {
			return true;
		}
	}
	return false;
}

struct php_seatpush_endpoint *php_seatpush_port_endpoint(zend_object *port)
{
	return port_of(port)->endpoint;
}

static void set_properties(zend_object *object, zend_string *host)
{
	struct sp_listener *listener = port_of(object)->endpoint->listener;

	zval_ptr_dtor(OBJ_PROP_NUM(object, PORT_HOST));
	ZVAL_STR_COPY(OBJ_PROP_NUM(object, PORT_HOST), host);
	ZVAL_LONG(OBJ_PROP_NUM(object, PORT_PORT), listener->port);
	ZVAL_LONG(OBJ_PROP_NUM(object, PORT_TYPE), sp_listener_type(listener));
	ZVAL_BOOL(OBJ_PROP_NUM(object, PORT_SSL), listener->is_tls);
	php_seatpush_connections_new(OBJ_PROP_NUM(object, PORT_CONNECTIONS), listener);
}

/* Takes the object. */
static void keep(struct php_seatpush_server *server, zend_object *object)
{
	zval *ports = php_seatpush_array_in(OBJ_PROP_NUM(&server->std, SEATPUSH_SERVER_PORTS));
	zval port;

	server->ports = erealloc(server->ports, (server->port_count + 1) * sizeof(*server->ports));
	server->ports[server->port_count++] = object;
	if (ports != NULL) {
		ZVAL_OBJ_COPY(&port, object);
		add_next_index_zval(ports, &port);
	}
}

void php_seatpush_port_of_server(struct php_seatpush_server *server, zend_string *host)
{
	zval port;

	object_init_ex(&port, seatpush_ce_Port);
	port_of(Z_OBJ(port))->endpoint = &server->endpoint;
	set_properties(Z_OBJ(port), host);
	keep(server, Z_OBJ(port));
}

void php_seatpush_port_leave_server(zend_object *object)
{
	port_of(object)->endpoint = &port_of(object)->inner;
}

bool php_seatpush_port_new(struct php_seatpush_server *server, zend_string *host, zend_long number,
	zend_long type, zval *return_value)
{
	zval port;

	object_init_ex(&port, seatpush_ce_Port);
	if (php_seatpush_endpoint_open(
			php_seatpush_port_endpoint(Z_OBJ(port)), server->net, host, number, type) == NULL) {
		zval_ptr_dtor(&port);
		return false;
	}
	set_properties(Z_OBJ(port), host);
	keep(server, Z_OBJ(port));
	ZVAL_OBJ_COPY(return_value, Z_OBJ(port));
	return true;
}

/* False: an exception was thrown. */
static bool may_change(const char *method)
{
	if (SEATPUSH_G(server) == NULL || SEATPUSH_G(server)->started) {
		php_seatpush_throw_text("%s() has no effect once the server has started: call it before "
								"start()",
			method);
		return false;
	}
	return true;
}

SEATPUSH_METHOD(Port, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

SEATPUSH_METHOD(Port, set)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	HashTable *given;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(given)
	ZEND_PARSE_PARAMETERS_END();

	if (!may_change("set")) {
		RETURN_THROWS();
	}
	RETURN_BOOL(php_seatpush_endpoint_set(
		port_of(object)->endpoint, OBJ_PROP_NUM(object, PORT_SETTING), given, true));
}

SEATPUSH_METHOD(Port, on)
{
	zend_string *event;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(event)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (may_change("on")) {
		RETVAL_BOOL(php_seatpush_endpoint_on(
			php_seatpush_port_endpoint(Z_OBJ_P(ZEND_THIS)), event, &fci.function_name, &fcc, true));
	}
	zend_release_fcall_info_cache(&fcc);
}

SEATPUSH_METHOD(Port, getCallback)
{
	zend_string *event;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(event)
	ZEND_PARSE_PARAMETERS_END();

	php_seatpush_endpoint_get_callback(
		php_seatpush_port_endpoint(Z_OBJ_P(ZEND_THIS)), event, true, return_value);
}

static zend_object *create(zend_class_entry *ce)
{
	struct php_seatpush_port *port = zend_object_alloc(sizeof(*port), ce);

	memset(port, 0, offsetof(struct php_seatpush_port, std));
	port->endpoint = &port->inner;
	php_seatpush_options_init(&port->inner.options);
	zend_object_std_init(&port->std, ce);
	object_properties_init(&port->std, ce);
	port->std.handlers = &handlers;
	return &port->std;
}

static void free_object(zend_object *object)
{
	struct php_seatpush_port *port = port_of(object);

	php_seatpush_callbacks_fini(&port->inner.callbacks);
	php_seatpush_options_fini(&port->inner.options);
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_seatpush_callbacks_gc(&port_of(object)->inner.callbacks, buffer);
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

void php_seatpush_port_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct php_seatpush_port, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
