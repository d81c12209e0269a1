/* SPDX-License-Identifier: MIT */
/*
 * The class SeatPush\Registry: a handle on the server's topics, and on what other nodes have
 * registered in Redis.
 */
#include "php/cluster/registry.h"

#include "zend_exceptions.h"

#include "php/cluster/exchange.h"
#include "php/cluster/node.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/message_arg.h"
#include "php/server/object.h"
#include "php/server/publish.h"
#include "php/server/roster.h"
#include "php/server/topics.h"
#include "wire/redis_dsn.h"

struct registry {
	zend_object *server; /* a reference; NULL until the constructor has run */
	zend_object std;
};

static zend_object_handlers handlers;

static struct registry *registry_of(zend_object *object)
{
	return (struct registry *) ((char *) object - offsetof(struct registry, std));
}

/* The running server; NULL: an exception was thrown. */
static struct php_seatpush_server *server_of(zval *object, const char *method)
{
	struct registry *registry = registry_of(Z_OBJ_P(object));
	struct php_seatpush_server *server;

	if (registry->server == NULL) {
		php_seatpush_throw_text("the parent constructor was not called");
		return NULL;
	}
	server = php_seatpush_server_of(registry->server);
	return php_seatpush_running(server, method) != NULL ? server : NULL;
}

/* False: an exception was thrown. */
static bool check_arguments(
	struct php_seatpush_server *server, const zend_string *dsn, const zend_string *prefix)
{
	const zend_string *known = server->endpoint.options.settings.redis;
	struct sp_redis_dsn parsed;
	struct sp_error error;

	if (strlen(ZSTR_VAL(dsn)) != ZSTR_LEN(dsn)) {
		zend_argument_value_error(2, "must not contain NUL bytes");
		return false;
	}
	if (!sp_redis_dsn_parse(&parsed, ZSTR_VAL(dsn), &error)) {
		zend_argument_value_error(2, "must be the address of a Redis: %s", error.text);
		return false;
	}
	sp_redis_dsn_fini(&parsed);
	if (prefix != NULL && !php_seatpush_prefix_valid(ZSTR_VAL(prefix), ZSTR_LEN(prefix))) {
		zend_argument_value_error(3, "must be 1 to 64 of A-Z a-z 0-9 _ . - :");
		return false;
	}
	if (known != NULL && !zend_string_equals(known, dsn)) {
		php_seatpush_throw_text(
			"the server's option \"redis\" is another address: a server uses one "
			"Redis; give both the same");
		return false;
	}
	if (server->started) {
		php_seatpush_throw_text("make the registry before start()");
		return false;
	}
	return true;
}

#ifdef HAVE_SEATPUSH_REDIS

/* False: an exception was thrown. */
static bool use_redis(struct php_seatpush_server *server, zend_string *dsn, zend_string *prefix)
{
	struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	struct php_seatpush_node *node;

	if (!check_arguments(server, dsn, prefix)) {
		return false;
	}
	node = php_seatpush_node_of(server, prefix);
	if (node == NULL) {
		return false;
	}
	if (settings->redis == NULL) {
		settings->redis = zend_string_copy(dsn);
	}
	node->registers = true;
	return true;
}

#else

static bool use_redis(struct php_seatpush_server *server, zend_string *dsn, zend_string *prefix)
{
	if (check_arguments(server, dsn, prefix)) {
		php_seatpush_throw_no_redis();
	}
	return false;
}

#endif

SEATPUSH_METHOD(Registry, __construct)
{
	struct registry *registry = registry_of(Z_OBJ_P(ZEND_THIS));
	zval *object;
	zend_string *dsn = NULL, *prefix = NULL;
	struct php_seatpush_server *server;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_OBJECT_OF_CLASS(object, seatpush_ce_Server)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(dsn)
		Z_PARAM_STR_OR_NULL(prefix)
	ZEND_PARSE_PARAMETERS_END();

	server = php_seatpush_server_of(Z_OBJ_P(object));
	if (server->net == NULL || registry->server != NULL) {
		php_seatpush_throw_text(
			"the constructor of the server was not called, or this one was called twice");
		RETURN_THROWS();
	}
	if (dsn != NULL && !use_redis(server, dsn, prefix)) {
		RETURN_THROWS();
	}
	registry->server = Z_OBJ_P(object);
	GC_ADDREF(registry->server);
}

SEATPUSH_METHOD(Registry, watch)
{
	struct php_seatpush_server *server;
	zend_long fd;
	zend_string *key;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	server = server_of(ZEND_THIS, "watch");
	if (server == NULL || !php_seatpush_check_topic(key, 2)) {
		RETURN_THROWS();
	}
	php_seatpush_subscribe(server, fd, key, return_value);
}

SEATPUSH_METHOD(Registry, unwatch)
{
	struct php_seatpush_server *server;
	zend_long fd;
	zend_string *key = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(key)
	ZEND_PARSE_PARAMETERS_END();

	server = server_of(ZEND_THIS, "unwatch");
	if (server == NULL || (key != NULL && !php_seatpush_check_topic(key, 2))) {
		RETURN_THROWS();
	}
	RETURN_BOOL(php_seatpush_unsubscribe(server, fd, key));
}

SEATPUSH_METHOD(Registry, keys)
{
	struct php_seatpush_server *server;
	zend_long fd;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(fd)
	ZEND_PARSE_PARAMETERS_END();

	server = server_of(ZEND_THIS, "keys");
	if (server == NULL) {
		RETURN_THROWS();
	}
	php_seatpush_list_topics(server, fd, "keys()", return_value);
}

SEATPUSH_METHOD(Registry, watchers)
{
	struct php_seatpush_server *server;
	zend_string *key;
	zval others;
	zval *id;
	bool answered;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	server = server_of(ZEND_THIS, "watchers");
	if (server == NULL || !php_seatpush_check_topic(key, 1)) {
		RETURN_THROWS();
	}
	array_init(&others);
	if (!php_seatpush_node_ask(server, key, true, "watchers()", &others, &answered)) {
		zval_ptr_dtor(&others);
		RETURN_THROWS();
	}
	/* As they are after the wait. */
	if (answered) {
		php_seatpush_list_own_subscribers(server, key, return_value);
	} else {
		php_seatpush_list_subscribers(server, key, "watchers()", return_value);
	}
	if (EG(exception) != NULL) {
		zval_ptr_dtor(&others);
		RETURN_THROWS();
	}
	ZEND_HASH_FOREACH_VAL (Z_ARRVAL(others), id) {
		add_next_index_zval(return_value, id);
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&others);
}

SEATPUSH_METHOD(Registry, count)
{
	struct php_seatpush_server *server;
	zend_string *key;
	bool answered;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	server = server_of(ZEND_THIS, "count");
	if (server == NULL || !php_seatpush_check_topic(key, 1)) {
		RETURN_THROWS();
	}
	ZVAL_LONG(return_value, php_seatpush_nearby_count(server, key));
	if (!php_seatpush_node_ask(server, key, false, "count()", return_value, &answered)) {
		RETURN_THROWS();
	}
	Z_LVAL_P(return_value) += php_seatpush_own_subscriber_count(server, key);
}

SEATPUSH_METHOD(Registry, push)
{
	struct php_seatpush_server *server;
	zend_string *key, *data, *conflate_key = NULL;
	zval *given;
	zend_long opcode = SP_WS_TEXT, except = 0, window_ms = 0;
	bool nobody = true, no_window = true;
	struct php_seatpush_publishing how = {0};
	struct php_seatpush_reach reach;

	ZEND_PARSE_PARAMETERS_START(2, 6)
		Z_PARAM_STR(key)
		Z_PARAM_ZVAL(given)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(opcode)
		Z_PARAM_LONG_OR_NULL(except, nobody)
		Z_PARAM_STR_OR_NULL(conflate_key)
		Z_PARAM_LONG_OR_NULL(window_ms, no_window)
	ZEND_PARSE_PARAMETERS_END();

	server = php_seatpush_message_arg(given, 2, &data) ? server_of(ZEND_THIS, "push") : NULL;
	if (server == NULL || !php_seatpush_check_topic(key, 1) ||
		!php_seatpush_publishing_init(&how, conflate_key, !no_window, window_ms, 6)) {
		RETURN_THROWS();
	}
	how.opcode = opcode;
	how.except = nobody ? 0 : except;
	if (!php_seatpush_publish(server, key, data, &how, &reach)) {
		RETURN_THROWS();
	}
	RETURN_LONG(reach.here + php_seatpush_node_push(server, key, data, &how, reach.nearby));
}

static zend_object *create(zend_class_entry *ce)
{
	struct registry *registry = zend_object_alloc(sizeof(*registry), ce);

	registry->server = NULL;
	zend_object_std_init(&registry->std, ce);
	object_properties_init(&registry->std, ce);
	registry->std.handlers = &handlers;
	return &registry->std;
}

static void free_object(zend_object *object)
{
	struct registry *registry = registry_of(object);

	if (registry->server != NULL) {
		OBJ_RELEASE(registry->server);
	}
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (registry_of(object)->server != NULL) {
		zend_get_gc_buffer_add_obj(buffer, registry_of(object)->server);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

void php_seatpush_registry_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct registry, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
