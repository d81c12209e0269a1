/* SPDX-License-Identifier: MIT */
/*
 * One message after the other to many: each is told when all have the one before, and the server
 * has answered. Checks that everybody who is meant gets each once, in order, and nobody else.
 */
#ifndef BENCH_FANOUT_H
#define BENCH_FANOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "bench.h"

struct fanout {
	struct bench *bench;
	/* Has the server send text. False: it could not be said. */
	bool (*say)(struct fanout *fanout, const char *text);
	void *arg;                /* of say */
	uint32_t audience;        /* how many clients get a message: everybody, or a room */
	uint32_t others;          /* who gets it as well, and is none of the run's clients */
	uint32_t room;            /* that the current message is for; 0 if there is one only */
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

/* False: somebody did not get one. */
bool fanout_tell(struct fanout *fanout, uint64_t messages);

/* For say: what the server answered. */
void fanout_answered(struct fanout *fanout, bool accepted, bool counted_right);

/* How many messages make the run's work; one at least. */
uint64_t fanout_messages(const struct fanout *fanout, uint64_t otherwise);

/* Tells a tenth of the messages, then measures all of them and reports. ready: begin succeeded, and
 * the server can be told. Returns the number of flaws. */
uint64_t fanout_measure(struct fanout *fanout, struct report *report, bool ready);

/* For scenarios that measure themselves: what is wrong so far, also into the report. */
uint64_t fanout_flaws(const struct fanout *fanout, struct report *report);

#endif
