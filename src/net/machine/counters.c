/* SPDX-License-Identifier: MIT */
#include "net/machine/counters.h"

#include <stddef.h>

void sp_counters_add(struct sp_counters *counters, const struct sp_counters *more)
{
	const uint64_t *from = (const uint64_t *) more;
	uint64_t *to = (uint64_t *) counters;
	const size_t peaks = offsetof(struct sp_counters, peak_count) / sizeof(*to);

	for (size_t i = 0; i < sizeof(*more) / sizeof(*to); i++) {
		if (i < peaks) {
			to[i] += from[i];
		} else if (to[i] < from[i]) {
			to[i] = from[i];
		}
	}
}
