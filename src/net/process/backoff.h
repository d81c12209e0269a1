/* SPDX-License-Identifier: MIT */
/*
 * The pause before the next try, which doubles as long as tries fail.
 */
#ifndef SP_NET_PROCESS_BACKOFF_H
#define SP_NET_PROCESS_BACKOFF_H

#include <stdint.h>

#define SP_BACKOFF_FIRST_MS 100
#define SP_BACKOFF_MAX_MS 10000

/* Zeroed: none has failed lately. */
struct sp_backoff {
	uint64_t ms;
};

/* How long to wait now, since one has failed: at first not at all. */
static inline uint64_t sp_backoff_next(struct sp_backoff *backoff)
{
	uint64_t ms = backoff->ms;

	backoff->ms = ms == 0 ? SP_BACKOFF_FIRST_MS : ms * 2;
	if (backoff->ms > SP_BACKOFF_MAX_MS) {
		backoff->ms = SP_BACKOFF_MAX_MS;
	}
	return ms;
}

#endif
