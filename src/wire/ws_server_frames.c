/* SPDX-License-Identifier: MIT */
#include "wire/ws_server_frames.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "wire/utf8.h"

#define RSV1 4 /* RFC 7692 §6: the message is compressed */

static SP_PRINTF(3, 4) bool bad(
	struct sp_ws_server_frames *frames, uint16_t code, const char *format, ...)
{
	va_list args;

	frames->code = code;
	va_start(args, format);
	vsnprintf(frames->why, sizeof(frames->why), format, args);
	va_end(args);
	return false;
}

static bool broken(struct sp_ws_server_frames *frames, const char *why)
{
	return bad(frames, SP_WS_CLOSE_PROTOCOL_ERROR, "%s", why);
}

static bool out_of_memory(struct sp_ws_server_frames *frames)
{
	return bad(frames, SP_WS_CLOSE_ABNORMAL, "out of memory");
}

static bool judge_control(
	struct sp_ws_server_frames *frames, const struct sp_ws_frame_header *header)
{
	if (header->opcode > SP_WS_PONG) {
		return broken(frames, "a frame has a reserved opcode");
	}
	if (header->rsv != 0) {
		return broken(frames, "a control frame has a reserved bit set");
	}
	if (!header->fin || header->length > SP_WS_CONTROL_MAX) {
		return broken(frames, "a control frame is in fragments, or longer than 125 bytes");
	}
	return true;
}

/* The most bytes that a message of max_length can have on the wire: what does not compress gains
 * five bytes in each 64 KiB or less. */
static uint64_t limit_of(const struct sp_ws_server_frames *frames)
{
	return frames->max_length + (frames->compressed ? frames->max_length / 8 + 1024 : 0);
}

static bool judge_data(struct sp_ws_server_frames *frames, const struct sp_ws_frame_header *header)
{
	bool first = header->opcode != SP_WS_CONTINUATION;

	if (header->opcode > SP_WS_BINARY) {
		return broken(frames, "a frame has a reserved opcode");
	}
	if ((header->rsv & ~RSV1) != 0 || (header->rsv != 0 && (!frames->deflate || !first))) {
		return broken(frames, "a frame has a reserved bit set");
	}
	if (first == frames->in_message) {
		return broken(frames,
			first ? "a message begins within another one" : "a fragment continues no message");
	}
	if (first) {
		frames->compressed = header->rsv != 0;
		frames->length = 0;
	}
	if (header->length > limit_of(frames) - frames->length) {
		return bad(frames, SP_WS_CLOSE_TOO_BIG, "a message is longer than %lu bytes",
			(unsigned long) frames->max_length);
	}
	frames->length += header->length;
	frames->in_message = !header->fin;
	return true;
}

static bool judge(struct sp_ws_server_frames *frames, const struct sp_ws_frame_header *header)
{
	if (header->masked) {
		return broken(frames, "a frame is masked"); /* RFC 6455 §5.1 */
	}
	if (!header->minimal) {
		return broken(frames, "a frame has a malformed length");
	}
	return header->opcode >= SP_WS_CLOSE ? judge_control(frames, header)
										 : judge_data(frames, header);
}

/* RFC 6455 §5.5.1, §7.4 */
static bool judge_close(struct sp_ws_server_frames *frames)
{
	const uint8_t *payload = frames->held + 2;
	size_t len = frames->held_len - 2;
	unsigned code = len < 2 ? SP_WS_CLOSE_NORMAL : (unsigned) (payload[0] << 8 | payload[1]);

	if (len == 1) {
		return broken(frames, "a close frame has a payload of one byte");
	}
	if (!sp_ws_close_code_valid(code)) {
		return bad(
			frames, SP_WS_CLOSE_PROTOCOL_ERROR, "a close frame has the invalid code %u", code);
	}
	if (len > 2 && !sp_utf8_valid(payload + 2, len - 2)) {
		return bad(frames, SP_WS_CLOSE_BAD_DATA, "the reason of a close frame is not UTF-8");
	}
	return true;
}

static bool hand_on_held(struct sp_ws_server_frames *frames, struct sp_buf *onward)
{
	if (!sp_buf_append(onward, frames->held, frames->held_len)) {
		return out_of_memory(frames);
	}
	frames->held_len = 0;
	return true;
}

/* One octet of a header. */
static bool add_to_header(struct sp_ws_server_frames *frames, char octet, struct sp_buf *onward)
{
	struct sp_ws_frame_header header;

	frames->held[frames->held_len++] = (uint8_t) octet;
	if (sp_ws_frame_header_parse(frames->held, frames->held_len, &header) == 0) {
		return true;
	}
	if (!judge(frames, &header)) {
		return false;
	}
	frames->left = header.length;
	frames->in_close = header.opcode == SP_WS_CLOSE;
	return frames->in_close || hand_on_held(frames, onward);
}

/* Part of a close frame's payload, or the moment when it is complete. */
static bool add_to_close(
	struct sp_ws_server_frames *frames, const char *data, size_t len, struct sp_buf *onward)
{
	memcpy(frames->held + frames->held_len, data, len);
	frames->held_len += len;
	frames->left -= len;
	if (frames->left > 0) {
		return true;
	}
	frames->in_close = false;
	frames->closed = true;
	return judge_close(frames) && hand_on_held(frames, onward);
}

static bool add_payload(
	struct sp_ws_server_frames *frames, const char *data, size_t len, struct sp_buf *onward)
{
	frames->left -= len;
	return sp_buf_append(onward, data, len) || out_of_memory(frames);
}

bool sp_ws_server_frames_feed(
	struct sp_ws_server_frames *frames, const char *data, size_t len, struct sp_buf *onward)
{
	bool good = true;
	size_t at = 0;

	while (good && at < len && !frames->closed) {
		size_t piece = len - at < frames->left ? len - at : (size_t) frames->left;

		if (frames->in_close) {
			good = add_to_close(frames, data + at, piece, onward);
		} else if (frames->left > 0) {
			good = add_payload(frames, data + at, piece, onward);
		} else {
			good = add_to_header(frames, data[at], onward);
			piece = 1;
		}
		at += piece;
		if (good && frames->in_close && frames->left == 0) {
			good = add_to_close(frames, "", 0, onward); /* its payload is empty */
		}
	}
	return good;
}
