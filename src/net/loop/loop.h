/* SPDX-License-Identifier: MIT */
/*
 * The reactor: libevent's base, a clock that is read once per tick, and one read buffer for all
 * connections. It knows nothing of connections.
 */
#ifndef SP_NET_LOOP_LOOP_H
#define SP_NET_LOOP_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/time.h>
#include <time.h>
#include <event2/event.h>

#include "base/error.h"
#include "net/loop/fork.h"

#define SP_LOOP_READ_SIZE ((size_t) 64 * 1024)

struct sp_loop {
	struct event_base *base;
	char *read_buf;   /* SP_LOOP_READ_SIZE bytes; valid during one event */
	uint64_t now_ms;  /* monotonic, read once per tick */
	uint64_t born_ms; /* monotonic */
	uint32_t now_s;   /* seconds, 1 when the loop was created; 32 bits, to fit in a connection */
	time_t born_wall; /* wall clock at now_s == 0 */
	struct sp_owner owner;
	bool again; /* something waits for the next tick, which must not block */
};

/* NULL: *error says why. */
struct sp_loop *sp_loop_new(struct sp_error *error);
void sp_loop_free(struct sp_loop *loop);

/* Monotonic time in milliseconds, read now. */
uint64_t sp_clock_ms(void);

/* Monotonic time in nanoseconds, read now. */
uint64_t sp_clock_ns(void);

/* Waits for events (unless poll), handles them, then reads the clock. */
void sp_loop_turn(struct sp_loop *loop, bool poll);

void sp_loop_read_clock(struct sp_loop *loop);

/* Skips the remaining events of this turn. */
void sp_loop_break(struct sp_loop *loop);

/* In the child after fork(2), which shares its parent's set of descriptors: gets it a set of its
 * own, and makes it the owner. What the loop watches must still be open. False: *error says why. */
bool sp_loop_after_fork(struct sp_loop *loop, struct sp_error *error);

/* The same, if there was a fork since this process got the loop. */
bool sp_loop_own(struct sp_loop *loop, struct sp_error *error);

static inline struct timeval sp_timeval_ms(uint64_t ms)
{
	return (struct timeval){(time_t) (ms / 1000), (suseconds_t) (ms % 1000 * 1000)};
}

/* The wall-clock time of loop_s, a value of now_s. */
static inline time_t sp_loop_wall(const struct sp_loop *loop, uint32_t loop_s)
{
	return loop->born_wall + (time_t) loop_s;
}

#endif
