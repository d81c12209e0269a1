/* SPDX-License-Identifier: MIT */
/* idle: what an idle connection costs in memory. A first hundred open before memory is read, so
 * that what is touched only once (code, pools, tables) is not counted. */
#include "bench.h"

static uint64_t run(struct bench *bench, struct report *report)
{
	uint32_t tenth = bench->options->connections / 10;
	uint32_t first = tenth < 100 ? tenth : 100;
	uint64_t before, after;
	uint32_t more;
	bool complete;

	fleet_grow(bench->fleet, first);
	complete = bench_settle(bench);
	before = bench_memory(bench);
	fleet_grow(bench->fleet, bench->options->connections);
	complete = bench_settle(bench) && complete;
	after = bench_memory(bench);
	more = fleet_counts(bench->fleet).open - first;
	report_number(report, "bytes", more ? ((double) after - (double) before) / more : 0);
	report_count(report, "pss_before", before);
	report_count(report, "pss_after", after);
	return !complete;
}

const struct scenario idle_scenario = {
	.name = "idle", .help = "memory of an idle connection", .run = run};
