/* SPDX-License-Identifier: MIT */
/*
 * One client in a thread of its own, so that it sees the server's delays and not this tool's: sends
 * a message every two milliseconds, whatever comes back, and takes the time to its echo.
 */
#ifndef BENCH_PROBER_H
#define BENCH_PROBER_H

#include <stdbool.h>
#include <stdint.h>

#include "bench.h"
#include "histogram.h"

struct prober;

struct probes {
	struct histogram latency; /* from when a message was due to its echo */
	uint64_t sent, back, wrong;
};

/* Connects and upgrades. NULL: said on stderr. */
struct prober *prober_new(const struct bench *bench);

/* False: no thread. */
bool prober_start(struct prober *prober);

/* Waits for what is under way, at most a second. Fills what is there also if it was not started. */
void prober_stop(struct prober *prober, struct probes *probes);

void prober_free(struct prober *prober);

#endif
