/* SPDX-License-Identifier: MIT */
/* fairness: one client waits for its echoes while all the others are sent one message after the
 * other. Latency of the echoes; CPU of a delivered message. */
#include "fanout.h"
#include "prober.h"
#include "push_trigger.h"

static uint64_t run(struct bench *bench, struct report *report)
{
	struct fanout fanout = {.say = push_trigger_say, .others = 1};
	bool complete = fanout_begin(&fanout, bench, 0);
	struct trigger *trigger = push_trigger_new(&fanout);
	struct prober *prober = prober_new(bench);
	uint64_t messages = fanout_messages(&fanout, 400000), measured, flaws;
	struct probes probes = {0};
	struct usage usage = {0};

	complete = complete && trigger && fanout_tell(&fanout, 1 + messages / 10) && prober &&
			   prober_start(prober);
	measured = fanout.delivered;
	meter_start(bench->meter);
	complete = complete && fanout_tell(&fanout, messages);
	meter_stop(bench->meter, &usage);
	if (prober) {
		prober_stop(prober, &probes);
	}
	measured = fanout.delivered - measured;
	report_count(report, "messages", measured);
	report_count(report, "echoes", probes.back);
	report_usage(report, "", &usage, measured);
	report_latency(report, "", &probes.latency);
	flaws = fanout_flaws(&fanout, report) + probes.wrong + probes.sent - probes.back;
	trigger_free(trigger);
	prober_free(prober);
	return flaws + !complete;
}

const struct scenario fairness_scenario = {
	.name = "fairness", .help = "echoes while all others are sent messages", .run = run};
