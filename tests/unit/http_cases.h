/* SPDX-License-Identifier: MIT */
/*
 * What the tests of request heads share. The bytes of a case must tell the same story when they are
 * fed whole, in pieces of several sizes, and cut once at every place.
 */
#ifndef SP_TESTS_HTTP_CASES_H
#define SP_TESTS_HTTP_CASES_H

#include "check.h"
#include "http_story.h"

#define HEAD_LIMIT 4096
#define BODY_LIMIT 64
#define GET "GET / HTTP/1.1\r\n"
#define HOST "Host: a\r\n"
#define END "\r\n"

static inline bool tells(const char *data, size_t len, struct cuts cuts, const char *expected)
{
	struct sp_buf story = {0};
	bool same;

	http_story(&story, HEAD_LIMIT, BODY_LIMIT, data, len, cuts);
	must(sp_buf_append(&story, "", 1));
	same = strcmp(story.data, expected) == 0;
	if (!same) {
		printf("# got:\n%.600s# expected:\n%.600s", story.data, expected);
	}
	sp_buf_fini(&story);
	return same;
}

/* True if the bytes tell this story however they are cut. */
static inline bool story_is(const char *data, size_t len, const char *expected)
{
	static const size_t sizes[] = {0, 1, 2, 3, 7, 16};
	bool same = true;
	size_t i;

	for (i = 0; same && i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		same = tells(data, len, cuts_every(sizes[i]), expected);
	}
	for (i = 1; same && i < len; i++) {
		same = tells(data, len, cuts_once_at(i), expected);
	}
	return same;
}

/* Parses the head at the front of text. Its spans point into the guarded copy. */
static inline enum sp_http_result parse(
	const char *text, struct sp_http_head *head, struct sp_http_refusal *refusal)
{
	size_t len = strlen(text);
	size_t scanned = 0;
	size_t head_len;

	*refusal = (struct sp_http_refusal){0};
	return sp_http_head_parse(
		guarded(text, len), len, HEAD_LIMIT, &scanned, head, &head_len, refusal);
}

struct refusal_case {
	const char *text;
	const char *expected; /* status and text of the refusal */
};

static inline void refuses(const struct refusal_case *cases, size_t count)
{
	char expected[200];
	size_t i;

	for (i = 0; i < count; i++) {
		snprintf(expected, sizeof(expected), "bad %s\n", cases[i].expected);
		ok(story_is(cases[i].text, strlen(cases[i].text), expected), cases[i].expected);
	}
}

#endif
