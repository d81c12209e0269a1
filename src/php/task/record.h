/* SPDX-License-Identifier: MIT */
/*
 * One task: what task() was given, and the way that its results go.
 */
#ifndef PHP_SEATPUSH_TASK_RECORD_H
#define PHP_SEATPUSH_TASK_RECORD_H

#include "php.h"

#include "base/queue.h"
#include "php/engine/events.h"

struct php_seatpush_fiber;
struct php_seatpush_wait;

/* Where the first result of a task goes that a coroutine waits for. Owned by the one that waits. */
struct php_seatpush_awaited {
	struct php_seatpush_task *task; /* borrowed; NULL: it is over, or was never accepted */
	struct php_seatpush_wait *wait; /* is woken when the last one is over */
	uint32_t *left;                 /* how many it still waits for */
	bool over;
	zval result; /* UNDEF: none */
};

struct php_seatpush_task {
	struct sp_link link; /* in the queue, then in the list of those that run */
	uint32_t refs;       /* the list's, and that of its Task object */
	zend_long id;
	double dispatched_s;                  /* since 1970 */
	zval data;                            /* owned; UNDEF once it runs */
	struct php_seatpush_callback finish;  /* given to task(); UNDEF: on('Finish') */
	struct php_seatpush_awaited *awaited; /* NULL: nobody waits for a result (any more) */
	bool was_awaited;                     /* no callback gets its results */
	bool in_finish; /* Finish is called by Server::finish(), which does not call itself */
	const struct php_seatpush_fiber *fiber; /* runs its Task callback; NULL: none does */
};

/* References the data. The caller owns the one reference. */
struct php_seatpush_task *php_seatpush_task_new(zend_long id, zval *data);

/* With the last reference, the one that still waits for a result gets none. */
void php_seatpush_task_release(struct php_seatpush_task *task);

/* A coroutine waits for the first result, until it forgets the task or awaited->over. */
void php_seatpush_task_await(struct php_seatpush_task *task, struct php_seatpush_awaited *awaited);
void php_seatpush_task_forget(struct php_seatpush_awaited *awaited);

/* Passes a result to the one that waits for it, or calls Finish. False: nobody got it. Afterwards
 * SEATPUSH_G(fatal) may be set. */
bool php_seatpush_task_finish(struct php_seatpush_task *task, zval *result);

#endif
