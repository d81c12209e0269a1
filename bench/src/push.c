/* SPDX-License-Identifier: MIT */
/*
 * push: wide fan-out. GET /push?n=TEXT makes the server send TEXT to every client.
 * narrow: GET /push?n=TEXT&room=K makes it send TEXT to the five clients of room K.
 * CPU of a delivered message; latency from the GET to each client's copy.
 */
#include <stdio.h>

#include "fanout.h"
#include "push_trigger.h"

#define ROOM 5

static uint64_t run(struct bench *bench, struct report *report, uint32_t audience)
{
	struct fanout fanout = {.say = push_trigger_say};
	bool ready = fanout_begin(&fanout, bench, audience);
	struct trigger *trigger = push_trigger_new(&fanout);
	uint64_t flaws = fanout_measure(&fanout, report, ready && trigger);

	trigger_free(trigger);
	return flaws;
}

static uint64_t run_push(struct bench *bench, struct report *report)
{
	return run(bench, report, 0);
}

static uint64_t run_narrow(struct bench *bench, struct report *report)
{
	return run(bench, report, ROOM);
}

const struct scenario push_scenario = {
	.name = "push",
	.help = "CPU of a message pushed to all",
	.run = run_push,
};

const struct scenario narrow_scenario = {
	.name = "narrow",
	.help = "CPU of a message pushed to a room of five",
	.run = run_narrow,
};
