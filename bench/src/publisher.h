/* SPDX-License-Identifier: MIT */
/* One connection to a Redis that says PUBLISH: a text, the answer, the next text. */
#ifndef BENCH_PUBLISHER_H
#define BENCH_PUBLISHER_H

#include <stdbool.h>

#include "loop.h"

struct publisher;

/* answered is called with how many subscriptions the text went to; -1: it was refused, or the
 * connection is broken. NULL with errno: not connected. */
struct publisher *publisher_new(
	struct loop *loop, const char *path, void (*answered)(long heard, void *arg), void *arg);

void publisher_free(struct publisher *publisher);

/* False: an answer is still due, or the connection is broken. */
bool publisher_say(struct publisher *publisher, const char *channel, const char *text);

#endif
