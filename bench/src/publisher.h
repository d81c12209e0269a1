/* SPDX-License-Identifier: MIT */
/* One connection to a Redis that sends PUBLISH: a text, its answer, the next text. */
#ifndef BENCH_PUBLISHER_H
#define BENCH_PUBLISHER_H

#include <stdbool.h>

#include "loop.h"

struct publisher;

/* answered is called with the number of subscribers that got the text; -1: it was refused, or the
 * connection is broken. NULL: could not connect; errno says why. */
struct publisher *publisher_new(
	struct loop *loop, const char *path, void (*answered)(long heard, void *arg), void *arg);

void publisher_free(struct publisher *publisher);

/* False: an answer is still due, or the connection is broken. */
bool publisher_say(struct publisher *publisher, const char *channel, const char *text);

#endif
