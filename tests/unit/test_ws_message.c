/* SPDX-License-Identifier: MIT */
/*
 * From bytes to messages: every case is fed whole, in pieces of several sizes, and cut once at
 * every place, and must tell the same story each time.
 */
#include "check.h"
#include "ws_story.h"

#define FIN 0x80
#define RSV1 0x40
#define LIMIT 100000

static const uint8_t mask[4] = {0x37, 0xFA, 0x21, 0x3D};

/* A masked frame in its shortest form. first is the whole first octet. */
static void put_frame(struct sp_buf *stream, unsigned first, const void *payload, size_t len)
{
	uint8_t header[SP_WS_HEADER_OUT_MAX];
	size_t size = sp_ws_frame_header_write(header, false, 0, 0, len);
	size_t i;

	header[0] = (uint8_t) first;
	header[1] |= 0x80;
	must(sp_buf_append(stream, header, size));
	must(sp_buf_append(stream, mask, sizeof(mask)));
	must(sp_buf_append(stream, payload, len));
	/* not sp_ws_unmask(), which is under test here */
	for (i = 0; i < len; i++) {
		stream->data[stream->len - len + i] ^= (char) mask[i % 4];
	}
}

static void put_text(struct sp_buf *stream, unsigned first, const char *payload)
{
	put_frame(stream, first, payload, strlen(payload));
}

/* hex: octets as hexadecimal digits, with blanks between them. */
static void put_hex(struct sp_buf *stream, const char *hex)
{
	unsigned octet;
	int taken;
	char c;

	while (sscanf(hex, " %2x%n", &octet, &taken) == 1) {
		c = (char) octet;
		must(sp_buf_append(stream, &c, 1));
		hex += taken;
	}
}

static bool tells(const struct sp_buf *stream, bool rsv1, struct cuts cuts, const char *expected)
{
	struct sp_buf story = {0};
	bool same;

	ws_story(&story, LIMIT, rsv1, stream->data, stream->len, cuts);
	must(sp_buf_append(&story, "", 1));
	same = strcmp(story.data, expected) == 0;
	if (!same) {
		printf("# got:\n%.600s# expected:\n%.600s", story.data, expected);
	}
	sp_buf_fini(&story);
	return same;
}

/* States that the stream tells this story however it is cut. Empties the stream. */
static void story_is(struct sp_buf *stream, bool rsv1, const char *expected, const char *title)
{
	static const size_t sizes[] = {0, 1, 2, 3, 7, 16};
	bool same = true;
	size_t i;

	for (i = 0; same && i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		same = tells(stream, rsv1, cuts_every(sizes[i]), expected);
	}
	for (i = 1; same && i < stream->len; i++) {
		same = tells(stream, rsv1, cuts_once_at(i), expected) &&
			   tells(stream, rsv1, cuts_moving(cuts_once_at(i)), expected);
	}
	ok(same, title);
	sp_buf_fini(stream);
}

/* The examples of RFC 6455 §5.7 that a client may send, and others that differ in one thing. */
static void rfc_examples(void)
{
	struct sp_buf stream = {0};

	put_hex(&stream, "81 85 37 fa 21 3d 7f 9f 4d 51 58");
	story_is(&stream, false, "message 1 Hello\nidle\n", "masked text");
	put_hex(&stream, "8a 85 37 fa 21 3d 7f 9f 4d 51 58");
	story_is(&stream, false, "pong Hello\nidle\n", "masked pong");
	put_hex(&stream, "81 05 48 65 6c 6c 6f");
	story_is(&stream, false, "bad 1002 frame is not masked\n", "unmasked text");
	put_hex(&stream, "89 05 48 65 6c 6c 6f");
	story_is(&stream, false, "bad 1002 frame is not masked\n", "unmasked ping");
	put_hex(&stream, "81 80 37 fa 21 3d");
	story_is(&stream, false, "message 1 \nidle\n", "empty text");
	put_hex(&stream, "82 80 00 00 00 00 81 85 37 fa 21 3d 7f 9f 4d 51 58");
	story_is(&stream, false, "message 2 \nmessage 1 Hello\nidle\n", "two messages");
}

static void fragments(void)
{
	struct sp_buf stream = {0};
	size_t i;

	put_text(&stream, SP_WS_TEXT, "Hel");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "lo");
	story_is(&stream, false, "message 1 Hello\nidle\n", "two fragments");
	put_text(&stream, SP_WS_BINARY, "");
	put_text(&stream, SP_WS_CONTINUATION, "");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "");
	put_text(&stream, FIN | SP_WS_TEXT, "next");
	story_is(&stream, false, "message 2 \nmessage 1 next\nidle\n", "empty fragments");
	put_text(&stream, SP_WS_TEXT, "");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "late");
	story_is(&stream, false, "message 1 late\nidle\n", "an empty first fragment");
	put_text(&stream, SP_WS_TEXT, "one");
	put_text(&stream, FIN | SP_WS_PING, "are you there");
	put_text(&stream, SP_WS_CONTINUATION, "two");
	put_text(&stream, FIN | SP_WS_PONG, "");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "three");
	story_is(&stream, false, "ping are\\x20you\\x20there\npong \nmessage 1 onetwothree\nidle\n",
		"control frames between fragments");
	put_text(&stream, SP_WS_TEXT, "begun");
	story_is(&stream, false, "unfinished\n", "no last fragment");
	put_text(&stream, SP_WS_TEXT, "begun");
	put_frame(&stream, FIN | SP_WS_CLOSE, "\x03\xE8", 2);
	story_is(&stream, false, "close 1000 \n", "close inside a message");

	put_text(&stream, SP_WS_BINARY, "(");
	for (i = 0; i < 5000; i++) {
		put_text(&stream, SP_WS_CONTINUATION, i % 500 == 0 ? "." : "");
	}
	put_text(&stream, FIN | SP_WS_CONTINUATION, ")");
	ok(tells(&stream, false, cuts_none(), "message 2 (..........)\nidle\n") &&
			tells(&stream, false, cuts_every(5), "message 2 (..........)\nidle\n"),
		"thousands of fragments");
	sp_buf_fini(&stream);
}

static void broken_sequences(void)
{
	struct sp_buf stream = {0};

	put_text(&stream, FIN | SP_WS_CONTINUATION, "x");
	story_is(&stream, false, "bad 1002 continuation of nothing\n", "continuation at the start");
	put_text(&stream, FIN | SP_WS_TEXT, "x");
	put_text(&stream, SP_WS_CONTINUATION, "x");
	story_is(&stream, false, "message 1 x\nbad 1002 continuation of nothing\n",
		"continuation of a whole message");
	put_text(&stream, SP_WS_TEXT, "x");
	put_text(&stream, FIN | SP_WS_TEXT, "x");
	story_is(
		&stream, false, "bad 1002 new message inside a fragmented one\n", "text inside a text");
	put_text(&stream, SP_WS_BINARY, "");
	put_text(&stream, SP_WS_BINARY, "x");
	story_is(&stream, false, "bad 1002 new message inside a fragmented one\n",
		"binary inside an empty beginning");
}

static void bad_headers(void)
{
	static const unsigned reserved[] = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15};
	struct sp_buf stream = {0};
	size_t i;

	for (i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++) {
		put_text(&stream, FIN | reserved[i], "x");
		story_is(&stream, false, "bad 1002 reserved opcode\n", "reserved opcode");
	}
	for (i = 1; i < 8; i++) {
		put_text(&stream, FIN | (unsigned) i << 4 | SP_WS_TEXT, "x");
		story_is(&stream, false, "bad 1002 reserved bits are set\n", "reserved bits");
		put_text(&stream, FIN | (unsigned) i << 4 | SP_WS_PING, "x");
		story_is(&stream, true, "bad 1002 reserved bits are set\n", "reserved bits, control");
	}
	put_hex(&stream, "81 fe 00 7d 37 fa 21 3d");
	story_is(&stream, false, "bad 1002 length is not in its shortest form\n", "125 in 16 bits");
	put_hex(&stream, "82 ff 00 00 00 00 00 00 ff ff 37 fa 21 3d");
	story_is(&stream, false, "bad 1002 length is not in its shortest form\n", "65535 in 64 bits");
	put_hex(&stream, "82 ff 80 00 00 00 00 01 00 00 37 fa 21 3d");
	story_is(&stream, false, "bad 1002 length is not in its shortest form\n", "highest bit of 64");
	put_hex(&stream, "82 ff 7f ff ff ff ff ff ff ff 37 fa 21 3d");
	story_is(&stream, false, "bad 1009 message is too big\n", "the longest length there is");
}

static void control_frames(void)
{
	char payload[200];
	char expected[200];
	struct sp_buf stream = {0};

	memset(payload, 'p', sizeof(payload));
	snprintf(expected, sizeof(expected), "ping %.125s\nidle\n", payload);
	put_frame(&stream, FIN | SP_WS_PING, payload, 125);
	story_is(&stream, false, expected, "125 bytes");
	put_frame(&stream, FIN | SP_WS_PING, payload, 126);
	story_is(&stream, false, "bad 1002 control frame longer than 125 bytes\n", "126 bytes");
	put_text(&stream, SP_WS_PING, "x");
	story_is(&stream, false, "bad 1002 fragmented control frame\n", "fragmented ping");
	put_text(&stream, SP_WS_CLOSE, "");
	story_is(&stream, false, "bad 1002 fragmented control frame\n", "fragmented close");
	put_frame(&stream, FIN | SP_WS_PING, "\xFF\x00", 2);
	story_is(&stream, false, "ping \\xFF\\x00\nidle\n", "a ping may hold any bytes");
}

static void close_frames(void)
{
	static const unsigned good[] = {1000, 1001, 1002, 1003, 1007, 1014, 3000, 3999, 4000, 4999};
	static const unsigned wrong[] = {
		0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535};
	struct sp_buf stream = {0};
	char payload[2];
	char expected[64];
	size_t i;

	put_text(&stream, FIN | SP_WS_CLOSE, "");
	story_is(&stream, false, "close 1005 \n", "no code");
	put_text(&stream, FIN | SP_WS_CLOSE, "\x03");
	story_is(&stream, false, "bad 1002 close frame with half a status code\n", "half a code");
	put_text(&stream, FIN | SP_WS_CLOSE, "\x03\xE9 bye \xE2\x82\xAC");
	story_is(&stream, false, "close 1001 \\x20bye\\x20\\xE2\\x82\\xAC\n", "a reason");
	put_text(&stream, FIN | SP_WS_CLOSE, "\x03\xE9 bye \xE2\x82");
	story_is(
		&stream, false, "bad 1007 close reason is not UTF-8\n", "a reason with half a character");
	put_text(&stream, FIN | SP_WS_CLOSE, "\x03\xE9\xC0\x80");
	story_is(&stream, false, "bad 1007 close reason is not UTF-8\n",
		"a reason with an overlong character");
	for (i = 0; i < sizeof(good) / sizeof(good[0]) + sizeof(wrong) / sizeof(wrong[0]); i++) {
		unsigned code = i < sizeof(good) / sizeof(good[0])
							? good[i]
							: wrong[i - sizeof(good) / sizeof(good[0])];
		payload[0] = (char) (code >> 8);
		payload[1] = (char) code;
		put_frame(&stream, FIN | SP_WS_CLOSE, payload, 2);
		if (i < sizeof(good) / sizeof(good[0])) {
			snprintf(expected, sizeof(expected), "close %u \n", code);
		} else {
			snprintf(expected, sizeof(expected), "bad 1002 invalid close code\n");
		}
		story_is(&stream, false, expected, expected);
	}
}

static void texts(void)
{
	const char *bad = "bad 1007 text is not UTF-8\n";
	struct sp_buf stream = {0};

	put_text(&stream, FIN | SP_WS_TEXT, "\xCE\xBA\xE2\x82\xAC\xF0\x90\x8D\x88");
	story_is(&stream, false, "message 1 \\xCE\\xBA\\xE2\\x82\\xAC\\xF0\\x90\\x8D\\x88\nidle\n",
		"characters of every length");
	put_text(&stream, SP_WS_TEXT, "\xF0\x90");
	put_text(&stream, SP_WS_CONTINUATION, "");
	put_text(&stream, FIN | SP_WS_PING, "\xF0");
	put_text(&stream, SP_WS_CONTINUATION, "\x8D");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "\x88");
	story_is(&stream, false, "ping \\xF0\nmessage 1 \\xF0\\x90\\x8D\\x88\nidle\n",
		"a character across fragments");
	put_text(&stream, FIN | SP_WS_TEXT, "ends with half \xE2\x82");
	story_is(&stream, false, bad, "unfinished at the end");
	put_text(&stream, SP_WS_TEXT, "ends with half \xE2\x82");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "");
	story_is(&stream, false, bad, "unfinished at the end, empty last fragment");
	put_text(&stream, FIN | SP_WS_TEXT, "surrogate \xED\xA0\x80");
	story_is(&stream, false, bad, "a surrogate");
	put_text(&stream, FIN | SP_WS_BINARY, "\xED\xA0\x80");
	put_text(&stream, FIN | SP_WS_TEXT, "ok");
	story_is(&stream, false, "message 2 \\xED\\xA0\\x80\nmessage 1 ok\nidle\n",
		"binary may hold anything");
	put_text(&stream, SP_WS_BINARY, "\xED");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "\xFF");
	story_is(&stream, false, "message 2 \\xED\\xFF\nidle\n", "binary fragments, too");
}

static void compressed(void)
{
	struct sp_buf stream = {0};

	put_text(&stream, FIN | RSV1 | SP_WS_TEXT, "\xFF\xFE");
	story_is(&stream, true, "message 1 compressed \\xFF\\xFE\nidle\n", "is not checked as text");
	put_text(&stream, RSV1 | SP_WS_TEXT, "\xFF");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "\xFE");
	put_text(&stream, FIN | SP_WS_TEXT, "plain");
	story_is(&stream, true, "message 1 compressed \\xFF\\xFE\nmessage 1 plain\nidle\n",
		"fragments, then a plain one");
	put_text(&stream, RSV1 | SP_WS_TEXT, "x");
	put_text(&stream, FIN | RSV1 | SP_WS_CONTINUATION, "x");
	story_is(&stream, true, "bad 1002 reserved bits are set\n", "RSV1 on a continuation");
	put_text(&stream, FIN | RSV1 | 0x20 | SP_WS_TEXT, "x");
	story_is(&stream, true, "bad 1002 reserved bits are set\n", "RSV2 beside RSV1");
	put_text(&stream, FIN | RSV1 | SP_WS_BINARY, "x");
	story_is(&stream, false, "bad 1002 reserved bits are set\n", "not negotiated");
}

/* Everything is refused as soon as possible. */
static void fails_fast(void)
{
	struct sp_buf stream = {0};
	char text[] = "aaaa";
	size_t i;

	put_hex(&stream, "81 fe 10 00 00 00 00 00 61 62 ff");
	story_is(&stream, false, "bad 1007 text is not UTF-8\n", "at the first bad octet");
	put_hex(&stream, "82 ff 00 00 00 00 00 01 86 a1 00 00 00 00");
	story_is(&stream, false, "bad 1009 message is too big\n", "limit + 1, by its header");
	put_text(&stream, SP_WS_BINARY, "x");
	put_hex(&stream, "80 ff 00 00 00 00 00 01 86 a0 00 00 00 00");
	story_is(&stream, false, "bad 1009 message is too big\n", "1 + limit, by its header");
	put_text(&stream, SP_WS_TEXT, "");
	put_hex(&stream, "81 80 00 00 00 00");
	story_is(&stream, false, "bad 1002 new message inside a fragmented one\n", "header alone");
	put_hex(&stream, "88 81 00 00 00 00");
	story_is(&stream, false, "bad 1002 close frame with half a status code\n", "close of 1 byte");
	for (i = 0; i < LIMIT / 4; i++) {
		put_text(&stream, i == 0 ? SP_WS_BINARY : SP_WS_CONTINUATION, text);
	}
	put_text(&stream, SP_WS_CONTINUATION, "");
	put_text(&stream, SP_WS_CONTINUATION, "y");
	ok(tells(&stream, false, cuts_none(), "bad 1009 message is too big\n") &&
			tells(&stream, false, cuts_every(11), "bad 1009 message is too big\n"),
		"limit in fragments, then one byte");
	sp_buf_fini(&stream);
}

/* Where an event's bytes lie, and what the decoder holds afterwards. */
static void memory(void)
{
	struct sp_buf stream = {0};
	struct sp_ws_message decoder;
	struct sp_ws_event_data out;
	size_t used;
	char *data;

	put_text(&stream, FIN | SP_WS_TEXT, "view");
	put_text(&stream, SP_WS_TEXT, "");
	put_text(&stream, FIN | SP_WS_CONTINUATION, "view too");
	data = guarded(stream.data, stream.len);
	sp_ws_message_init(&decoder, LIMIT, false);
	ok(sp_ws_message_idle(&decoder), "idle at the start");
	must(sp_ws_message_feed(&decoder, data, stream.len, &used, &out) == SP_WS_EVENT_MESSAGE);
	ok(out.payload == data + 6 && used == 10, "a whole message is a view");
	must(sp_ws_message_feed(&decoder, data + used, stream.len - used, &used, &out) ==
		 SP_WS_EVENT_MESSAGE);
	ok(out.payload == data + stream.len - 8, "so is one after empty fragments");
	must(sp_ws_message_feed(&decoder, data, 0, &used, &out) == SP_WS_EVENT_MORE && used == 0);
	must(sp_ws_message_feed(&decoder, NULL, 0, &used, &out) == SP_WS_EVENT_MORE && used == 0);
	ok(decoder.gathered.cap == 0 && sp_ws_message_idle(&decoder), "neither took memory");

	data = guarded(stream.data, 3);
	must(sp_ws_message_feed(&decoder, data, 3, &used, &out) == SP_WS_EVENT_MORE && used == 3);
	ok(!sp_ws_message_idle(&decoder), "half a header is not idle");
	data = guarded(stream.data + 3, 7);
	must(sp_ws_message_feed(&decoder, data, 7, &used, &out) == SP_WS_EVENT_MESSAGE);
	ok(out.payload == data + 3 && decoder.gathered.cap == 0, "a view after half a header");

	must(sp_ws_message_feed(&decoder, guarded(stream.data, 8), 8, &used, &out) == SP_WS_EVENT_MORE);
	ok(!sp_ws_message_idle(&decoder) && decoder.gathered.len == 2, "half a message is gathered");
	must(sp_ws_message_feed(&decoder, guarded(stream.data + 8, 2), 2, &used, &out) ==
		 SP_WS_EVENT_MESSAGE);
	ok(out.len == 4 && memcmp(out.payload, "view", 4) == 0 && sp_ws_message_idle(&decoder),
		"and handed out whole");
	sp_ws_message_fini(&decoder);
	ok(decoder.gathered.cap == 0 && decoder.limit == LIMIT, "fini frees and keeps the settings");
	sp_buf_fini(&stream);
}

static void no_memory(void)
{
	struct sp_buf stream = {0};
	struct sp_ws_message decoder;
	struct sp_ws_event_data out;
	size_t used;

	put_text(&stream, FIN | SP_WS_TEXT, "text");
	sp_ws_message_init(&decoder, SIZE_MAX, false);
	decoder.gathered = full_buf();
	ok(sp_ws_message_feed(&decoder, guarded(stream.data, 8), 8, &used, &out) == SP_WS_EVENT_BAD &&
			out.close_code == SP_WS_CLOSE_SERVER_ERROR,
		"is 1011");
	sp_buf_fini(&stream);
}

/* A generator of our own, so that every run is the same. */
static unsigned next_random(void)
{
	static uint32_t state = 20250101;

	state = state * 1664525u + 1013904223u;
	return state >> 8;
}

static void put_random_message(struct sp_buf *stream, struct sp_buf *expected)
{
	static char payload[70000];
	size_t sizes[] = {next_random() % 20, 100 + next_random() % 60, next_random() % 70000};
	size_t len = sizes[next_random() % 40 == 0 ? 2 : next_random() % 2];
	size_t at = 0;
	size_t i, piece;
	unsigned first = SP_WS_BINARY;

	for (i = 0; i < len; i++) {
		payload[i] = (char) next_random();
	}
	must(sp_buf_puts(expected, "message 2 "));
	tell_bytes(expected, payload, len);
	must(sp_buf_puts(expected, "\n"));
	while (next_random() % 3 == 0) {
		piece = next_random() % (len - at + 1);
		put_frame(stream, first, payload + at, piece);
		first = SP_WS_CONTINUATION;
		at += piece;
	}
	put_frame(stream, FIN | first, payload + at, len - at);
}

static void many_messages_in_many_cuts(void)
{
	struct sp_buf stream = {0};
	struct sp_buf expected = {0};
	uint8_t sizes[61];
	bool same = true;
	size_t i, k;

	for (i = 0; i < 200; i++) {
		put_random_message(&stream, &expected);
	}
	must(sp_buf_append(&expected, "idle\n", sizeof("idle\n")));
	for (i = 0; same && i < 20; i++) {
		for (k = 0; k < sizeof(sizes); k++) {
			sizes[k] = (uint8_t) next_random();
		}
		same = tells(&stream, false, cuts_of(sizes, sizeof(sizes)), expected.data);
	}
	ok(same && tells(&stream, false, cuts_none(), expected.data), "200 messages, 21 ways");
	sp_buf_fini(&stream);
	sp_buf_fini(&expected);
}

int main(void)
{
	run(rfc_examples);
	run(fragments);
	run(broken_sequences);
	run(bad_headers);
	run(control_frames);
	run(close_frames);
	run(texts);
	run(compressed);
	run(fails_fast);
	run(memory);
	run(no_memory);
	run(many_messages_in_many_cuts);
	return check_end();
}
