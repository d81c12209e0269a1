/* SPDX-License-Identifier: MIT */
/*
 * connect: the server's CPU for a connection with its upgrade and Open callback and, separately,
 * for its closing handshake with its Close callback: all clients come, then all go, in rounds.
 * churn: both at once: clients that leave as soon as they are in, among others that stay.
 */
#include "bench.h"

struct visits {
	struct bench *bench;
	struct histogram latency;
	uint64_t begun, goal, ended;
};

static void on_opened(struct client *client, void *arg)
{
	struct visits *visits = arg;

	visits->bench->progress++;
	histogram_add(&visits->latency, loop_now(visits->bench->loop) - client->since);
}

static bool round_trip(struct bench *bench, uint32_t size, struct usage *open, struct usage *close)
{
	bool complete;

	meter_start(bench->meter);
	fleet_grow(bench->fleet, size);
	complete = bench_settle(bench);
	meter_stop(bench->meter, open);
	if (!complete) {
		return false;
	}
	meter_start(bench->meter);
	fleet_shrink(bench->fleet, 0);
	complete = bench_settle(bench);
	meter_stop(bench->meter, close);
	return complete;
}

static uint64_t run_connect(struct bench *bench, struct report *report)
{
	uint32_t size = bench->options->connections;
	uint64_t rounds = bench_messages(bench, 100000) / size, done = 0;
	struct fleet_events events = {.opened = on_opened};
	struct visits visits = {.bench = bench};
	struct usage warm = {0}, open = {0}, close = {0};

	rounds = rounds ? rounds : 1;
	if (round_trip(bench, size < 1000 ? size : 1000, &warm, &warm)) {
		fleet_listen(bench->fleet, &events, &visits);
		while (done < rounds && round_trip(bench, size, &open, &close)) {
			done++;
		}
	}
	report_count(report, "messages", done * size);
	report_usage(report, "", &open, visits.latency.count);
	report_latency(report, "", &visits.latency);
	report_usage(report, "close_", &close, done * size);
	return rounds - done;
}

static void on_guest_opened(struct client *client, void *arg)
{
	on_opened(client, arg);
	client_close(client);
}

static void on_guest_closed(struct client *client, bool clean, void *arg)
{
	struct visits *visits = arg;

	visits->ended += clean;
	if (visits->begun < visits->goal && !bench_interrupted()) {
		visits->begun++;
		client_open(client);
	}
}

static bool all_gone(void *arg)
{
	struct visits *visits = arg;

	return fleet_counts(visits->bench->fleet).busy == 0;
}

/* The active clients are the last of the fleet; the others are already in. */
static bool churn(struct visits *visits, uint64_t goal)
{
	const struct options *options = visits->bench->options;
	uint32_t stay = options->connections - options->active;
	struct fleet_events events = {.opened = on_guest_opened, .closed = on_guest_closed};

	visits->goal = goal;
	visits->begun = options->active;
	visits->ended = 0;
	fleet_listen(visits->bench->fleet, &events, visits);
	for (uint32_t i = stay; i < options->connections; i++) {
		client_open(fleet_client(visits->bench->fleet, i));
	}
	return bench_wait(visits->bench, all_gone, visits);
}

static uint64_t run_churn(struct bench *bench, struct report *report)
{
	uint64_t goal = bench_messages(bench, 60000);
	struct visits visits = {.bench = bench};
	struct usage usage = {0};
	bool complete;

	fleet_grow(bench->fleet, bench->options->connections - bench->options->active);
	complete = bench_settle(bench) && churn(&visits, goal / 10);
	visits.latency = (struct histogram){0};
	meter_start(bench->meter);
	complete = complete && churn(&visits, goal);
	meter_stop(bench->meter, &usage);
	report_count(report, "messages", visits.ended);
	report_usage(report, "", &usage, visits.ended);
	report_latency(report, "", &visits.latency);
	return !complete;
}

const struct scenario connect_scenario = {
	.name = "connect",
	.help = "CPU of a connection with its upgrade; of its closing",
	.run = run_connect,
};

const struct scenario churn_scenario = {
	.name = "churn",
	.help = "CPU of connecting and closing at once, among others that stay",
	.run = run_churn,
};
