/* SPDX-License-Identifier: MIT */
/*
 * How much of a process's CPU time is user time. If the kernel accounts by ticks, /proc knows it
 * from CONFIG_HZ (250, say) samples a second, which is too few for a share of 1 to 8 %. This takes
 * more samples: perf's cpu-clock, a timer that runs on each thread's CPU time, asks where the
 * thread is.
 */
#ifndef BENCH_SAMPLER_H
#define BENCH_SAMPLER_H

#include <stdint.h>
#include <sys/types.h>

struct sampler;

struct samples {
	uint64_t user;
	uint64_t system;
};

/* Samples each thread that the tree has now, hz times per second of its CPU time. NULL: perf events
 * are not available (perf_event_paranoid, containers); errno says why. */
struct sampler *sampler_start(pid_t root, unsigned hz);

/* Reads the samples so far: call it at least once a second. */
void sampler_drain(struct sampler *sampler);

/* Stops and frees it; returns what it saw. NULL is allowed. */
struct samples sampler_stop(struct sampler *sampler);

#endif
