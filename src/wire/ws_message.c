/* SPDX-License-Identifier: MIT */
/*
 * From a client's bytes to messages. The decoder alternates between a header (in_payload is
 * false; the bytes so far lie in header_bytes) and its payload. A message that arrived in one frame
 * and one read is handed out where it lies; any other is gathered. A control frame that arrives in
 * pieces has a small buffer of its own, because it may come between fragments.
 */
#include "wire/ws_message.h"

#include <string.h>

#include "wire/utf8.h"

#define CONTROL_BIT 8 /* RFC 6455 §5.5: opcodes with this bit are control frames */
#define RSV1 4
#define CLOSE_CODE_LEN 2
#define STRETCH                                                                       \
	((size_t) 8 * 1024) /* bytes that are unmasked and checked while they are at hand \
						 */

void sp_ws_message_init(struct sp_ws_message *decoder, size_t limit, bool rsv1_allowed)
{
	*decoder = (struct sp_ws_message){.limit = limit, .rsv1_allowed = rsv1_allowed};
}

/* Frees what is gathered. */
static void forget(struct sp_ws_message *decoder)
{
	if (decoder->lent && decoder->gathered.data != NULL) {
		decoder->lender->take_back(&decoder->gathered);
	}
	sp_buf_fini(&decoder->gathered);
	decoder->lent = false;
}

void sp_ws_message_fini(struct sp_ws_message *decoder)
{
	const struct sp_ws_lender *lender = decoder->lender;

	forget(decoder);
	sp_ws_message_init(decoder, decoder->limit, decoder->rsv1_allowed);
	decoder->lender = lender;
}

bool sp_ws_message_idle(const struct sp_ws_message *decoder)
{
	return !decoder->in_payload && decoder->header_len == 0 && !decoder->in_message;
}

static enum sp_ws_event bad(struct sp_ws_event_data *out, uint16_t code, const char *why)
{
	*out = (struct sp_ws_event_data){.payload = why, .len = strlen(why), .close_code = code};
	return SP_WS_EVENT_BAD;
}

/* Completes the header from the front of data and enters its payload. Returns the bytes consumed:
 * all of them if the header is still incomplete afterwards (in_payload is false). */
static size_t read_header(struct sp_ws_message *decoder, const char *data, size_t len)
{
	size_t had = decoder->header_len;
	size_t size, take;

	if (had == 0) {
		size = sp_ws_frame_header_parse(data, len, &decoder->header);
	} else {
		take = SP_WS_HEADER_MAX - had < len ? SP_WS_HEADER_MAX - had : len;
		memcpy(decoder->header_bytes + had, data, take);
		size = sp_ws_frame_header_parse(decoder->header_bytes, had + take, &decoder->header);
	}
	if (size > 0) {
		decoder->header_len = 0;
		decoder->in_payload = true;
		decoder->received = 0;
		return size - had;
	}
	/* Incomplete, so all of it fits: the longest header is SP_WS_HEADER_MAX. */
	if (had == 0 && len > 0) {
		memcpy(decoder->header_bytes, data, len);
	}
	decoder->header_len = (uint8_t) (had + len);
	return len;
}

/* Checks a control frame by RFC 6455 §5.5. NULL if it is valid, otherwise what is wrong. */
static const char *control_fault(const struct sp_ws_frame_header *header)
{
	if (header->opcode > SP_WS_PONG) {
		return "reserved opcode";
	}
	if (!header->fin) {
		return "fragmented control frame";
	}
	if (header->length > SP_WS_CONTROL_MAX) {
		return "control frame longer than 125 bytes";
	}
	if (header->opcode == SP_WS_CLOSE && header->length == 1) {
		return "close frame with half a status code";
	}
	return NULL;
}

/* Checks a header by RFC 6455 §5.2 and §5.4, as a server and at this place in the stream. NULL if
 * it is valid, otherwise what is wrong. */
static const char *header_fault(
	const struct sp_ws_message *decoder, const struct sp_ws_frame_header *header)
{
	/* RFC 7692 §6: only the first frame of a message says that it is compressed. */
	bool rsv1_fits =
		decoder->rsv1_allowed && (header->opcode == SP_WS_TEXT || header->opcode == SP_WS_BINARY);

	if (header->rsv != 0 && !(header->rsv == RSV1 && rsv1_fits)) {
		return "reserved bits are set";
	}
	if (!header->masked) {
		return "frame is not masked";
	}
	if (!header->minimal) {
		return "length is not in its shortest form";
	}
	if (header->opcode & CONTROL_BIT) {
		return control_fault(header);
	}
	if (header->opcode > SP_WS_BINARY) {
		return "reserved opcode";
	}
	if (header->opcode == SP_WS_CONTINUATION && !decoder->in_message) {
		return "continuation of nothing";
	}
	if (header->opcode != SP_WS_CONTINUATION && decoder->in_message) {
		return "new message inside a fragmented one";
	}
	return NULL;
}

size_t sp_ws_message_limit(const struct sp_ws_message *decoder)
{
	return decoder->compressed ? decoder->limit + decoder->limit / 8 + 64 : decoder->limit;
}

/* Judges a header that has just come, before anything of its payload is looked at. */
static enum sp_ws_event begin_frame(struct sp_ws_message *decoder, struct sp_ws_event_data *out)
{
	const struct sp_ws_frame_header *header = &decoder->header;
	const char *fault = header_fault(decoder, header);
	bool first = header->opcode != SP_WS_CONTINUATION;

	if (fault) {
		return bad(out, SP_WS_CLOSE_PROTOCOL_ERROR, fault);
	}
	if (header->opcode & CONTROL_BIT) {
		decoder->bare_frames++;
		decoder->control_len = 0;
		return SP_WS_EVENT_MORE;
	}
	if (header->length == 0 && !header->fin) {
		decoder->bare_frames++;
	} else {
		decoder->data_frames++;
	}
	/* What is gathered never exceeds the limit: each frame was judged here before its payload. */
	decoder->compressed = first ? (header->rsv & RSV1) != 0 : decoder->compressed;
	if (header->length > sp_ws_message_limit(decoder) - decoder->gathered.len) {
		return bad(out, SP_WS_CLOSE_TOO_BIG, "message is too big");
	}
	if (first) {
		decoder->in_message = true;
		decoder->opcode = header->opcode;
		decoder->utf8 = SP_UTF8_START;
	}
	return SP_WS_EVENT_MORE;
}

/* RFC 6455 §5.5.1: nothing, or a code and a reason in UTF-8. */
static enum sp_ws_event close_event(struct sp_ws_event_data *out)
{
	const uint8_t *bytes = (const uint8_t *) out->payload;

	if (out->len == 0) {
		out->close_code = SP_WS_CLOSE_NO_STATUS;
		return SP_WS_EVENT_CLOSE;
	}
	out->close_code = (uint16_t) (bytes[0] << 8 | bytes[1]);
	out->payload += CLOSE_CODE_LEN;
	out->len -= CLOSE_CODE_LEN;
	if (!sp_ws_close_code_valid(out->close_code)) {
		return bad(out, SP_WS_CLOSE_PROTOCOL_ERROR, "invalid close code");
	}
	if (!sp_utf8_valid(out->payload, out->len)) {
		return bad(out, SP_WS_CLOSE_BAD_DATA, "close reason is not UTF-8");
	}
	return SP_WS_EVENT_CLOSE;
}

/* Reads len bytes of a control frame's payload, never more than belong to it. */
static enum sp_ws_event feed_control(
	struct sp_ws_message *decoder, char *data, size_t len, struct sp_ws_event_data *out)
{
	const struct sp_ws_frame_header *header = &decoder->header;
	bool in_pieces = len < header->length;

	sp_ws_unmask(data, len, header->mask, decoder->received);
	if (in_pieces) {
		memcpy(decoder->control + decoder->control_len, data, len);
		decoder->control_len = (uint8_t) (decoder->control_len + len);
	}
	decoder->received += len;
	if (decoder->received < header->length) {
		return SP_WS_EVENT_MORE;
	}
	decoder->in_payload = false;
	*out = (struct sp_ws_event_data){
		.opcode = header->opcode,
		.payload = in_pieces ? decoder->control : data,
		.len = (size_t) header->length,
	};
	if (header->opcode == SP_WS_CLOSE) {
		return close_event(out);
	}
	return header->opcode == SP_WS_PING ? SP_WS_EVENT_PING : SP_WS_EVENT_PONG;
}

/* What is still to come of the frame that is being read. */
static size_t missing(const struct sp_ws_message *decoder)
{
	return (size_t) (decoder->header.length - decoder->received);
}

/* Gives what is gathered memory of our own. False: out of memory. */
static bool own(struct sp_ws_message *decoder)
{
	struct sp_buf copy = {0};

	if (decoder->lender == NULL ||
		!sp_buf_append(&copy, decoder->gathered.data, decoder->gathered.len)) {
		return false;
	}
	decoder->lender->take_back(&decoder->gathered);
	decoder->gathered = copy;
	decoder->lent = false;
	return true;
}

/* Lets the lender make room for extra bytes more. The memory doubles, but it has no more room than
 * the frame needs, of which so many bytes belong to nothing gathered yet. */
static bool borrow(struct sp_ws_message *decoder, size_t extra, size_t of_frame)
{
	struct sp_buf *gathered = &decoder->gathered;
	size_t more = gathered->len > extra ? gathered->len : gathered->len > 0 ? extra : 2 * extra;

	if (decoder->lender == NULL ||
		!decoder->lender->lend(gathered, gathered->len + (more < of_frame ? more : of_frame))) {
		return false;
	}
	decoder->lent = true;
	return true;
}

/* Makes room for extra bytes more. of_frame: see borrow(). False: out of memory. */
static bool reserve(struct sp_ws_message *decoder, size_t extra, size_t of_frame)
{
	struct sp_buf *gathered = &decoder->gathered;
	bool may_begin = decoder->lender != NULL && gathered->cap == 0 && !decoder->compressed &&
					 extra >= SP_WS_ROOM_MIN;

	if (extra <= gathered->cap - gathered->len) {
		return true;
	}
	if ((decoder->lent || may_begin) && borrow(decoder, extra, of_frame)) {
		return true;
	}
	return (!decoder->lent || own(decoder)) && sp_buf_reserve(gathered, extra);
}

char *sp_ws_message_room(struct sp_ws_message *decoder, size_t *room)
{
	struct sp_buf *gathered = &decoder->gathered;
	size_t most = missing(decoder);

	if (!decoder->in_payload || (decoder->header.opcode & CONTROL_BIT) || gathered->len == 0 ||
		decoder->delivered || most < SP_WS_ROOM_MIN) {
		return NULL;
	}
	/* As much as has come may come at once. Memory of our own grows when that is there. */
	if (decoder->lent && gathered->cap - gathered->len < SP_WS_ROOM_MIN &&
		gathered->len >= SP_WS_ROOM_MIN) {
		borrow(decoder, gathered->len, most);
	}
	if (gathered->cap - gathered->len < SP_WS_ROOM_MIN) {
		return NULL;
	}
	*room = gathered->cap - gathered->len;
	*room = *room < most ? *room : most;
	*room = *room < SP_WS_ROOM_MAX + SP_WS_ROOM_MIN ? *room : SP_WS_ROOM_MAX;
	return gathered->data + gathered->len;
}

/* Adds payload to what is gathered; it may lie there already. False: out of memory. */
static bool gather(struct sp_ws_message *decoder, const char *data, size_t len)
{
	struct sp_buf *gathered = &decoder->gathered;

	if (len == 0) {
		return true;
	}
	if (gathered->data == NULL || data != gathered->data + gathered->len) {
		if (!reserve(decoder, len, len + missing(decoder)) || gathered->data == NULL) {
			return false;
		}
		memcpy(gathered->data + gathered->len, data, len);
	}
	gathered->len += len;
	return true;
}

/* Unmasks what has come of the frame, and checks it if it is text. */
static void take_in(struct sp_ws_message *decoder, char *data, size_t len, bool is_text)
{
	size_t at, piece;

	for (at = 0; at < len; at += piece) {
		piece = len - at < STRETCH ? len - at : STRETCH;
		sp_ws_unmask(data + at, piece, decoder->header.mask, decoder->received + at);
		if (is_text) {
			decoder->utf8 = sp_utf8_feed(decoder->utf8, data + at, piece);
		}
	}
	decoder->received += len;
}

/* Reads len bytes of a data frame's payload, never more than belong to it. */
static enum sp_ws_event feed_data(
	struct sp_ws_message *decoder, char *data, size_t len, struct sp_ws_event_data *out)
{
	const struct sp_ws_frame_header *header = &decoder->header;
	bool frame_ends = decoder->received + len == header->length;
	bool message_ends = frame_ends && header->fin;
	/* RFC 7692 §6: what is compressed is text only after inflating. */
	bool check_text = decoder->opcode == SP_WS_TEXT && !decoder->compressed;

	take_in(decoder, data, len, check_text);
	decoder->in_payload = !frame_ends;
	/* RFC 6455 §8.1: bad at once, or unfinished at the end. */
	if (check_text &&
		(decoder->utf8 == SP_UTF8_BAD || (message_ends && decoder->utf8 != SP_UTF8_START))) {
		return bad(out, SP_WS_CLOSE_BAD_DATA, "text is not UTF-8");
	}
	*out = (struct sp_ws_event_data){
		.opcode = decoder->opcode,
		.compressed = decoder->compressed,
		.is_utf8 = check_text,
		.payload = data,
		.len = len,
	};
	if (!message_ends || decoder->gathered.len > 0) {
		if (!gather(decoder, data, len)) {
			return bad(out, SP_WS_CLOSE_SERVER_ERROR, "out of memory");
		}
		out->payload = decoder->gathered.data;
		out->len = decoder->gathered.len;
		out->lent = decoder->lent ? &decoder->gathered : NULL;
		decoder->delivered = message_ends;
	}
	if (!message_ends) {
		return SP_WS_EVENT_MORE;
	}
	decoder->in_message = false;
	return SP_WS_EVENT_MESSAGE;
}

enum sp_ws_event sp_ws_message_feed(struct sp_ws_message *decoder, char *data, size_t len,
	size_t *used, struct sp_ws_event_data *out)
{
	enum sp_ws_event event = SP_WS_EVENT_MORE;
	size_t at = 0;
	size_t piece;

	if (decoder->delivered) {
		decoder->gathered.len = 0;
		decoder->delivered = false;
		if (decoder->lent) {
			forget(decoder);
		}
	}
	while (event == SP_WS_EVENT_MORE && at < len) {
		if (!decoder->in_payload) {
			at += read_header(decoder, data + at, len - at);
			if (!decoder->in_payload) {
				break;
			}
			event = begin_frame(decoder, out);
			if (event != SP_WS_EVENT_MORE) {
				break;
			}
		}
		/* An empty payload is complete with its header, so this also runs with nothing left. */
		piece = missing(decoder) < len - at ? missing(decoder) : len - at;
		event = decoder->header.opcode & CONTROL_BIT ? feed_control(decoder, data + at, piece, out)
													 : feed_data(decoder, data + at, piece, out);
		at += piece;
	}
	*used = at;
	return event;
}
