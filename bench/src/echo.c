/* SPDX-License-Identifier: MIT */
/* echo: the active clients send a message, wait for it to come back, and send the next; the others
 * are connected and silent. CPU of a message in and a message out. */
#include "bench.h"

struct echo {
	struct bench *bench;
	struct histogram latency;
	uint64_t sent, goal, back, doubled, corrupt, unsent;
};

static void say(struct echo *echo, struct client *client)
{
	char text[8192];

	bench_text(echo->bench, text, client->index, ++client->seq);
	client->since = loop_now(echo->bench->loop);
	echo->sent++;
	if (!client_send(client, WS_TEXT, text, echo->bench->options->size)) {
		echo->unsent++;
	}
}

static void on_message(struct client *client, const char *data, size_t len, void *arg)
{
	struct echo *echo = arg;
	uint32_t seq;

	echo->bench->progress++;
	if (!bench_seq(echo->bench, data, len, client->index, &seq) || seq > client->seq) {
		echo->corrupt++;
		return;
	}
	if (seq < client->seq || client->since == 0) {
		echo->doubled++;
		return;
	}
	echo->back++;
	histogram_add(&echo->latency, loop_now(echo->bench->loop) - client->since);
	client->since = 0;
	if (echo->sent < echo->goal) {
		say(echo, client);
	}
}

static bool all_back(void *arg)
{
	struct echo *echo = arg;

	return echo->back >= echo->goal;
}

/* Sends and receives that many more messages. */
static bool exchange(struct echo *echo, uint64_t messages)
{
	uint64_t active = echo->bench->options->active;

	echo->goal += messages;
	for (uint32_t i = 0; i < active && echo->sent < echo->goal; i++) {
		say(echo, fleet_client(echo->bench->fleet, i));
	}
	return bench_wait(echo->bench, all_back, echo);
}

static uint64_t run(struct bench *bench, struct report *report)
{
	uint64_t messages = bench_messages(bench, 600000), measured;
	struct fleet_events events = {.message = on_message};
	struct echo echo = {.bench = bench};
	struct usage usage = {0};
	bool complete;

	fleet_grow(bench->fleet, bench->options->connections);
	complete = bench_settle(bench);
	fleet_listen(bench->fleet, &events, &echo);
	complete = complete && exchange(&echo, messages / 10);
	measured = echo.back;
	echo.latency = (struct histogram){0};
	meter_start(bench->meter);
	complete = complete && exchange(&echo, messages);
	meter_stop(bench->meter, &usage);
	measured = echo.back - measured;
	report_count(report, "messages", measured);
	report_usage(report, "", &usage, measured);
	report_number(report, "per_second", (double) measured / usage.seconds);
	report_latency(report, "", &echo.latency);
	report_count(report, "lost", echo.sent - echo.back);
	report_count(report, "duplicates", echo.doubled);
	report_count(report, "corrupt", echo.corrupt);
	return echo.sent - echo.back + echo.doubled + echo.corrupt + echo.unsent + !complete;
}

const struct scenario echo_scenario = {
	.name = "echo", .help = "CPU of a message in and back", .run = run};
