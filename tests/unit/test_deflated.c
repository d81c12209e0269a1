/* SPDX-License-Identifier: MIT */
/*
 * The compressed forms of a packet: made once for each window, counted and freed with the packet.
 *
 * with: src/net/out/packet.c src/net/out/deflated.c -Wl,--wrap=sp_deflate_message
 */
#include "check.h"
#include "guard.h"
#include "net/out/deflated.h"
#include "wire/inflate.h"

enum sp_deflated __real_sp_deflate_message(
	struct sp_deflate *compressor, const void *data, size_t len, struct sp_buf *out, size_t max);
enum sp_deflated __wrap_sp_deflate_message(
	struct sp_deflate *compressor, const void *data, size_t len, struct sp_buf *out, size_t max);

static unsigned compressed; /* times */
static bool without_memory;

enum sp_deflated __wrap_sp_deflate_message(
	struct sp_deflate *compressor, const void *data, size_t len, struct sp_buf *out, size_t max)
{
	compressed++;
	return without_memory ? SP_DEFLATE_NOMEM
						  : __real_sp_deflate_message(compressor, data, len, out, max);
}

static struct sp_packet_account account;
static struct sp_deflater deflater;
static char text[3000];

static void begin(void)
{
	account = (struct sp_packet_account){0};
	deflater = (struct sp_deflater){.level = 6, .memory = 8, .min_length = 100};
	compressed = 0;
	for (size_t i = 0; i < sizeof(text); i++) {
		text[i] = (char) ('a' + i * i % 7);
	}
}

static void end(void)
{
	sp_deflater_fini(&deflater);
	ok(account.bytes == 0, "nothing is left");
	sp_packet_account_fini(&account);
}

static struct sp_packet *message(size_t len)
{
	struct sp_packet *packet = sp_packet_new_ws(&account, true, 0, SP_WS_TEXT, text, len);

	must(packet != NULL);
	return packet;
}

/* The form is a frame with RSV1, and inflates to the first bytes of text. */
static bool is_form(const struct sp_packet *form, size_t len)
{
	struct sp_inflate *inflate = sp_inflate_new();
	struct sp_buf out = {0};
	struct sp_ws_frame_header header;
	size_t at = sp_ws_frame_header_parse(form->data, form->len, &header);
	bool right =
		inflate != NULL && header.fin && header.rsv == 4 && header.opcode == SP_WS_TEXT &&
		!header.masked && header.length == form->len - at &&
		sp_inflate_feed(inflate, form->data + at, form->len - at, true, &out, len) == SP_INFLATED &&
		out.len == len && memcmp(out.data, text, len) == 0;

	sp_inflate_free(inflate);
	sp_buf_fini(&out);
	return right;
}

static void once(void)
{
	struct sp_packet *packet, *form;

	begin();
	packet = message(3000);
	packet->course = (struct sp_packet_course){.key = 7, .except = 8, .may_drop = true};
	form = sp_packet_deflated(&deflater, packet, 15);
	ok(form != packet && form->len < packet->len && is_form(form, 3000), "a compressed form");
	ok(form->course.key == 7 && form->course.except == 8 && form->course.may_drop,
		"what may happen to it is the same");
	ok(form->refs == 1 && account.bytes == packet->len + form->len, "the packet holds it");
	for (int i = 0; i < 100; i++) {
		must(sp_packet_deflated(&deflater, packet, 15) == form);
	}
	ok(compressed == 1, "one for all receivers");
	sp_packet_ref(form);
	sp_packet_release(packet);
	ok(form->refs == 1 && account.bytes == form->len && is_form(form, 3000),
		"it outlives the packet in a queue");
	sp_packet_release(form);
	end();
}

static void windows(void)
{
	struct sp_packet *packet, *forms[16];

	begin();
	packet = message(3000);
	for (unsigned window = 9; window <= 15; window++) {
		forms[window] = sp_packet_deflated(&deflater, packet, window);
		ok(forms[window] != packet && forms[window]->form == window && is_form(forms[window], 3000),
			"a form for each window");
	}
	for (unsigned window = 9; window <= 15; window++) {
		ok(sp_packet_deflated(&deflater, packet, window) == forms[window], "found again");
	}
	ok(compressed == 7, "once each");
	sp_packet_release(packet);
	end();
}

static bool stays(struct sp_packet *packet, unsigned times)
{
	bool same = true;

	compressed = 0;
	for (int i = 0; i < 3; i++) {
		same = same && sp_packet_deflated(&deflater, packet, 15) == packet;
	}
	sp_packet_release(packet);
	return same && compressed == times;
}

static void plain(void)
{
	struct sp_packet *packet;

	begin();
	ok(stays(message(99), 0), "a short message");
	packet = message(99);
	packet->course.deflate_short = true;
	ok(sp_packet_deflated(&deflater, packet, 15) != packet, "unless it is asked for");
	sp_packet_release(packet);
	packet = message(1);
	packet->course.deflate_short = true;
	ok(stays(packet, 1), "what gets no shorter is tried once");
	packet = message(0);
	packet->course.deflate_short = true;
	ok(stays(packet, 0), "an empty one");
	ok(stays(sp_packet_new_ws(&account, true, 0, SP_WS_PING, text, 120), 0), "a ping");
	ok(stays(sp_packet_new_close(&account, 1000, text, 123), 0), "a close frame");
	ok(stays(sp_packet_new_ws(&account, false, 0, SP_WS_TEXT, text, 1000), 0), "a fragment");
	ok(stays(sp_packet_new_ws(&account, true, 0, SP_WS_CONTINUATION, text, 1000), 0),
		"the last one");
	ok(stays(sp_packet_new_ws(&account, true, 4, SP_WS_TEXT, text, 1000), 0),
		"what is compressed already");
	ok(stays(sp_packet_new_raw(&account, text, 1000, NULL, 0), 0), "bytes that are no frame");
	ok(stays(sp_packet_new_raw(&account, "\x81\x7e\x01\x00", 4, text, 257), 0),
		"more than a frame");
	ok(stays(sp_packet_new_raw(&account, "\x81\x7e\x01\x00", 4, text, 255), 0),
		"less than a frame");
	ok(stays(sp_packet_new_raw(&account, "\x81\x7e", 2, NULL, 0), 0), "not even a header");
	packet = message(1000);
	without_memory = true;
	ok(sp_packet_deflated(&deflater, packet, 15) == packet, "without memory it stays as it is");
	without_memory = false;
	ok(sp_packet_deflated(&deflater, packet, 15) != packet, "for as long as there is none");
	sp_packet_release(packet);
	end();
}

/* Noise that repeats itself from farther than a small window reaches. */
static void far(void)
{
	static char noise[8000];
	struct sp_packet *packet;
	uint32_t state = 1;

	begin();
	for (size_t i = 0; i < sizeof(noise); i++) {
		state = state * 1664525u + 1013904223u;
		noise[i] = i < 4000 ? (char) (state >> 16) : noise[i - 4000];
	}
	packet = sp_packet_new_ws(&account, true, 0, SP_WS_BINARY, noise, sizeof(noise));
	must(packet != NULL);
	ok(sp_packet_deflated(&deflater, packet, 9) == packet, "nothing to gain with a small window");
	ok(sp_packet_deflated(&deflater, packet, 13) != packet, "but with a larger one");
	ok(sp_packet_deflated(&deflater, packet, 9) == packet && compressed == 2, "and it is known");
	sp_packet_release(packet);
	end();
}

static void large(void)
{
	static char zeros[1 << 20];
	struct sp_packet *packet;

	begin();
	packet = sp_packet_new_ws(&account, true, 0, SP_WS_BINARY, zeros, sizeof(zeros));
	must(packet != NULL);
	ok(sp_packet_deflated(&deflater, packet, 15)->len < 2000, "a large one");
	ok(deflater.scratch.cap == 0, "does not leave a large buffer behind");
	sp_packet_release(packet);
	end();
}

int main(void)
{
	run(once);
	run(windows);
	run(plain);
	run(far);
	run(large);
	return check_end();
}
