/* SPDX-License-Identifier: MIT */
#include "php/ws/fragments.h"

#include "php/engine/conn.h"
#include "net/server/server.h"
#include "php/engine/errors.h"
#include "php/engine/misuse.h"
#include "wire/utf8.h"

bool php_seatpush_has_fragments(const struct sp_conn *conn)
{
	const struct php_seatpush_conn *beside = php_seatpush_conn_if_any(conn);

	return beside != NULL && beside->fragments_opcode != 0;
}

static uint32_t text_state(
	const struct php_seatpush_conn *beside, const struct php_seatpush_fragment *fragment)
{
	uint8_t opcode = beside->fragments_opcode ? beside->fragments_opcode : fragment->opcode;
	uint32_t before = beside->fragments_opcode ? beside->fragments_utf8 : SP_UTF8_START;
	uint32_t after = opcode == SP_WS_TEXT
						 ? sp_utf8_feed(before, fragment->data.data, fragment->data.len)
						 : SP_UTF8_START;

	return fragment->fin && after != SP_UTF8_START ? SP_UTF8_BAD : after;
}

static bool append(struct php_seatpush_conn *beside, const struct php_seatpush_fragment *fragment)
{
	uint8_t header[SP_WS_HEADER_OUT_MAX];
	size_t before = beside->fragments.len;
	size_t size =
		sp_ws_frame_header_write(header, fragment->fin, 0, fragment->opcode, fragment->data.len);

	if (sp_buf_append(&beside->fragments, header, size) &&
		sp_buf_append(&beside->fragments, fragment->data.data, fragment->data.len)) {
		return true;
	}
	beside->fragments.len = before;
	return false;
}

enum php_seatpush_gather php_seatpush_gather(
	struct sp_conn *conn, const struct php_seatpush_fragment *fragment, struct sp_packet **packet)
{
	struct php_seatpush_conn *beside = php_seatpush_conn(conn);
	size_t most = (size_t) conn->listener->settings.socket_buffer_size;
	bool begun = beside != NULL && beside->fragments_opcode != 0;
	uint32_t utf8;

	if (beside == NULL) {
		return SEATPUSH_GATHER_NO_MEMORY;
	}
	if (begun != (fragment->opcode == SP_WS_CONTINUATION)) {
		return begun ? SEATPUSH_GATHER_LATE : SEATPUSH_GATHER_EARLY;
	}
	utf8 = text_state(beside, fragment);
	if (utf8 == SP_UTF8_BAD) {
		return SEATPUSH_GATHER_NOT_UTF8;
	}
	if (beside->fragments.len + fragment->data.len > most) {
		return SEATPUSH_GATHER_TOO_LONG;
	}
	if (!append(beside, fragment)) {
		return SEATPUSH_GATHER_NO_MEMORY;
	}
	if (!fragment->fin) {
		beside->fragments_utf8 = utf8;
		beside->fragments_opcode = begun ? beside->fragments_opcode : fragment->opcode;
		return SEATPUSH_GATHERED;
	}
	*packet = sp_packet_new_raw(
		&sp_conn_core(conn)->packets, beside->fragments.data, beside->fragments.len, NULL, 0);
	sp_buf_fini(&beside->fragments);
	beside->fragments_opcode = 0;
	return *packet != NULL ? SEATPUSH_GATHER_COMPLETE : SEATPUSH_GATHER_NO_MEMORY;
}

void php_seatpush_gather_refuse(enum php_seatpush_gather why)
{
	switch (why) {
	case SEATPUSH_GATHERED:
	case SEATPUSH_GATHER_COMPLETE:
		break;
	case SEATPUSH_GATHER_LATE:
		php_seatpush_misuse(3,
			"must be 0 (continuation): this connection has a message in fragments that still lacks "
			"its last one; push that with FLAG_FIN (RFC 6455 section 5.4)");
		break;
	case SEATPUSH_GATHER_EARLY:
		php_seatpush_misuse(3,
			"must not be 0 (continuation): no message in fragments has begun on this connection; "
			"push its first fragment as text or binary without FLAG_FIN (RFC 6455 section 5.4)");
		break;
	case SEATPUSH_GATHER_NOT_UTF8:
		php_seatpush_misuse(2, "must be UTF-8 in a text message (RFC 6455 section 8.1)");
		break;
	case SEATPUSH_GATHER_TOO_LONG:
		php_seatpush_throw_text("the fragments of this message are together longer than "
								"socket_buffer_size; push it in one piece or raise the option");
		break;
	case SEATPUSH_GATHER_NO_MEMORY:
		php_seatpush_throw_text("out of memory");
		break;
	}
}
