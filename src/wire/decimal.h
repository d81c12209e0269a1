/* SPDX-License-Identifier: MIT */
/*
 * Decimal numbers in text from outside: digits and nothing else.
 */
#ifndef SP_WIRE_DECIMAL_H
#define SP_WIRE_DECIMAL_H

#include <stdint.h>

#include "wire/http_chars.h"

/* False: no digits, anything but digits, or more than most; *out is unchanged. Zeros in front are
 * digits like others. */
static inline bool sp_decimal(struct sp_span text, uint64_t most, uint64_t *out)
{
	uint64_t value = 0;

	for (size_t i = 0; i < text.len; i++) {
		uint64_t digit = (uint64_t) (unsigned char) text.data[i] - '0';

		if (!sp_http_is_digit(text.data[i]) || digit > most || value > (most - digit) / 10) {
			return false;
		}
		value = value * 10 + digit;
	}
	if (text.len == 0) {
		return false;
	}
	*out = value;
	return true;
}

#endif
