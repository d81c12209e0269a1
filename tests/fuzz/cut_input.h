/* SPDX-License-Identifier: MIT */
/*
 * A fuzzer's input in its parts: settings, how the bytes are to be cut, and the bytes. So the
 * fuzzer varies contents and cuts together.
 */
#ifndef SP_TESTS_CUT_INPUT_H
#define SP_TESTS_CUT_INPUT_H

#include "../unit/cuts.h"
#include "../unit/guard.h"
#include "base/buf.h"

struct cut_input {
	uint8_t settings; /* first octet */
	struct cuts cuts; /* second octet: the number of sizes; then the sizes */
	const uint8_t *data;
	size_t len;
};

/* False: the input is too short to hold its parts. */
static inline bool cut_input(const uint8_t *input, size_t len, struct cut_input *parts)
{
	size_t count;

	if (len < 2 || (count = input[1] % 16) > len - 2) {
		return false;
	}
	parts->settings = input[0];
	parts->cuts = cuts_of(input + 2, count);
	parts->data = input + 2 + count;
	parts->len = len - 2 - count;
	return true;
}

/* Ends the program, with both texts, if they are not the same. */
static inline void must_be_the_same(const struct sp_buf *whole, const struct sp_buf *cut)
{
	bool same = whole->len == cut->len &&
				(whole->len == 0 || memcmp(whole->data, cut->data, whole->len) == 0);

	if (!same) {
		fprintf(stderr, "--- whole:\n%.*s--- cut:\n%.*s", (int) whole->len,
			whole->data ? whole->data : "", (int) cut->len, cut->data ? cut->data : "");
	}
	must(same);
}

#endif
