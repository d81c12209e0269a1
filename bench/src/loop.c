/* SPDX-License-Identifier: MIT */
#include "loop.h"

#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "clock.h"

struct loop {
	int epoll;
	bool spin;
	uint64_t now;
};

struct loop *loop_new(bool spin)
{
	struct loop *loop = calloc(1, sizeof(*loop));

	if (loop) {
		loop->spin = spin;
		loop->now = clock_ns();
		loop->epoll = epoll_create1(EPOLL_CLOEXEC);
		if (loop->epoll < 0) {
			free(loop);
			return NULL;
		}
	}
	return loop;
}

void loop_free(struct loop *loop)
{
	if (loop) {
		close(loop->epoll);
		free(loop);
	}
}

bool loop_add(struct loop *loop, int fd, struct watch *watch, uint32_t epoll_events)
{
	struct epoll_event event = {.events = epoll_events, .data.ptr = watch};

	return epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &event) == 0;
}

bool loop_change(struct loop *loop, int fd, struct watch *watch, uint32_t epoll_events)
{
	struct epoll_event event = {.events = epoll_events, .data.ptr = watch};

	return epoll_ctl(loop->epoll, EPOLL_CTL_MOD, fd, &event) == 0;
}

void loop_turn(struct loop *loop)
{
	struct epoll_event events[256];
	int count = epoll_wait(loop->epoll, events, 256, loop->spin ? 0 : 50);

	loop->now = clock_ns();
	for (int i = 0; i < count; i++) {
		struct watch *watch = events[i].data.ptr;

		watch->ready(watch, events[i].events);
	}
}

uint64_t loop_now(const struct loop *loop)
{
	return loop->now;
}
