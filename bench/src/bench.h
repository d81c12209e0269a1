/* SPDX-License-Identifier: MIT */
/*
 * A run: one scenario against one server. A new scenario is one file with one struct scenario,
 * listed in bench.c. It opens clients through the fleet, waits with bench_wait(), puts what it
 * measures between meter_start() and meter_stop(), and writes its figures into the report.
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdbool.h>
#include <stdint.h>

#include "fleet.h"
#include "loop.h"
#include "meter.h"
#include "options.h"
#include "redis.h"
#include "report.h"
#include "server.h"

struct bench {
	const struct options *options;
	struct loop *loop;
	struct redis *redis; /* NULL: the scenario needs none */
	struct server *server;
	struct fleet *fleet;
	struct meter *meter;
	uint64_t progress; /* handlers increment it whenever the server is seen to be at work */
	uint64_t deadline; /* when the run is given up */
	uint64_t ticked;
	const char *ended; /* why the run cannot go on; NULL: it can */
};

struct scenario {
	const char *name;
	const char *help;
	/* Runs and reports. Returns the number of flaws: messages lost, doubled, wrong or refused. */
	uint64_t (*run)(struct bench *bench, struct report *report);
	bool needs_redis; /* one is started before the server */
};

/* NULL-terminated. */
extern const struct scenario *const scenarios[];

/* Handles SIGINT, SIGTERM and the time-out from here on. */
void bench_signals(const struct options *options);

/* Sets the process group to kill if the run hangs altogether; 0: none. */
void bench_guard(pid_t group);

bool bench_interrupted(void);

/* False: out of memory, or the server did not start; stderr says which. bench_fini() either way. */
bool bench_init(
	struct bench *bench, const struct options *options, const struct scenario *scenario);

void bench_fini(struct bench *bench);

/* Turns the loop until done(arg). False: no progress for options->stall seconds, the run's time is
 * over, the server has ended or the run was interrupted. */
bool bench_wait(struct bench *bench, bool (*done)(void *arg), void *arg);

/* Turns the loop until no client is connecting or closing (fleet_settled). */
bool bench_settle(struct bench *bench);

/* The server's memory, once it has stopped changing, after five seconds at most. */
uint64_t bench_memory(struct bench *bench);

/* options->messages, or the scenario's own number. */
uint64_t bench_messages(const struct bench *bench, uint64_t otherwise);

/* A message's text, which names its receiver and its number: options->size characters and a NUL. */
void bench_text(const struct bench *bench, char *text, uint32_t index, uint32_t seq);

/* Reads the number back. False: the text is of another form, incomplete, or not for this index. */
bool bench_seq(
	const struct bench *bench, const char *data, size_t len, uint32_t index, uint32_t *seq);

#endif
