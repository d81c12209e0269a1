/* SPDX-License-Identifier: MIT */
/*
 * Which octets may stand where in HTTP. The code that reads heads and trailers and the code that
 * writes responses share it, so that they agree.
 */
#ifndef SP_WIRE_HTTP_CHARS_H
#define SP_WIRE_HTTP_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"

/* True if octet is in a set of ASCII characters given as 128 bits. */
static inline bool sp_http_in_set(const uint32_t set[4], char octet)
{
	unsigned code = (unsigned char) octet;

	return code < 128 && (set[code / 32] >> code % 32 & 1) != 0;
}

/* RFC 9110 §5.6.2, tchar: letters, digits, and !#$%&'*+-.^_`|~ */
static inline bool sp_http_is_tchar(char octet)
{
	static const uint32_t set[4] = {0x00000000, 0x03FF6CFA, 0xC7FFFFFE, 0x57FFFFFF};

	return sp_http_in_set(set, octet);
}

/* RFC 9110 §5.5: what a field value may hold: blanks, tabs, visible ASCII and everything above
 * it, but no control character. */
static inline bool sp_http_is_value_char(char octet)
{
	unsigned code = (unsigned char) octet;

	return code >= ' ' ? code != 0x7F : code == '\t';
}

/* True if that is so of all; eight at a time, since most of a head is values. */
static inline bool sp_http_are_value_chars(const char *text, size_t len)
{
	const uint64_t ones = 0x0101010101010101U, tops = 0x8080808080808080U;
	size_t i = 0;

	for (; len - i >= sizeof(ones); i += sizeof(ones)) {
		uint64_t eight, dels;

		memcpy(&eight, text + i, sizeof(eight));
		dels = eight ^ 0x7F * ones;
		/* In one of the eight a bit is borrowed: it is below ' ', or it is DEL. */
		if ((((eight - ' ' * ones) & ~eight) | ((dels - ones) & ~dels)) & tops) {
			break;
		}
	}
	while (i < len && sp_http_is_value_char(text[i])) {
		i++;
	}
	return i == len;
}

/* What a request target may hold: more than RFC 3986 allows. Browsers send | and ^ as they are,
 * many other clients send UTF-8, and nginx passes both on; none of them can end the target. A
 * fragment is for the client and is never sent. */
static inline bool sp_http_is_target_char(char octet)
{
	unsigned code = (unsigned char) octet;

	return code > ' ' && code != 0x7F && octet != '#';
}

static inline bool sp_http_is_blank(char octet)
{
	return octet == ' ' || octet == '\t';
}

static inline bool sp_http_is_digit(char octet)
{
	return octet >= '0' && octet <= '9';
}

/* The value of a hexadecimal digit, or -1. */
static inline int sp_http_hex_value(char octet)
{
	char lower = sp_ascii_lower(octet);

	if (sp_http_is_digit(octet)) {
		return octet - '0';
	}
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

#endif
