/* SPDX-License-Identifier: MIT */
/*
 * One message after the other to many clients: each is sent when all have the one before, and the
 * server has answered. Checks that every client of the audience, and no other, gets each message
 * once and in order.
 */
#ifndef BENCH_FANOUT_H
#define BENCH_FANOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "bench.h"

struct fanout {
	struct bench *bench;
	/* Tells the server to send text. False: it could not be told. */
	bool (*say)(struct fanout *fanout, const char *text);
	void *arg;                /* for say */
	uint32_t audience;        /* how many clients get a message: everybody, or a room */
	uint32_t others;          /* other receivers, which are not clients of the run */
	uint32_t room;            /* of the current message; 0 if there is only one */
	struct histogram latency; /* from say to each copy */
	uint32_t seq;             /* of the current message */
	uint32_t have;            /* clients that have it */
	bool answered;            /* the server has confirmed it */
	uint64_t asked_at;
	uint64_t delivered, doubled, corrupt, refused, miscounted;
};

/* Opens all clients. audience 0: everybody gets a message; otherwise clients are in rooms of that
 * size, in the order in which the server saw them come. False: not all are in. */
bool fanout_begin(struct fanout *fanout, struct bench *bench, uint32_t audience);

/* False: some client did not get a message. */
bool fanout_tell(struct fanout *fanout, uint64_t messages);

/* To be called with what the server answered to say. */
void fanout_answered(struct fanout *fanout, bool accepted, bool counted_right);

/* How many messages the run's work is; at least one. */
uint64_t fanout_messages(const struct fanout *fanout, uint64_t otherwise);

/* Sends a tenth of the messages to warm up, then measures all of them and reports. ready: begin
 * succeeded, and the server can be told. Returns the number of flaws. */
uint64_t fanout_measure(struct fanout *fanout, struct report *report, bool ready);

/* For scenarios that measure by themselves: the number of flaws so far, which also go into the
 * report. */
uint64_t fanout_flaws(const struct fanout *fanout, struct report *report);

#endif
