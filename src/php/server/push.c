/* SPDX-License-Identifier: MIT */
/*
 * What the Server does with a single connection: push, ping, close ...
 */
#include "php.h"
#include "zend_exceptions.h"

#include "php/engine/conn.h"
#include "php/engine/compat.h"
#include "php/engine/message_arg.h"
#include "php/engine/misuse.h"
#include "php/server/deliver.h"
#include "php/ws/fragments.h"
#include "php/ws/outgoing.h"
#include "wire/utf8.h"

#define UID_MAX 255

static struct php_seatpush_server *server_of(zval *object)
{
	return php_seatpush_server_of(Z_OBJ_P(object));
}

/* A string pushed with opcode 8 is the payload of a close frame. False: see
 * php_seatpush_misuse(). */
static bool read_close(struct php_seatpush_outgoing *out)
{
	const unsigned char *bytes = (const unsigned char *) ZSTR_VAL(out->data);
	zend_string *reason;

	if (out->is_close || out->opcode != SP_WS_CLOSE) {
		return true;
	}
	out->is_close = true;
	out->close_code = SP_WS_CLOSE_NORMAL;
	if (ZSTR_LEN(out->data) == 0) {
		return true;
	}
	if (ZSTR_LEN(out->data) < 2 || !sp_ws_close_code_valid((unsigned) (bytes[0] << 8 | bytes[1]))) {
		php_seatpush_misuse(2, "must begin with a close code in two bytes when the opcode is "
							   "8; disconnect($fd, $code, "
							   "$reason) is simpler");
		return false;
	}
	if (!sp_utf8_valid(bytes + 2, ZSTR_LEN(out->data) - 2)) {
		php_seatpush_misuse(
			2, "must have a close reason in UTF-8 after the code (RFC 6455 section 5.5.1)");
		return false;
	}
	out->close_code = (uint16_t) (bytes[0] << 8 | bytes[1]);
	reason = zend_string_init(ZSTR_VAL(out->data) + 2, ZSTR_LEN(out->data) - 2, 0);
	zend_string_release(out->data);
	out->data = reason;
	return true;
}

static bool push(
	struct php_seatpush_server *server, zend_long fd, struct php_seatpush_outgoing *out)
{
	struct sp_conn *conn;
	struct sp_packet *packet;
	bool done;

	if (!read_close(out)) {
		return false;
	}
	conn = php_seatpush_find_websocket(server, fd);
	if (conn != NULL && out->is_close) {
		sp_conn_close(
			conn, out->close_code, (struct sp_span){ZSTR_VAL(out->data), ZSTR_LEN(out->data)});
		return true;
	}
	if (conn != NULL && php_seatpush_is_fragment(conn, out)) {
		switch (php_seatpush_gather(conn, out, &packet)) {
		case SEATPUSH_GATHERED:
			return true;
		case SEATPUSH_GATHER_THROWN:
			return false;
		case SEATPUSH_GATHER_COMPLETE:
			break;
		}
	} else {
		/* Even if the connection is gone: invalid data is reported all the same. */
		packet = php_seatpush_outgoing_packet(out, &server->net->core.packets, 2);
	}
	if (packet == NULL) {
		return false;
	}
	done = conn != NULL && php_seatpush_deliver_one(server, conn, packet, "push()");
	sp_packet_release(packet);
	return done;
}

SEATPUSH_METHOD(Server, push)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd, opcode = SP_WS_TEXT, flags = 1;
	zval *data;
	struct php_seatpush_outgoing out;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_LONG(fd)
		Z_PARAM_ZVAL(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(opcode)
		Z_PARAM_LONG(flags)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "push") == NULL ||
		!php_seatpush_outgoing_init(&out, data, opcode, flags, 2)) {
		RETURN_FALSE;
	}
	RETVAL_BOOL(push(server, fd, &out));
	php_seatpush_outgoing_fini(&out);
}

SEATPUSH_METHOD(Server, ping)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd;
	zend_string *data = NULL;
	struct sp_conn *conn;
	struct sp_packet *packet;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(data)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "ping") == NULL) {
		RETURN_THROWS();
	}
	if (data != NULL && ZSTR_LEN(data) > SP_WS_CONTROL_MAX) {
		php_seatpush_misuse(
			2, "must be at most %d bytes (RFC 6455 section 5.5)", SP_WS_CONTROL_MAX);
		RETURN_FALSE;
	}
	conn = php_seatpush_find_websocket(server, fd);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	packet = sp_packet_new_ws(&server->net->core.packets, true, 0, SP_WS_PING,
		data ? ZSTR_VAL(data) : NULL, data ? ZSTR_LEN(data) : 0);
	if (packet == NULL) {
		RETURN_FALSE;
	}
	RETVAL_BOOL(php_seatpush_deliver(server, conn, packet));
	sp_packet_release(packet);
}

SEATPUSH_METHOD(Server, disconnect)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd, code = SP_WS_CLOSE_NORMAL;
	zend_string *reason = NULL;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_LONG(fd)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(code)
		Z_PARAM_STR(reason)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "disconnect") == NULL) {
		RETURN_THROWS();
	}
	if (code < 0 || code > UINT16_MAX || !sp_ws_close_code_valid((unsigned) code)) {
		php_seatpush_misuse(2, "must be a code that may be sent: 1000-1003, 1007-1014 or "
							   "3000-4999 (RFC 6455 section 7.4)");
		RETURN_FALSE;
	}
	if (reason != NULL && (ZSTR_LEN(reason) > SP_WS_CLOSE_REASON_MAX ||
							  !sp_utf8_valid(ZSTR_VAL(reason), ZSTR_LEN(reason)))) {
		php_seatpush_misuse(3, "must be at most %d bytes of UTF-8", SP_WS_CLOSE_REASON_MAX);
		RETURN_FALSE;
	}
	conn = php_seatpush_find_open(server, fd);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	sp_conn_close(conn, (unsigned) code,
		reason ? (struct sp_span){ZSTR_VAL(reason), ZSTR_LEN(reason)} : sp_span(""));
	RETURN_TRUE;
}

SEATPUSH_METHOD(Server, close)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd;
	bool reset = false;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(reset)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "close") == NULL) {
		RETURN_THROWS();
	}
	conn = php_seatpush_find_open(server, fd);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	if (reset) {
		conn->flags |= SP_CONN_BY_SERVER;
		sp_conn_abort(conn, conn->state == SP_CONN_WEBSOCKET ? SP_WS_CLOSE_ABNORMAL : 0, true);
	} else {
		sp_conn_close(conn, SP_WS_CLOSE_NORMAL, sp_span(""));
	}
	RETURN_TRUE;
}

SEATPUSH_METHOD(Server, send)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd, server_socket;
	zval *given;
	zend_string *data;
	struct sp_conn *conn;
	struct sp_packet *packet;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_LONG(fd)
		Z_PARAM_ZVAL(given)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(server_socket)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_seatpush_message_arg(given, 2, &data) ||
		php_seatpush_running(server, "send") == NULL) {
		RETURN_THROWS();
	}
	conn = php_seatpush_find_open(server, fd);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	packet = sp_packet_new_raw(&server->net->core.packets, ZSTR_VAL(data), ZSTR_LEN(data), NULL, 0);
	if (packet == NULL) {
		RETURN_FALSE;
	}
	RETVAL_BOOL(php_seatpush_deliver_one(server, conn, packet, "send()"));
	sp_packet_release(packet);
}

/* False: out of memory. */
static bool keep_uid(struct php_seatpush_conn *beside, zend_string *text, zend_long number)
{
	if (text != NULL) {
		beside->uid_text = malloc(ZSTR_LEN(text) + 1);
		if (beside->uid_text == NULL) {
			return false;
		}
		memcpy(beside->uid_text, ZSTR_VAL(text), ZSTR_LEN(text) + 1);
		beside->uid_len = ZSTR_LEN(text);
	}
	beside->uid_number = number;
	beside->has_uid = true;
	return true;
}

SEATPUSH_METHOD(Server, bind)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd, number = 0;
	zend_string *text = NULL;
	struct sp_conn *conn;
	struct php_seatpush_conn *beside;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_STR_OR_LONG(text, number)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "bind") == NULL) {
		RETURN_THROWS();
	}
	if (text != NULL && ZSTR_LEN(text) > UID_MAX) {
		php_seatpush_misuse(2, "must be at most %d bytes", UID_MAX);
		RETURN_FALSE;
	}
	conn = php_seatpush_find_open(server, fd);
	beside = conn != NULL ? php_seatpush_conn(conn) : NULL;
	RETURN_BOOL(beside != NULL && !beside->has_uid && keep_uid(beside, text, number));
}

SEATPUSH_METHOD(Server, heartbeat)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	bool close = true;
	struct sp_conn *conn, *next;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(close)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "heartbeat") == NULL) {
		RETURN_THROWS();
	}
	if (server->endpoint.listener->settings.heartbeat_idle_s == 0) {
		RETURN_FALSE;
	}
	array_init(return_value);
	for (conn = sp_conn_after(&server->net->core, 0, NULL); conn != NULL; conn = next) {
		int64_t limit = conn->listener->settings.heartbeat_idle_s;

		next = sp_conn_after(&server->net->core, conn->member.id, NULL);
		if (limit > 0 && server->net->core.loop->now_s - conn->received_s > limit) {
			add_next_index_long(return_value, conn->member.id);
			if (close) {
				sp_conn_close(conn, SP_WS_CLOSE_NORMAL, sp_span(""));
			}
		}
	}
}
