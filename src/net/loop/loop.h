/* SPDX-License-Identifier: MIT */
/*
 * The reactor: libevent's base, a clock that is read once a tick, one read buffer for all
 * connections, and the flag that ends it. It knows nothing of connections.
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

#define SP_LOOP_READ_SIZE ((size_t) 64 * 1024)

struct sp_loop {
	struct event_base *base;
	char *read_buf;   /* SP_LOOP_READ_SIZE bytes; valid during one event */
	uint64_t now_ms;  /* monotonic; of this tick */
	uint64_t born_ms; /* monotonic */
	uint32_t now_s;   /* seconds since the loop was made, from 1 on: fits in a connection */
	time_t born_wall; /* wall clock at now_s == 0 */
	bool again;       /* something waits for the next tick: do not block before it */
};

/* NULL: *error says why. */
struct sp_loop *sp_loop_new(struct sp_error *error);
void sp_loop_free(struct sp_loop *loop);

/* Monotonic milliseconds, read now. */
uint64_t sp_clock_ms(void);

/* Monotonic nanoseconds, read now. */
uint64_t sp_clock_ns(void);

/* Waits for events (unless poll) and handles those that came; then reads the clock. */
void sp_loop_turn(struct sp_loop *loop, bool poll);

/* Reads the clock. */
void sp_loop_read_clock(struct sp_loop *loop);

/* No more events of this turn are handled. */
void sp_loop_break(struct sp_loop *loop);

/* After fork(2), in the child. False: *error says why. */
bool sp_loop_after_fork(struct sp_loop *loop, struct sp_error *error);

/* For libevent. */
static inline struct timeval sp_timeval_ms(uint64_t ms)
{
	return (struct timeval){(time_t) (ms / 1000), (suseconds_t) (ms % 1000 * 1000)};
}

/* Wall clock of loop seconds. */
static inline time_t sp_loop_wall(const struct sp_loop *loop, uint32_t loop_s)
{
	return loop->born_wall + (time_t) loop_s;
}

#endif
