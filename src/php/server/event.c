/* SPDX-License-Identifier: MIT */
/*
 * Server::sendEvent(): an event with a name and an id, to one event stream.
 */
#include "php.h"

#include "php/engine/compat.h"
#include "php/engine/misuse.h"
#include "php/server/deliver.h"
#include "php/server/object.h"
#include "wire/event_stream.h"
#include "wire/utf8.h"

static struct sp_span span_of(const zend_string *text)
{
	return text != NULL ? (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)}
						: (struct sp_span){NULL, 0};
}

/* False: see php_seatpush_misuse(). */
static bool check(struct sp_span data, struct sp_span name, struct sp_span id)
{
	if (!sp_utf8_valid(data.data, data.len)) {
		php_seatpush_misuse(2, "must be UTF-8: an event stream carries nothing else");
	} else if (!sp_event_field_valid(name) || !sp_utf8_valid(name.data, name.len)) {
		php_seatpush_misuse(3, "must be UTF-8 without line breaks and NUL bytes");
	} else if (!sp_event_field_valid(id) || !sp_utf8_valid(id.data, id.len)) {
		php_seatpush_misuse(4, "must be UTF-8 without line breaks and NUL bytes");
	} else {
		return true;
	}
	return false;
}

/* NULL: out of memory, and an exception was thrown. */
static struct sp_packet *encode(
	struct sp_core *core, struct sp_span data, struct sp_span name, struct sp_span id)
{
	struct sp_packet *packet = NULL;
	struct sp_buf text = {0};

	if (sp_event_put(&text, data, name, id)) {
		packet = sp_packet_new_raw(&core->packets, text.data, text.len, NULL, 0);
	}
	sp_buf_fini(&text);
	if (packet == NULL) {
		php_seatpush_throw_text("out of memory for an event of %zu bytes", data.len);
		return NULL;
	}
	packet->course.raw = true;
	return packet;
}

static bool deliver(struct php_seatpush_server *server, zend_long fd, struct sp_packet *packet)
{
	struct sp_conn *conn = php_seatpush_find_established(server, fd);

	if (conn == NULL && !php_seatpush_established_elsewhere(server, fd)) {
		return false;
	}
	if (conn != NULL ? !sp_conn_is_event_stream(conn)
					 : php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_EVENTS) {
		server->last_error = SEATPUSH_ERROR_NOT_EVENT_STREAM;
		return false;
	}
	return conn != NULL ? php_seatpush_deliver_one(server, conn, packet, "sendEvent()")
						: sp_relay_push(&server->net->core, fd, packet);
}

SEATPUSH_METHOD(Server, sendEvent)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_long fd;
	zend_string *data, *name = NULL, *id = NULL;
	struct sp_packet *packet;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_LONG(fd)
		Z_PARAM_STR(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(name)
		Z_PARAM_STR_OR_NULL(id)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "sendEvent") == NULL) {
		RETURN_THROWS();
	}
	if (!check(span_of(data), span_of(name), span_of(id))) {
		RETURN_FALSE;
	}
	packet = encode(&server->net->core, span_of(data), span_of(name), span_of(id));
	if (packet == NULL) {
		RETURN_THROWS();
	}
	RETVAL_BOOL(deliver(server, fd, packet));
	sp_packet_release(packet);
}
