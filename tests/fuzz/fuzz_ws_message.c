/* SPDX-License-Identifier: MIT */
/*
 * WebSocket messages: any cut tells the same story as the whole. Settings: bit 0 allows RSV1, bit 1
 * makes the limit small.
 */
#include "../unit/ws_story.h"
#include "cut_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct cut_input parts;
	struct sp_buf whole = {0};
	struct sp_buf cut = {0};
	bool rsv1_allowed;
	size_t limit;

	if (!cut_input(input, len, &parts)) {
		return 0;
	}
	rsv1_allowed = (parts.settings & 1) != 0;
	limit = (parts.settings & 2) != 0 ? 20 : 100000;
	ws_story(&whole, limit, rsv1_allowed, parts.data, parts.len, cuts_none());
	ws_story(&cut, limit, rsv1_allowed, parts.data, parts.len, parts.cuts);
	must_be_the_same(&whole, &cut);
	cut.len = 0;
	ws_story(&cut, limit, rsv1_allowed, parts.data, parts.len, cuts_every(1));
	must_be_the_same(&whole, &cut);
	cut.len = 0;
	ws_story(&cut, limit, rsv1_allowed, parts.data, parts.len, cuts_moving(parts.cuts));
	must_be_the_same(&whole, &cut);
	sp_buf_fini(&whole);
	sp_buf_fini(&cut);
	return 0;
}
