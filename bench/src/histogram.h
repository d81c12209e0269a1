/* SPDX-License-Identifier: MIT */
/* Counts of durations in buckets that are 1/32 of their value wide: percentiles are accurate to 3
 * %, however many values there are. The maximum is exact. */
#ifndef BENCH_HISTOGRAM_H
#define BENCH_HISTOGRAM_H

#include <stdint.h>

#define HISTOGRAM_BUCKETS 2048

struct histogram {
	uint64_t count;
	uint64_t max;
	uint64_t bucket[HISTOGRAM_BUCKETS];
};

void histogram_add(struct histogram *histogram, uint64_t ns);

/* The duration that permille/1000 of the values do not exceed; 0 when there are none. */
uint64_t histogram_at(const struct histogram *histogram, unsigned permille);

#endif
