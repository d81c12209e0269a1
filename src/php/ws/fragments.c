/* SPDX-License-Identifier: MIT */
#include "php/ws/fragments.h"

#include "zend_exceptions.h"

#include "php/engine/conn.h"
#include "net/server/server.h"
#include "php/engine/errors.h"
#include "php/engine/misuse.h"
#include "wire/utf8.h"

bool php_seatpush_is_fragment(const struct sp_conn *conn, const struct php_seatpush_outgoing *out)
{
	const struct php_seatpush_conn *beside = php_seatpush_conn_if_any(conn);
	bool begun = beside != NULL && beside->fragments_opcode != 0;

	return out->opcode <= SP_WS_BINARY && (!out->fin || begun || out->opcode == SP_WS_CONTINUATION);
}

/* False: see php_seatpush_misuse(). */
static bool check_order(
	const struct php_seatpush_conn *beside, const struct php_seatpush_outgoing *out)
{
	bool begun = beside->fragments_opcode != 0;

	if (begun == (out->opcode == SP_WS_CONTINUATION)) {
		return true;
	}
	php_seatpush_misuse(3, "%s (RFC 6455 section 5.4)",
		begun
			? "must be 0 (continuation): this connection has a message in fragments that still lacks "
			  "its last one; push that with FLAG_FIN"
			: "must not be 0 (continuation): no message in fragments has begun on this "
			  "connection; push its first fragment as text or binary without FLAG_FIN");
	return false;
}

static uint32_t text_state(
	const struct php_seatpush_conn *beside, const struct php_seatpush_outgoing *out)
{
	bool text = (beside->fragments_opcode ? beside->fragments_opcode : out->opcode) == SP_WS_TEXT;
	uint32_t before = beside->fragments_opcode ? beside->fragments_utf8 : SP_UTF8_START;
	uint32_t after =
		text ? sp_utf8_feed(before, ZSTR_VAL(out->data), ZSTR_LEN(out->data)) : SP_UTF8_START;

	return out->fin && after != SP_UTF8_START ? SP_UTF8_BAD : after;
}

static bool append(struct php_seatpush_conn *beside, const struct php_seatpush_outgoing *out)
{
	uint8_t header[SP_WS_HEADER_OUT_MAX];
	size_t size = sp_ws_frame_header_write(header, out->fin, 0, out->opcode, ZSTR_LEN(out->data));

	return sp_buf_append(&beside->fragments, header, size) &&
		   sp_buf_append(&beside->fragments, ZSTR_VAL(out->data), ZSTR_LEN(out->data));
}

enum php_seatpush_gather php_seatpush_gather(
	struct sp_conn *conn, const struct php_seatpush_outgoing *out, struct sp_packet **packet)
{
	struct php_seatpush_conn *beside = php_seatpush_conn(conn);
	struct sp_core *core = sp_conn_core(conn);
	uint32_t utf8;

	if (beside == NULL || !check_order(beside, out)) {
		return SEATPUSH_GATHER_THROWN;
	}
	utf8 = text_state(beside, out);
	if (utf8 == SP_UTF8_BAD) {
		php_seatpush_misuse(2, "must be UTF-8 in a text message (RFC 6455 section 8.1)");
		return SEATPUSH_GATHER_THROWN;
	}
	if (beside->fragments.len + ZSTR_LEN(out->data) >
		(size_t) conn->listener->settings.socket_buffer_size) {
		php_seatpush_throw_text("the fragments of this message are together longer than "
								"socket_buffer_size; push it in one piece or raise the option");
		return SEATPUSH_GATHER_THROWN;
	}
	if (!append(beside, out)) {
		php_seatpush_throw_text("out of memory");
		return SEATPUSH_GATHER_THROWN;
	}
	if (!out->fin) {
		beside->fragments_utf8 = utf8;
		if (out->opcode != SP_WS_CONTINUATION) {
			beside->fragments_opcode = out->opcode;
		}
		return SEATPUSH_GATHERED;
	}
	*packet =
		sp_packet_new_raw(&core->packets, beside->fragments.data, beside->fragments.len, NULL, 0);
	sp_buf_fini(&beside->fragments);
	beside->fragments_opcode = 0;
	return SEATPUSH_GATHER_COMPLETE;
}
