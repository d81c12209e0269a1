/* SPDX-License-Identifier: MIT */
/*
 * Stacks for callbacks: a callback that waits leaves its own and the loop goes on. They are engine
 * contexts of our own and not Fiber objects, so a wait also works inside a script's Fiber, and
 * stacks are used again. The loop switches to a fiber; a fiber switches to the loop only.
 */
#ifndef PHP_SEATPUSH_ENGINE_FIBER_H
#define PHP_SEATPUSH_ENGINE_FIBER_H

#include "php.h"
#include "zend_fibers.h"

#include "base/queue.h"

struct php_seatpush_fiber {
	zend_fiber_context context;
	zend_fiber_context *at; /* where it goes on: its own context, or that of a script's Fiber */
	void (*function)(struct php_seatpush_fiber *fiber);
	void *arg;  /* function's */
	void *call; /* callback.c's: the call that runs in it */
	bool over;  /* function has returned; the fiber is free */
	bool quit;
	struct php_seatpush_fiber *next; /* free ones */
	struct sp_link all;
};

/* A free fiber, made if need be. NULL: no memory for a stack. */
struct php_seatpush_fiber *php_seatpush_fiber_take(void);

/* Runs function in it until it returns (true; the fiber belongs to the pool again) or suspends
 * (false). Only from the loop. */
bool php_seatpush_fiber_run(struct php_seatpush_fiber *fiber,
	void (*function)(struct php_seatpush_fiber *fiber), void *arg);

/* Goes on where it suspended; the same result. Only from the loop. */
bool php_seatpush_fiber_resume(struct php_seatpush_fiber *fiber);

/* The fiber that runs; NULL: none does, and nothing may suspend. */
struct php_seatpush_fiber *php_seatpush_fiber_current(void);

/* Back to the loop; returns when somebody resumes the fiber. The engine must allow switching
 * (zend_fiber_switch_blocked()). */
void php_seatpush_fiber_suspend(void);

/* Frees all stacks; those that are in use are not unwound. */
void php_seatpush_fibers_fini(void);

#endif
