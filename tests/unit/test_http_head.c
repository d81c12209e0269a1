/* SPDX-License-Identifier: MIT */
/*
 * Request heads: what is accepted, and what is refused with which status and reason. Every case is
 * fed whole, in pieces of several sizes, and cut once at every place.
 */
#include "http_cases.h"

static void understood(void)
{
	const char *text = "GET /seats?row=7&seat=8 HTTP/1.1\r\nHost: example.com:8080\r\n"
					   "X-Empty:\r\nX-Blanks: \t a \t b \t \r\n\r\n";

	ok(story_is(text, strlen(text),
		   "method <GET>\ntarget </seats?row=7&seat=8>\npath </seats>\nquery <row=7&seat=8>\n"
		   "1.1 keep-alive\nname <Host>\nvalue <example.com:8080>\nname <X-Empty>\nvalue <>\n"
		   "name <X-Blanks>\nvalue <a \t b>\nbody <>\n0 bytes pending\n"),
		"a plain request");
	text = "\r\n\r\n" GET HOST END "\r\n" GET HOST END "GET";
	ok(story_is(text, strlen(text),
		   "method <GET>\ntarget </>\npath </>\nquery <>\n1.1 keep-alive\nname <Host>\nvalue <a>\n"
		   "body <>\n"
		   "method <GET>\ntarget </>\npath </>\nquery <>\n1.1 keep-alive\nname <Host>\nvalue <a>\n"
		   "body <>\n3 bytes pending\n"),
		"two requests and a beginning, with empty lines before them");
	text =
		"POST /?a? HTTP/1.1\r\nhOST: [::1]:80\r\ncontent-length: 3\r\nConnection: CLOSE\r\n\r\nabc";
	ok(story_is(text, strlen(text),
		   "method <POST>\ntarget </?a?>\npath </>\nquery <a?>\n1.1 close body\nname <hOST>\n"
		   "value <[::1]:80>\nname <content-length>\nvalue <3>\nname <Connection>\nvalue <CLOSE>\n"
		   "body <abc>\n0 bytes pending\n"),
		"a body");
	text = "!#$%&'*+-.^_`|~09azAZ /\x21~ HTTP/1.0\r\n\r\n";
	ok(story_is(text, strlen(text),
		   "method <!#$%&'*+-.^_`|~09azAZ>\ntarget </!~>\npath </!~>\nquery <>\n1.0 "
		   "close\nbody <>\n"
		   "0 bytes pending\n"),
		"any token is a method, and 1.0 needs no Host");
	text = GET HOST "X: \x80\xFF caf\xC3\xA9\t!\r\n" END;
	ok(story_is(text, strlen(text),
		   "method <GET>\ntarget </>\npath </>\nquery <>\n1.1 keep-alive\nname <Host>\nvalue <a>\n"
		   "name <X>\nvalue <\x80\xFF caf\xC3\xA9\t!>\nbody <>\n0 bytes pending\n"),
		"octets above ASCII in a value");
}

static void keeps_alive(void)
{
	static const struct {
		const char *text;
		bool keep_alive;
	} cases[] = {
		{GET HOST END, true},
		{GET HOST "Connection: close\r\n" END, false},
		{GET HOST "Connection: keep-alive, Close\r\n" END, false},
		{GET HOST "Connection: x\r\nConnection: , close,\r\n" END, false},
		{GET HOST "Connection: closed\r\n" END, true},
		{"GET / HTTP/1.0\r\n" END, false},
		{"GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n" END, true},
		{"GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n" END, false},
	};
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ok(parse(cases[i].text, &head, &refusal) == SP_HTTP_DONE &&
				head.keep_alive == cases[i].keep_alive,
			"keep-alive, RFC 9112 9.3");
	}
}

static void framing(void)
{
	struct sp_http_head head;
	struct sp_http_refusal refusal;

	ok(parse(GET HOST "Content-Length: 18446744073709551615\r\n" END, &head, &refusal) ==
				SP_HTTP_DONE &&
			head.content_length == UINT64_MAX && head.has_body && !head.chunked,
		"the longest length");
	ok(parse(GET HOST "Content-Length: 0\r\n" END, &head, &refusal) == SP_HTTP_DONE &&
			!head.has_body,
		"length 0");
	ok(parse(GET HOST "Content-Length: 007\r\n" END, &head, &refusal) == SP_HTTP_DONE &&
			head.content_length == 7,
		"digits with leading zeros");
	ok(parse(GET HOST "Transfer-Encoding:CHUNKED \r\n" END, &head, &refusal) == SP_HTTP_DONE &&
			head.chunked && head.has_body,
		"chunked");
	ok(parse(GET HOST "Expect: 100-Continue\r\n" END, &head, &refusal) == SP_HTTP_DONE &&
			head.expect_continue,
		"expects 100");
	ok(parse("GET / HTTP/1.0\r\nExpect: 100-continue\r\n" END, &head, &refusal) == SP_HTTP_DONE &&
			!head.expect_continue,
		"not in HTTP/1.0");
}

static void lists(void)
{
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	struct sp_span list = sp_span(" , a ,, b c\t,");
	struct sp_span element;

	must(parse(GET HOST "X: one, two\r\nY: z\r\nx:\tThree ,,\r\n" END, &head, &refusal) ==
		 SP_HTTP_DONE);
	ok(sp_span_equals(*sp_http_head_find(&head, "x"), "one, two"), "the first field of that name");
	ok(sp_http_head_find(&head, "xx") == NULL, "no field of that name");
	ok(sp_http_head_has_token(&head, "x", "ONE") && sp_http_head_has_token(&head, "X", "two") &&
			sp_http_head_has_token(&head, "X", "three"),
		"tokens in all fields of a name");
	ok(!sp_http_head_has_token(&head, "X", "z") && !sp_http_head_has_token(&head, "X", "") &&
			!sp_http_head_has_token(&head, "X", "tw"),
		"nothing else");
	ok(sp_http_list_next(&list, &element) && sp_span_equals(element, "a"), "first element");
	ok(sp_http_list_next(&list, &element) && sp_span_equals(element, "b c"), "second element");
	ok(!sp_http_list_next(&list, &element) && !sp_http_list_next(&list, &element), "no third");
}

static void upgrades(void)
{
	struct sp_http_head head;
	struct sp_http_refusal refusal;

	ok(parse(GET HOST "Connection: keep-alive, upgrade\r\nUpgrade: h2c, WebSocket\r\n" END, &head,
		   &refusal) == SP_HTTP_DONE &&
			head.upgrade_websocket,
		"upgrade in lists");
	ok(parse(GET HOST "Upgrade: websocket\r\n" END, &head, &refusal) == SP_HTTP_DONE &&
			!head.upgrade_websocket,
		"without Connection");
	ok(parse(GET HOST "Connection: Upgrade\r\nUpgrade: websockets\r\n" END, &head, &refusal) ==
				SP_HTTP_DONE &&
			!head.upgrade_websocket,
		"another protocol");
}

static void bad_request_lines(void)
{
	static const struct refusal_case cases[] = {
		{"GET /\r\n" HOST END, "400 malformed request line"},
		{"GET / \r\n" HOST END, "400 malformed request line"},
		{"GET\r\n" END, "400 malformed request line"},
		{"GET \r\n" END, "400 malformed request line"},
		{" GET / HTTP/1.1\r\n" HOST END, "400 malformed request line"},
		{"GET  / HTTP/1.1\r\n" HOST END, "400 malformed request line"},
		{"GET /  HTTP/1.1\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/1.1 \r\n" HOST END, "400 malformed request line"},
		{"GET\t/ HTTP/1.1\r\n" HOST END, "400 malformed request line"},
		{"G\x01T / HTTP/1.1\r\n" HOST END, "400 malformed request line"},
		{"G\xC3\x89T / HTTP/1.1\r\n" HOST END, "400 malformed request line"},
		{"G@T / HTTP/1.1\r\n" HOST END, "400 malformed request line"},
		{"GET / http/1.1\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/1.11\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/11\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/1.\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/1,1\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTPS/1.1\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/+1.1\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/1.1\r\r\n" HOST END, "400 malformed request line"},
		{"GET / HTTP/1.2\r\n" HOST END, "505 only HTTP/1.0 and HTTP/1.1 are spoken here"},
		{"GET / HTTP/0.9\r\n" HOST END, "505 only HTTP/1.0 and HTTP/1.1 are spoken here"},
		{"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505 only HTTP/1.0 and HTTP/1.1 are spoken here"},
		{"\r\n\r\n\r\n" GET HOST END, "400 malformed request line"},
		{"\n" GET HOST END, "400 malformed request line"},
		{"\r" GET HOST END, "400 malformed request line"},
		{"\r\n\r\r\n" GET HOST END, "400 malformed request line"},
		{"\x16\x03\x01\x02", "400 malformed request line"},
	};

	refuses(cases, sizeof(cases) / sizeof(cases[0]));
	ok(story_is("G\0T / HTTP/1.1\r\n" HOST END, sizeof("G\0T / HTTP/1.1\r\n" HOST END) - 1,
		   "bad 400 malformed request line\n"),
		"NUL in the method");
}

static void bad_fields(void)
{
	static const struct refusal_case cases[] = {
		{GET HOST "X : a\r\n" END, "400 invalid header name"},
		{GET HOST "X\t: a\r\n" END, "400 invalid header name"},
		{GET HOST "X Y: a\r\n" END, "400 invalid header name"},
		{GET HOST ": a\r\n" END, "400 invalid header name"},
		{GET HOST "X\r\n" END, "400 invalid header name"},
		{GET HOST "X\r: a\r\n" END, "400 invalid header name"},
		{GET HOST "X(: a\r\n" END, "400 invalid header name"},
		{GET HOST "X\xC3\xA9: a\r\n" END, "400 invalid header name"},
		{GET HOST "X: a\r\n b\r\n" END, "400 folded header line"},
		{GET HOST "X: a\r\n\tb\r\n" END, "400 folded header line"},
		{GET " " HOST END, "400 folded header line"},
		{GET HOST "X: a\r\n \r\n" END, "400 folded header line"},
		{GET HOST "X: a\rb\r\n" END, "400 invalid character in a header value"},
		{GET HOST "X: a\r\r\n" END, "400 invalid character in a header value"},
		{GET HOST "X: \x01\r\n" END, "400 invalid character in a header value"},
		{GET HOST "X: \x7F\r\n" END, "400 invalid character in a header value"},
		{GET HOST "X: \v\r\n" END, "400 invalid character in a header value"},
		{GET HOST "X: a\n" END, "400 line feed without carriage return"},
		{GET "Host: a\n\n", "400 line feed without carriage return"},
		{"GET / HTTP/1.1\nHost: a\r\n" END, "400 line feed without carriage return"},
		{GET HOST "X: a\r\n\n", "400 line feed without carriage return"},
		{GET HOST "Expect: 200-ok\r\n" END, "417 unknown expectation"},
		{GET HOST "Expect: 100-continue, x\r\n" END, "417 unknown expectation"},
	};

	refuses(cases, sizeof(cases) / sizeof(cases[0]));
	ok(story_is(GET HOST "X: \0\r\n" END, sizeof(GET HOST "X: \0\r\n" END) - 1,
		   "bad 400 invalid character in a header value\n"),
		"NUL in a value");
	ok(story_is(GET HOST "X\0: a\r\n" END, sizeof(GET HOST "X\0: a\r\n" END) - 1,
		   "bad 400 invalid header name\n"),
		"NUL in a name");
}

static void bad_framing(void)
{
	static const char *const lengths[] = {"", "+1", "-1", "1 1", "1,1", "1, 1", "0x1", "1.0", "a",
		"1a", "18446744073709551616", "99999999999999999999999", "\"1\""};
	static const struct refusal_case cases[] = {
		{GET HOST "Content-Length: 1\r\nContent-Length: 1\r\n" END,
			"400 more than one Content-Length field"},
		{GET HOST "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n" END,
			"400 both Content-Length and Transfer-Encoding"},
		{GET HOST "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n" END,
			"400 both Content-Length and Transfer-Encoding"},
		{GET HOST "Transfer-Encoding: gzip\r\nContent-Length: 0\r\n" END,
			"400 both Content-Length and Transfer-Encoding"},
		{"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n" END,
			"400 Transfer-Encoding in HTTP/1.0"},
		{GET HOST "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n" END,
			"400 more than one Transfer-Encoding field"},
		{GET HOST "Transfer-Encoding: gzip, chunked\r\n" END,
			"501 the only transfer coding supported here is chunked"},
		{GET HOST "Transfer-Encoding: chunked, chunked\r\n" END,
			"501 the only transfer coding supported here is chunked"},
		{GET HOST "Transfer-Encoding: chunked, gzip\r\n" END,
			"400 the last transfer coding must be chunked"},
		{GET HOST "Transfer-Encoding: identity\r\n" END,
			"400 the last transfer coding must be chunked"},
		{GET HOST "Transfer-Encoding: chunked;q=1\r\n" END,
			"400 the last transfer coding must be chunked"},
		{GET HOST "Transfer-Encoding: \"chunked\"\r\n" END,
			"400 the last transfer coding must be chunked"},
		{GET HOST "Transfer-Encoding:\r\n" END, "400 the last transfer coding must be chunked"},
		{GET HOST "Transfer-Encoding: chunked,\r\n" END,
			"501 the only transfer coding supported here is chunked"},
		{GET HOST "Transfer-Encoding: xchunked\r\n" END,
			"400 the last transfer coding must be chunked"},
		{GET HOST "Transfer-Encoding:\vchunked\r\n" END, "400 invalid character in a header value"},
	};
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	char text[100];
	size_t i;

	refuses(cases, sizeof(cases) / sizeof(cases[0]));
	for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		snprintf(text, sizeof(text), GET HOST "Content-Length: %s\r\n\r\n", lengths[i]);
		ok(parse(text, &head, &refusal) == SP_HTTP_BAD && refusal.status == 400 &&
				strcmp(refusal.text, "invalid Content-Length field") == 0,
			"an invalid length");
	}
}

/* A head of exactly len bytes, or the beginning of one without any line end. */
static void put_long(struct sp_buf *text, size_t len, bool lines)
{
	must(sp_buf_puts(text, lines ? GET HOST "X: " : "GET /"));
	while (text->len < len - 4) {
		must(sp_buf_puts(text, "x"));
	}
	must(sp_buf_puts(text, lines ? "\r\n\r\n" : "xxxx"));
}

static void limits(void)
{
	struct sp_buf text = {0};
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	size_t i;

	put_long(&text, HEAD_LIMIT, true);
	must(sp_buf_append(&text, "", 1));
	ok(parse(text.data, &head, &refusal) == SP_HTTP_DONE, "a head as long as the limit");
	sp_buf_fini(&text);
	put_long(&text, HEAD_LIMIT + 1, true);
	ok(tells(text.data, text.len, cuts_none(), "bad 431 request head is too long\n") &&
			tells(text.data, text.len, cuts_every(1), "bad 431 request head is too long\n") &&
			tells(text.data, text.len, cuts_once_at(HEAD_LIMIT),
				"bad 431 request head is too long\n"),
		"one byte longer");
	ok(tells(text.data, HEAD_LIMIT, cuts_every(7), "bad 431 request head is too long\n"),
		"refused before that byte arrives");
	sp_buf_fini(&text);
	put_long(&text, HEAD_LIMIT, false);
	ok(tells(text.data, text.len, cuts_none(), "bad 414 request line is too long\n") &&
			tells(text.data, text.len, cuts_every(1), "bad 414 request line is too long\n"),
		"a request line as long as the limit");
	sp_buf_fini(&text);
	for (i = 0; i < 2; i++) {
		must(sp_buf_puts(&text, GET HOST));
		while (text.len < strlen(GET HOST) + (SP_HTTP_FIELDS_MAX - 1 + i) * strlen("X:\r\n")) {
			must(sp_buf_puts(&text, "X:\r\n"));
		}
		must(sp_buf_append(&text, END, sizeof(END)));
		ok(parse(text.data, &head, &refusal) == (i == 0 ? SP_HTTP_DONE : SP_HTTP_BAD) &&
				(i == 0 ? head.field_count == SP_HTTP_FIELDS_MAX : refusal.status == 431),
			"100 fields, 101 fields");
		sp_buf_fini(&text);
	}
}

int main(void)
{
	run(understood);
	run(keeps_alive);
	run(framing);
	run(lists);
	run(upgrades);
	run(bad_request_lines);
	run(bad_fields);
	run(bad_framing);
	run(limits);
	return check_end();
}
