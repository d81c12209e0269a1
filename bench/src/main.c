/* SPDX-License-Identifier: MIT */
/*
 * seatload: connects WebSocket clients to a server, runs one scenario, and prints one line of JSON
 * with what it cost the server. See ../README.md.
 *
 * Exit status: 0: all is well; 1: the server lost, doubled, refused or mangled something; 2: usage;
 * 3: no server, or the run did not finish; 130: interrupted.
 */
#include <string.h>

#include "bench.h"
#include "process.h"

static const struct scenario *find(const char *name)
{
	for (const struct scenario *const *each = scenarios; *each; each++) {
		if (!strcmp((*each)->name, name)) {
			return *each;
		}
	}
	return NULL;
}

static void begin(struct bench *bench, struct report *report)
{
	const struct options *options = bench->options;

	report_begin(report, stdout);
	report_text(report, "server", options->name);
	report_text(report, "scenario", options->scenario);
	report_count(report, "connections", options->connections);
	report_count(report, "active", options->active);
	report_count(report, "size", options->size);
	report_text(report, "client", options->spin ? "spins" : "sleeps");
}

static int run(struct bench *bench, const struct scenario *scenario)
{
	struct fleet_counts counts;
	struct report report;
	uint64_t flaws;

	begin(bench, &report);
	flaws = scenario->run(bench, &report);
	counts = fleet_counts(bench->fleet);
	flaws += counts.failed + counts.lost + counts.broken;
	report_counts(&report, &counts);
	report_count(&report, "pss", process_pss(server_pid(bench->server)));
	report_count(&report, "flaws", flaws);
	report_text(&report, "ended", bench->ended ? bench->ended : "complete");
	report_end(&report);
	return bench->ended ? 3 : flaws > 0;
}

int main(int argc, char **argv)
{
	const struct scenario *scenario;
	struct options options;
	struct bench bench;
	int status = options_parse(&options, argc, argv);

	if (status >= 0) {
		return status;
	}
	scenario = find(options.scenario);
	if (!scenario) {
		fprintf(stderr, "seatload: unknown scenario %s; see --help\n", options.scenario);
		return 2;
	}
	bench_signals(&options);
	status = bench_init(&bench, &options, scenario) ? run(&bench, scenario) : 3;
	bench_fini(&bench);
	return bench_interrupted() ? 130 : status;
}
