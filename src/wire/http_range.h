/* SPDX-License-Identifier: MIT */
/*
 * Parts of a body: which ones a Range field asks for, and how they are named in the answer (RFC
 * 9110 §14).
 */
#ifndef SP_WIRE_HTTP_RANGE_H
#define SP_WIRE_HTTP_RANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

#define SP_HTTP_RANGES_MAX 16

struct sp_http_range {
	uint64_t at, len; /* bytes; len > 0 */
};

struct sp_http_ranges {
	struct sp_http_range of[SP_HTTP_RANGES_MAX];
	unsigned count;
};

enum sp_http_ranges_result {
	SP_HTTP_RANGES_WHOLE, /* the field does not count, and the whole body is to be sent */
	SP_HTTP_RANGES_SOME,
	SP_HTTP_RANGES_NONE, /* 416: the body has none of these bytes */
};

/* Reads the value of a Range field for a body of size bytes. SOME: the ranges lie within it, in the
 * order in which they were asked for, and are not longer than it all together. A field that asks
 * for more than that, for too many ranges, or in a form that is none, does not count. */
enum sp_http_ranges_result sp_http_ranges_read(
	struct sp_span value, uint64_t size, struct sp_http_ranges *ranges);

/* Appends "Content-Range: bytes 0-4/10\r\n". False: out of memory. */
bool sp_http_put_content_range(
	struct sp_buf *out, const struct sp_http_range *range, uint64_t size);

/* Appends what comes before each part of a multipart/byteranges body, and after the last one (range
 * NULL). False: out of memory. */
bool sp_http_put_part(struct sp_buf *out, const char *boundary, struct sp_span type,
	const struct sp_http_range *range, uint64_t size);

#endif
