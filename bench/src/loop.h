/* SPDX-License-Identifier: MIT */
/*
 * The client's event loop: epoll, level-triggered, one thread. It spins unless told otherwise,
 * because the server's send() has to wake a client that sleeps, and that wake-up (an interrupt to
 * the other core) is charged to the server. With thousands of receivers the client hardly ever
 * sleeps, and it makes no difference; with one, an echo seemed to cost the server up to twice as
 * much.
 */
#ifndef BENCH_LOOP_H
#define BENCH_LOOP_H

#include <stdbool.h>
#include <stdint.h>

/* The first member of any struct that waits for a descriptor. */
struct watch {
	void (*ready)(struct watch *self, uint32_t epoll_events);
};

struct loop;

/* spin: never sleep in the kernel. NULL: errno says why. */
struct loop *loop_new(bool spin);

void loop_free(struct loop *loop);

/* Borrows watch until the descriptor is closed; ready may be called once more in the same turn. */
bool loop_add(struct loop *loop, int fd, struct watch *watch, uint32_t epoll_events);

bool loop_change(struct loop *loop, int fd, struct watch *watch, uint32_t epoll_events);

/* Waits at most 50 ms for events, and handles them. */
void loop_turn(struct loop *loop);

/* The time at which the current turn's events were fetched. */
uint64_t loop_now(const struct loop *loop);

#endif
