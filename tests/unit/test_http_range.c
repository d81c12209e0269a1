/* SPDX-License-Identifier: MIT */
/*
 * Range fields, and the heads of parts.
 */
#include <stdio.h>

#include "check.h"
#include "wire/http_range.h"

/* "whole", "none", or the ranges as "0+5 10+1". */
static const char *read_as(const char *value, uint64_t size)
{
	static char text[1000];
	struct sp_http_ranges ranges;
	size_t len = 0;

	switch (sp_http_ranges_read(sp_span(value), size, &ranges)) {
	case SP_HTTP_RANGES_WHOLE:
		return "whole";
	case SP_HTTP_RANGES_NONE:
		return "none";
	case SP_HTTP_RANGES_SOME:
		break;
	}
	for (unsigned i = 0; i < ranges.count; i++) {
		len += (size_t) snprintf(text + len, sizeof(text) - len, "%s%llu+%llu", i ? " " : "",
			(unsigned long long) ranges.of[i].at, (unsigned long long) ranges.of[i].len);
	}
	return text;
}

#define IS(value, size, wanted) (strcmp(read_as(value, size), wanted) == 0)

static void forms(void)
{
	ok(IS("bytes=0-4", 10, "0+5") && IS("bytes=5-", 10, "5+5") && IS("bytes=-3", 10, "7+3") &&
			IS("BYTES=9-9", 10, "9+1"),
		"one range");
	ok(IS("bytes=0-99", 10, "0+10") && IS("bytes=-99", 10, "0+10") &&
			IS("bytes=0-99999999999999999999999", 10, "0+10") &&
			IS("bytes=0-18446744073709551615", 10, "0+10"),
		"one that goes further than the body ends with it");
	ok(IS("bytes=0-0, 2-3 ,\t-1", 10, "0+1 2+2 9+1") && IS("bytes=,5-6,,", 10, "5+2"),
		"several, in their order");
	ok(IS("bytes=8-9,0-1", 10, "8+2 0+2"), "backwards");
}

static void none_and_whole(void)
{
	ok(IS("bytes=10-", 10, "none") && IS("bytes=-0", 10, "none") &&
			IS("bytes=10-11,99999999999999999999999-", 10, "none"),
		"the body has none of them");
	ok(IS("bytes=10-,0-0", 10, "0+1"), "those that it has count");
	ok(IS("", 10, "whole") && IS("bytes", 10, "whole") && IS("bytes=", 10, "whole") &&
			IS("bytes=,", 10, "whole") && IS("bytes =0-1", 10, "whole") &&
			IS("lines=0-1", 10, "whole"),
		"what is no range of bytes does not count");
	ok(IS("bytes=4-3", 10, "whole") && IS("bytes=-", 10, "whole") && IS("bytes=5", 10, "whole") &&
			IS("bytes=a-b", 10, "whole") && IS("bytes=1-2-3", 10, "whole") &&
			IS("bytes=+1-2", 10, "whole") && IS("bytes=0-1;2-3", 10, "whole") &&
			IS("bytes=0-1,x", 10, "whole") && IS("bytes=--1", 10, "whole") &&
			IS("bytes=0 - 1", 10, "whole"),
		"a wrong one spoils all of them");
	ok(IS("bytes=0-", 0, "whole") && IS("bytes=-1", 0, "whole"), "an empty body has no parts");
}

static void limits(void)
{
	ok(IS("bytes=0-9,0-0", 10, "whole") && IS("bytes=0-,0-,0-", 10, "whole"),
		"more than there is, is all of it");
	ok(IS("bytes=0-0,0-0", 10, "0+1 0+1"), "less may come twice");
	ok(IS("bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,15-15", 99,
		   "0+1 1+1 2+1 3+1 4+1 5+1 6+1 7+1 8+1 9+1 10+1 11+1 12+1 13+1 14+1 15+1"),
		"sixteen");
	ok(IS("bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,15-15,16-16",
		   99, "whole"),
		"and not more");
	ok(IS("bytes=9223372036854775806-", INT64_MAX, "9223372036854775806+1"), "a huge body");
}

static void heads(void)
{
	struct sp_http_range range = {5, 3};
	struct sp_buf out = {0};

	ok(sp_http_put_part(&out, "x1", sp_span("text/plain"), &range, 99) &&
			sp_http_put_part(&out, "x1", sp_span(""), NULL, 99) && sp_buf_append(&out, "", 1) &&
			strcmp(out.data,
				"\r\n--x1\r\nContent-Type: text/plain\r\nContent-Range: bytes 5-7/99\r\n\r\n"
				"\r\n--x1--\r\n") == 0,
		"a part, and the end");
	sp_buf_fini(&out);
}

int main(void)
{
	run(forms);
	run(none_and_whole);
	run(limits);
	run(heads);
	return check_end();
}
