/* SPDX-License-Identifier: MIT */
#include "fanout.h"

#include "clock.h"

/* A message for a room has the room's number where others have their receiver's. No client is in
 * two rooms. */
static bool belongs(const struct fanout *fanout, struct client *client)
{
	uint64_t room = (uint64_t) fanout->room + 1;

	if (client->since == 0) {
		client->since = room;
	}
	return client->since == room;
}

static void on_message(struct client *client, const char *data, size_t len, void *arg)
{
	struct fanout *fanout = arg;
	uint32_t seq;

	fanout->bench->progress++;
	if (!bench_seq(fanout->bench, data, len, fanout->room, &seq) || seq > fanout->seq ||
		!belongs(fanout, client)) {
		fanout->corrupt++;
		return;
	}
	if (seq <= client->seq) {
		fanout->doubled++; /* or after a later one, which is as bad */
		return;
	}
	fanout->delivered++;
	client->seq = seq;
	if (seq == fanout->seq) {
		fanout->have++;
		histogram_add(&fanout->latency, clock_ns() - fanout->asked_at);
	}
}

void fanout_answered(struct fanout *fanout, bool accepted, bool counted_right)
{
	fanout->bench->progress++;
	fanout->answered = true;
	fanout->refused += !accepted;
	fanout->miscounted += !counted_right;
}

bool fanout_begin(struct fanout *fanout, struct bench *bench, uint32_t audience)
{
	struct fleet_events events = {.message = on_message};
	uint32_t connections = bench->options->connections;
	bool complete;

	fanout->bench = bench;
	fanout->audience = audience > 0 && audience < connections ? audience : connections;
	fleet_grow(bench->fleet, connections);
	complete = bench_settle(bench);
	for (uint32_t i = 0; i < connections; i++) {
		fleet_client(bench->fleet, i)->since = 0;
	}
	fleet_listen(bench->fleet, &events, fanout);
	return complete;
}

static bool told_all(void *arg)
{
	struct fanout *fanout = arg;

	return fanout->answered && fanout->have >= fanout->audience;
}

bool fanout_tell(struct fanout *fanout, uint64_t messages)
{
	uint32_t rooms = fanout->bench->options->connections / fanout->audience;
	char text[8192];

	while (messages--) {
		fanout->room = fanout->seq % rooms;
		bench_text(fanout->bench, text, fanout->room, ++fanout->seq);
		fanout->have = 0;
		fanout->answered = false;
		fanout->asked_at = clock_ns();
		if (!fanout->say(fanout, text)) {
			fanout->refused++;
			return false;
		}
		if (!bench_wait(fanout->bench, told_all, fanout)) {
			return false;
		}
	}
	return true;
}

uint64_t fanout_messages(const struct fanout *fanout, uint64_t otherwise)
{
	uint64_t messages = bench_messages(fanout->bench, otherwise) / fanout->audience;

	return messages > 0 ? messages : 1;
}

uint64_t fanout_flaws(const struct fanout *fanout, struct report *report)
{
	uint64_t lost = (uint64_t) fanout->seq * fanout->audience - fanout->delivered;

	report_count(report, "lost", lost);
	report_count(report, "duplicates", fanout->doubled);
	report_count(report, "corrupt", fanout->corrupt);
	report_count(report, "refused", fanout->refused);
	report_count(report, "miscounted", fanout->miscounted);
	return lost + fanout->doubled + fanout->corrupt + fanout->refused + fanout->miscounted;
}

uint64_t fanout_measure(struct fanout *fanout, struct report *report, bool ready)
{
	struct bench *bench = fanout->bench;
	uint64_t messages = fanout_messages(fanout, 400000), measured;
	struct usage usage = {0};
	bool complete = ready && fanout_tell(fanout, 1 + messages / 10);

	measured = fanout->delivered;
	fanout->latency = (struct histogram){0};
	meter_start(bench->meter);
	complete = complete && fanout_tell(fanout, messages);
	meter_stop(bench->meter, &usage);
	measured = fanout->delivered - measured;
	report_count(report, "messages", measured);
	report_usage(report, "", &usage, measured);
	report_number(report, "per_second", (double) measured / usage.seconds);
	report_latency(report, "", &fanout->latency);
	return fanout_flaws(fanout, report) + !complete;
}
