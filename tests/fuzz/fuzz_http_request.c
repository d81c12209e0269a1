/* SPDX-License-Identifier: MIT */
/*
 * HTTP requests, one after the other: any cut tells the same story as the whole. Settings: bit 0
 * makes the limit of a head small, bit 1 that of a body.
 */
#include "../unit/http_story.h"
#include "cut_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct cut_input parts;
	struct sp_buf whole = {0};
	struct sp_buf cut = {0};
	size_t head_limit;
	uint64_t body_limit;

	if (!cut_input(input, len, &parts)) {
		return 0;
	}
	head_limit = (parts.settings & 1) != 0 ? 64 : 16384;
	body_limit = (parts.settings & 2) != 0 ? 10 : 100000;
	http_story(&whole, head_limit, body_limit, parts.data, parts.len, cuts_none());
	http_story(&cut, head_limit, body_limit, parts.data, parts.len, parts.cuts);
	must_be_the_same(&whole, &cut);
	cut.len = 0;
	http_story(&cut, head_limit, body_limit, parts.data, parts.len, cuts_every(1));
	must_be_the_same(&whole, &cut);
	sp_buf_fini(&whole);
	sp_buf_fini(&cut);
	return 0;
}
