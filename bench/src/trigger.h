/* SPDX-License-Identifier: MIT */
/* One keep-alive HTTP connection that tells the server to push: GET, answer, GET. */
#ifndef BENCH_TRIGGER_H
#define BENCH_TRIGGER_H

#include <stdbool.h>
#include <stdint.h>

#include "loop.h"

struct trigger;

/* answered is called with the answer's status (0: no answer, the connection is broken) and its
 * body, NUL-terminated. NULL: could not connect; errno says why. */
struct trigger *trigger_new(struct loop *loop, const char *address, uint16_t port,
	void (*answered)(int status, const char *body, void *arg), void *arg);

void trigger_free(struct trigger *trigger);

/* Sends GET target. False: an answer is still due, or the connection is broken. */
bool trigger_get(struct trigger *trigger, const char *target);

#endif
