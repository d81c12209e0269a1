/* SPDX-License-Identifier: MIT */
#include "meter.h"

#include <math.h>
#include <stdlib.h>

#include "clock.h"
#include "process.h"
#include "sampler.h"

struct meter {
	pid_t pid;
	unsigned hz;
	int core;
	uint64_t began;
	uint64_t softirq;
	struct process_cpu cpu;
	struct sampler *sampler;
};

struct meter *meter_new(pid_t pid, unsigned hz, int core)
{
	struct meter *meter = calloc(1, sizeof(*meter));

	if (meter) {
		meter->pid = pid;
		meter->hz = hz;
		meter->core = core;
	}
	return meter;
}

void meter_free(struct meter *meter)
{
	if (meter) {
		sampler_stop(meter->sampler);
		free(meter);
	}
}

static uint64_t softirq(const struct meter *meter)
{
	return meter->core >= 0 ? process_softirq(meter->core) : 0;
}

void meter_start(struct meter *meter)
{
	meter->sampler = meter->hz ? sampler_start(meter->pid, meter->hz) : NULL;
	meter->softirq = softirq(meter);
	process_cpu(meter->pid, &meter->cpu);
	meter->began = clock_ns();
}

void meter_tick(struct meter *meter)
{
	if (meter->sampler) {
		sampler_drain(meter->sampler);
	}
}

void meter_stop(struct meter *meter, struct usage *usage)
{
	uint64_t ended = clock_ns();
	bool sampled = meter->sampler != NULL;
	struct process_cpu before = meter->cpu, after;
	struct samples samples;
	double cpu_us, total, share = 0, error = 0;

	process_cpu(meter->pid, &after);
	samples = sampler_stop(meter->sampler);
	meter->sampler = NULL;
	if (!sampled) {
		samples.user = after.user_ticks - before.user_ticks;
		samples.system = after.system_ticks - before.system_ticks;
	}
	cpu_us = after.ns > before.ns ? (double) (after.ns - before.ns) / 1000 : 0;
	total = (double) (samples.user + samples.system);
	if (total > 0) {
		share = (double) samples.user / total;
		error = 2 * sqrt(share * (1 - share) / total);
	}
	usage->seconds += (double) (ended - meter->began) / 1e9;
	usage->cpu_us += cpu_us;
	usage->user_us += cpu_us * share;
	usage->error_us = hypot(usage->error_us, cpu_us * error);
	usage->softirq_us += (double) (softirq(meter) - meter->softirq) / 1000;
	usage->samples += samples.user + samples.system;
	usage->ticks = usage->ticks || !sampled;
	usage->switches += after.voluntary + after.involuntary - before.voluntary - before.involuntary;
}
