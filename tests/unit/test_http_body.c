/* SPDX-License-Identifier: MIT */
/*
 * Bodies with a length and in chunks: what is refused, and where a body ends. Every case is fed
 * whole, in pieces of several sizes, and cut once at every place.
 */
#include "check.h"
#include "guard.h"
#include "wire/http_request.h"

#define LIMIT 100

/* Feeds data in pieces of that size; the first piece has the size first if that is not 0. Returns
 * how it ended; *used: bytes of data that belonged to the body. */
static enum sp_http_result feed(struct sp_http_body *body, const char *data, size_t len,
	size_t size, size_t first, size_t *used, struct sp_http_refusal *refusal)
{
	enum sp_http_result result = SP_HTTP_MORE;
	size_t piece = first > 0 ? first : size;
	size_t taken;

	*used = 0;
	while (result == SP_HTTP_MORE && *used < len) {
		piece = piece < len - *used ? piece : len - *used;
		result = sp_http_body_feed(body, guarded(data + *used, piece), piece, &taken, refusal);
		must(taken <= piece && (result != SP_HTTP_MORE || taken == piece));
		*used += taken;
		piece = size;
	}
	return result;
}

struct body_case {
	const char *data;
	enum sp_http_result result;
	int status;       /* if BAD */
	const char *body; /* if DONE */
	size_t rest;      /* bytes of data after the body, if DONE */
	const char *title;
};

static bool holds_once(
	const struct body_case *the, const struct sp_http_head *head, size_t size, size_t first)
{
	struct sp_http_refusal refusal = {0};
	struct sp_http_body body;
	size_t len = strlen(the->data);
	size_t used;
	bool holds;

	must(sp_http_body_init(&body, head, LIMIT, &refusal) == SP_HTTP_MORE);
	holds = feed(&body, the->data, len, size, first, &used, &refusal) == the->result;
	if (the->result == SP_HTTP_DONE) {
		holds = holds && used + the->rest == len && body.data.len == strlen(the->body) &&
				(body.data.len == 0 || memcmp(body.data.data, the->body, body.data.len) == 0);
	}
	if (the->result == SP_HTTP_BAD) {
		holds = holds && refusal.status == the->status && refusal.text != NULL;
	}
	sp_http_body_fini(&body);
	return holds;
}

static void check_case(const struct body_case *the, const struct sp_http_head *head)
{
	size_t len = strlen(the->data);
	bool holds = holds_once(the, head, len, 0);
	size_t i;

	for (i = 1; i < len; i++) {
		holds = holds && holds_once(the, head, i, 0) && holds_once(the, head, len, i);
	}
	ok(holds, the->title);
}

static void chunks(void)
{
	static const struct body_case cases[] = {
		{"5\r\nHello\r\n0\r\n\r\nGET", SP_HTTP_DONE, 0, "Hello", 3, "one chunk"},
		{"1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", SP_HTTP_DONE, 0, "abc", 0, "two chunks"},
		{"A\r\n0123456789\r\n0a\r\n0123456789\r\n0\r\n\r\n", SP_HTTP_DONE, 0,
			"01234567890123456789", 0, "hexadecimal in either case"},
		{"0\r\n\r\n0", SP_HTTP_DONE, 0, "", 1, "only the last chunk"},
		{"0000000000000005\r\nHello\r\n0000000000000000\r\n\r\n", SP_HTTP_DONE, 0, "Hello", 0,
			"16 digits"},
		{"4\r\n\r\n\r\n\r\n0\r\n\r\n", SP_HTTP_DONE, 0, "\r\n\r\n", 0, "line ends as data"},
		{"5;a\r\nHello\r\n0;b=\"c d\"; e\r\n\r\n", SP_HTTP_DONE, 0, "Hello", 0, "extensions"},
		{"5;\r\nHello\r\n0\r\n\r\n", SP_HTTP_DONE, 0, "Hello", 0, "an empty extension"},
		{"5\r\nHello\r\n0\r\nX: y\r\nZ:\r\n\r\nrest", SP_HTTP_DONE, 0, "Hello", 4, "trailers"},
		{"5\r\nHello\r\n0\r\n", SP_HTTP_MORE, 0, NULL, 0, "no end yet"},
		{"5\r\nHell", SP_HTTP_MORE, 0, NULL, 0, "no whole chunk yet"},
	};
	const struct sp_http_head head = {.chunked = true, .has_body = true};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		check_case(&cases[i], &head);
	}
}

static void bad_chunks(void)
{
	static const struct body_case cases[] = {
		{"\r\n", SP_HTTP_BAD, 400, NULL, 0, "no size"},
		{"+5\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "plus"},
		{"-5\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "minus"},
		{"0x5\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "0x"},
		{" 5\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "blank before the size"},
		{"5 \r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "blank after the size"},
		{"5 ;a\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "blank before an extension"},
		{"5\t\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "tab after the size"},
		{"g\r\n", SP_HTTP_BAD, 400, NULL, 0, "not hexadecimal"},
		{"5_0\r\n", SP_HTTP_BAD, 400, NULL, 0, "underscore"},
		{"5.\r\n", SP_HTTP_BAD, 400, NULL, 0, "point"},
		{";a\r\n", SP_HTTP_BAD, 400, NULL, 0, "extension without a size"},
		{"5\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "bare LF after the size"},
		{"5\rHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "bare CR after the size"},
		{"5\r\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "two CR after the size"},
		{"5;a\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "bare LF in an extension"},
		{"5;a\rb\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "bare CR in an extension"},
		{"5;\x01\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "control character in an extension"},
		{"5\r\nHello!\r\n", SP_HTTP_BAD, 400, NULL, 0, "longer than it says"},
		{"5\r\nHello\n0\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "bare LF after the data"},
		{"5\r\nHellox\n0\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "x and LF after the data"},
		{"5\r\nHello\rx", SP_HTTP_BAD, 400, NULL, 0, "bare CR after the data"},
		{"5\r\nHello0\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "nothing after the data"},
		{"5\r\nHello\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "no last chunk"},
		{"00000000000000005\r\nHello\r\n", SP_HTTP_BAD, 400, NULL, 0, "17 digits"},
		{"10000000000000000\r\n", SP_HTTP_BAD, 400, NULL, 0, "2^64"},
		{"ffffffffffffffff\r\n", SP_HTTP_BAD, 413, NULL, 0, "2^64 - 1"},
		{"65\r\n", SP_HTTP_BAD, 413, NULL, 0, "limit + 1, by its size"},
		{"1\r\na\r\n64\r\n", SP_HTTP_BAD, 413, NULL, 0, "1 + limit, by its size"},
		{"1\r\na\r\nffffffffffffffff;", SP_HTTP_BAD, 413, NULL, 0, "1 + 2^64 - 1"},
	};
	const struct sp_http_head head = {.chunked = true, .has_body = true};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		check_case(&cases[i], &head);
	}
}

static void bad_trailers(void)
{
	static const struct body_case cases[] = {
		{"0\r\n\n", SP_HTTP_BAD, 400, NULL, 0, "bare LF as the empty line"},
		{"0\r\n\rx", SP_HTTP_BAD, 400, NULL, 0, "bare CR as the empty line"},
		{"0\r\nX\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "no colon"},
		{"0\r\nX : y\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "blank before the colon"},
		{"0\r\n: y\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "no name"},
		{"0\r\n X: y\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "blank before the name"},
		{"0\r\nX: y\r\n z\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "folded"},
		{"0\r\nX: y\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "bare LF"},
		{"0\r\nX: y\rz\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "bare CR"},
		{"0\r\nX: \x7F\r\n\r\n", SP_HTTP_BAD, 400, NULL, 0, "control character"},
	};
	const struct sp_http_head head = {.chunked = true, .has_body = true};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		check_case(&cases[i], &head);
	}
}

/* Feeds start, then count times x, then end. Returns the status of the refusal, or 0. */
static int status_of(const char *start, size_t count, const char *end)
{
	const struct sp_http_head head = {.chunked = true, .has_body = true};
	struct sp_http_refusal refusal = {0};
	struct sp_http_body body;
	struct sp_buf data = {0};
	size_t used;

	must(sp_buf_puts(&data, start));
	while (count-- > 0) {
		must(sp_buf_puts(&data, "x"));
	}
	must(sp_buf_puts(&data, end));
	must(sp_http_body_init(&body, &head, LIMIT, &refusal) == SP_HTTP_MORE);
	feed(&body, data.data, data.len, 9, 0, &used, &refusal);
	sp_http_body_fini(&body);
	sp_buf_fini(&data);
	return refusal.status;
}

static void limits(void)
{
	ok(status_of("1;", 256, "\r\na\r\n0\r\n\r\n") == 0, "an extension of 256 bytes");
	ok(status_of("1;", 257, "\r\na\r\n0\r\n\r\n") == 400, "an extension of 257 bytes");
	ok(status_of("1\r\na\r\n0;", 257, "\r\n\r\n") == 400, "also on the last chunk");
	ok(status_of("0\r\nX:", 4092, "\r\n\r\n") == 0, "trailers of 4096 bytes");
	ok(status_of("0\r\nX:", 4093, "\r\n\r\n") == 431, "trailers of 4097 bytes");
	ok(status_of("0\r\n", 5000, ":\r\n\r\n") == 431, "an endless trailer name");
	ok(status_of("64\r\n", 100, "\r\n0\r\n\r\n") == 0, "a body as long as the limit");
	ok(status_of("63\r\n", 99, "\r\n1\r\nx\r\n1\r\nx\r\n") == 413, "one byte longer, at the end");
}

static void by_length(void)
{
	static const struct body_case cases[] = {
		{"Hello", SP_HTTP_DONE, 0, "Hello", 0, "all of it"},
		{"HelloGET", SP_HTTP_DONE, 0, "Hello", 3, "and the next request"},
		{"Hell", SP_HTTP_MORE, 0, NULL, 0, "not all"},
	};
	struct sp_http_head head = {.content_length = 5, .has_body = true};
	struct sp_http_refusal refusal = {0};
	struct sp_http_body body;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		check_case(&cases[i], &head);
	}
	head.content_length = LIMIT;
	ok(sp_http_body_init(&body, &head, LIMIT, &refusal) == SP_HTTP_MORE && body.data.cap == 0,
		"an announced size takes no memory");
	head.content_length = LIMIT + 1;
	ok(sp_http_body_init(&body, &head, LIMIT, &refusal) == SP_HTTP_BAD && refusal.status == 413,
		"limit + 1");
	head.content_length = UINT64_MAX;
	ok(sp_http_body_init(&body, &head, LIMIT, &refusal) == SP_HTTP_BAD, "2^64 - 1");
	head = (struct sp_http_head){0};
	ok(sp_http_body_init(&body, &head, LIMIT, &refusal) == SP_HTTP_DONE, "no body");
	sp_http_body_fini(&body);
}

static void no_memory(void)
{
	const struct sp_http_head heads[] = {
		{.content_length = 5, .has_body = true}, {.chunked = true, .has_body = true}};
	static const char *const data[] = {"Hello", "5\r\nHello"};
	struct sp_http_refusal refusal;
	struct sp_http_body body;
	size_t i, used;

	for (i = 0; i < 2; i++) {
		refusal = (struct sp_http_refusal){0};
		must(sp_http_body_init(&body, &heads[i], UINT64_MAX, &refusal) == SP_HTTP_MORE);
		body.data = full_buf();
		ok(sp_http_body_feed(&body, data[i], strlen(data[i]), &used, &refusal) == SP_HTTP_BAD &&
				refusal.status == 503,
			"is 503");
	}
}

int main(void)
{
	run(chunks);
	run(bad_chunks);
	run(bad_trailers);
	run(limits);
	run(by_length);
	run(no_memory);
	return check_end();
}
