/* SPDX-License-Identifier: MIT */
/*
 * A whole connection, from its first byte to its end: input cut anywhere tells the same story as
 * input in one piece. The data begins with the five octets of a plan (see make_plan), followed by
 * the bytes that the peer sends. A tick runs after every tick_every bytes, wherever the cuts are;
 * that is when answers that the plan delays are given.
 *
 * with: tests/unit/fake_net.c tests/unit/fake_script.c src/net/session/ src/net/conn/
 * with: src/net/out/ src/net/topics/topics.c src/net/loop/loop.c src/net/loop/fork.c
 * with: src/net/loop/shared.c src/net/loop/log.c src/net/process/worker.c
 * with: src/net/process/inherited.c src/net/process/channel.c src/net/machine/
 * with: src/net/process/sharing.c src/net/process/shared_file.c
 * with: src/net/stream/tls_peer.c src/net/stream/tls_port.c
 * with: -levent_core -Wl,--wrap=sp_conn_queue,--wrap=sp_conn_finish
 */
#include "../unit/fake_net.h"
#include "cut_input.h"

#define PLAN_LEN 5
#define STREAM_MAX ((size_t) 100 * 1024) /* more than is kept after a request */
#define STRETCHED_FROM 0xF8
#define STRETCHED_PIECE 97 /* byte by byte would take too long */

static const char upgrade_head[] =
	"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
	"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
static const char offer[] = "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n";

enum {
	SMALL_HEAD = 1,
	SMALL_BODY = 2,
	FRAMES_TOLD = 4,   /* control frames go to the Message event */
	ENDS = 8,          /* the peer ends its side after the last byte */
	IS_WEBSOCKET = 16, /* a valid upgrade comes before the bytes */
	BLOCKED = 32,      /* the peer reads nothing */
	BOUND = 64,        /* few fields, few control frames, pages from the same origin only */
	STRETCHED = 128,   /* the bytes are repeated, but only if the fourth octet of the plan is large:
						* this takes long, so few inputs should do it */
};

struct input {
	unsigned settings;
	struct fake_plan plan;
	size_t tick_every; /* bytes; 0: only at the end */
	bool refuses_http;
	bool refuses_websocket;
	bool deflates;
	char *stream;
	size_t len;
};

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

static void make_plan(struct input *input, const uint8_t plan[PLAN_LEN])
{
	input->plan = (struct fake_plan){
		.answer = (enum fake_answer)(plan[0] % (FAKE_STREAM + 1)),
		.last_answer = (plan[0] & 0x80) != 0,
		.upgrade = (enum fake_upgrade)(plan[1] % (FAKE_REFUSE + 1)),
		.message = (enum fake_message)(plan[2] % (FAKE_DIE + 1)),
		.silent = plan[3] % 8,
	};
	if (plan[3] < STRETCHED_FROM) {
		input->settings &= ~(unsigned) STRETCHED;
	}
	input->refuses_http = plan[1] >> 4 == 15;
	input->refuses_websocket = plan[1] >> 4 == 14;
	input->deflates = plan[1] >> 4 == 13;
	if (input->deflates) {
		input->settings &=
			~(unsigned) STRETCHED; /* so much that a turn ends, and that is cut differently */
	}
	input->tick_every = plan[4];
	if (input->settings & STRETCHED) {
		/* How much comes before a late 101 depends on when reading pauses, and so on the cuts. */
		input->tick_every *= 1024;
		if (input->plan.upgrade == FAKE_ACCEPT_LATER) {
			input->plan.upgrade = FAKE_ACCEPT;
		}
	}
}

static void append(struct input *input, const char *text)
{
	memcpy(input->stream + input->len, text, strlen(text));
	input->len += strlen(text);
}

static void make_stream(struct input *input, const uint8_t *data, size_t len)
{
	static char stream[STREAM_MAX];
	size_t times = input->settings & STRETCHED && len > 0 ? STREAM_MAX / len : 1;

	input->stream = stream;
	input->len = 0;
	if (input->settings & IS_WEBSOCKET) {
		append(input, upgrade_head);
		append(input, input->deflates ? offer : "\r\n");
	}
	for (; times > 0 && input->len + len <= STREAM_MAX; times--) {
		memcpy(stream + input->len, data, len);
		input->len += len;
	}
}

static void apply_settings(struct fake_net *net, const struct input *input)
{
	struct sp_port_settings *settings = &net->listener.settings;

	net->core.settings.compression = input->deflates;
	net->core.settings.compression_window = 15;
	settings->head_max_length = input->settings & SMALL_HEAD ? 256 : 16384;
	settings->package_max_length = input->settings & SMALL_BODY ? 20
								   : input->deflates            ? 1000
																: 100000;
	settings->http = !input->refuses_http;
	settings->websocket = !input->refuses_websocket;
	settings->open_close_frame = settings->open_ping_frame = settings->open_pong_frame =
		(input->settings & FRAMES_TOLD) != 0;
	if (input->settings & BLOCKED) {
		net->blocked = true;
		settings->socket_buffer_size = 200;
	}
	if (input->settings & BOUND) {
		settings->head_max_fields = 8;
		settings->body_min_rate = 10;
		settings->control_frame_rate = 3;
		settings->message_rate = 5;
		settings->allowed_origins = "self";
	}
}

static void tell_session(struct sp_buf *story, const struct input *input, struct cuts cuts)
{
	struct fake_net net;
	size_t at = 0;

	story->len = 0;
	fake_open(&net, &input->plan, story);
	apply_settings(&net, input);
	while (at < input->len) {
		size_t left = input->len - at;
		size_t piece = input->tick_every > 0 && input->tick_every < left ? input->tick_every : left;

		if (fake_feed(&net, input->stream + at, piece, cuts) < piece) {
			break;
		}
		at += piece;
		fake_settle(&net);
	}
	if (input->settings & ENDS) {
		fake_eof(&net);
	}
	fake_end(&net);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct sp_buf whole, cut; /* kept from one input to the next */
	struct cut_input parts;
	struct input input = {0};

	if (!cut_input(data, len, &parts) || parts.len < PLAN_LEN) {
		return 0;
	}
	input.settings = parts.settings;
	make_plan(&input, parts.data);
	make_stream(&input, parts.data + PLAN_LEN, parts.len - PLAN_LEN);
	tell_session(&whole, &input, cuts_none());
	tell_session(&cut, &input, parts.cuts);
	must_be_the_same(&whole, &cut);
	tell_session(&cut, &input, cuts_every(input.settings & STRETCHED ? STRETCHED_PIECE : 1));
	must_be_the_same(&whole, &cut);
	return 0;
}
