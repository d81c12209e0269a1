/* SPDX-License-Identifier: MIT */
/*
 * Which pages may open a WebSocket.
 */
#include "check.h"
#include "wire/ws_origin.h"

static bool valid(const char *pattern)
{
	return sp_ws_origin_pattern_valid(sp_span(pattern));
}

static bool allowed(const char *patterns, const char *origin, const char *host)
{
	return sp_ws_origin_allowed(sp_span(patterns), sp_span(origin), sp_span(host));
}

static void patterns(void)
{
	ok(valid("https://a.example") && valid("http://a.example:8080") && valid("http://[::1]:80") &&
			valid("HTTPS://A.example") && valid("chrome-extension://abcdef"),
		"origins");
	ok(valid("https://*.a.example") && valid("https://*.a.example:444"), "with subdomains");
	ok(valid("self") && valid("SELF") && valid("null"), "words");
	ok(!valid("") && !valid("a.example") && !valid("//a.example") && !valid("https://") &&
			!valid("https:a.example") && !valid("://a.example"),
		"not without scheme and host");
	ok(!valid("https://a.example/") && !valid("https://a.example/path") &&
			!valid("https://u@a.example") && !valid("https://a.example:x"),
		"no path, no user, no odd port");
	ok(!valid("*") && !valid("https://*") && !valid("https://*.") && !valid("https://a.*.b") &&
			!valid("https://*a.example") && !valid("https://*.*.a"),
		"the star stands for the labels in front and nothing else");
}

static void exact(void)
{
	ok(allowed("https://a.example", "https://a.example", ""), "the same");
	ok(allowed("https://A.example", "HTTPS://a.EXAMPLE", ""), "in any case");
	ok(!allowed("https://a.example", "http://a.example", "") &&
			!allowed("https://a.example", "https://a.example:444", "") &&
			!allowed("https://a.example", "https://a.example.evil", "") &&
			!allowed("https://a.example", "https://evil.a.example", "") &&
			!allowed("https://a.example", "https://a.exampl", "") &&
			!allowed("https://a.example", "null", ""),
		"another scheme, port or host is another origin");
	ok(allowed(" https://x.example , https://a.example,", "https://a.example", ""),
		"one of several");
	ok(!allowed("https://a.example", "https://x https://a.example", ""), "a list is not an origin");
	ok(allowed("null", "null", "") && !allowed("self", "null", "null"), "null must be asked for");
}

static void wild(void)
{
	const char *pattern = "https://*.a.example";

	ok(allowed(pattern, "https://b.a.example", "") && allowed(pattern, "https://c.b.A.example", ""),
		"any subdomain");
	ok(!allowed(pattern, "https://a.example", "") && !allowed(pattern, "https://.a.example", "") &&
			!allowed(pattern, "https://ba.example", "") &&
			!allowed(pattern, "http://b.a.example", "") &&
			!allowed(pattern, "https://b.a.example:8080", "") &&
			!allowed(pattern, "https://b.a.example.evil", ""),
		"nothing else");
	ok(allowed("https://*.a.example:8080", "https://b.a.example:8080", ""), "with its port");
	ok(!allowed(pattern, "https://evil/.a.example", "") &&
			!allowed(pattern, "https://evil?.a.example", "") &&
			!allowed(pattern, "https://evil#.a.example", "") &&
			!allowed(pattern, "https://evil@b.a.example", "") &&
			!allowed(pattern, "https://evil\\.a.example", "") &&
			!allowed(pattern, "https://evil:80.a.example", "") &&
			!allowed(pattern, "https://[::1].a.example", ""),
		"what stands before the dot is a name and nothing else");
}

static void self(void)
{
	ok(allowed("self", "https://a.example", "a.example") &&
			allowed("self", "http://A.example:8080", "a.example:8080"),
		"the host that was asked, whatever the scheme");
	ok(!allowed("self", "https://a.example:8080", "a.example") &&
			!allowed("self", "https://b.example", "a.example") &&
			!allowed("self", "https://a.example", "") && !allowed("self", "a.example", "a.example"),
		"and no other");
}

int main(void)
{
	run(patterns);
	run(exact);
	run(wild);
	run(self);
	return check_end();
}
