/* SPDX-License-Identifier: MIT */
/*
 * A decoder as bytes. A frame's header is checked before its payload is read, so what is always the
 * same in a header that was accepted is left out.
 */
#include <string.h>

#include "base/pack.h"
#include "wire/utf8.h"
#include "wire/ws_message.h"

#define RSV_MAX 7
#define OPCODE_MAX 15

static bool pack_frame(const struct sp_ws_message *decoder, struct sp_buf *out)
{
	const struct sp_ws_frame_header *header = &decoder->header;

	return sp_pack_number(out, header->fin) && sp_pack_number(out, header->rsv) &&
		   sp_pack_number(out, header->opcode) && sp_pack_number(out, header->length) &&
		   sp_pack_text(out, (struct sp_span){(const char *) header->mask, sizeof(header->mask)}) &&
		   sp_pack_number(out, decoder->received) &&
		   sp_pack_text(out, (struct sp_span){decoder->control, decoder->control_len});
}

bool sp_ws_message_pack(const struct sp_ws_message *decoder, struct sp_buf *out)
{
	struct sp_span header = {(const char *) decoder->header_bytes, decoder->header_len};
	struct sp_span gathered = {
		decoder->gathered.data, decoder->delivered ? 0 : decoder->gathered.len};

	return sp_pack_number(out, decoder->in_message) && sp_pack_number(out, decoder->compressed) &&
		   sp_pack_number(out, decoder->opcode) && sp_pack_number(out, decoder->utf8) &&
		   sp_pack_text(out, gathered) && sp_pack_text(out, header) &&
		   sp_pack_number(out, decoder->in_payload) &&
		   (!decoder->in_payload || pack_frame(decoder, out));
}

/* False: it does not fit. */
static bool copy(void *to, size_t room, struct sp_span from)
{
	if (from.len > room) {
		return false;
	}
	memcpy(to, from.data, from.len);
	return true;
}

static bool unpack_frame(struct sp_ws_message *decoder, struct sp_unpack *from)
{
	struct sp_ws_frame_header *header = &decoder->header;
	struct sp_span mask, control;

	header->masked = true;
	header->minimal = true;
	header->fin = sp_unpack_up_to(from, true) != 0;
	header->rsv = (uint8_t) sp_unpack_up_to(from, RSV_MAX);
	header->opcode = (uint8_t) sp_unpack_up_to(from, OPCODE_MAX);
	header->length = sp_unpack_number(from);
	mask = sp_unpack_text(from);
	decoder->received = sp_unpack_up_to(from, header->length);
	control = sp_unpack_text(from);
	decoder->control_len = (uint8_t) control.len;
	return mask.len == sizeof(header->mask) && copy(header->mask, sizeof(header->mask), mask) &&
		   copy(decoder->control, sizeof(decoder->control), control);
}

/* A script that was changed may have a lower limit. */
static bool fits(const struct sp_ws_message *decoder, size_t gathered)
{
	const struct sp_ws_frame_header *header = &decoder->header;

	if (gathered > sp_ws_message_limit(decoder)) {
		return false;
	}
	if (!decoder->in_payload) {
		return true;
	}
	return header->opcode > SP_WS_BINARY
			   ? header->length <= SP_WS_CONTROL_MAX && decoder->control_len == decoder->received
			   : header->length - decoder->received <= sp_ws_message_limit(decoder) - gathered;
}

bool sp_ws_message_unpack(struct sp_ws_message *decoder, struct sp_span bytes)
{
	struct sp_unpack from = {bytes, false};
	struct sp_span gathered, header;

	decoder->in_message = sp_unpack_up_to(&from, true) != 0;
	decoder->compressed = sp_unpack_up_to(&from, true) != 0;
	decoder->opcode = (uint8_t) sp_unpack_up_to(&from, OPCODE_MAX);
	decoder->utf8 = (uint32_t) sp_unpack_up_to(&from, UINT32_MAX);
	gathered = sp_unpack_text(&from);
	header = sp_unpack_text(&from);
	decoder->header_len = (uint8_t) header.len;
	decoder->in_payload = sp_unpack_up_to(&from, true) != 0;
	if (!copy(decoder->header_bytes, sizeof(decoder->header_bytes), header) ||
		(decoder->in_payload && !unpack_frame(decoder, &from)) || from.is_bad ||
		!fits(decoder, gathered.len)) {
		return false;
	}
	return sp_buf_append(&decoder->gathered, gathered.data, gathered.len);
}
