/* SPDX-License-Identifier: MIT */
/* The result: one JSON object on one line. */
#ifndef BENCH_REPORT_H
#define BENCH_REPORT_H

#include <stdint.h>
#include <stdio.h>

#include "fleet.h"
#include "histogram.h"
#include "meter.h"

struct report {
	FILE *to;
	int fields;
};

void report_begin(struct report *report, FILE *to);

void report_text(struct report *report, const char *name, const char *value);

void report_count(struct report *report, const char *name, uint64_t value);

void report_number(struct report *report, const char *name, double value);

/* PREFIXcpu_us, PREFIXuser_us and so on: usage per unit, and the numbers behind it. */
void report_usage(
	struct report *report, const char *prefix, const struct usage *usage, uint64_t units);

/* p50_us, p99_us, max_us. */
void report_latency(struct report *report, const char *prefix, const struct histogram *histogram);

/* failed, dropped, broken: connections that did not end as they should. */
void report_counts(struct report *report, const struct fleet_counts *counts);

void report_end(struct report *report);

#endif
