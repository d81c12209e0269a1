/* SPDX-License-Identifier: MIT */
/*
 * Dates, and conditional requests.
 */
#include <stdio.h>

#include "check.h"
#include "wire/http_condition.h"
#include "wire/http_date.h"

#define NOW 1700000000 /* Tue, 14 Nov 2023 22:13:20 GMT */

static int64_t read_date(const char *text)
{
	int64_t seconds;

	return sp_http_date_read(sp_span(text), NOW, &seconds) ? seconds : -1;
}

static void dates(void)
{
	ok(read_date("Sun, 06 Nov 1994 08:49:37 GMT") == 784111777 &&
			read_date("Sunday, 06-Nov-94 08:49:37 GMT") == 784111777 &&
			read_date("Sun Nov  6 08:49:37 1994") == 784111777,
		"three forms");
	ok(read_date("Thu, 01 Jan 1970 00:00:00 GMT") == 0 &&
			read_date("Thu, 29 Feb 2024 23:59:59 GMT") == 1709251199 &&
			read_date("Tue, 31 Dec 2024 00:00:00 GMT") == 1735603200 &&
			read_date("Wed, 01 Mar 2000 00:00:00 GMT") == 951868800,
		"years and leap years");
	ok(read_date("Tuesday, 14-Nov-23 22:13:20 GMT") == NOW &&
			read_date("Tuesday, 13-Nov-73 22:13:20 GMT") == 3277836800 &&
			read_date("Wednesday, 14-Nov-74 22:13:20 GMT") == 153699200 &&
			read_date("Tuesday, 29-Feb-00 00:00:00 GMT") == 951782400,
		"two digits are at most fifty years ahead");
	ok(read_date("") < 0 && read_date("x") < 0 && read_date(",") < 0 &&
			read_date("Sun, 06 Nov 1994 08:49:37") < 0 &&
			read_date("Sun, 06 Nov 1994 08:49:37 UTC") < 0 &&
			read_date("Sun, 06 Nov 1994 08:49:37 GMT ") < 0 &&
			read_date("Sun, 06 Noc 1994 08:49:37 GMT") < 0 &&
			read_date("Sun, 6 Nov 1994 08:49:37 GMT") < 0 &&
			read_date("Sun, 00 Nov 1994 08:49:37 GMT") < 0 &&
			read_date("Sun, 31 Nov 1994 08:49:37 GMT") < 0 &&
			read_date("Sun, 29 Feb 2023 08:49:37 GMT") < 0 &&
			read_date("Sun, 06 Nov 1994 24:00:00 GMT") < 0 &&
			read_date("Sun, 06 Nov 1994 08:60:00 GMT") < 0 &&
			read_date("Sun, 06 Nov 0000 08:49:37 GMT") == -1 &&
			read_date("Sun, 06 Nov -994 08:49:37 GMT") < 0 && read_date("1700000000") < 0,
		"and none");
}

#define FIELDS_MAX 4

/* lines is "Name: value|Name: value". */
static struct sp_http_head head_of(const char *lines)
{
	struct sp_http_head head = {0};

	while (*lines != '\0') {
		const char *colon = strstr(lines, ": ");
		size_t len = strcspn(colon + 2, "|");

		head.fields[head.field_count++] =
			(struct sp_http_field){{lines, (size_t) (colon - lines)}, {colon + 2, len}};
		lines = colon + 2 + len;
		lines += *lines == '|';
	}
	return head;
}

static const struct sp_http_validators file = {{"\"a,b\"", 5}, NOW - 10, NOW};

static int judged(const char *lines)
{
	struct sp_http_head head = head_of(lines);

	switch (sp_http_condition(&head, &file)) {
	case SP_HTTP_NOT_MODIFIED:
		return 304;
	case SP_HTTP_FAILED:
		return 412;
	default:
		return 200;
	}
}

#define THEN "Tue, 14 Nov 2023 22:13:10 GMT"
#define BEFORE "Tue, 14 Nov 2023 22:13:09 GMT"

static void etags(void)
{
	ok(judged("") == 200 && judged("If-None-Match: \"x\"") == 200 &&
			judged("If-None-Match: \"a,b\"") == 304 && judged("if-none-match: *") == 304 &&
			judged("If-None-Match: W/\"a,b\"") == 304,
		"one that the client has");
	ok(judged("If-None-Match: \"x\", W/\"y\" ,\"a,b\"") == 304 &&
			judged("If-None-Match: \"x\"|If-None-Match: \"a,b\"") == 304 &&
			judged("If-None-Match: \"a\",\"b\"") == 200 && judged("If-None-Match: a,b") == 200 &&
			judged("If-None-Match: \"x\", y, \"a,b\"") == 200 &&
			judged("If-None-Match: \"a,b") == 200 && judged("If-None-Match: W/") == 200 &&
			judged("If-None-Match: ") == 200,
		"lists");
	ok(judged("If-Match: \"a,b\"") == 200 && judged("If-Match: *") == 200 &&
			judged("If-Match: \"x\"") == 412 && judged("If-Match: W/\"a,b\"") == 412,
		"one that it must be");
}

static void times(void)
{
	ok(judged("If-Modified-Since: " THEN) == 304 && judged("If-Modified-Since: " BEFORE) == 200 &&
			judged("If-Modified-Since: yesterday") == 200 &&
			judged("If-Modified-Since: " THEN "|If-Modified-Since: " THEN) == 200,
		"since");
	ok(judged("If-Unmodified-Since: " THEN) == 200 &&
			judged("If-Unmodified-Since: " BEFORE) == 412 &&
			judged("If-Unmodified-Since: yesterday") == 200,
		"not since");
	ok(judged("If-None-Match: \"x\"|If-Modified-Since: " THEN) == 200 &&
			judged("If-Match: \"a,b\"|If-Unmodified-Since: " BEFORE) == 200 &&
			judged("If-Match: \"x\"|If-None-Match: \"a,b\"") == 412,
		"a tag goes before a time, and what must be before what must not");
}

static bool ranged(const char *lines, const struct sp_http_validators *validators)
{
	struct sp_http_head head = head_of(lines);

	return sp_http_range_wanted(&head, validators) != NULL;
}

static void if_range(void)
{
	static const struct sp_http_validators fresh = {{"\"a,b\"", 5}, NOW - 10, NOW - 10};

	ok(!ranged("", &file) && ranged("Range: bytes=0-1", &file) &&
			!ranged("Range: bytes=0-1|Range: bytes=0-1", &file),
		"without a condition");
	ok(ranged("Range: x|If-Range: \"a,b\"", &file) && !ranged("Range: x|If-Range: \"x\"", &file) &&
			!ranged("Range: x|If-Range: W/\"a,b\"", &file) &&
			!ranged("Range: x|If-Range: ", &file) && !ranged("If-Range: \"a,b\"", &file) &&
			!ranged("Range: x|If-Range: \"a,b\"|If-Range: \"a,b\"", &file),
		"by a tag, which must be a strong one");
	ok(ranged("Range: x|If-Range: " THEN, &file) && !ranged("Range: x|If-Range: " BEFORE, &file) &&
			!ranged("Range: x|If-Range: " THEN, &fresh),
		"by a time, if that second is over");
}

int main(void)
{
	run(dates);
	run(etags);
	run(times);
	run(if_range);
	return check_end();
}
