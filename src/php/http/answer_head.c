/* SPDX-License-Identifier: MIT */
#include "php/http/answer_head.h"

#include "net/session/http.h"
#include "php/http/fields.h"
#include "php/http/subprotocol.h"

#define STATUS_NO_CONTENT 204
#define HEAD_USUAL 256 /* bytes: enough for most, so that the buffer does not grow in steps */

/* The length of a body that does not come is only known from the script, or if there is one: HEAD
 * must not say 0 where GET would have a body (RFC 9110 §8.6). */
static bool put_length(struct sp_buf *out, const struct sp_conn *conn,
	const struct php_seatpush_answer *answer, size_t length)
{
	if (answer->status == STATUS_NO_CONTENT) {
		return true;
	}
	if (answer->length >= 0) {
		return sp_http_put_content_length(out, (size_t) answer->length);
	}
	return (php_seatpush_has_no_body(conn, answer) && length == 0) ||
		   sp_http_status_bodiless((int) answer->status) || sp_http_put_content_length(out, length);
}

static bool put_chunked(
	struct sp_buf *out, const struct sp_conn *conn, const struct php_seatpush_answer *answer)
{
	bool announces = !php_seatpush_has_no_body(conn, answer) &&
					 !php_seatpush_fields_have(answer->fields, "Trailer");

	return sp_http_status_bodiless((int) answer->status) ||
		   (sp_buf_puts(out, "Transfer-Encoding: chunked\r\n") &&
			   (!announces || php_seatpush_put_announcement(out, answer->trailers)));
}

static bool put_framing(struct sp_buf *out, const struct sp_conn *conn,
	const struct php_seatpush_answer *answer, enum php_seatpush_framing framing, size_t length)
{
	if (framing == SEATPUSH_FRAMING_CHUNKED) {
		return put_chunked(out, conn, answer);
	}
	return framing == SEATPUSH_FRAMING_UNTIL_CLOSE || put_length(out, conn, answer, length);
}

static bool put_connection(struct sp_buf *out, const struct sp_conn *conn,
	const struct php_seatpush_answer *answer, const struct php_seatpush_fields_said *said)
{
	bool keep = (conn->flags & SP_CONN_KEEP_ALIVE) != 0;

	if (!said->options) {
		return sp_buf_puts(
			out, keep ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
	}
	return sp_buf_puts(out, keep ? "Connection: keep-alive" : "Connection: close") &&
		   php_seatpush_put_options(out, answer->fields) && sp_buf_puts(out, "\r\n\r\n");
}

/* User code's own 101. The server adds what can be agreed on permessage-deflate if that says
 * nothing of it, as Swoole does. */
static bool put_switch(
	struct sp_buf *out, struct sp_conn *conn, const struct php_seatpush_answer *answer)
{
	struct php_seatpush_fields_said said;

	if (!php_seatpush_put_fields(out, answer->fields, &answer->rules, &said) ||
		!php_seatpush_put_cookies(out, answer->cookies) ||
		!(said.deflate != 0 || sp_session_http_put_extension(out, conn->deflate_offer)) ||
		!sp_buf_puts(out, "\r\n")) {
		return false;
	}
	if (said.deflate != 0) {
		conn->deflate_offer = said.deflate;
	}
	if (!said.subprotocol && answer->rules.offered != NULL) {
		php_seatpush_subprotocol_missed(ZSTR_VAL(answer->rules.offered));
	}
	return true;
}

static bool put_date(struct sp_buf *out, struct sp_core *core)
{
	struct sp_span date = sp_http_date(&core->date, sp_loop_wall(core->loop, core->loop->now_s));

	return sp_buf_puts(out, "Date: ") && sp_buf_append(out, date.data, date.len) &&
		   sp_buf_puts(out, "\r\n");
}

bool php_seatpush_put_head(struct sp_buf *out, struct sp_conn *conn,
	struct php_seatpush_answer *answer, enum php_seatpush_framing framing, size_t length)
{
	static const struct php_seatpush_field_rules plain = {.kind = SEATPUSH_ANSWER_PLAIN};
	struct sp_core *core = sp_conn_core(conn);
	struct php_seatpush_fields_said said;
	struct sp_span reason = {"", 0};

	if (answer->reason != NULL) {
		reason = (struct sp_span){ZSTR_VAL(answer->reason), ZSTR_LEN(answer->reason)};
	}
	if (!sp_buf_reserve(out, HEAD_USUAL) ||
		!sp_http_put_status(out, (int) answer->status, reason)) {
		return false;
	}
	if (answer->status == SEATPUSH_STATUS_SWITCHING) {
		return put_switch(out, conn, answer);
	}
	if (!php_seatpush_put_fields(out, answer->fields, &plain, &said) ||
		!php_seatpush_put_cookies(out, answer->cookies)) {
		return false;
	}
	if (said.close || core->phase != SP_PHASE_RUNNING) {
		conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	}
	return (said.date || put_date(out, core)) && put_framing(out, conn, answer, framing, length) &&
		   put_connection(out, conn, answer, &said);
}
