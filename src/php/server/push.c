/* SPDX-License-Identifier: MIT */
/*
 * What the Server does with a single connection: push, ping, close ...
 */
#include "php.h"
#include "zend_exceptions.h"

#include "base/pack.h"
#include "base/system.h"
#include "net/conn/flush.h"
#include "net/delivery/deliver.h"
#include "net/out/event.h"
#include "php/engine/conn.h"
#include "php/engine/compat.h"
#include "php/engine/message_arg.h"
#include "php/engine/misuse.h"
#include "php/server/deliver.h"
#include "php/server/elsewhere.h"
#include "php/ws/fragments.h"
#include "php/ws/outgoing.h"
#include "wire/utf8.h"

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

static struct sp_span data_of(const struct php_seatpush_outgoing *out)
{
	return (struct sp_span){ZSTR_VAL(out->data), ZSTR_LEN(out->data)};
}

/* The worker that has the connection collects them. */
static bool tell_fragment(
	struct php_seatpush_server *server, zend_long fd, const struct php_seatpush_outgoing *out)
{
	struct sp_buf bytes = {0};
	bool packed = sp_pack_number(&bytes, SEATPUSH_TELL_FRAGMENT) &&
				  sp_pack_number(&bytes, out->opcode) && sp_pack_number(&bytes, out->fin) &&
				  sp_pack_text(&bytes, data_of(out));

	return php_seatpush_tell(server, fd, packed, &bytes);
}

/* False: see php_seatpush_misuse(). */
static bool can_be_event(struct sp_packet *packet)
{
	if (sp_packet_event(packet) != NULL || !(packet->formless & 1U << SP_FORM_EVENT)) {
		return true;
	}
	php_seatpush_misuse(2, "must be UTF-8, since the connection is an event stream, which carries "
						   "text only; encode binary data, for example in base64");
	return false;
}

static bool can_get(const struct sp_conn *conn, struct sp_packet *packet)
{
	return !sp_conn_is_event_stream(conn) || can_be_event(packet);
}

/* To a connection that this process does not have. */
static bool push_elsewhere(
	struct php_seatpush_server *server, zend_long fd, struct php_seatpush_outgoing *out)
{
	struct sp_core *core = &server->net->core;
	struct sp_packet *packet;
	bool done;

	if (out->is_close) {
		return php_seatpush_established_elsewhere(server, fd) &&
			   sp_relay_close(core, fd, out->close_code, data_of(out), false);
	}
	if (php_seatpush_is_fragment(out->opcode, out->fin)) {
		return php_seatpush_established_elsewhere(server, fd) && tell_fragment(server, fd, out);
	}
	/* Even if the connection is gone: invalid data is reported all the same. */
	packet = php_seatpush_outgoing_packet(out, &core->packets, 2);
	if (packet == NULL) {
		return false;
	}
	done = (php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_EVENTS || can_be_event(packet)) &&
		   php_seatpush_established_elsewhere(server, fd) && sp_relay_push(core, fd, packet);
	sp_packet_release(packet);
	return done;
}

/* True: *packet is to be sent, if it is not NULL. False: see php_seatpush_gather_refuse(). */
static bool gather(
	struct sp_conn *conn, const struct php_seatpush_outgoing *out, struct sp_packet **packet)
{
	struct php_seatpush_fragment fragment = {data_of(out), out->opcode, out->fin};
	enum php_seatpush_gather gathered;

	*packet = NULL;
	gathered = php_seatpush_gather(conn, &fragment, packet);
	php_seatpush_gather_refuse(gathered);
	return gathered == SEATPUSH_GATHERED || gathered == SEATPUSH_GATHER_COMPLETE;
}

/* Sends what the kernel takes of a long message at once, from the string itself. True: there is no
 * more to do, and *done is the result. False: *sent bytes of its frame were sent. */
static SP_NOINLINE bool push_direct(struct php_seatpush_server *server, struct sp_conn *conn,
	const struct php_seatpush_outgoing *out, size_t *sent, bool *done)
{
	*done = php_seatpush_outgoing_check(out, 2);
	if (*done && !sp_send_long(conn, out->opcode, data_of(out), sent)) {
		return false;
	}
	sp_flush_if_due(&server->net->core);
	return true;
}

static bool push_whole(struct php_seatpush_server *server, struct sp_conn *conn,
	const struct php_seatpush_outgoing *out)
{
	struct sp_packet *packet;
	size_t sent = 0;
	bool done;

	if (ZSTR_LEN(out->data) > SP_CONN_AT_ONCE && push_direct(server, conn, out, &sent, &done)) {
		return done;
	}
	packet = php_seatpush_outgoing_packet(out, &server->net->core.packets, 2);
	if (packet == NULL && sent > 0) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false); /* half a frame cannot be taken back */
	}
	if (packet == NULL) {
		return false;
	}
	done = sent > 0
			   ? sp_deliver_rest(conn, packet, sent) == SP_QUEUED
			   : can_get(conn, packet) && php_seatpush_deliver_one(server, conn, packet, "push()");
	sp_packet_release(packet);
	return done;
}

static bool push_fragment(struct php_seatpush_server *server, struct sp_conn *conn,
	const struct php_seatpush_outgoing *out)
{
	struct sp_packet *packet;
	bool done;

	if (!gather(conn, out, &packet)) {
		return false;
	}
	if (packet == NULL) {
		return true; /* the last one is still to come */
	}
	done = can_get(conn, packet) && php_seatpush_deliver_one(server, conn, packet, "push()");
	sp_packet_release(packet);
	return done;
}

static bool push(
	struct php_seatpush_server *server, zend_long fd, struct php_seatpush_outgoing *out)
{
	struct sp_conn *conn;

	if (!read_close(out)) {
		return false;
	}
	conn = php_seatpush_find_established(server, fd);
	if (conn == NULL) {
		return push_elsewhere(server, fd, out);
	}
	if (out->is_close) {
		sp_conn_close(conn, out->close_code, data_of(out));
		return true;
	}
	if (php_seatpush_is_fragment(out->opcode, out->fin) ||
		(out->opcode <= SP_WS_BINARY && php_seatpush_has_fragments(conn))) {
		return push_fragment(server, conn, out);
	}
	return push_whole(server, conn, out);
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
	conn = php_seatpush_find_established(server, fd);
	if (conn == NULL && !php_seatpush_established_elsewhere(server, fd)) {
		RETURN_FALSE;
	}
	packet = sp_packet_new_ws(&server->net->core.packets, true, 0, SP_WS_PING,
		data ? ZSTR_VAL(data) : NULL, data ? ZSTR_LEN(data) : 0);
	if (packet == NULL) {
		RETURN_FALSE;
	}
	RETVAL_BOOL(conn != NULL ? php_seatpush_deliver(server, conn, packet)
							 : sp_relay_push(&server->net->core, fd, packet));
	sp_packet_release(packet);
}

SEATPUSH_METHOD(Server, disconnect)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd, code = SP_WS_CLOSE_NORMAL;
	zend_string *reason = NULL;
	struct sp_span why;
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
	why = reason ? (struct sp_span){ZSTR_VAL(reason), ZSTR_LEN(reason)} : sp_span("");
	conn = php_seatpush_find_open(server, fd);
	if (conn == NULL) {
		RETVAL_BOOL(php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_NO &&
					sp_relay_close(&server->net->core, fd, (unsigned) code, why, false));
		return;
	}
	sp_conn_close(conn, (unsigned) code, why);
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
		RETVAL_BOOL(php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_NO &&
					sp_relay_close(&server->net->core, fd,
						reset ? SP_WS_CLOSE_ABNORMAL : SP_WS_CLOSE_NORMAL, sp_span(""), reset));
		return;
	}
	if (reset) {
		conn->flags |= SP_CONN_BY_SERVER;
		sp_conn_abort(conn, conn->state == SP_CONN_ESTABLISHED ? SP_WS_CLOSE_ABNORMAL : 0, true);
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
	if (conn == NULL && php_seatpush_elsewhere(server, fd) == SP_ELSEWHERE_NO) {
		RETURN_FALSE;
	}
	packet = sp_packet_new_raw(&server->net->core.packets, ZSTR_VAL(data), ZSTR_LEN(data), NULL, 0);
	if (packet == NULL) {
		RETURN_FALSE;
	}
	packet->course.raw = true;
	RETVAL_BOOL(conn != NULL ? php_seatpush_deliver_one(server, conn, packet, "send()")
							 : sp_relay_push(&server->net->core, fd, packet));
	sp_packet_release(packet);
}

static bool tell_uid(
	struct php_seatpush_server *server, zend_long fd, zend_string *text, zend_long number)
{
	struct sp_buf bytes = {0};
	struct sp_span span =
		text != NULL ? (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)} : sp_span("");
	bool packed = sp_pack_number(&bytes, SEATPUSH_TELL_UID) &&
				  sp_pack_number(&bytes, text != NULL) &&
				  sp_pack_number(&bytes, (uint64_t) number) && sp_pack_text(&bytes, span);

	return php_seatpush_tell(server, fd, packed, &bytes);
}

static bool bind_uid(
	struct php_seatpush_server *server, zend_long fd, zend_string *text, zend_long number)
{
	struct sp_conn *conn = php_seatpush_find_open(server, fd);
	struct sp_span span;

	if (conn == NULL) {
		return php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_NO &&
			   tell_uid(server, fd, text, number);
	}
	if (text == NULL) {
		return php_seatpush_conn_bind(conn, NULL, number);
	}
	span = (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)};
	return php_seatpush_conn_bind(conn, &span, 0);
}

SEATPUSH_METHOD(Server, bind)
{
	struct php_seatpush_server *server = server_of(ZEND_THIS);
	zend_long fd, number = 0;
	zend_string *text = NULL;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_STR_OR_LONG(text, number)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "bind") == NULL) {
		RETURN_THROWS();
	}
	if (text != NULL && ZSTR_LEN(text) > PHP_SEATPUSH_UID_MAX) {
		php_seatpush_misuse(2, "must be at most %d bytes", PHP_SEATPUSH_UID_MAX);
		RETURN_FALSE;
	}
	RETURN_BOOL(bind_uid(server, fd, text, number));
}
