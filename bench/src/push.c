/* SPDX-License-Identifier: MIT */
/*
 * push: wide fan-out. GET /push?n=TEXT makes the server send TEXT to every client; the next GET
 * follows when all have it and the GET is answered. CPU of a delivered message; latency from the
 * GET to each client's copy.
 * redis: the same by PUBLISH in a Redis that the server listens to.
 */
#include "bench.h"

#include <stdio.h>

#include "clock.h"
#include "publisher.h"
#include "trigger.h"

struct push {
	struct bench *bench;
	struct trigger *trigger;     /* push */
	struct publisher *publisher; /* redis */
	long heard;                  /* what the publisher was answered last */
	struct histogram latency;
	uint32_t seq;  /* of the current message */
	uint32_t have; /* clients that have it */
	bool answered;
	uint64_t asked_at;
	uint64_t delivered, lost, doubled, corrupt, refused, miscounted;
};

static void on_message(struct client *client, const char *data, size_t len, void *arg)
{
	struct push *push = arg;
	uint32_t seq;

	push->bench->progress++;
	if (!bench_seq(push->bench, data, len, 0, &seq) || seq > push->seq) {
		push->corrupt++;
		return;
	}
	if (seq <= client->seq) {
		push->doubled++; /* or behind a later one: as bad */
		return;
	}
	push->lost += seq - client->seq - 1;
	push->delivered++;
	client->seq = seq;
	if (seq == push->seq) {
		push->have++;
		histogram_add(&push->latency, clock_ns() - push->asked_at);
	}
}

static void on_answer(int status, const char *body, void *arg)
{
	struct push *push = arg;
	uint32_t told = 0;

	push->bench->progress++;
	push->answered = true;
	push->refused += status != 200;
	/* Not a loss in itself, but the script and its server disagree. */
	push->miscounted +=
		sscanf(body, "told %u", &told) != 1 || told != push->bench->options->connections;
}

static void on_heard(long heard, void *arg)
{
	struct push *push = arg;

	push->answered = true;
	push->heard = heard;
	push->refused += heard < 0;
}

static bool told_all(void *arg)
{
	struct push *push = arg;

	return push->answered && push->have >= push->bench->options->connections;
}

/* False: somebody did not get it. */
static bool tell(struct push *push)
{
	char text[8192], target[8300];
	bool sent;

	bench_text(push->bench, text, 0, ++push->seq);
	snprintf(target, sizeof(target), "/push?n=%s", text);
	push->have = 0;
	push->answered = false;
	push->asked_at = clock_ns();
	if (push->publisher) {
		sent = publisher_say(push->publisher, "seatpush:all", text);
	} else {
		sent = trigger_get(push->trigger, target);
	}
	if (!sent) {
		push->refused++;
		return false;
	}
	if (!bench_wait(push->bench, told_all, push)) {
		return false;
	}
	push->miscounted += push->publisher && push->heard != 1;
	return true;
}

static bool tell_times(struct push *push, uint64_t times)
{
	while (times--) {
		if (!tell(push)) {
			return false;
		}
	}
	return true;
}

/* What never came, behind the last that did. */
static void count_missing(struct push *push)
{
	for (uint32_t i = 0; i < push->bench->options->connections; i++) {
		push->lost += push->seq - fleet_client(push->bench->fleet, i)->seq;
	}
}

static void report_push(
	struct push *push, struct report *report, const struct usage *usage, uint64_t measured)
{
	report_count(report, "messages", measured);
	report_usage(report, "", usage, measured);
	report_number(report, "per_second", (double) measured / usage->seconds);
	report_latency(report, "", &push->latency);
	report_count(report, "lost", push->lost);
	report_count(report, "duplicates", push->doubled);
	report_count(report, "corrupt", push->corrupt);
	report_count(report, "refused", push->refused);
	report_count(report, "miscounted", push->miscounted);
}

static bool gather(struct push *push)
{
	struct fleet_events events = {.message = on_message};
	bool complete;

	fleet_grow(push->bench->fleet, push->bench->options->connections);
	complete = bench_settle(push->bench);
	fleet_listen(push->bench->fleet, &events, push);
	return complete;
}

/* ready: everybody is in, and the server can be told. Returns the number of flaws. */
static uint64_t measure(struct push *push, struct report *report, bool ready)
{
	struct bench *bench = push->bench;
	uint64_t times = bench_messages(bench, 400000) / bench->options->connections, measured;
	struct usage usage = {0};
	bool complete;

	times = times ? times : 1;
	complete = ready && tell_times(push, 1 + times / 10);
	measured = push->delivered;
	push->latency = (struct histogram){0};
	meter_start(bench->meter);
	complete = complete && tell_times(push, times);
	meter_stop(bench->meter, &usage);
	measured = push->delivered - measured;
	count_missing(push);
	report_push(push, report, &usage, measured);
	return push->lost + push->doubled + push->corrupt + push->refused + push->miscounted +
		   !complete;
}

static uint64_t run_push(struct bench *bench, struct report *report)
{
	struct push push = {.bench = bench};
	bool ready = gather(&push);
	uint64_t flaws;

	push.trigger = trigger_new(
		bench->loop, bench->options->address, server_port(bench->server), on_answer, &push);
	flaws = measure(&push, report, ready && push.trigger);
	trigger_free(push.trigger);
	return flaws;
}

static bool ask(struct push *push)
{
	push->answered = false;
	push->asked_at = clock_ns();
	return publisher_say(push->publisher, "seatpush:nobody", "is somebody there?");
}

/* Or known not to be. Asks again every 10 ms. */
static bool is_heard(void *arg)
{
	struct push *push = arg;

	if (push->answered && push->heard == 0 && clock_ns() - push->asked_at > 10 * NS_PER_MS) {
		push->heard = ask(push) ? 0 : -1;
	}
	return push->heard != 0;
}

/* The server may still be on its way to Redis. */
static bool wait_until_heard(struct push *push)
{
	return ask(push) && bench_wait(push->bench, is_heard, push) && push->heard > 0;
}

static uint64_t run_redis(struct bench *bench, struct report *report)
{
	struct push push = {.bench = bench};
	bool ready = gather(&push);
	uint64_t flaws;

	push.publisher = publisher_new(bench->loop, redis_path(bench->redis), on_heard, &push);
	ready = ready && push.publisher && wait_until_heard(&push);
	flaws = measure(&push, report, ready);
	publisher_free(push.publisher);
	return flaws;
}

const struct scenario push_scenario = {
	.name = "push",
	.help = "CPU of a message pushed to all",
	.run = run_push,
};

const struct scenario redis_scenario = {
	.name = "redis",
	.help = "from PUBLISH in Redis to all; CPU",
	.run = run_redis,
	.needs_redis = true,
};
