/* SPDX-License-Identifier: MIT */
/*
 * Stacks for callbacks: when a callback waits, it leaves its stack and the loop goes on. The stacks
 * are engine contexts of our own, not Fiber objects, so a wait also works inside a script's Fiber,
 * and stacks can be used again. The loop, or another fiber (go(), a channel), runs or resumes a
 * fiber, and the fiber suspends to that one.
 */
#ifndef PHP_SEATPUSH_ENGINE_FIBER_H
#define PHP_SEATPUSH_ENGINE_FIBER_H

#include "php.h"
#include "zend_fibers.h"

#include "base/error.h"
#include "base/queue.h"

struct php_seatpush_fiber {
	zend_fiber_context context;
	zend_fiber_context *at;  /* where it resumes: its own context, or that of a script's Fiber */
	zend_execute_data frame; /* below all of its own; linked to the one that resumed it */
	const zend_function *runner; /* what errors of PHP name while our own code runs in it */
	bool in_user_code;
	zend_execute_data *top; /* its last frame, while it does not run; borrowed */
	void *bottom;           /* where its C stack begins, or near; NULL: it has not run */
	void (*function)(struct php_seatpush_fiber *fiber);
	void *arg;       /* the argument of function */
	void *call;      /* for callback.c: the call that runs in it */
	void *coroutine; /* for php/coroutine; NULL: nobody has asked for it */
	void (*on_end)(struct php_seatpush_fiber *fiber); /* with a coroutine: function has returned */
	size_t stack_size;
	bool detached; /* started by go(): no connection waits for it */
	bool over;     /* function has returned; the fiber is free */
	bool quit;
	int output_level;                    /* output buffers that are not its own */
	int output_count;                    /* of those in output */
	struct _php_output_handler **output; /* its own while it waits; owned; NULL: none */
	struct php_seatpush_fiber *next;     /* next in the list of free fibers */
	struct sp_link all;
};

/* start(): decides on the size of stacks. False: *error says why fiber.stack_size is refused. */
bool php_seatpush_fibers_init(struct sp_error *error);

/* A free fiber, created if necessary. NULL: no memory for a stack. */
struct php_seatpush_fiber *php_seatpush_fiber_take(void);

/* Runs function in the fiber until it returns or suspends. True: it has returned, and the fiber
 * belongs to the pool again. Within another fiber too, which goes on afterwards. */
bool php_seatpush_fiber_run(struct php_seatpush_fiber *fiber,
	void (*function)(struct php_seatpush_fiber *fiber), void *arg);

/* Resumes where the fiber suspended; the same result. After a fatal in it SEATPUSH_G(fatal) is set.
 */
bool php_seatpush_fiber_resume(struct php_seatpush_fiber *fiber);

/* The running fiber; NULL: none is running, and nothing may suspend. */
struct php_seatpush_fiber *php_seatpush_fiber_current(void);

/* The running fiber, if there is one, begins or ends a call of user code: traces in it leave out
 * the fiber's lowest frame, while errors of PHP elsewhere need its name. Returns what held before.
 */
bool php_seatpush_fiber_user_code(bool runs);

/* Switches to whoever resumed the fiber; returns when it is resumed again. The engine must allow
 * switching (zend_fiber_switch_blocked()). */
void php_seatpush_fiber_suspend(void);

/* Frees all stacks; those in use are not unwound. */
void php_seatpush_fibers_fini(void);

#endif
