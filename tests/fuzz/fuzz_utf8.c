/* SPDX-License-Identifier: MIT */
/*
 * UTF-8: at every octet, and in any cut, the state says what the slow model says. The first octet
 * of the input is the size of the first piece; the rest is the text.
 */
#include "../unit/guard.h"
#include "../unit/utf8_model.h"
#include "wire/utf8.h"

#define TEXT_MAX 96 /* the model starts from the beginning for every octet */

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

static enum utf8_verdict verdict_of(uint32_t state)
{
	return state == SP_UTF8_BAD ? UTF8_WRONG : state == SP_UTF8_START ? UTF8_WHOLE : UTF8_OPEN;
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	uint32_t state = SP_UTF8_START;
	uint32_t whole;
	const char *text;
	size_t first, i;

	if (len < 1 || len > TEXT_MAX) {
		return 0;
	}
	text = guarded(input + 1, --len);
	for (i = 0; i < len; i++) {
		state = sp_utf8_feed(state, text + i, 1);
		must(verdict_of(state) == utf8_model(input + 1, i + 1));
	}
	whole = sp_utf8_feed(SP_UTF8_START, text, len);
	first = input[0] < len ? input[0] : len;
	must(whole == state);
	must(
		sp_utf8_feed(sp_utf8_feed(SP_UTF8_START, text, first), text + first, len - first) == whole);
	must(sp_utf8_valid(text, len) == (whole == SP_UTF8_START));
	return 0;
}
