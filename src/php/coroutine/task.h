/* SPDX-License-Identifier: MIT */
/*
 * Coroutines: what a script knows of the fibers that its code runs in. One that go() starts has an
 * entry from its start on, a callback only when it asks for its id.
 */
#ifndef PHP_SEATPUSH_COROUTINE_TASK_H
#define PHP_SEATPUSH_COROUTINE_TASK_H

#include "php.h"

#include "base/queue.h"

struct php_seatpush_fiber;
struct php_seatpush_pause;
struct php_seatpush_wait;

struct php_seatpush_coroutine {
	zend_long id;
	zend_long parent; /* -1: none */
	struct php_seatpush_fiber *fiber;
	struct php_seatpush_pause
		*pause; /* what it waits in; NULL: it runs, or waits for something else */
	uint64_t born_ms;
	bool cancelled;         /* its last pause was */
	zval context;           /* getContext(); UNDEF: nobody has asked */
	HashTable *deferred;    /* callables of defer(); NULL: none */
	struct sp_link joiners; /* php_seatpush_joiner.link: coroutines that wait for its end */
};

/* One per coroutine that is joined; lies on the stack of the one that joins. */
struct php_seatpush_joiner {
	struct sp_link link;
	struct php_seatpush_wait *wait; /* of the one that joins */
	uint32_t *left;                 /* how many it still waits for */
};

/* The entry of the coroutine that runs, made if need be; NULL: the caller is in none. */
struct php_seatpush_coroutine *php_seatpush_coroutine_current(void);

/* NULL: there is none of that id. */
struct php_seatpush_coroutine *php_seatpush_coroutine_find(zend_long id);

/* All living ones that have an entry: id => struct php_seatpush_coroutine *; NULL: none was made.
 */
HashTable *php_seatpush_coroutines(void);

struct php_seatpush_coroutine_stats {
	zend_long last_id;
	uint32_t count, peak;
};

struct php_seatpush_coroutine_stats php_seatpush_coroutine_stats(void);

/* set(): how many may live at once outside a server; a server has its option. */
void php_seatpush_set_max_coroutine(zend_long max);

/* set(): what getOptions() returns. NULL: nothing was set. */
void php_seatpush_set_coroutine_options(HashTable *options);
const HashTable *php_seatpush_coroutine_options(void);

/* How many may live at once. */
zend_long php_seatpush_max_coroutine(void);

/* The request ends. */
void php_seatpush_coroutines_fini(void);

#endif
