/* SPDX-License-Identifier: MIT */
#include "histogram.h"

/* Below 64 each value has a bucket; above, the six leading bits choose one: 32 per octave. */
static unsigned bucket_of(uint64_t ns)
{
	unsigned shift;

	if (ns < 64) {
		return (unsigned) ns;
	}
	shift = 63 - (unsigned) __builtin_clzll(ns) - 5;
	return shift * 32 + (unsigned) (ns >> shift);
}

static uint64_t top_of(unsigned bucket)
{
	unsigned shift;

	if (bucket < 64) {
		return bucket;
	}
	shift = bucket / 32 - 1;
	return (((uint64_t) bucket - shift * 32 + 1) << shift) - 1;
}

void histogram_add(struct histogram *histogram, uint64_t ns)
{
	histogram->count++;
	histogram->bucket[bucket_of(ns)]++;
	if (ns > histogram->max) {
		histogram->max = ns;
	}
}

uint64_t histogram_at(const struct histogram *histogram, unsigned permille)
{
	uint64_t rank = (histogram->count * permille + 999) / 1000;
	uint64_t seen = 0;

	if (histogram->count == 0) {
		return 0;
	}
	for (unsigned i = 0; i < HISTOGRAM_BUCKETS; i++) {
		seen += histogram->bucket[i];
		if (seen >= rank && seen) {
			return top_of(i) < histogram->max ? top_of(i) : histogram->max;
		}
	}
	return histogram->max;
}
