/* SPDX-License-Identifier: MIT */
#include "wire/http_range.h"

#include <inttypes.h>

#include "wire/http_chars.h"
#include "wire/http_request.h"

static const char unit[] = "bytes=";

/* One item of the list as it is written. */
struct item {
	bool has_first, has_last;
	uint64_t first, last; /* without first, last is how many bytes from the end */
};

/* Reads the digits at the front of text, and takes them off. A number that is too large for any
 * body stays at the largest. False: there are none. */
static bool take_number(struct sp_span *text, uint64_t *number)
{
	size_t len = 0;

	*number = 0;
	while (len < text->len && sp_http_is_digit(text->data[len])) {
		uint64_t digit = (uint64_t) (text->data[len++] - '0');

		*number = *number > (UINT64_MAX - digit) / 10 ? UINT64_MAX : *number * 10 + digit;
	}
	text->data += len;
	text->len -= len;
	return len > 0;
}

/* False: it has a form that is none. */
static bool read_item(struct sp_span text, struct item *item)
{
	item->has_first = take_number(&text, &item->first);
	if (text.len == 0 || text.data[0] != '-') {
		return false;
	}
	text.data++;
	text.len--;
	item->has_last = take_number(&text, &item->last);
	return text.len == 0 && (item->has_first || item->has_last) &&
		   (!item->has_first || !item->has_last || item->first <= item->last);
}

/* False: the body has none of these bytes. */
static bool resolve(const struct item *item, uint64_t size, struct sp_http_range *range)
{
	if (!item->has_first) {
		range->len = item->last < size ? item->last : size;
		range->at = size - range->len;
		return range->len > 0;
	}
	if (item->first >= size) {
		return false;
	}
	range->at = item->first;
	range->len = (item->has_last && item->last < size ? item->last + 1 : size) - item->first;
	return true;
}

enum sp_http_ranges_result sp_http_ranges_read(
	struct sp_span value, uint64_t size, struct sp_http_ranges *ranges)
{
	size_t unit_len = sizeof(unit) - 1;
	uint64_t left = size;
	unsigned items = 0;
	struct sp_span list, text;
	struct item item;

	ranges->count = 0;
	if (size == 0 || value.len < unit_len ||
		!sp_span_equals_nocase((struct sp_span){value.data, unit_len}, unit)) {
		return SP_HTTP_RANGES_WHOLE;
	}
	list = (struct sp_span){value.data + unit_len, value.len - unit_len};
	while (sp_http_list_next(&list, &text)) {
		struct sp_http_range *range = &ranges->of[ranges->count];

		if (items++ == SP_HTTP_RANGES_MAX || !read_item(text, &item)) {
			return SP_HTTP_RANGES_WHOLE;
		}
		if (!resolve(&item, size, range)) {
			continue;
		}
		if (range->len > left) {
			return SP_HTTP_RANGES_WHOLE; /* they overlap: all of it is less */
		}
		left -= range->len;
		ranges->count++;
	}
	if (items == 0) {
		return SP_HTTP_RANGES_WHOLE;
	}
	return ranges->count > 0 ? SP_HTTP_RANGES_SOME : SP_HTTP_RANGES_NONE;
}

bool sp_http_put_content_range(struct sp_buf *out, const struct sp_http_range *range, uint64_t size)
{
	return sp_buf_printf(out, "Content-Range: bytes %" PRIu64 "-%" PRIu64 "/%" PRIu64 "\r\n",
		range->at, range->at + range->len - 1, size);
}

bool sp_http_put_part(struct sp_buf *out, const char *boundary, struct sp_span type,
	const struct sp_http_range *range, uint64_t size)
{
	if (range == NULL) {
		return sp_buf_printf(out, "\r\n--%s--\r\n", boundary);
	}
	return sp_buf_printf(
			   out, "\r\n--%s\r\nContent-Type: %.*s\r\n", boundary, (int) type.len, type.data) &&
		   sp_http_put_content_range(out, range, size) && sp_buf_puts(out, "\r\n");
}
