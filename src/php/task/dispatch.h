/* SPDX-License-Identifier: MIT */
/*
 * Tasks of this process that task workers run: each gets a few at a time, the one with the least to
 * do the next, and says when they are done. What one has not begun when it ends goes to another.
 */
#ifndef PHP_SEATPUSH_TASK_DISPATCH_H
#define PHP_SEATPUSH_TASK_DISPATCH_H

#include "php/server/letters.h"
#include "php/task/state.h"

/* The longest packed data of a task. */
#define SEATPUSH_TASK_BYTES_MAX (SP_MACHINE_POST_MAX - sizeof(struct php_seatpush_letter_head))

/* At the end of a tick: sends what can be sent. */
void php_seatpush_dispatch_run(struct php_seatpush_server *server);

/* Takes a letter about one of them. */
void php_seatpush_dispatch_heard(
	struct php_seatpush_server *server, struct php_seatpush_letter *letter);

#endif
