/* SPDX-License-Identifier: MIT */
#include "push_trigger.h"

#include <stdio.h>

static void on_answer(int status, const char *body, void *arg)
{
	struct fanout *fanout = arg;
	uint32_t told = 0;

	/* A wrong count is not a loss in itself, but the script and its server disagree. */
	fanout_answered(fanout, status == 200,
		sscanf(body, "told %u", &told) == 1 && told == fanout->audience + fanout->others);
}

struct trigger *push_trigger_new(struct fanout *fanout)
{
	const struct bench *bench = fanout->bench;
	struct trigger *trigger = trigger_new(
		bench->loop, bench->options->address, server_port(bench->server), on_answer, fanout);

	fanout->arg = trigger;
	return trigger;
}

bool push_trigger_say(struct fanout *fanout, const char *text)
{
	char target[8300];

	if (fanout->audience < fanout->bench->options->connections) {
		snprintf(target, sizeof(target), "/push?n=%s&room=%u", text, fanout->room);
	} else {
		snprintf(target, sizeof(target), "/push?n=%s", text);
	}
	return trigger_get(fanout->arg, target);
}
