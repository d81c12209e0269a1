/* SPDX-License-Identifier: MIT */
/*
 * storm: states come faster than they can be delivered. GET /push?n=TEXT is sent 500 times a second
 * for ten seconds, whatever the server does. A twentieth of the clients read once in 200 ms, and a
 * twentieth do not read at all until it is over. Messages may be left out, but what arrives must be
 * in order, and all clients must have the last one in the end. Latency: at each message of a client
 * that reads, the age of the oldest state that it had not seen.
 */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

#include "clock.h"
#include "trigger.h"

#define RATE 500
#define SECONDS 10
#define KINDS 20 /* one of these reads slowly, and one not at all */
#define SLOW_PAUSE_NS (200 * NS_PER_MS)

struct storm {
	struct bench *bench;
	struct trigger *trigger;
	uint64_t *published_at; /* by number, from 1 on */
	uint64_t begun, woken;
	uint32_t seq, goal;  /* published; to be published */
	uint32_t up_to_date; /* clients that have the last one */
	bool asking, reading_all;
	struct histogram behind;
	uint64_t delivered, doubled, corrupt, refused;
	uint64_t memory_before, memory_after;
};

enum kind { FAST, SLOW, STALLED };

static enum kind kind_of(const struct client *client)
{
	uint32_t of = client->index % KINDS;

	return of == 0 ? SLOW : of == 1 ? STALLED : FAST;
}

static void on_message(struct client *client, const char *data, size_t len, void *arg)
{
	struct storm *storm = arg;
	uint32_t seq;

	storm->bench->progress++;
	if (!bench_seq(storm->bench, data, len, 0, &seq) || seq > storm->seq) {
		storm->corrupt++;
		return;
	}
	if (seq <= client->seq) {
		storm->doubled++;
		return;
	}
	storm->delivered++;
	if (kind_of(client) == FAST) {
		histogram_add(&storm->behind, clock_ns() - storm->published_at[client->seq + 1]);
	}
	client->seq = seq;
	storm->up_to_date += seq == storm->goal;
	if (kind_of(client) == SLOW && !storm->reading_all) {
		client_heed(client, false); /* until it is woken */
	}
}

static void on_answer(int status, const char *body, void *arg)
{
	struct storm *storm = arg;

	(void) body;
	storm->bench->progress++;
	storm->asking = false;
	storm->refused += status != 200;
}

static void heed(struct storm *storm, enum kind kind, bool yes)
{
	for (uint32_t i = 0; i < storm->bench->options->connections; i++) {
		struct client *client = fleet_client(storm->bench->fleet, i);

		if (kind_of(client) == kind) {
			client_heed(client, yes);
		}
	}
}

static void publish(struct storm *storm)
{
	char text[8192], target[8300];

	bench_text(storm->bench, text, 0, ++storm->seq);
	snprintf(target, sizeof(target), "/push?n=%s", text);
	/* When it was due, because a server that delays the next request is late as well. */
	storm->published_at[storm->seq] = storm->begun + storm->seq * (NS_PER_SECOND / RATE);
	storm->asking = trigger_get(storm->trigger, target);
	storm->refused += !storm->asking;
}

/* Called in each turn of the loop: does what is due. */
static bool all_published(void *arg)
{
	struct storm *storm = arg;
	uint64_t now = clock_ns();

	if (now - storm->woken > SLOW_PAUSE_NS) {
		storm->woken = now;
		heed(storm, SLOW, true);
	}
	if (!storm->asking && storm->seq < storm->goal &&
		now >= storm->begun + (storm->seq + 1) * (NS_PER_SECOND / RATE)) {
		publish(storm);
	}
	return storm->seq == storm->goal && !storm->asking;
}

static bool all_up_to_date(void *arg)
{
	struct storm *storm = arg;

	return storm->up_to_date >= storm->bench->options->connections;
}

static bool rage(struct storm *storm)
{
	heed(storm, SLOW, false);
	heed(storm, STALLED, false);
	storm->begun = storm->woken = clock_ns();
	if (!bench_wait(storm->bench, all_published, storm)) {
		return false;
	}
	storm->memory_after = bench_memory(storm->bench);
	storm->reading_all = true;
	heed(storm, SLOW, true);
	heed(storm, STALLED, true);
	return bench_wait(storm->bench, all_up_to_date, storm);
}

static void report_storm(
	const struct storm *storm, struct report *report, const struct usage *usage)
{
	uint64_t missing = storm->bench->options->connections - storm->up_to_date;

	report_count(report, "messages", storm->delivered);
	report_count(report, "published", storm->seq);
	report_usage(report, "", usage, storm->delivered > 0 ? storm->delivered : 1);
	report_number(report, "server_share", usage->cpu_us / 1e6 / usage->seconds);
	report_latency(report, "", &storm->behind);
	report_number(report, "grown_bytes",
		((double) storm->memory_after - (double) storm->memory_before) /
			storm->bench->options->connections);
	report_count(report, "lost", missing);
	report_count(report, "duplicates", storm->doubled);
	report_count(report, "corrupt", storm->corrupt);
	report_count(report, "refused", storm->refused);
}

static uint64_t run(struct bench *bench, struct report *report)
{
	struct storm storm = {.bench = bench, .goal = RATE * SECONDS};
	struct fleet_events events = {.message = on_message};
	struct usage usage = {0};
	bool complete;

	if (bench->options->messages > 0 && bench->options->messages < storm.goal) {
		storm.goal = (uint32_t) bench->options->messages;
	}
	storm.published_at = calloc(storm.goal + 1, sizeof(*storm.published_at));
	fleet_grow(bench->fleet, bench->options->connections);
	complete = bench_settle(bench) && storm.published_at;
	fleet_listen(bench->fleet, &events, &storm);
	storm.trigger = trigger_new(
		bench->loop, bench->options->address, server_port(bench->server), on_answer, &storm);
	storm.memory_before = bench_memory(bench);
	meter_start(bench->meter);
	complete = complete && storm.trigger && rage(&storm);
	meter_stop(bench->meter, &usage);
	report_storm(&storm, report, &usage);
	trigger_free(storm.trigger);
	free(storm.published_at);
	return bench->options->connections - storm.up_to_date + storm.doubled + storm.corrupt +
		   storm.refused + !complete;
}

const struct scenario storm_scenario = {
	.name = "storm",
	.help = "500 states a second to all; a tenth read slowly or not",
	.run = run,
};
