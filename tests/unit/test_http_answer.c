/* SPDX-License-Identifier: MIT */
/*
 * Answers to an upgrade, whole, octet by octet, and at every split; what follows a 101 is not its.
 */
#include "check.h"
#include "cuts.h"
#include "guard.h"
#include "wire/http_answer.h"

struct told {
	enum sp_http_result result;
	int status;
	size_t used;
	char body[64];
	const char *why;
};

static void feed(const char *text, size_t len, struct cuts cuts, struct told *told)
{
	struct sp_http_answer answer = {0};
	size_t at = 0, used;

	*told = (struct told){.result = SP_HTTP_MORE, .why = ""};
	while (at < len && told->result == SP_HTTP_MORE) {
		size_t piece = cuts_next(&cuts, len - at);

		told->result =
			sp_http_answer_feed(&answer, guarded(text + at, piece), piece, &used, &told->why);
		told->used += used;
		at += piece;
	}
	told->status = answer.status;
	snprintf(told->body, sizeof(told->body), "%.*s", (int) answer.body.data.len,
		answer.body.data.data != NULL ? answer.body.data.data : "");
	sp_http_answer_fini(&answer);
}

static bool same(const struct told *one, const struct told *other)
{
	return one->result == other->result && one->status == other->status &&
		   one->used == other->used && strcmp(one->body, other->body) == 0 &&
		   strcmp(one->why, other->why) == 0;
}

/* Feeds it in all ways. False: they differ. */
static bool told_of(const char *text, struct told *told)
{
	struct told other;
	size_t len = strlen(text);
	bool alike = true;

	feed(text, len, cuts_none(), told);
	for (size_t at = 1; at < len; at++) {
		feed(text, len, cuts_once_at(at), &other);
		alike = alike && same(told, &other);
	}
	feed(text, len, cuts_every(1), &other);
	return alike && same(told, &other);
}

#define CHUNKED "HTTP/1.1 403 No\r\ntransfer-encoding: Chunked\r\n\r\n"

static void answers(void)
{
	static const struct {
		const char *text;
		enum sp_http_result result;
		int status;
		const char *body;
	} cases[] = {
		{"HTTP/1.1 101 x\r\nUpgrade: websocket\r\n\r\n\x81\x01x", SP_HTTP_DONE, 101, ""},
		{"HTTP/1.0 503\r\n\r\nto the end", SP_HTTP_MORE, 503, "to the end"},
		{"HTTP/1.1 403 No\r\nContent-Length: 3\r\n\r\nabcdef", SP_HTTP_DONE, 403, "abc"},
		{"HTTP/1.1 403 No\r\nContent-Length: 18446744073709551615\r\n\r\nabc", SP_HTTP_MORE, 403,
			"abc"},
		{"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\nabc", SP_HTTP_DONE, 403, ""},
		{"HTTP/1.1 204 No\r\n\r\nabc", SP_HTTP_DONE, 204, ""},
		{CHUNKED "3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n\r\nmore", SP_HTTP_DONE, 403, "abcd"},
		{CHUNKED "FFFFFFFFFFFFFFFF\r\nabc", SP_HTTP_MORE, 403, "abc"},
		{CHUNKED "3\r\nabcd", SP_HTTP_DONE, 403, "abc"},
		{"HTTP/1.1 100 x\r\n\r\nHTTP/1.1 103 x\r\nA: b\r\n\r\nHTTP/1.1 403 x\r\n\r\na",
			SP_HTTP_MORE, 403, "a"},
		{"HTTP/1.1 099 x\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 600 x\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 2000 x\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/2 200 x\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 403 x\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 403 x\rA: b\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 403 x\r\n folded\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 403 x\r\nA : b\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 403 x\r\nA: \x01\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"\r\n\r\n", SP_HTTP_BAD, 0, ""},
		{"HTTP/1.1 403 x\r\nA: b\r\n", SP_HTTP_MORE, 0, ""},
	};
	struct told told;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ok(told_of(cases[i].text, &told), "it does not matter how it is cut");
		if (!ok(told.result == cases[i].result && told.status == cases[i].status &&
					strcmp(told.body, cases[i].body) == 0,
				"status, body and end")) {
			printf(
				"%s: %d %d %s %s\n", cases[i].text, told.result, told.status, told.body, told.why);
		}
	}
	feed(cases[0].text, strlen(cases[0].text), cuts_none(), &told);
	ok(told.used == strlen(cases[0].text) - 3, "frames after a 101 are not the answer's");
}

static void limits(void)
{
	struct sp_http_answer answer = {0};
	static char long_text[SP_HTTP_ANSWER_BODY_MAX * 2];
	const char *why = "";
	size_t used;

	memset(long_text, 'x', sizeof(long_text));
	memcpy(long_text, "HTTP/1.1 403 x\r\nA: ", 19);
	ok(sp_http_answer_feed(&answer, long_text, sizeof(long_text), &used, &why) == SP_HTTP_BAD &&
			used == SP_HTTP_ANSWER_HEAD_MAX + 1,
		"a head has an end");
	sp_http_answer_fini(&answer);

	answer = (struct sp_http_answer){0};
	memcpy(long_text, "HTTP/1.1 403 x\r\n\r\n", 18);
	ok(sp_http_answer_feed(&answer, long_text, sizeof(long_text), &used, &why) == SP_HTTP_DONE &&
			answer.body.data.len == SP_HTTP_ANSWER_BODY_MAX,
		"of a body its start is kept");
	sp_http_answer_fini(&answer);
}

int main(void)
{
	run(answers);
	run(limits);
	return check_end();
}
