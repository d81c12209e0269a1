/* SPDX-License-Identifier: MIT */
/*
 * Which offers of permessage-deflate are accepted, and with what answer (RFC 7692 §7.1).
 */
#include "check.h"
#include "guard.h"
#include "wire/ws_deflate.h"

#define NONE "none"
#define BAD "bad"
#define PLAIN "permessage-deflate; server_no_context_takeover; client_no_context_takeover"
#define WINDOW(bits) PLAIN "; server_max_window_bits=" bits

/* The answer to up to two fields; the second may be NULL. */
static const char *answer(const char *first, const char *second, unsigned window)
{
	static char text[SP_WS_DEFLATE_ANSWER_MAX];
	struct sp_http_head head = {.field_count = second != NULL ? 3 : 2};
	size_t len = strlen(first);
	uint8_t agreed = 77;

	head.fields[0] = (struct sp_http_field){sp_span("Sec-WebSocket-Key"), sp_span("\"")};
	head.fields[1] =
		(struct sp_http_field){sp_span("sec-websocket-EXTENSIONS"), {guarded(first, len), len}};
	head.fields[2] = (struct sp_http_field){
		sp_span("Sec-WebSocket-Extensions"), sp_span(second != NULL ? second : "")};
	if (!sp_ws_deflate_choose(&head, window, &agreed)) {
		must(agreed == 0);
		return BAD;
	}
	return agreed != 0 ? sp_ws_deflate_answer(agreed, text) : NONE;
}

static bool answers(const char *offers, const char *expected)
{
	const char *given = answer(offers, NULL, SP_WS_DEFLATE_WINDOW_MAX);

	if (strcmp(given, expected) != 0) {
		printf("%s\n  is answered: %s\n  and not:     %s\n", offers, given, expected);
	}
	/* Nothing is read past the end, wherever that is. */
	for (size_t len = 0; len <= strlen(offers); len++) {
		char cut[512];

		snprintf(cut, sizeof(cut), "%.*s", (int) len, offers);
		answer(cut, NULL, SP_WS_DEFLATE_WINDOW_MAX);
	}
	return strcmp(given, expected) == 0;
}

static void accepted(void)
{
	ok(answers("permessage-deflate", PLAIN), "without parameters");
	ok(answers("permessage-deflate; client_max_window_bits", PLAIN), "a browser's");
	ok(answers("permessage-deflate;client_max_window_bits=8", PLAIN), "a client's small window");
	ok(answers("permessage-deflate; server_no_context_takeover; client_no_context_takeover", PLAIN),
		"what is answered anyhow");
	ok(answers("permessage-deflate; server_max_window_bits=15", WINDOW("15")),
		"a window that was asked for is named");
	ok(answers("permessage-deflate; server_max_window_bits=9", WINDOW("9")), "the smallest one");
	ok(answers(" permessage-deflate ;\tserver_max_window_bits = \"1\\0\" ; client_max_window_bits",
		   WINDOW("10")),
		"quoted, with a backslash, and blanks");
	ok(answers(",, permessage-deflate ,,", PLAIN), "empty elements");
}

static void declined(void)
{
	static const char *const offers[] = {
		"",
		" , ,",
		"permessage-bzip2",
		"Permessage-Deflate",
		"x-webkit-deflate-frame",
		"permessage-deflate; unknown",
		"permessage-deflate; unknown=1",
		"permessage-deflate; Server_no_context_takeover",
		"permessage-deflate; server_no_context_takeover=1",
		"permessage-deflate; client_no_context_takeover=\"x\"",
		"permessage-deflate; server_max_window_bits",
		"permessage-deflate; server_max_window_bits=8",
		"permessage-deflate; server_max_window_bits=7",
		"permessage-deflate; server_max_window_bits=16",
		"permessage-deflate; server_max_window_bits=015",
		"permessage-deflate; server_max_window_bits=0",
		"permessage-deflate; server_max_window_bits=1x",
		"permessage-deflate; server_max_window_bits=150",
		"permessage-deflate; server_max_window_bits=4294967305",
		"permessage-deflate; client_max_window_bits=7",
		"permessage-deflate; client_max_window_bits=16",
		"permessage-deflate; client_max_window_bits=09",
		"permessage-deflate; client_no_context_takeover; client_no_context_takeover",
		"permessage-deflate; server_no_context_takeover; server_no_context_takeover",
		"permessage-deflate; client_max_window_bits; client_max_window_bits=10",
		"permessage-deflate; server_max_window_bits=10; server_max_window_bits=10",
		"permessage-deflate; server_max_window_bits=99; server_max_window_bits=10",
		"unknown; a=\"b\", x; y; z=0",
	};

	for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]); i++) {
		ok(answers(offers[i], NONE), offers[i]);
	}
}

static void malformed(void)
{
	static const char *const offers[] = {
		";",
		"permessage-deflate;",
		"permessage-deflate; ;",
		"permessage-deflate permessage-deflate",
		"permessage-deflate; server_max_window_bits=",
		"permessage-deflate; server_max_window_bits=\"\"",
		"permessage-deflate; server_max_window_bits=\"1",
		"permessage-deflate; server_max_window_bits=\"1\\",
		"permessage-deflate; server_max_window_bits=\"1 0\"",
		"permessage-deflate; server_max_window_bits=\"10\"x",
		"permessage-deflate; server_max_window_bits=10 11",
		"permessage-deflate; =10",
		"permessage-deflate=10",
		"permessage-deflate, \"",
		"x; y=\"a,permessage-deflate\", permessage-deflate",
		"permessage-deflate\x80",
	};

	for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]); i++) {
		ok(answers(offers[i], BAD), offers[i]);
	}
}

static void several(void)
{
	ok(answers("permessage-deflate; server_max_window_bits=8, permessage-deflate", PLAIN),
		"the second if the first cannot be accepted");
	ok(answers("permessage-deflate; server_max_window_bits=12, permessage-deflate", WINDOW("12")),
		"the first of two");
	ok(answers("foo; bar=1, permessage-deflate; x, permessage-deflate; server_max_window_bits=11",
		   WINDOW("11")),
		"the third");
	ok(strcmp(answer("foo", "permessage-deflate", 15), PLAIN) == 0, "in a second field");
	ok(strcmp(answer("permessage-deflate; server_max_window_bits=13", "permessage-deflate", 15),
		   WINDOW("13")) == 0,
		"the first field's comes first");
	ok(strcmp(answer("permessage-deflate", "permessage-deflate;", 15), BAD) == 0,
		"a malformed one, even after one that is accepted");
}

static void windows(void)
{
	ok(strcmp(answer("permessage-deflate", NULL, 12), WINDOW("12")) == 0,
		"a small window of the server's own is named");
	ok(strcmp(answer("permessage-deflate; server_max_window_bits=14", NULL, 12), WINDOW("12")) == 0,
		"it is used even if the client would take a larger one");
	ok(strcmp(answer("permessage-deflate; server_max_window_bits=10", NULL, 12), WINDOW("10")) == 0,
		"the client's if that is smaller");
}

/* What a script's own answer agrees on. */
static unsigned read_answer(const char *value, unsigned agreed)
{
	size_t len = strlen(value);

	return sp_ws_deflate_read_answer((struct sp_span){guarded(value, len), len}, (uint8_t) agreed);
}

static void own_answers(void)
{
	char text[SP_WS_DEFLATE_ANSWER_MAX];

	for (unsigned window = 9; window <= 15; window++) {
		ok(read_answer(sp_ws_deflate_answer((uint8_t) window, text), window) == window,
			"what the server would answer");
		ok((read_answer(sp_ws_deflate_answer((uint8_t) (window | SP_WS_DEFLATE_ASKED), text),
				window | SP_WS_DEFLATE_ASKED) &
			   SP_WS_DEFLATE_WINDOW) == window,
			"and to a client that asks for a window");
	}
	ok(read_answer("permessage-deflate; client_no_context_takeover", 15) == 15,
		"the server may say that it keeps its window, and not do it");
	ok(read_answer("permessage-deflate; client_no_context_takeover; server_max_window_bits=\"10\"",
		   15) == 10,
		"a smaller window");
	ok(read_answer("permessage-deflate; client_no_context_takeover", 12 | SP_WS_DEFLATE_ASKED) == 0,
		"a client that asks for a window must be told");
	ok(read_answer(PLAIN, 0) == 0, "nothing was offered");
	ok(read_answer("permessage-deflate", 15) == 0, "a client that keeps its window");
	ok(read_answer(PLAIN "; client_max_window_bits=15", 15) == 0 &&
			read_answer(PLAIN "; client_max_window_bits", 15) == 0,
		"a window for the client");
	ok(read_answer(WINDOW("13"), 12) == 0 && read_answer(WINDOW("8"), 12) == 0,
		"a window that is not ours");
	ok(read_answer("", 15) == 0 && read_answer(";", 15) == 0 && read_answer("foo", 15) == 0 &&
			read_answer(PLAIN "; x", 15) == 0 && read_answer(PLAIN ", foo", 15) == 0 &&
			read_answer("foo, " PLAIN, 15) == 0 && read_answer(PLAIN ",;", 15) == 0,
		"something else");
}

int main(void)
{
	run(accepted);
	run(declined);
	run(malformed);
	run(several);
	run(windows);
	run(own_answers);
	return check_end();
}
