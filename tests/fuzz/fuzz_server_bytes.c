/* SPDX-License-Identifier: MIT */
/*
 * What a server sends to SeatPush\Client: an answer, and after a 101 frames. Any cut tells the same
 * story as the whole. The same bytes as a text for the log do no harm. Settings: bit 0 means that
 * permessage-deflate was negotiated, bit 1 makes the limit small, bit 2 begins with the frames.
 */
#include "cut_input.h"
#include "wire/http_answer.h"
#include "wire/log_text.h"
#include "wire/utf8.h"
#include "wire/ws_server_frames.h"

#define SWITCHING 101

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

struct server {
	struct sp_http_answer answer;
	struct sp_ws_server_frames frames;
	enum sp_http_result result;
	bool good;
	const char *why;
	struct sp_buf onward;
};

static void feed(struct server *server, const char *data, size_t len)
{
	size_t used = 0;

	if (server->result == SP_HTTP_MORE) {
		server->result = sp_http_answer_feed(&server->answer, data, len, &used, &server->why);
		must(used <= len);
		must(server->answer.body.data.len <= SP_HTTP_ANSWER_BODY_MAX);
	}
	if (server->result == SP_HTTP_DONE && server->answer.status == SWITCHING && server->good) {
		server->good =
			sp_ws_server_frames_feed(&server->frames, data + used, len - used, &server->onward);
		must(server->good == (server->frames.code == 0));
	}
}

static void story(struct sp_buf *out, const struct cut_input *parts, struct cuts cuts)
{
	struct server server = {.good = true, .why = ""};
	size_t at = 0;

	server.frames.max_length = (parts->settings & 2) != 0 ? 20 : 100000;
	server.frames.deflate = (parts->settings & 1) != 0;
	if ((parts->settings & 4) != 0) {
		server.result = SP_HTTP_DONE;
		server.answer.status = SWITCHING;
	}
	while (at < parts->len) {
		size_t piece = cuts_next(&cuts, parts->len - at);

		feed(&server, guarded(parts->data + at, piece), piece);
		at += piece;
	}
	must(sp_buf_printf(out, "%d %d %s\n%d %s\n", server.result, server.answer.status, server.why,
		server.frames.code, server.frames.why));
	must(server.answer.body.data.len == 0 ||
		 sp_buf_append(out, server.answer.body.data.data, server.answer.body.data.len));
	must(server.onward.len == 0 || sp_buf_append(out, server.onward.data, server.onward.len));
	sp_http_answer_fini(&server.answer);
	sp_buf_fini(&server.onward);
}

static void log_text(const uint8_t *data, size_t len)
{
	char out[512];
	size_t used = sp_log_text(out, sizeof(out), guarded(data, len), len);

	must(used <= sizeof(out) && sp_utf8_valid(out, used));
	for (size_t i = 0; i < used; i++) {
		unsigned char octet = (unsigned char) out[i];

		must((octet >= ' ' && octet != 0x7F) || octet == '\t' || octet == '\n');
		must(octet != '\n' || i + 5 > used || memcmp(out + i + 1, SP_LOG_TEXT_INDENT, 4) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct cut_input parts;
	struct sp_buf whole = {0};
	struct sp_buf cut = {0};

	if (!cut_input(input, len, &parts)) {
		return 0;
	}
	story(&whole, &parts, cuts_none());
	story(&cut, &parts, parts.cuts);
	must_be_the_same(&whole, &cut);
	cut.len = 0;
	story(&cut, &parts, cuts_every(1));
	must_be_the_same(&whole, &cut);
	log_text(parts.data, parts.len);
	sp_buf_fini(&whole);
	sp_buf_fini(&cut);
	return 0;
}
