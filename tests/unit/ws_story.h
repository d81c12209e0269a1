/* SPDX-License-Identifier: MIT */
/*
 * What a WebSocket decoder makes of a stream of bytes, told as text: one line per event. The same
 * bytes must tell the same story however they are cut.
 */
#ifndef SP_TESTS_WS_STORY_H
#define SP_TESTS_WS_STORY_H

#include "cuts.h"
#include "guard.h"
#include "wire/ws_message.h"

static inline void tell_bytes(struct sp_buf *story, const char *data, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (data[i] > ' ' && data[i] < 0x7F && data[i] != '\\') {
			must(sp_buf_append(story, data + i, 1));
		} else {
			must(sp_buf_printf(story, "\\x%02X", (unsigned char) data[i]));
		}
	}
}

static inline void tell_event(
	struct sp_buf *story, enum sp_ws_event event, const struct sp_ws_event_data *out)
{
	static const char *const names[] = {"more", "message", "ping", "pong", "close", "bad"};

	must(sp_buf_puts(story, names[event]));
	if (event == SP_WS_EVENT_MESSAGE) {
		must(sp_buf_printf(story, " %u%s", out->opcode, out->compressed ? " compressed" : ""));
	}
	if (event == SP_WS_EVENT_CLOSE || event == SP_WS_EVENT_BAD) {
		must(sp_buf_printf(story, " %u", out->close_code));
	}
	must(sp_buf_puts(story, " "));
	must(out->payload != NULL);
	if (event == SP_WS_EVENT_BAD) {
		must(sp_buf_append(story, out->payload, out->len));
	} else {
		tell_bytes(story, out->payload, out->len);
	}
	must(sp_buf_puts(story, "\n"));
}

/* Feeds one piece. arrived: bytes of all pieces, including this one. False: nothing more may be
 * fed. */
static inline bool tell_piece(
	struct sp_buf *story, struct sp_ws_message *decoder, char *data, size_t len, size_t arrived)
{
	struct sp_ws_event_data out = {0};
	enum sp_ws_event event;
	size_t used = SIZE_MAX;

	for (;;) {
		event = sp_ws_message_feed(decoder, data, len, &used, &out);
		must(used <= len);
		/* memory grows with what has arrived, never with what is announced */
		must(decoder->gathered.cap <= 2 * arrived + 64);
		if (event == SP_WS_EVENT_MORE) {
			must(used == len);
			return true;
		}
		tell_event(story, event, &out);
		if (event == SP_WS_EVENT_BAD || event == SP_WS_EVENT_CLOSE) {
			return false;
		}
		must(out.len <= sp_ws_message_limit(decoder) || event != SP_WS_EVENT_MESSAGE);
		data += used;
		len -= used;
	}
}

/* As when the connection goes to another process: a new decoder takes the place of this one. Cut
 * short anywhere, its bytes make no sense. */
static inline void move_decoder(struct sp_ws_message *decoder)
{
	struct sp_buf bytes = {0};
	struct sp_ws_message next;

	must(sp_ws_message_pack(decoder, &bytes));
	for (size_t len = 0; len < bytes.len; len++) {
		sp_ws_message_init(&next, decoder->limit, decoder->rsv1_allowed);
		must(!sp_ws_message_unpack(&next, (struct sp_span){guarded(bytes.data, len), len}));
		sp_ws_message_fini(&next);
	}
	sp_ws_message_init(&next, decoder->limit, decoder->rsv1_allowed);
	must(sp_ws_message_unpack(&next, (struct sp_span){bytes.data, bytes.len}));
	sp_ws_message_fini(decoder);
	*decoder = next;
	sp_buf_fini(&bytes);
}

/* Appends the story of data to *story. */
static inline void ws_story(struct sp_buf *story, size_t limit, bool rsv1_allowed, const void *data,
	size_t len, struct cuts cuts)
{
	struct sp_ws_message decoder;
	const char *at = data;
	bool open = true;
	size_t left = len;
	size_t piece;

	sp_ws_message_init(&decoder, limit, rsv1_allowed);
	while (open && left > 0) {
		piece = cuts_next(&cuts, left);
		open = tell_piece(story, &decoder, guarded(at, piece), piece, len - left + piece);
		at += piece;
		left -= piece;
		if (open && cuts.moves) {
			move_decoder(&decoder);
		}
	}
	if (open) {
		must(sp_buf_puts(story, sp_ws_message_idle(&decoder) ? "idle\n" : "unfinished\n"));
	}
	sp_ws_message_fini(&decoder);
	must(sp_ws_message_idle(&decoder));
}

#endif
