/* SPDX-License-Identifier: MIT */
/*
 * Where requests go: the forms of a target, and the Host field.
 */
#include "http_cases.h"
#include "wire/http_target.h"

#define BAD_CHARACTER                                                                     \
	"control character or # in the request target: percent-encode it, as rawurlencode() " \
	"and encodeURIComponent() do"

static void targets(void)
{
	struct sp_http_head head;
	struct sp_http_refusal refusal;

	ok(parse("OPTIONS * HTTP/1.1\r\n" HOST END, &head, &refusal) == SP_HTTP_DONE &&
			sp_span_equals(head.path, "*"),
		"asterisk");
	ok(parse("GET http://b:81/p/q?r HTTP/1.1\r\n" HOST END, &head, &refusal) == SP_HTTP_DONE &&
			sp_span_equals(head.path, "/p/q") && sp_span_equals(head.query, "r") &&
			sp_span_equals(head.target, "http://b:81/p/q?r"),
		"absolute target");
	ok(sp_span_equals(*sp_http_head_find(&head, "host"), "b:81"), "its authority is the Host");
	ok(parse("GET HTTPS://b HTTP/1.1\r\n" HOST END, &head, &refusal) == SP_HTTP_DONE &&
			sp_span_equals(head.path, "/") && sp_span_equals(head.query, ""),
		"absolute without a path");
	ok(parse("GET https://b?q HTTP/1.0\r\n" END, &head, &refusal) == SP_HTTP_DONE &&
			sp_span_equals(head.path, "/") && sp_span_equals(head.query, "q"),
		"absolute with only a query");
	ok(parse("GET //a//b HTTP/1.1\r\n" HOST END, &head, &refusal) == SP_HTTP_DONE &&
			sp_span_equals(head.path, "//a//b"),
		"two slashes are a path");
	ok(parse("GET /? HTTP/1.1\r\n" HOST END, &head, &refusal) == SP_HTTP_DONE &&
			sp_span_equals(head.path, "/") && head.query.len == 0,
		"an empty query");
	ok(parse("GET /caf\xC3\xA9\xFF?\x80|^ HTTP/1.1\r\n" HOST END, &head, &refusal) ==
				SP_HTTP_DONE &&
			sp_span_equals(head.path, "/caf\xC3\xA9\xFF") && sp_span_equals(head.query, "\x80|^"),
		"what is no ASCII is taken as it is");
}

static void bad_targets(void)
{
	static const struct refusal_case cases[] = {
		{"GET * HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"OPTIONS ** HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"options * HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET seats HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET ?a HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET ftp://a/ HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET http:/a HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET http:///a HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET http:// HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET http://?a HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET http://u@a/ HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET http://a:b/ HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"GET a:80 HTTP/1.1\r\n" HOST END, "400 invalid request target"},
		{"CONNECT a:80 HTTP/1.1\r\n" HOST END, "501 this server is not a proxy"},
		{"GET /#top HTTP/1.1\r\n" HOST END, "400 " BAD_CHARACTER},
		{"GET /\x7F HTTP/1.1\r\n" HOST END, "400 " BAD_CHARACTER},
		{"GET /\t HTTP/1.1\r\n" HOST END, "400 " BAD_CHARACTER},
		{"GET /\r HTTP/1.1\r\n" HOST END, "400 " BAD_CHARACTER},
	};

	refuses(cases, sizeof(cases) / sizeof(cases[0]));
	ok(story_is("GET /\0 HTTP/1.1\r\n" HOST END, sizeof("GET /\0 HTTP/1.1\r\n" HOST END) - 1,
		   "bad 400 " BAD_CHARACTER "\n"),
		"NUL in the target");
}

static void references(void)
{
	struct sp_buf out = {0};
	char all[256];
	size_t i;

	must(sp_http_put_reference(&out, sp_span("/\xE4\xBD\xA0 %20?a=\"b\"#\x7F")) &&
		 sp_buf_append(&out, "", 1));
	ok(strcmp(out.data, "/%E4%BD%A0%20%20?a=%22b%22#%7F") == 0, "what RFC 3986 lacks is encoded");
	out.len = 0;
	for (i = 0; i < sizeof(all); i++) {
		all[i] = (char) i;
	}
	must(sp_http_put_reference(&out, (struct sp_span){guarded(all, sizeof(all)), sizeof(all)}) &&
		 sp_buf_append(&out, "", 1));
	ok(strspn(out.data, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
						":/?#[]@!$&'()*+,;=%") == out.len - 1,
		"and nothing else is left");
	sp_buf_fini(&out);
	out = full_buf();
	ok(!sp_http_put_reference(&out, sp_span("/a")) && out.len == full_buf().len,
		"out of memory is reported, and nothing is changed");
}

static void bad_hosts(void)
{
	static const char *const invalid[] = {"a b", "a,b", "a/", "u@a", "a:b", "a:80:80", ":80", "[",
		"[]", "[::1", "[::1]x", "[g]", "::1", "a?", "a#", "a\\b", "a%41", "<a>", "\xC3\xA9",
		"\"a\"", "http://a"};
	static const char *const valid[] = {"", "a", "A-b.c_d~e", "127.0.0.1", "127.0.0.1:9501",
		"a:", "[::1]", "[fe80::1:2]:80", "[::ffff:1.2.3.4]", "xn--caf-dma.example", "a!$&'()*+;="};
	static const struct refusal_case cases[] = {
		{GET END, "400 no Host field"},
		{GET "X: a\r\n" END, "400 no Host field"},
		{GET HOST HOST END, "400 more than one Host field"},
		{GET HOST "HOST: b\r\n" END, "400 more than one Host field"},
		{GET "Host:\r\nHost:\r\n" END, "400 more than one Host field"},
		{"GET / HTTP/1.0\r\n" HOST HOST END, "400 more than one Host field"},
		{"GET http://a/ HTTP/1.1\r\n" END, "400 no Host field"},
	};
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	char text[100];
	size_t i;

	refuses(cases, sizeof(cases) / sizeof(cases[0]));
	for (i = 0; i < sizeof(invalid) / sizeof(invalid[0]); i++) {
		snprintf(text, sizeof(text), GET "Host: %s\r\n\r\n", invalid[i]);
		ok(parse(text, &head, &refusal) == SP_HTTP_BAD && refusal.status == 400 &&
				strcmp(refusal.text, "invalid Host field") == 0,
			"an invalid Host");
	}
	for (i = 0; i < sizeof(valid) / sizeof(valid[0]); i++) {
		snprintf(text, sizeof(text), GET "Host: %s\r\n\r\n", valid[i]);
		ok(parse(text, &head, &refusal) == SP_HTTP_DONE, "a valid Host");
	}
}

int main(void)
{
	run(targets);
	run(bad_targets);
	run(bad_hosts);
	run(references);
	return check_end();
}
