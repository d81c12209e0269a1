/* SPDX-License-Identifier: MIT */
#include "wire/media_pattern.h"

#include "wire/http_request.h"
#include "wire/http_response.h"

#define SUFFIX_FROM 2 /* bytes of "*+" */

/* "*+json" */
static bool is_suffix(struct sp_span pattern)
{
	return pattern.len > SUFFIX_FROM && memcmp(pattern.data, "*+", SUFFIX_FROM) == 0;
}

bool sp_media_pattern_valid(struct sp_span pattern)
{
	const char *slash = memchr(pattern.data, '/', pattern.len);
	const char *star = memchr(pattern.data, '*', pattern.len);
	size_t type_len = slash != NULL ? (size_t) (slash - pattern.data) : 0;

	if (slash == NULL) {
		return is_suffix(pattern) && sp_http_field_name_valid(pattern) &&
			   memchr(pattern.data + 1, '*', pattern.len - 1) == NULL;
	}
	return (star == NULL || (star > slash && star == pattern.data + pattern.len - 1)) &&
		   sp_http_field_name_valid((struct sp_span){pattern.data, type_len}) &&
		   sp_http_field_name_valid((struct sp_span){slash + 1, pattern.len - type_len - 1});
}

static bool equal(const char *one, const char *other, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (sp_ascii_lower(one[i]) != sp_ascii_lower(other[i])) {
			return false;
		}
	}
	return true;
}

static bool matches(struct sp_span pattern, struct sp_span type)
{
	size_t len;

	if (is_suffix(pattern)) {
		len = pattern.len - 1;
		return type.len > len && equal(pattern.data + 1, type.data + type.len - len, len);
	}
	if (pattern.data[pattern.len - 1] == '*') {
		len = pattern.len - 1;
		return type.len > len && equal(pattern.data, type.data, len);
	}
	return pattern.len == type.len && equal(pattern.data, type.data, type.len);
}

bool sp_media_listed(struct sp_span list, struct sp_span type)
{
	struct sp_span pattern;
	size_t len = 0;
	bool events;

	while (len < type.len && type.data[len] != ';' && type.data[len] != ' ' &&
		   type.data[len] != '\t') {
		len++;
	}
	type.len = len;
	events = sp_span_equals_nocase(type, "text/event-stream");
	while (sp_http_list_next(&list, &pattern)) {
		if (events ? sp_span_equals_nocase(pattern, "text/event-stream") : matches(pattern, type)) {
			return true;
		}
	}
	return false;
}
