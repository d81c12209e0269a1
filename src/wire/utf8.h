/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 checked as octets arrive (RFC 3629: no overlong forms, no surrogates, nothing above
 * U+10FFFF). The state is one integer: a message may be split anywhere, and fails at the first
 * octet that cannot be right (RFC 6455 §8.1).
 */
#ifndef SP_WIRE_UTF8_H
#define SP_WIRE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SP_UTF8_START 0u /* state at the start and after each complete character */
#define SP_UTF8_BAD UINT32_MAX

/* The state after data; SP_UTF8_BAD stays bad. Many octets are checked in blocks, where the
 * processor can. */
uint32_t sp_utf8_feed(uint32_t state, const void *data, size_t len);

/* The same, one octet after another except for ASCII. */
uint32_t sp_utf8_feed_plain(uint32_t state, const void *data, size_t len);

/* True if data is complete and correct UTF-8. */
static inline bool sp_utf8_valid(const void *data, size_t len)
{
	return sp_utf8_feed(SP_UTF8_START, data, len) == SP_UTF8_START;
}

#endif
