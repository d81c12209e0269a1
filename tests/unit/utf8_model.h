/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 by the book, and slowly: decodes code points and judges the numbers (RFC 3629 §3), where
 * the code under test judges octets. The two share no idea, so it means something if they agree.
 */
#ifndef SP_TESTS_UTF8_MODEL_H
#define SP_TESTS_UTF8_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum utf8_verdict { UTF8_WHOLE, UTF8_OPEN, UTF8_WRONG };

/* The length that the first octet announces; 0 if no character may start with it. */
static inline size_t utf8_model_len(uint8_t octet)
{
	if (octet < 0x80) {
		return 1;
	}
	return (octet & 0xE0) == 0xC0 ? 2 : (octet & 0xF0) == 0xE0 ? 3 : (octet & 0xF8) == 0xF0 ? 4 : 0;
}

static inline bool utf8_model_code_point(uint32_t code, size_t len)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

	return code >= least[len] && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
}

/* True if missing octets more could still make this a correct character of len octets: tries every
 * code point that could result. */
static inline bool utf8_model_can_end(uint32_t code, size_t missing, size_t len)
{
	uint32_t low = code << 6 * missing;
	uint32_t high = low | ((UINT32_C(1) << 6 * missing) - 1);
	uint32_t at;

	for (at = low; at <= high; at++) {
		if (utf8_model_code_point(at, len)) {
			return true;
		}
	}
	return false;
}

static inline enum utf8_verdict utf8_model(const uint8_t *data, size_t len)
{
	size_t at = 0;
	size_t want, i;
	uint32_t code;

	while (at < len) {
		want = utf8_model_len(data[at]);
		if (want == 0) {
			return UTF8_WRONG;
		}
		code = want == 1 ? data[at] : data[at] & (0x7Fu >> want);
		for (i = 1; i < want && at + i < len; i++) {
			if ((data[at + i] & 0xC0) != 0x80) {
				return UTF8_WRONG;
			}
			code = code << 6 | (data[at + i] & 0x3F);
		}
		if (!utf8_model_can_end(code, want - i, want)) {
			return UTF8_WRONG;
		}
		if (i < want) {
			return UTF8_OPEN;
		}
		at += want;
	}
	return UTF8_WHOLE;
}

#endif
