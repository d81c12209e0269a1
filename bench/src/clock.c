/* SPDX-License-Identifier: MIT */
#include "clock.h"

#include <time.h>

uint64_t clock_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t) now.tv_sec * NS_PER_SECOND + (uint64_t) now.tv_nsec;
}

void clock_sleep(uint64_t ns)
{
	struct timespec rest = {(time_t) (ns / NS_PER_SECOND), (long) (ns % NS_PER_SECOND)};

	nanosleep(&rest, NULL);
}
