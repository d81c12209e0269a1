/* SPDX-License-Identifier: MIT */
/*
 * burst: sixteen purchases at once. Sixteen connections send GET /push?n=TEXT at the same moment,
 * none waiting for another; the next burst follows when all clients have all sixteen messages.
 * Latency from that moment to each client's copies: how long the last buyer's news takes.
 */
#include <stdio.h>

#include "bench.h"
#include "clock.h"
#include "trigger.h"

#define AT_ONCE 16

struct burst {
	struct bench *bench;
	struct trigger *triggers[AT_ONCE];
	struct histogram latency;
	uint32_t seq;      /* of the current burst */
	uint32_t answered; /* of its requests */
	uint64_t have;     /* copies of its messages that have come */
	uint64_t begun;
	uint64_t delivered, doubled, corrupt, refused, miscounted;
};

/* client->seq is a burst's number; client->since has a bit for each of its messages. */
static void on_message(struct client *client, const char *data, size_t len, void *arg)
{
	struct burst *burst = arg;
	uint32_t seq = 0, number = 0;

	burst->bench->progress++;
	if (sscanf(data, "%8x", &number) != 1 || number >= AT_ONCE ||
		!bench_seq(burst->bench, data, len, number, &seq) || seq != burst->seq) {
		burst->corrupt++; /* or doubled: late, of a burst that was complete */
		return;
	}
	if (client->seq != seq) {
		client->seq = seq;
		client->since = 0;
	}
	if (client->since & (UINT64_C(1) << number)) {
		burst->doubled++;
		return;
	}
	client->since |= UINT64_C(1) << number;
	burst->delivered++;
	burst->have++;
	histogram_add(&burst->latency, clock_ns() - burst->begun);
}

static void on_answer(int status, const char *body, void *arg)
{
	struct burst *burst = arg;
	uint32_t told = 0;

	burst->bench->progress++;
	burst->answered++;
	burst->refused += status != 200;
	burst->miscounted +=
		sscanf(body, "told %u", &told) != 1 || told != burst->bench->options->connections;
}

static bool told_all(void *arg)
{
	const struct burst *burst = arg;

	return burst->answered >= AT_ONCE &&
		   burst->have >= (uint64_t) AT_ONCE * burst->bench->options->connections;
}

/* False: some client did not get all messages. */
static bool tell(struct burst *burst, uint64_t bursts)
{
	char text[8192], target[8300];

	while (bursts--) {
		burst->seq++;
		burst->answered = 0;
		burst->have = 0;
		burst->begun = clock_ns();
		for (uint32_t i = 0; i < AT_ONCE; i++) {
			bench_text(burst->bench, text, i, burst->seq);
			snprintf(target, sizeof(target), "/push?n=%s", text);
			burst->refused += !trigger_get(burst->triggers[i], target);
		}
		if (!bench_wait(burst->bench, told_all, burst)) {
			return false;
		}
	}
	return true;
}

static bool connect_all(struct burst *burst)
{
	const struct bench *bench = burst->bench;
	bool complete = true;

	for (uint32_t i = 0; complete && i < AT_ONCE; i++) {
		burst->triggers[i] = trigger_new(
			bench->loop, bench->options->address, server_port(bench->server), on_answer, burst);
		complete = burst->triggers[i] != NULL;
	}
	return complete;
}

static uint64_t run(struct bench *bench, struct report *report)
{
	uint64_t copies = (uint64_t) AT_ONCE * bench->options->connections, measured, lost;
	uint64_t bursts = bench_messages(bench, copies * 3) / copies;
	struct fleet_events events = {.message = on_message};
	struct burst burst = {.bench = bench};
	struct usage usage = {0};
	bool complete;

	fleet_grow(bench->fleet, bench->options->connections);
	complete = bench_settle(bench);
	fleet_listen(bench->fleet, &events, &burst);
	complete = complete && connect_all(&burst) && tell(&burst, 1);
	measured = burst.delivered;
	burst.latency = (struct histogram){0};
	meter_start(bench->meter);
	complete = complete && tell(&burst, bursts ? bursts : 1);
	meter_stop(bench->meter, &usage);
	measured = burst.delivered - measured;
	lost = burst.seq * copies - burst.delivered;
	report_count(report, "messages", measured);
	report_usage(report, "", &usage, measured);
	report_number(report, "per_second", (double) measured / usage.seconds);
	report_latency(report, "", &burst.latency);
	report_count(report, "lost", lost);
	report_count(report, "duplicates", burst.doubled);
	report_count(report, "corrupt", burst.corrupt);
	report_count(report, "refused", burst.refused);
	report_count(report, "miscounted", burst.miscounted);
	for (uint32_t i = 0; i < AT_ONCE; i++) {
		trigger_free(burst.triggers[i]);
	}
	return lost + burst.doubled + burst.corrupt + burst.refused + burst.miscounted + !complete;
}

const struct scenario burst_scenario = {
	.name = "burst", .help = "sixteen messages to all at once", .run = run};
