/* SPDX-License-Identifier: MIT */
#include "php/server/object.h"

#include "net/process/worker.h"
#include "php/engine/forked.h"

void php_seatpush_put(zend_object *object, uint32_t property, zval *value)
{
	zval *slot = OBJ_PROP_NUM(object, property), old;

	ZVAL_DEREF(slot);
	ZVAL_COPY_VALUE(&old, slot);
	ZVAL_COPY_VALUE(slot, value);
	zval_ptr_dtor(&old);
}

bool php_seatpush_constructed(const struct php_seatpush_server *server)
{
	if (server->net == NULL) {
		php_seatpush_throw_text(
			"the server's constructor has not run: call parent::__construct($host, $port) first");
		return false;
	}
	return true;
}

struct sp_server *php_seatpush_running(struct php_seatpush_server *server, const char *method)
{
	char subject[64];

	if (!php_seatpush_constructed(server)) {
		return NULL;
	}
	if (!server->started) {
		php_seatpush_throw_text(
			"%s() needs a running server: call it in a callback, such as Open or "
			"Message, or in one registered for Start",
			method);
		return NULL;
	}
	if (php_seatpush_forked()) {
		snprintf(subject, sizeof(subject), "%s()", method);
		php_seatpush_refuse_forked(subject);
		return NULL;
	}
	server->last_error = SEATPUSH_ERROR_NONE;
	return server->net;
}

struct sp_conn *php_seatpush_find(struct php_seatpush_server *server, zend_long fd)
{
	enum sp_lookup why;
	struct sp_conn *conn = sp_conn_find(&server->net->core, fd, &why);

	if (conn == NULL) {
		server->last_error = why == SP_OTHER_NODE ? SEATPUSH_ERROR_OTHER_NODE : SEATPUSH_ERROR_GONE;
	}
	return conn;
}

struct sp_conn *php_seatpush_find_open(struct php_seatpush_server *server, zend_long fd)
{
	struct sp_conn *conn = php_seatpush_find(server, fd);

	if (conn != NULL && !sp_conn_open(conn)) {
		server->last_error = SEATPUSH_ERROR_GONE;
		return NULL;
	}
	return conn;
}

struct sp_conn *php_seatpush_find_established(struct php_seatpush_server *server, zend_long fd)
{
	struct sp_conn *conn = php_seatpush_find_open(server, fd);

	if (conn != NULL && conn->state != SP_CONN_ESTABLISHED) {
		server->last_error = SEATPUSH_ERROR_NOT_WEBSOCKET;
		return NULL;
	}
	return conn;
}

enum sp_elsewhere php_seatpush_elsewhere(struct php_seatpush_server *server, zend_long fd)
{
	enum sp_elsewhere elsewhere = sp_relay_find(&server->net->core, fd);

	if (elsewhere != SP_ELSEWHERE_NO) {
		server->last_error = SEATPUSH_ERROR_NONE;
	}
	return elsewhere;
}

bool php_seatpush_established_elsewhere(struct php_seatpush_server *server, zend_long fd)
{
	enum sp_elsewhere elsewhere = php_seatpush_elsewhere(server, fd);

	if (elsewhere == SP_ELSEWHERE_HTTP) {
		server->last_error = SEATPUSH_ERROR_NOT_WEBSOCKET;
	}
	server->net->core.counters.push_gone +=
		elsewhere == SP_ELSEWHERE_NO && server->last_error != SEATPUSH_ERROR_NOT_WEBSOCKET;
	return elsewhere > SP_ELSEWHERE_HTTP;
}

struct php_seatpush_callback *php_seatpush_conn_callback(
	const struct sp_conn *conn, enum php_seatpush_event event)
{
	struct php_seatpush_callback *of_port =
		php_seatpush_endpoint_callback(php_seatpush_endpoint_of(conn), event);

	return of_port != NULL ? of_port : php_seatpush_server_callback(event);
}

struct php_seatpush_callback *php_seatpush_server_callback(enum php_seatpush_event event)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);

	return server != NULL ? php_seatpush_endpoint_callback(&server->endpoint, event) : NULL;
}

void php_seatpush_server_zval(zval *out)
{
	ZVAL_OBJ_COPY(out, &SEATPUSH_G(server)->std);
}

void php_seatpush_server_enter(struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;

	SEATPUSH_G(serving) = (struct php_seatpush_serving){
		.net = server->net,
		.object = &server->std,
		.on_error = &server->endpoint.callbacks.of[SEATPUSH_ON_ERROR],
		/* What blocks in a process without connections holds up nobody. */
		.slow_callback_ms = sp_worker_is_apart() ? 0 : settings->slow_callback_ms,
		.max_concurrency = settings->max_concurrency,
		.max_coroutine = settings->max_coroutine,
	};
}

void php_seatpush_server_leave(struct php_seatpush_server *server)
{
	if (SEATPUSH_G(server) == server) {
		SEATPUSH_G(server) = NULL;
		memset(&SEATPUSH_G(serving), 0, sizeof(SEATPUSH_G(serving)));
	}
}
