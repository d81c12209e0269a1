/* SPDX-License-Identifier: MIT */
/* What a stretch of work cost the server. */
#ifndef BENCH_METER_H
#define BENCH_METER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct meter;

struct usage {
	double seconds;    /* of the clock */
	double cpu_us;     /* run time of all threads, exact */
	double user_us;    /* its user part, estimated from the samples */
	double error_us;   /* two standard deviations of that estimate */
	double softirq_us; /* of ksoftirqd on the server's core, not in cpu_us */
	uint64_t samples;  /* that user_us is estimated from */
	bool ticks;        /* they are the kernel's ticks, because perf events are not available */
	uint64_t switches; /* context switches */
};

/* NULL: out of memory. hz: see sampler.h, 0 for ticks only. core: the server's, -1: unknown. */
struct meter *meter_new(pid_t pid, unsigned hz, int core);

void meter_free(struct meter *meter);

void meter_start(struct meter *meter);

/* Keeps the samples from overflowing: call it at least once a second while measuring. */
void meter_tick(struct meter *meter);

/* Adds what was used since meter_start() to *usage. */
void meter_stop(struct meter *meter, struct usage *usage);

#endif
