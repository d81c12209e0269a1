/* SPDX-License-Identifier: MIT */
/*
 * Taking a request target apart. All spans point into the bytes of the request, so that a
 * caller that moves those bytes can move the spans with them.
 */
#include "wire/http_target.h"

#include "wire/http_chars.h"

/* The length of the IP literal or registered name that text starts with, 0 if there is none
 * (RFC 3986 §3.2.2). Two things that a name may hold are refused, since no host uses them:
 * percent-encoding, and the comma, with which a careless hop joins two Host fields. */
static size_t host_name_len(struct sp_span text)
{
	static const uint32_t name_set[4] = {0x00000000, 0x2BFF6FD2, 0x87FFFFFE, 0x47FFFFFE};
	size_t i = 0;

	if (text.len == 0 || text.data[0] != '[') {
		while (i < text.len && sp_http_in_set(name_set, text.data[i])) {
			i++;
		}
		return i;
	}
	for (i = 1; i < text.len; i++) {
		if (text.data[i] == ']') {
			return i > 1 ? i + 1 : 0;
		}
		if (sp_http_hex_value(text.data[i]) < 0 && text.data[i] != ':' && text.data[i] != '.') {
			break;
		}
	}
	return 0;
}

bool sp_http_authority_valid(struct sp_span authority)
{
	size_t i = host_name_len(authority);

	if (i == 0 || (i < authority.len && authority.data[i] != ':')) {
		return false;
	}
	for (i++; i < authority.len; i++) {
		if (!sp_http_is_digit(authority.data[i])) {
			return false;
		}
	}
	return true;
}

/* The length of "http://" or "https://" in any case at the front of target, or 0. */
static size_t scheme_len(struct sp_span target)
{
	static const char *const schemes[] = {"http://", "https://"};
	size_t i, len;

	for (i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		len = strlen(schemes[i]);
		if (target.len >= len &&
			sp_span_equals_nocase((struct sp_span){target.data, len}, schemes[i])) {
			return len;
		}
	}
	return 0;
}

static void split_query(struct sp_http_head *head, struct sp_span text)
{
	const char *end = text.data + text.len;
	const char *mark = memchr(text.data, '?', text.len);

	head->path = (struct sp_span){text.data, (size_t) ((mark ? mark : end) - text.data)};
	head->query =
		mark ? (struct sp_span){mark + 1, (size_t) (end - mark) - 1} : (struct sp_span){end, 0};
}

/* RFC 9112 §3.2.2. rest is what follows the scheme. */
static bool split_absolute(
	struct sp_http_head *head, struct sp_span rest, struct sp_span *authority)
{
	size_t len = 0;

	while (len < rest.len && rest.data[len] != '/' && rest.data[len] != '?') {
		len++;
	}
	*authority = (struct sp_span){rest.data, len};
	split_query(head, (struct sp_span){rest.data + len, rest.len - len});
	if (head->path.len == 0) {
		/* RFC 9110 §4.2.3: no path means "/". The scheme ends with one. */
		head->path = (struct sp_span){rest.data - 1, 1};
	}
	return sp_http_authority_valid(*authority);
}

bool sp_http_target_split(struct sp_http_head *head, struct sp_span *authority)
{
	struct sp_span target = head->target;
	size_t scheme = scheme_len(target);

	if (scheme > 0) {
		return split_absolute(
			head, (struct sp_span){target.data + scheme, target.len - scheme}, authority);
	}
	*authority = (struct sp_span){NULL, 0};
	split_query(head, target);
	/* RFC 9112 §3.2.4: the asterisk asks about the server as a whole. */
	return (target.len > 0 && target.data[0] == '/') ||
		   (sp_span_equals(target, "*") && sp_span_equals(head->method, "OPTIONS"));
}

bool sp_http_put_reference(struct sp_buf *out, struct sp_span reference)
{
	static const uint32_t uri_set[4] = {0x00000000, 0xAFFFFFFA, 0xAFFFFFFF, 0x47FFFFFE};
	size_t len = out->len;
	size_t i;

	for (i = 0; i < reference.len; i++) {
		char octet = reference.data[i];

		if (!(sp_http_in_set(uri_set, octet)
					? sp_buf_append(out, &octet, 1)
					: sp_buf_printf(out, "%%%02X", (unsigned) (unsigned char) octet))) {
			out->len = len;
			return false;
		}
	}
	return true;
}
