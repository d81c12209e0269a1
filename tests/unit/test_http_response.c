/* SPDX-License-Identifier: MIT */
/*
 * Response heads, byte for byte, and what they may not contain.
 */
#include "check.h"
#include "guard.h"
#include "wire/http_date.h"
#include "wire/http_response.h"

static bool is(struct sp_buf *out, const char *expected)
{
	bool same = out->len == strlen(expected) && memcmp(out->data, expected, out->len) == 0;

	if (!same) {
		printf("# got: %.*s\n", (int) out->len, out->data);
	}
	sp_buf_fini(out);
	return same;
}

static void reasons(void)
{
	ok(strcmp(sp_http_reason(200), "OK") == 0, "200");
	ok(strcmp(sp_http_reason(101), "Switching Protocols") == 0, "101");
	ok(strcmp(sp_http_reason(431), "Request Header Fields Too Large") == 0, "431");
	ok(strcmp(sp_http_reason(511), "Network Authentication Required") == 0, "the last one");
	ok(strcmp(sp_http_reason(299), "") == 0 && strcmp(sp_http_reason(0), "") == 0, "unknown");
	ok(sp_http_status_bodiless(100) && sp_http_status_bodiless(101) &&
			sp_http_status_bodiless(199) && sp_http_status_bodiless(204) &&
			sp_http_status_bodiless(304),
		"without a body");
	ok(!sp_http_status_bodiless(200) && !sp_http_status_bodiless(205) &&
			!sp_http_status_bodiless(303) && !sp_http_status_bodiless(404) &&
			!sp_http_status_bodiless(99),
		"with a body");
}

/* RFC 9110 §5.6.2, written out. */
static bool is_tchar(int octet)
{
	static const char all[] = "!#$%&'*+-.^_`|~0123456789"
							  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

	return octet != 0 && strchr(all, octet) != NULL;
}

static void names_and_values(void)
{
	bool names = true;
	bool values = true;
	char octets[3] = "axb";
	int octet;

	for (octet = 0; octet < 256; octet++) {
		octets[1] = (char) octet;
		names = names && sp_http_field_name_valid((struct sp_span){guarded(octets, 3), 3}) ==
							 (octet < 128 && is_tchar(octet));
		values = values && sp_http_field_value_valid((struct sp_span){guarded(octets, 3), 3}) ==
							   (octet == '\t' || (octet >= ' ' && octet != 0x7F));
	}
	ok(names, "every octet in a name");
	ok(values, "every octet in a value");
	ok(!sp_http_field_name_valid(sp_span("")), "a name is not empty");
	ok(sp_http_field_value_valid(sp_span("")), "a value may be");
	ok(!sp_http_field_value_valid(sp_span("a\r\nSet-Cookie: b")), "a response cannot be split");
}

/* Wherever it stands: a value is read eight octets at a time. */
static void long_values(void)
{
	enum { LEN = 20 };
	bool fine = true;
	char octets[LEN];

	for (int octet = 0; octet < 256; octet++) {
		for (size_t at = 0; at < LEN; at++) {
			memset(octets, at % 2 ? ' ' : 0xFF, LEN);
			octets[at] = (char) octet;
			fine = fine && sp_http_field_value_valid((struct sp_span){guarded(octets, LEN), LEN}) ==
							   (octet == '\t' || (octet >= ' ' && octet != 0x7F));
		}
	}
	ok(fine, "every octet at every place of a long value");
	ok(!sp_http_field_value_valid(sp_span("\tafter a tab\n")), "and after a tab");
}

static void dates(void)
{
	struct sp_http_date cache = {0};
	const char *first;

	ok(sp_span_equals(sp_http_date(&cache, 0), "Thu, 01 Jan 1970 00:00:00 GMT"), "0");
	ok(sp_span_equals(sp_http_date(&cache, 784111777), "Sun, 06 Nov 1994 08:49:37 GMT"),
		"RFC 9110 5.6.7");
	ok(sp_span_equals(sp_http_date(&cache, 1709251199), "Thu, 29 Feb 2024 23:59:59 GMT"),
		"a leap day");
	ok(sp_span_equals(sp_http_date(&cache, 1735603200), "Tue, 31 Dec 2024 00:00:00 GMT"),
		"December");
	first = sp_http_date(&cache, 1735603200).data;
	cache.text[0] = '?';
	ok(sp_http_date(&cache, 1735603200).data == first && first[0] == '?', "not formatted twice");
	ok(sp_http_date(&cache, 1735603201).data[0] == 'T', "formatted again a second later");
	ok(sp_http_date(&cache, (time_t) INT64_MAX).len == 29, "no calendar reaches that far");
}

static void lines(void)
{
	struct sp_buf out = {0};

	ok(sp_http_put_status(&out, 200, sp_span("")) && is(&out, "HTTP/1.1 200 OK\r\n"), "200");
	ok(sp_http_put_status(&out, 404, sp_span("Sold Out")) && is(&out, "HTTP/1.1 404 Sold Out\r\n"),
		"a custom phrase");
	ok(sp_http_put_status(&out, 299, sp_span("")) && is(&out, "HTTP/1.1 299 \r\n"),
		"no phrase, but its blank");
	ok(sp_http_put_field(&out, sp_span("A"), sp_span("b c")) && is(&out, "A: b c\r\n"), "a field");
	ok(sp_http_put_field(&out, sp_span("A"), (struct sp_span){NULL, 0}) && is(&out, "A: \r\n"),
		"an empty one");
	ok(sp_http_put_content_length(&out, 0) && is(&out, "Content-Length: 0\r\n"), "no length");
	ok(sp_http_put_content_length(&out, 1234567890) && is(&out, "Content-Length: 1234567890\r\n"),
		"a length");
	ok(sp_http_put_content_length(&out, SIZE_MAX) &&
			is(&out, SIZE_MAX > UINT32_MAX ? "Content-Length: 18446744073709551615\r\n"
										   : "Content-Length: 4294967295\r\n"),
		"the longest");
	must(sp_http_put_status(&out, 200, sp_span("")) &&
		 sp_http_put_field(&out, sp_span("A"), sp_span("b")));
	ok(is(&out, "HTTP/1.1 200 OK\r\nA: b\r\n"), "one after the other");
	ok(!sp_http_put_field(&out, (struct sp_span){"x", SIZE_MAX}, sp_span("")) && out.len == 0,
		"too much is refused");
}

static void refusals(void)
{
	struct sp_span date = sp_span("Sun, 06 Nov 1994 08:49:37 GMT");
	struct sp_buf out = {0};

	ok(sp_http_put_refusal(&out, 400, "malformed request line", date, false) &&
			is(&out, "HTTP/1.1 400 Bad Request\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
					 "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 23\r\n"
					 "Connection: close\r\n\r\nmalformed request line\n"),
		"a refusal");
	ok(sp_http_put_refusal(&out, 426, "no", date, true) &&
			is(&out, "HTTP/1.1 426 Upgrade Required\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
					 "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 3\r\n"
					 "Connection: close, Upgrade\r\nUpgrade: websocket\r\n"
					 "Sec-WebSocket-Version: 13\r\n\r\n"),
		"a head that says what to use instead");
}

static void no_memory(void)
{
	struct sp_buf out = full_buf();

	ok(!sp_http_put_status(&out, 200, sp_span("")) &&
			!sp_http_put_field(&out, sp_span("A"), sp_span("b")) &&
			!sp_http_put_refusal(&out, 400, "no", sp_span("now"), false) &&
			out.len == full_buf().len,
		"is reported, and nothing is changed");
}

int main(void)
{
	run(reasons);
	run(names_and_values);
	run(long_values);
	run(dates);
	run(lines);
	run(refusals);
	run(no_memory);
	return check_end();
}
