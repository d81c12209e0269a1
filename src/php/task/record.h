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
struct php_seatpush_letter;
struct php_seatpush_wait;

/* Where the first result of a task goes that a coroutine waits for. Owned by the one that waits. */
struct php_seatpush_awaited {
	struct php_seatpush_task *task; /* borrowed; NULL: it is over, or was never accepted */
	struct php_seatpush_wait *wait; /* is woken when the last one is over */
	uint32_t *left;                 /* how many it still waits for */
	bool over;
	zval result; /* UNDEF: none */
};

/* What becomes of a task that another process has sent here. */
struct php_seatpush_task_hooks {
	bool (*result)(
		struct php_seatpush_task *task, zval *result); /* as php_seatpush_task_finish() */
	void (*end)(struct php_seatpush_task *task);       /* there is nothing left of it */
};

struct php_seatpush_task {
	struct sp_link link; /* in a queue, then in the list of those that run */
	uint32_t refs;       /* the list's, and that of its Task object */
	zend_long id;
	double dispatched_s; /* since 1970 */
	zval data;           /* owned; UNDEF once it runs; for a task worker: packed, a text */
	struct php_seatpush_callback finish;  /* given to task(); UNDEF: on('Finish') */
	struct php_seatpush_awaited *awaited; /* NULL: nobody waits for a result (any more) */
	bool was_awaited;                     /* no callback gets its results */
	bool in_finish; /* Finish is called by Server::finish(), which does not call itself */
	const struct php_seatpush_fiber *fiber; /* runs its Task callback; NULL: none does */

	/* One that another process has sent here. */
	const struct php_seatpush_task_hooks *hooks; /* NULL: it is this one's own */
	struct php_seatpush_letter *letter;          /* with its data; owned; NULL once it runs */
	int32_t caller;                              /* that process */
	int32_t caller_worker;                       /* and its number */
	unsigned caller_place;
	bool told_end; /* the caller knows that there is nothing left of it */

	uint64_t at; /* where it is in the task worker's mailbox: see sp_machine_was_left() */

	/* One of this process that a task worker is to run. */
	int aimed_at;    /* number of the task worker, from 0 on; -1: any */
	int32_t process; /* that has it; 0: none yet */
	unsigned place;
};

/* Takes the data. The caller owns the one reference. */
struct php_seatpush_task *php_seatpush_task_new(zend_long id, zval *data);

/* The number of the worker that called task(). */
zend_long php_seatpush_task_caller(const struct php_seatpush_task *task);

/* With the last reference, the one that still waits for a result gets none. */
void php_seatpush_task_release(struct php_seatpush_task *task);

/* A coroutine waits for the first result, until it forgets the task or awaited->over. */
void php_seatpush_task_await(struct php_seatpush_task *task, struct php_seatpush_awaited *awaited);
void php_seatpush_task_forget(struct php_seatpush_awaited *awaited);

/* Passes a result to the one that waits for it, or calls Finish; or sends it to the process that
 * has called task(). False: nobody got it; an exception may have been thrown. Afterwards
 * SEATPUSH_G(fatal) may be set. */
bool php_seatpush_task_finish(struct php_seatpush_task *task, zval *result);

#endif
