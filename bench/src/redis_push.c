/* SPDX-License-Identifier: MIT */
/* redis: wide fan-out by PUBLISH seatpush:all TEXT in a Redis that the server listens to. */
#include "clock.h"
#include "fanout.h"
#include "publisher.h"

struct redis_push {
	struct fanout fanout;
	struct publisher *publisher;
	bool asking; /* the PUBLISH under way asks whether anybody listens */
	long heard;  /* the answer to that */
};

static void on_heard(long heard, void *arg)
{
	struct redis_push *push = arg;

	push->heard = heard;
	if (push->asking) {
		push->asking = false; /* this is not progress: perhaps nobody will ever listen */
	} else {
		fanout_answered(&push->fanout, heard >= 0, heard == 1);
	}
}

static bool say(struct fanout *fanout, const char *text)
{
	struct redis_push *push = fanout->arg;

	return publisher_say(push->publisher, "seatpush:all", text);
}

static bool ask(struct redis_push *push)
{
	push->asking = true;
	push->fanout.asked_at = clock_ns();
	return publisher_say(push->publisher, "seatpush:nobody", "is somebody there?");
}

/* True: the server listens, or it is certain that it does not. Asks again every 10 ms. */
static bool is_heard(void *arg)
{
	struct redis_push *push = arg;

	if (!push->asking && push->heard == 0 && clock_ns() - push->fanout.asked_at > 10 * NS_PER_MS) {
		push->heard = ask(push) ? 0 : -1;
	}
	return push->heard != 0;
}

/* The server may still be connecting to Redis. */
static bool wait_until_heard(struct redis_push *push)
{
	return ask(push) && bench_wait(push->fanout.bench, is_heard, push) && push->heard > 0;
}

static uint64_t run(struct bench *bench, struct report *report)
{
	struct redis_push push = {.fanout = {.say = say}};
	bool ready = fanout_begin(&push.fanout, bench, 0);
	uint64_t flaws;

	push.fanout.arg = &push;
	push.publisher = publisher_new(bench->loop, redis_path(bench->redis), on_heard, &push);
	ready = ready && push.publisher && wait_until_heard(&push);
	flaws = fanout_measure(&push.fanout, report, ready);
	publisher_free(push.publisher);
	return flaws;
}

const struct scenario redis_scenario = {
	.name = "redis",
	.help = "from PUBLISH in Redis to all; CPU",
	.run = run,
	.needs_redis = true,
};
