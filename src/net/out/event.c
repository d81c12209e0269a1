/* SPDX-License-Identifier: MIT */
#include "net/out/event.h"

#include "wire/event_stream.h"
#include "wire/utf8.h"
#include "wire/ws_frame.h"

/* What the packet's frames carry: one message, in one frame or several. */
struct message {
	uint8_t opcode;       /* of its first frame; 0: it is no message */
	struct sp_span data;  /* of a message in one frame */
	struct sp_buf joined; /* of one in several */
};

/* False: out of memory. */
static bool read_frames(const struct sp_packet *packet, struct message *message)
{
	const char *rest = packet->data;
	size_t len = packet->len, header_len;
	struct sp_ws_frame_header header = {0};

	while ((header_len = sp_ws_frame_header_parse(rest, len, &header)) > 0 &&
		   header.length <= len - header_len) {
		message->opcode = rest == packet->data ? header.opcode : message->opcode;
		message->data = (struct sp_span){rest + header_len, (size_t) header.length};
		if (!(header.fin && rest == packet->data) &&
			!sp_buf_append(&message->joined, message->data.data, message->data.len)) {
			return false;
		}
		rest += header_len + header.length;
		len -= header_len + (size_t) header.length;
	}
	if (len > 0 || !header.fin) {
		message->opcode = 0;
	} else if (message->joined.data != NULL) {
		message->data = (struct sp_span){message->joined.data, message->joined.len};
	}
	return true;
}

/* False: out of memory, unless *can_be is false. */
static bool put(const struct message *message, struct sp_buf *out, bool *can_be)
{
	const struct sp_span none = {NULL, 0};

	*can_be = true;
	switch (message->opcode) {
	case SP_WS_PING:
	case SP_WS_PONG:
		return sp_buf_puts(out, SP_EVENT_COMMENT);
	case SP_WS_TEXT: /* whoever made the packet has checked it */
		return sp_event_put(out, message->data, none, none);
	case SP_WS_BINARY:
		*can_be = sp_utf8_valid(message->data.data, message->data.len);
		return *can_be && sp_event_put(out, message->data, none, none);
	default:
		*can_be = false;
		return false;
	}
}

/* The same. */
static bool encode(const struct sp_packet *packet, struct sp_buf *out, bool *can_be)
{
	struct message message = {0};
	bool done;

	*can_be = true;
	done = read_frames(packet, &message) && put(&message, out, can_be);
	sp_buf_fini(&message.joined);
	return done;
}

struct sp_packet *sp_packet_event(struct sp_packet *packet)
{
	struct sp_packet *form = sp_packet_form(packet, SP_FORM_EVENT);
	struct sp_buf text = {0};
	bool can_be;

	if (packet->course.raw) {
		return packet;
	}
	if (form != NULL || (packet->formless & 1U << SP_FORM_EVENT)) {
		return form;
	}
	if (encode(packet, &text, &can_be)) {
		form = sp_packet_new_raw(packet->account, text.data, text.len, NULL, 0);
	}
	sp_buf_fini(&text);
	if (form != NULL) {
		sp_packet_add_form(packet, form, SP_FORM_EVENT);
	} else if (!can_be) {
		packet->formless |= 1U << SP_FORM_EVENT;
	}
	return form;
}
