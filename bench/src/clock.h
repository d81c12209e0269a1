/* SPDX-License-Identifier: MIT */
/* The only clock of the tool: monotonic nanoseconds. */
#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

#include <stdint.h>

#define NS_PER_SECOND UINT64_C(1000000000)
#define NS_PER_MS UINT64_C(1000000)

uint64_t clock_ns(void);

/* Sleeps that long, or less if a signal arrives. */
void clock_sleep(uint64_t ns);

#endif
