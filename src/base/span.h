/* SPDX-License-Identifier: MIT */
/*
 * A view of bytes that somebody else owns. Parsers hand these out; they are valid as long as
 * the buffer they point into, and are not NUL-terminated.
 */
#ifndef SP_BASE_SPAN_H
#define SP_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct sp_span {
	const char *data;
	size_t len;
};

/* A span over a string literal, as a constant's value. */
#define SP_SPAN(literal)               \
	{                                  \
		(literal), sizeof(literal) - 1 \
	}

/* A span over a string literal or a NUL-terminated string. Borrows it. */
static inline struct sp_span sp_span(const char *text)
{
	return (struct sp_span){text, strlen(text)};
}

static inline char sp_ascii_lower(char c)
{
	return (char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static inline bool sp_span_equals(struct sp_span span, const char *text)
{
	return span.len == strlen(text) && memcmp(span.data, text, span.len) == 0;
}

/* Ignores the case of ASCII letters, as field names and tokens require (RFC 9110 §5.1). */
static inline bool sp_span_equals_nocase(struct sp_span span, const char *text)
{
	size_t i;

	for (i = 0; i < span.len; i++) {
		if (text[i] == '\0' || sp_ascii_lower(span.data[i]) != sp_ascii_lower(text[i])) {
			return false;
		}
	}
	return text[i] == '\0';
}

/* The same; most names differ in length already. */
static inline bool sp_span_same_nocase(struct sp_span span, struct sp_span other)
{
	if (span.len != other.len) {
		return false;
	}
	for (size_t i = 0; i < span.len; i++) {
		if (sp_ascii_lower(span.data[i]) != sp_ascii_lower(other.data[i])) {
			return false;
		}
	}
	return true;
}

#endif
