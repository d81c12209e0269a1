/* SPDX-License-Identifier: MIT */
#include "net/out/deflated.h"

#include "wire/ws_frame.h"

#define RSV1 4
#define ALL_WINDOWS 0xFE00               /* as bits: 9 to 15 */
#define SCRATCH_MAX ((size_t) 64 * 1024) /* bytes that stay from message to message */

void sp_deflater_fini(struct sp_deflater *deflater)
{
	for (size_t i = 0; i < SP_DEFLATER_WINDOWS; i++) {
		sp_deflate_free(deflater->compressors[i]);
		deflater->compressors[i] = NULL;
	}
	sp_buf_fini(&deflater->scratch);
}

/* NULL: out of memory. */
static struct sp_deflate *compressor_of(struct sp_deflater *deflater, unsigned window)
{
	struct sp_deflate **place = &deflater->compressors[window - SP_WS_DEFLATE_WINDOW_MIN];

	if (*place == NULL) {
		*place = sp_deflate_new(window, deflater->level, deflater->memory);
	}
	return *place;
}

/* A text or binary message in one frame, not too short. header_len: of its frame. */
static bool is_worth(const struct sp_deflater *deflater, const struct sp_packet *packet,
	struct sp_ws_frame_header *header, size_t *header_len)
{
	*header_len = sp_ws_frame_header_parse(packet->data, packet->len, header);
	return !packet->course.raw && *header_len > 0 && header->fin && header->rsv == 0 &&
		   !header->masked && (header->opcode == SP_WS_TEXT || header->opcode == SP_WS_BINARY) &&
		   header->length == packet->len - *header_len &&
		   (header->length >= deflater->min_length || packet->course.deflate_short);
}

/* NULL: it stays as it is, for ever if packet->formless says so. */
static struct sp_packet *make(
	struct sp_deflater *deflater, struct sp_packet *packet, unsigned window)
{
	struct sp_buf *scratch = &deflater->scratch;
	struct sp_ws_frame_header header;
	struct sp_packet *form = NULL;
	struct sp_deflate *compressor;
	size_t header_len, len;

	if (!is_worth(deflater, packet, &header, &header_len) || header.length == 0) {
		packet->formless |= ALL_WINDOWS;
		return NULL;
	}
	compressor = compressor_of(deflater, window);
	if (compressor == NULL) {
		return NULL;
	}
	len = (size_t) header.length;
	switch (sp_deflate_message(compressor, packet->data + header_len, len, scratch, len - 1)) {
	case SP_DEFLATED:
		form = sp_packet_new_ws(
			packet->account, true, RSV1, header.opcode, scratch->data, scratch->len);
		break;
	case SP_DEFLATE_TOO_LONG:
		packet->formless |= (uint16_t) (1U << window);
		break;
	case SP_DEFLATE_NOMEM:
		break;
	}
	if (scratch->cap > SCRATCH_MAX) {
		sp_buf_fini(scratch);
	}
	return form;
}

struct sp_packet *sp_packet_deflated(
	struct sp_deflater *deflater, struct sp_packet *packet, unsigned window)
{
	struct sp_packet *form = sp_packet_form(packet, window);

	if (form != NULL || (packet->formless & 1U << window)) {
		return form != NULL ? form : packet;
	}
	form = make(deflater, packet, window);
	if (form == NULL) {
		return packet;
	}
	sp_packet_add_form(packet, form, window);
	return form;
}
