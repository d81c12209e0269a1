/* SPDX-License-Identifier: MIT */
#include "wire/ws_origin.h"

#include <string.h>

#include "wire/http_chars.h"
#include "wire/http_request.h"
#include "wire/http_target.h"

#define SCHEME_END "://"
#define SCHEME_END_LEN 3

static bool same(struct sp_span a, struct sp_span b)
{
	size_t i;

	for (i = 0; i < a.len && i < b.len; i++) {
		if (sp_ascii_lower(a.data[i]) != sp_ascii_lower(b.data[i])) {
			return false;
		}
	}
	return a.len == b.len;
}

/* Splits "scheme://authority". False: it does not have that form. */
static bool split(struct sp_span origin, struct sp_span *scheme, struct sp_span *authority)
{
	size_t i = 0;

	while (i < origin.len && origin.data[i] != ':') {
		i++;
	}
	if (i == 0 || origin.len - i < SCHEME_END_LEN ||
		memcmp(origin.data + i, SCHEME_END, SCHEME_END_LEN) != 0) {
		return false;
	}
	*scheme = (struct sp_span){origin.data, i};
	i += SCHEME_END_LEN;
	*authority = (struct sp_span){origin.data + i, origin.len - i};
	return true;
}

static bool is_wild(struct sp_span authority)
{
	return authority.len > 2 && memcmp(authority.data, "*.", 2) == 0;
}

bool sp_ws_origin_pattern_valid(struct sp_span pattern)
{
	struct sp_span scheme, authority;
	size_t i;

	if (sp_span_equals_nocase(pattern, "self") || sp_span_equals_nocase(pattern, "null")) {
		return true;
	}
	if (!split(pattern, &scheme, &authority)) {
		return false;
	}
	for (i = 0; i < scheme.len; i++) {
		if (!sp_http_is_tchar(scheme.data[i])) {
			return false;
		}
	}
	if (is_wild(authority)) {
		authority = (struct sp_span){authority.data + 2, authority.len - 2};
	}
	return memchr(authority.data, '*', authority.len) == NULL && sp_http_authority_valid(authority);
}

bool sp_ws_origin_is_self(struct sp_span origin, struct sp_span host)
{
	struct sp_span scheme, authority;

	return split(origin, &scheme, &authority) && same(authority, host);
}

static bool matches(struct sp_span pattern, struct sp_span origin)
{
	struct sp_span scheme, authority, origin_scheme, origin_authority, tail;

	if (!split(pattern, &scheme, &authority) || !split(origin, &origin_scheme, &origin_authority)) {
		return same(pattern, origin); /* "null" */
	}
	if (!same(scheme, origin_scheme)) {
		return false;
	}
	if (!is_wild(authority)) {
		return same(authority, origin_authority);
	}
	tail = (struct sp_span){authority.data + 1, authority.len - 1}; /* with its dot */
	return origin_authority.len > tail.len && sp_http_authority_valid(origin_authority) &&
		   same(tail,
			   (struct sp_span){origin_authority.data + origin_authority.len - tail.len, tail.len});
}

bool sp_ws_origin_allowed(struct sp_span patterns, struct sp_span origin, struct sp_span host)
{
	struct sp_span pattern;

	while (sp_http_list_next(&patterns, &pattern)) {
		if (sp_span_equals_nocase(pattern, "self") ? sp_ws_origin_is_self(origin, host)
												   : matches(pattern, origin)) {
			return true;
		}
	}
	return false;
}
