/* SPDX-License-Identifier: MIT */
/*
 * permessage-deflate. The first octet's lowest bit says what the rest is: the value of a
 * Sec-WebSocket-Extensions, or a message. An offer that is accepted has an answer that our own
 * reader of answers accepts. A compressed message inflates to the same, or to the same failure,
 * however it is cut, and never beyond its limit; any bytes, deflated with any window, inflate to
 * themselves.
 */
#include "../unit/guard.h"
#include "cut_input.h"
#include "wire/deflate.h"
#include "wire/inflate.h"
#include "wire/ws_deflate.h"

#define LIMIT ((size_t) 20000)

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

static void negotiate(const struct cut_input *parts)
{
	struct sp_http_head head = {.field_count = 2};
	char text[SP_WS_DEFLATE_ANSWER_MAX];
	uint8_t agreed = 0;
	unsigned window = 9 + (unsigned) (parts->settings >> 1) % 7;
	const char *data = guarded(parts->data, parts->len);
	struct sp_span answer;

	head.fields[0] = (struct sp_http_field){sp_span("Sec-WebSocket-Extensions"), sp_span("x")};
	head.fields[1] =
		(struct sp_http_field){sp_span("Sec-WebSocket-Extensions"), {data, parts->len}};
	if (!sp_ws_deflate_choose(&head, window, &agreed)) {
		must(agreed == 0);
	}
	if (agreed != 0) {
		must((agreed & SP_WS_DEFLATE_WINDOW) >= SP_WS_DEFLATE_WINDOW_MIN &&
			 (agreed & SP_WS_DEFLATE_WINDOW) <= window);
		answer = sp_span(sp_ws_deflate_answer(agreed, text));
		must((sp_ws_deflate_read_answer(answer, agreed) & SP_WS_DEFLATE_WINDOW) ==
			 (agreed & SP_WS_DEFLATE_WINDOW));
	}
	agreed = sp_ws_deflate_read_answer((struct sp_span){data, parts->len}, (uint8_t) window);
	must(agreed == 0 || (agreed >= SP_WS_DEFLATE_WINDOW_MIN && agreed <= window));
}

static enum sp_inflated inflate_cut(
	struct sp_inflate *inflate, const struct cut_input *parts, struct cuts cuts, struct sp_buf *out)
{
	enum sp_inflated result = SP_INFLATED;
	size_t at = 0;

	must(sp_inflate_reset(inflate));
	do {
		size_t piece = cuts_next(&cuts, parts->len - at);
		bool last = at + piece == parts->len;

		result =
			sp_inflate_feed(inflate, guarded(parts->data + at, piece), piece, last, out, LIMIT);
		must(out->len <= LIMIT + 1);
		at += piece;
		if (last) {
			break;
		}
	} while (result == SP_INFLATED);
	return result;
}

static void messages(const struct cut_input *parts)
{
	struct sp_inflate *inflate = sp_inflate_new();
	struct sp_deflate *deflate = sp_deflate_new(9 + (unsigned) (parts->settings >> 1) % 7,
		1 + parts->settings % 9, 1 + parts->settings / 3 % 9);
	struct sp_buf whole = {0}, cut = {0}, packed = {0};
	enum sp_inflated result;

	must(inflate != NULL && deflate != NULL);
	result = inflate_cut(inflate, parts, cuts_none(), &whole);
	must(inflate_cut(inflate, parts, parts->cuts, &cut) == result);
	if (result == SP_INFLATED) {
		must_be_the_same(&whole, &cut);
	}
	cut.len = 0;
	must(inflate_cut(inflate, parts, cuts_every(1), &cut) == result);
	if (result == SP_INFLATED) {
		must_be_the_same(&whole, &cut);
	}
	cut.len = 0;
	must(sp_deflate_message(deflate, parts->data, parts->len, &packed, parts->len * 2 + 64) ==
		 SP_DEFLATED);
	must(sp_inflate_reset(inflate));
	must(sp_inflate_feed(inflate, packed.data, packed.len, true, &cut, parts->len) == SP_INFLATED);
	must(cut.len == parts->len && (cut.len == 0 || memcmp(cut.data, parts->data, cut.len) == 0));
	sp_buf_fini(&whole);
	sp_buf_fini(&cut);
	sp_buf_fini(&packed);
	sp_inflate_free(inflate);
	sp_deflate_free(deflate);
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct cut_input parts;

	if (len > GUARD_PAGE || !cut_input(input, len, &parts)) {
		return 0;
	}
	if (parts.settings & 1) {
		negotiate(&parts);
	} else {
		messages(&parts);
	}
	return 0;
}
