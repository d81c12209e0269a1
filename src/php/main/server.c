/* SPDX-License-Identifier: MIT */
/*
 * The class Server: its lifetime and its configuration.
 */
#include "php/main/server.h"

#include <unistd.h>

#include "SAPI.h"
#include "zend_exceptions.h"

#include "net/server/certificates.h"
#include "net/server/server.h"
#include "net/server/stop.h"
#include "net/server/wake.h"
#include "net/loop/log.h"
#include "net/process/worker.h"
#include "php/cluster/life.h"
#include "php/engine/compat.h"
#include "php/engine/forked.h"
#include "php/main/hooks.h"
#include "php/main/process.h"
#include "php/main/run.h"
#include "php/main/stats.h"
#include "php/main/supervise.h"
#include "php/redis/subscribe.h"
#include "php/server/connections.h"
#include "php/server/object.h"
#include "php/server/port.h"
#include "php/task/tasks.h"
#include "php/ws/outgoing.h"

static zend_object_handlers handlers;

static struct php_seatpush_server *server_of(zval *object)
{
	return php_seatpush_server_of(Z_OBJ_P(object));
}

/* For what must be called before start(). False: an exception was thrown. */
static bool before_start(const struct php_seatpush_server *server, const char *method)
{
	if (!php_seatpush_constructed(server)) {
		return false;
	}
	if (server->started) {
		php_seatpush_throw_text("%s() has no effect once the server has started: call it before "
								"start()",
			method);
		return false;
	}
	return true;
}

static void set_properties(struct php_seatpush_server *server, zend_string *host, zend_long mode)
{
	zend_object *object = &server->std;
	zval value;

	ZVAL_LONG(&value, server->endpoint.listener->port);
	php_seatpush_put(object, SEATPUSH_SERVER_PORT, &value);
	ZVAL_LONG(&value, sp_listener_type(server->endpoint.listener));
	php_seatpush_put(object, SEATPUSH_SERVER_TYPE, &value);
	ZVAL_BOOL(&value, server->endpoint.listener->is_tls);
	php_seatpush_put(object, SEATPUSH_SERVER_SSL, &value);
	ZVAL_LONG(&value, mode);
	php_seatpush_put(object, SEATPUSH_SERVER_MODE, &value);
	ZVAL_STR_COPY(&value, host);
	php_seatpush_put(object, SEATPUSH_SERVER_HOST, &value);
	php_seatpush_connections_new(&value, NULL);
	php_seatpush_put(object, SEATPUSH_SERVER_CONNECTIONS, &value);
	php_seatpush_port_of_server(server, host);
}

/* False: an exception was thrown. */
static bool may_construct(const struct php_seatpush_server *server)
{
	if (server->net != NULL) {
		php_seatpush_throw_text("the constructor of a server can be called only once");
	} else if (strcmp(sapi_module.name, "cli") != 0 && strcmp(sapi_module.name, "phpdbg") != 0) {
		php_seatpush_throw_text(
			"a server runs in the command line's PHP only, and this is %s: start it with "
			"`php server.php`, and tell it from here by an HTTP request or through Redis "
			"(docs/from-php-fpm.md)",
			sapi_module.name);
	} else if (php_seatpush_refuse_forked("new SeatPush\\Server")) {
		return false;
	} else if (SEATPUSH_G(server) != NULL) {
		php_seatpush_throw_text(
			"there is a server already, and a process can have only one: use $server->listen() for "
			"another port, or another process for another server");
	} else {
		return true;
	}
	return false;
}

SEATPUSH_METHOD(Server, __construct)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_string *host = NULL;
	zend_long port = 0, mode = 1, type = SP_SOCK_TCP;
	struct sp_loop *loop;

	ZEND_PARSE_PARAMETERS_START(0, 4)
		Z_PARAM_OPTIONAL
		Z_PARAM_PATH_STR(host)
		Z_PARAM_LONG(port)
		Z_PARAM_LONG(mode)
		Z_PARAM_LONG(type)
	ZEND_PARSE_PARAMETERS_END();

	if (!may_construct(server) || (loop = php_seatpush_loop()) == NULL) {
		RETURN_THROWS();
	}
	server->net = sp_server_new(loop, &php_seatpush_hooks);
	if (server->net == NULL) {
		php_seatpush_throw_text("out of memory");
		RETURN_THROWS();
	}
	host = host ? zend_string_copy(host) : zend_string_init(ZEND_STRL("0.0.0.0"), 0);
	if (php_seatpush_endpoint_open(&server->endpoint, server->net, host, port, type) != NULL) {
		SEATPUSH_G(server) = server;
		set_properties(server, host, mode);
		if (sp_worker_is()) {
			php_seatpush_set_process_properties(server);
		}
	} else {
		sp_server_free(server->net);
		server->net = NULL;
	}
	zend_string_release(host);
}

SEATPUSH_METHOD(Server, set)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	HashTable *given;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(given)
	ZEND_PARSE_PARAMETERS_END();

	if (!before_start(server, "set")) {
		RETURN_THROWS();
	}
	RETURN_BOOL(php_seatpush_endpoint_set(
		&server->endpoint, OBJ_PROP_NUM(&server->std, SEATPUSH_SERVER_SETTING), given, false));
}

SEATPUSH_METHOD(Server, on)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_string *event;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(event)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (before_start(server, "on")) {
		RETVAL_BOOL(
			php_seatpush_endpoint_on(&server->endpoint, event, &fci.function_name, &fcc, false));
	}
	zend_release_fcall_info_cache(&fcc);
}

SEATPUSH_METHOD(Server, getCallback)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_string *event;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(event)
	ZEND_PARSE_PARAMETERS_END();

	php_seatpush_endpoint_get_callback(&server->endpoint, event, false, return_value);
}

SEATPUSH_METHOD(Server, listen)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_string *host;
	zend_long port, type = SP_SOCK_TCP;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_PATH_STR(host)
		Z_PARAM_LONG(port)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(type)
	ZEND_PARSE_PARAMETERS_END();

	if (!before_start(server, "listen")) {
		RETURN_THROWS();
	}
	php_seatpush_port_new(server, host, port, type, return_value);
}

static bool has_work(const struct php_seatpush_server *server)
{
	return php_seatpush_registered(server, SEATPUSH_ON_MESSAGE) ||
		   php_seatpush_registered(server, SEATPUSH_ON_REQUEST) ||
		   server->endpoint.options.settings.static_files;
}

SEATPUSH_METHOD(Server, start)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	server->start_called = true;
	if (!php_seatpush_constructed(server)) {
		RETURN_THROWS();
	}
	if (server->started) {
		php_seatpush_throw_text(
			"the server has been started already; to start again, make a new one after "
			"start() has returned and the old one is gone");
		RETURN_THROWS();
	}
	if (!has_work(server)) {
		php_seatpush_throw_text("no Message callback is registered, so nothing would happen: call "
								"$server->on('Message', "
								"function ($server, $frame) { ... }) before start(), or "
								"$server->on('Request', ...) for "
								"HTTP only");
		RETURN_THROWS();
	}
	RETVAL_BOOL(php_seatpush_run(server));
}

static void stop(INTERNAL_FUNCTION_PARAMETERS)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	bool running = server->net != NULL && server->net->core.phase == SP_PHASE_RUNNING;

	(void) execute_data;
	if (php_seatpush_refuse_forked("shutdown()")) {
		RETURN_THROWS();
	}
	if (php_seatpush_supervisor_stop(server)) {
		RETURN_TRUE;
	}
	if (running && sp_worker_is()) {
		sp_worker_ask(SP_MESSAGE_SHUTDOWN);
	} else if (running) {
		sp_server_stop(server->net);
	}
	RETURN_BOOL(running);
}

SEATPUSH_METHOD(Server, shutdown)
{
	ZEND_PARSE_PARAMETERS_NONE();
	stop(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_METHOD(Server, stop)
{
	zend_long worker_id;
	bool wait_event;

	ZEND_PARSE_PARAMETERS_START(0, 2)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(worker_id)
		Z_PARAM_BOOL(wait_event)
	ZEND_PARSE_PARAMETERS_END();
	stop(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_METHOD(Server, reload)
{
	bool only_task_workers;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(only_task_workers)
	ZEND_PARSE_PARAMETERS_END();
	if (php_seatpush_refuse_forked("reload()")) {
		RETURN_THROWS();
	}
	if (php_seatpush_supervisor_reload(server_of(ZEND_THIS))) {
		RETURN_TRUE;
	}
	RETURN_BOOL(sp_wake_reload());
}

SEATPUSH_METHOD(Server, reloadCertificates)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	bool failed;

	ZEND_PARSE_PARAMETERS_NONE();
	if (php_seatpush_refuse_forked("reloadCertificates()") ||
		php_seatpush_running(server, "reloadCertificates") == NULL) {
		RETURN_THROWS();
	}
	if (sp_worker_is()) {
		sp_worker_ask(SP_MESSAGE_REOPEN);
		RETURN_TRUE;
	}
	if (php_seatpush_supervisor_reopen(server)) {
		RETURN_TRUE;
	}
	RETURN_BOOL(sp_certificates_reload(server->net, &failed) && !failed);
}

SEATPUSH_METHOD(Server, stats)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (!php_seatpush_constructed(server)) {
		RETURN_THROWS();
	}
	php_seatpush_stats(server, return_value);
}

SEATPUSH_METHOD(Server, getLastError)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(server_of(ZEND_THIS)->last_error);
}

static zend_object *create(zend_class_entry *ce)
{
	struct php_seatpush_server *server = zend_object_alloc(sizeof(*server), ce);

	memset(server, 0, offsetof(struct php_seatpush_server, std));
	php_seatpush_options_init(&server->endpoint.options);
	zend_object_std_init(&server->std, ce);
	object_properties_init(&server->std, ce);
	server->std.handlers = &handlers;
	return &server->std;
}

/* The script is over without a word, and so is the server that it had prepared. */
static bool start_was_forgotten(const struct php_seatpush_server *server)
{
	return !server->start_called && (EG(flags) & EG_FLAGS_IN_SHUTDOWN) && EG(exit_status) == 0 &&
		   !CG(unclean_shutdown) && server->net != NULL && has_work(server) &&
		   sp_owner_is_alone(&server->net->core.loop->owner); /* no child may have started it */
}

static void free_object(zend_object *object)
{
	struct php_seatpush_server *server = php_seatpush_server_of(object);

	if (start_was_forgotten(server)) {
		sp_log(SP_LOG_WARNING, "the script has ended without $server->start(), so nobody was "
							   "served: let that be its last line");
	}
	php_seatpush_server_leave(server);
	php_seatpush_outgoing_forget(); /* its bytes are counted in the core */
	php_seatpush_node_free(server);
	php_seatpush_subscription_free(server);
	php_seatpush_tasks_free(server);
	php_seatpush_processes_free(server);
	sp_server_free(server->net);
	for (uint32_t i = 0; i < server->port_count; i++) {
		php_seatpush_port_leave_server(server->ports[i]);
		OBJ_RELEASE(server->ports[i]);
	}
	if (server->ports != NULL) {
		efree(server->ports);
	}
	php_seatpush_callbacks_fini(&server->endpoint.callbacks);
	php_seatpush_options_fini(&server->endpoint.options);
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct php_seatpush_server *server = php_seatpush_server_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	php_seatpush_callbacks_gc(&server->endpoint.callbacks, buffer);
	php_seatpush_node_gc(server, buffer);
	php_seatpush_subscription_gc(server, buffer);
	php_seatpush_tasks_gc(server, buffer);
	php_seatpush_processes_gc(server, buffer);
	for (uint32_t i = 0; i < server->port_count; i++) {
		zend_get_gc_buffer_add_obj(buffer, server->ports[i]);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

void php_seatpush_server_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct php_seatpush_server, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
