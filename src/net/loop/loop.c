/* SPDX-License-Identifier: MIT */
/*
 * libevent 2.1 has no end-of-tick hook, so a tick is one event_base_loop(EVLOOP_ONCE) followed by
 * what the caller does after it.
 */
#include "net/loop/loop.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "net/loop/descriptor.h"

#define NS_PER_MS 1000000u
#define MS_PER_S 1000u

uint64_t sp_clock_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t) now.tv_sec * MS_PER_S * NS_PER_MS + (uint64_t) now.tv_nsec;
}

uint64_t sp_clock_ms(void)
{
	return sp_clock_ns() / NS_PER_MS;
}

/* libevent ends the process if it cannot create its own descriptors. */
static bool has_descriptors(void)
{
	int ends[2][2];
	bool first = sp_socket_pair(ends[0]);
	bool both = first && sp_socket_pair(ends[1]);
	int why = errno;

	for (int i = 0; i < first + both; i++) {
		close(ends[i][0]);
		close(ends[i][1]);
	}
	errno = why;
	return both;
}

static struct event_base *base_new(void)
{
	struct event_config *config = has_descriptors() ? event_config_new() : NULL;
	struct event_base *base;

	if (config == NULL) {
		return NULL;
	}
	/* One thread owns the base, so it needs no locks. */
	event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK);
	base = event_base_new_with_config(config);
	event_config_free(config);
	return base;
}

struct sp_loop *sp_loop_new(struct sp_error *error)
{
	struct sp_loop *loop = calloc(1, sizeof(*loop));

	if (loop != NULL) {
		loop->read_buf = malloc(SP_LOOP_READ_SIZE);
		loop->base = base_new();
	}
	if (loop == NULL || loop->read_buf == NULL || loop->base == NULL) {
		sp_error_set(error, errno, "cannot make an event loop: %s%s", strerror(errno),
			errno == EMFILE ? "; raise the descriptor limit (ulimit -n), or close some" : "");
		sp_loop_free(loop);
		return NULL;
	}
	sp_owner_take(&loop->owner);
	loop->born_ms = sp_clock_ms() - MS_PER_S;
	loop->born_wall = time(NULL) - 1;
	sp_loop_read_clock(loop);
	return loop;
}

void sp_loop_free(struct sp_loop *loop)
{
	if (loop == NULL) {
		return;
	}
	if (loop->base != NULL) {
		if (!sp_owner_is_us(&loop->owner)) {
			event_reinit(loop->base); /* what it told the kernel would concern the parent */
		}
		event_base_free(loop->base);
	}
	free(loop->read_buf);
	free(loop);
}

void sp_loop_read_clock(struct sp_loop *loop)
{
	loop->now_ms = sp_clock_ms();
	loop->now_s = (uint32_t) ((loop->now_ms - loop->born_ms) / MS_PER_S);
}

void sp_loop_turn(struct sp_loop *loop, bool poll)
{
	event_base_loop(loop->base, poll ? EVLOOP_ONCE | EVLOOP_NONBLOCK : EVLOOP_ONCE);
	sp_loop_read_clock(loop);
}

void sp_loop_break(struct sp_loop *loop)
{
	event_base_loopbreak(loop->base);
}

bool sp_loop_after_fork(struct sp_loop *loop, struct sp_error *error)
{
	if (event_reinit(loop->base) != 0) {
		sp_error_set(error, errno, "cannot use the event loop after fork: %s", strerror(errno));
		return false;
	}
	sp_owner_take(&loop->owner);
	return true;
}

bool sp_loop_own(struct sp_loop *loop, struct sp_error *error)
{
	return sp_owner_is_us(&loop->owner) || sp_loop_after_fork(loop, error);
}
