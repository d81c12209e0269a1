/* SPDX-License-Identifier: MIT */
#include "php/http/estimate.h"

#include "php.h"

#define OBJECTS 4096   /* bytes: Request, Response, and their arrays when there is little in them */
#define ARRAY 400      /* bytes of an array with one element */
#define VARIABLE 192   /* bytes of a name and a value, without their text */
#define COPIES 4       /* of a text: as it came, decoded, name and value */
#define HEAD_COPIES 5  /* the same, and one more while cookies are read */
#define PER_VARIABLE 2 /* bytes of text, at least */

/* Opening brackets: each may be an array. More than most do not matter. */
static size_t brackets(struct sp_span text, size_t most)
{
	const char *at = text.data, *end = text.data + text.len;
	size_t count = 0;

	while (count < most && at < end && (at = memchr(at, '[', (size_t) (end - at))) != NULL) {
		count++;
		at++;
	}
	return count;
}

/* The same, as %5B. */
static size_t encoded_brackets(struct sp_span text, size_t most)
{
	const char *at = text.data, *end = text.data + text.len;
	size_t count = 0;

	while (count < most && at < end && (at = memchr(at, '%', (size_t) (end - at))) != NULL) {
		count += end - at > 2 && at[1] == '5' && (at[2] == 'B' || at[2] == 'b');
		at++;
	}
	return count;
}

/* What PHP's parser makes of it, within its own limits. */
static size_t variables(struct sp_span text)
{
	size_t limit = PG(max_input_vars) > 0 ? (size_t) PG(max_input_vars) : 0;
	size_t depth = PG(max_input_nesting_level) > 0 ? (size_t) PG(max_input_nesting_level) : 0;
	size_t count = text.len / PER_VARIABLE + 1;
	size_t most = limit * depth; /* arrays */
	size_t arrays;

	if (text.len == 0) {
		return 0;
	}
	arrays = brackets(text, most) + encoded_brackets(text, most);
	return text.len * COPIES + (count < limit ? count : limit) * VARIABLE +
		   (arrays < most ? arrays : most) * ARRAY;
}

/* It is enough to be wrong in one direction: what is no form is estimated as one. */
static bool may_be_form(const struct sp_request *request)
{
	const struct sp_span *type = sp_http_head_find(request->head, "content-type");

	return type != NULL && !sp_span_equals_nocase(*type, "application/json") &&
		   !sp_span_equals_nocase(*type, "application/octet-stream");
}

size_t php_seatpush_request_estimate(const struct sp_request *request, bool forms)
{
	/* A Request's arrays are made when a script looks at them, and count from the beginning. */
	size_t bytes = OBJECTS + request->head_bytes.len * HEAD_COPIES +
				   request->head->field_count * VARIABLE + request->body.len +
				   variables(request->head->query);

	/* Cookies may have arrays as well. */
	bytes += brackets(request->head_bytes, request->head_bytes.len) * ARRAY;
	if (forms && request->body.len > 0 && may_be_form(request)) {
		bytes += variables(request->body);
	}
	return bytes;
}
