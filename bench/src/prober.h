/* SPDX-License-Identifier: MIT */
/*
 * One client in a thread of its own, so that it sees the server's delays and not this tool's. It
 * sends a message every two milliseconds, whatever comes back, and measures the time to its echo.
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

/* Connects and upgrades. NULL: stderr says why. */
struct prober *prober_new(const struct bench *bench);

/* False: the thread could not be created. */
bool prober_start(struct prober *prober);

/* Waits for echoes that are due, at most a second, and fills *probes, even if the prober was not
 * started. */
void prober_stop(struct prober *prober, struct probes *probes);

void prober_free(struct prober *prober);

#endif
