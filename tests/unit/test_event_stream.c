/* SPDX-License-Identifier: MIT */
/*
 * Events as they are written, and as a reader by the book understands them; and the event form of a
 * packet.
 *
 * with: src/net/out/packet.c src/net/out/event.c
 */
#include "check.h"
#include "event_model.h"
#include "net/out/event.h"
#include "wire/event_stream.h"

static const struct sp_span none = {NULL, 0};

static bool writes(
	struct sp_span data, struct sp_span name, struct sp_span id, const char *expected)
{
	struct sp_buf out = {0};
	bool same = sp_event_put(&out, data, name, id) && out.len == strlen(expected) &&
				memcmp(out.data, expected, out.len) == 0;

	sp_buf_fini(&out);
	return same;
}

static void test_lines(void)
{
	ok(writes(sp_span("a"), none, none, "data: a\n\n"), "one line");
	ok(writes(sp_span(""), none, none, "data: \n\n"), "nothing is an event, too");
	ok(writes(sp_span("a\nb"), none, none, "data: a\ndata: b\n\n"), "LF");
	ok(writes(sp_span("a\rb"), none, none, "data: a\ndata: b\n\n"), "CR");
	ok(writes(sp_span("a\r\nb"), none, none, "data: a\ndata: b\n\n"), "CRLF is one break");
	ok(writes(sp_span("a\n\rb"), none, none, "data: a\ndata: \ndata: b\n\n"), "LF CR are two");
	ok(writes(sp_span("\r"), none, none, "data: \ndata: \n\n"), "a break alone");
	ok(writes(sp_span("a\n"), none, none, "data: a\ndata: \n\n"), "a break at the end");
	ok(writes(sp_span(" a"), sp_span("n"), sp_span("7"), "event: n\nid: 7\ndata:  a\n\n"),
		"name, id, and a blank of its own");
	ok(writes(sp_span("a"), none, sp_span(""), "id: \ndata: a\n\n"), "an id that is forgotten");
}

static void test_fields(void)
{
	ok(sp_event_field_valid(sp_span("seat 5: \xC3\xA4")) && sp_event_field_valid(none),
		"good ones");
	ok(!sp_event_field_valid(sp_span("a\nb")) && !sp_event_field_valid(sp_span("\r")) &&
			!sp_event_field_valid((struct sp_span){"a\0", 2}),
		"line breaks and NUL would end them");
}

/* Every text of up to five characters, of those that matter. */
static void test_a_reader_gets_what_was_written(void)
{
	static const char letters[] = {'\r', '\n', ' ', ':', 'd', '\0'};
	struct sp_buf out = {0}, seen = {0};
	struct event_model model = {0};
	char text[5];
	bool same = true;

	for (size_t len = 0; len <= sizeof(text); len++) {
		size_t all = 1;

		for (size_t i = 0; i < len; i++) {
			all *= sizeof(letters);
		}
		for (size_t n = 0; n < all; n++) {
			for (size_t i = 0, rest = n; i < len; i++, rest /= sizeof(letters)) {
				text[i] = letters[rest % sizeof(letters)];
			}
			out.len = 0;
			must(sp_event_put(&out, (struct sp_span){guarded(text, len), len}, none, none));
			event_model_lines(&seen, text, len);
			model.rest = (struct sp_span){out.data, out.len};
			same = same && event_model_next(&model) && model.data.len == seen.len &&
				   (seen.len == 0 || memcmp(model.data.data, seen.data, seen.len) == 0) &&
				   model.rest.len == 0;
		}
	}
	ok(same, "every text of up to five characters");
	out.len = 0;
	must(sp_event_put_retry(&out, 1500) && sp_buf_puts(&out, SP_EVENT_COMMENT));
	model.rest = (struct sp_span){out.data, out.len};
	ok(!event_model_next(&model) && model.retry == 1500, "a retry and a comment are no events");
	event_model_fini(&model);
	sp_buf_fini(&out);
	sp_buf_fini(&seen);
}

static void test_no_memory(void)
{
	struct sp_buf full = full_buf();

	ok(!sp_event_put(&full, sp_span("a"), none, none), "no memory for an event");
	ok(!sp_event_put_retry(&full, 1), "or a retry");
}

static struct sp_packet_account account;

/* Takes the packet. */
static bool becomes(struct sp_packet *packet, const char *expected)
{
	struct sp_packet *form = sp_packet_event(packet);
	bool same = form != NULL ? expected != NULL && form->len == strlen(expected) &&
								   memcmp(form->data, expected, form->len) == 0
							 : expected == NULL && (packet->formless & 1U << SP_FORM_EVENT);

	same = same && sp_packet_event(packet) == form; /* and it is made once */
	sp_packet_release(packet);
	return same;
}

static struct sp_packet *frame(uint8_t opcode, const char *text)
{
	return sp_packet_new_ws(&account, true, 0, opcode, text, strlen(text));
}

static void test_forms(void)
{
	struct sp_packet *packet;

	ok(becomes(frame(SP_WS_TEXT, "a\nb"), "data: a\ndata: b\n\n"), "a text");
	ok(becomes(frame(SP_WS_BINARY, "a"), "data: a\n\n"), "binary data that is text");
	ok(becomes(frame(SP_WS_BINARY, "\xFF"), NULL), "other binary data");
	ok(becomes(frame(SP_WS_PING, "x"), ":\n\n") && becomes(frame(SP_WS_PONG, ""), ":\n\n"),
		"a sign of life");
	ok(becomes(sp_packet_new_close(&account, 1000, "", 0), NULL), "a close frame");
	ok(becomes(
		   sp_packet_new_raw(&account, "\x01\x02un\x00\x00\x80\x01i", 9, NULL, 0), "data: uni\n\n"),
		"a text in three frames");
	ok(becomes(sp_packet_new_raw(&account, "\x01\x02un", 4, NULL, 0), NULL), "half a text");
	ok(becomes(sp_packet_new_raw(&account, "\x81\x05un", 4, NULL, 0), NULL), "half a frame");
	ok(becomes(sp_packet_new_raw(&account, "", 0, NULL, 0), NULL), "nothing");
	packet = sp_packet_new_raw(&account, "as it is", 8, NULL, 0);
	packet->course.raw = true;
	ok(becomes(packet, "as it is"), "raw bytes");
	packet = frame(SP_WS_TEXT, "a");
	packet->course = (struct sp_packet_course){.key = 5, .may_drop = true};
	must(sp_packet_event(packet) != NULL);
	ok(sp_packet_event(packet)->course.key == 5 && sp_packet_event(packet)->course.may_drop,
		"what may happen to it is the same");
	sp_packet_release(packet);
	ok(account.bytes == 0, "nothing is left");
	sp_packet_account_fini(&account);
}

int main(void)
{
	run(test_lines);
	run(test_fields);
	run(test_a_reader_gets_what_was_written);
	run(test_no_memory);
	run(test_forms);
	return check_end();
}
