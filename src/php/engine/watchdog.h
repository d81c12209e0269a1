/* SPDX-License-Identifier: MIT */
/*
 * A thread that says so in the log when a callback holds the loop far too long: one that never ends
 * would never be reported otherwise. It shares nothing with the loop's thread but what is declared
 * here.
 */
#ifndef PHP_SEATPUSH_ENGINE_WATCHDOG_H
#define PHP_SEATPUSH_ENGINE_WATCHDOG_H

#include <stdbool.h>
#include <stdint.h>

#include "php.h"

/* A callback that holds the loop. Nothing in it changes while it is watched. */
struct php_seatpush_watched {
	const char *name;
	const zend_function *function; /* NULL: internal */
	uint64_t started_ns;
};

/* Starts the thread, which speaks after limit_ms. False: there is none. */
bool php_seatpush_watchdog_start(int64_t limit_ms);

/* Ends it; no effect if there is none. */
void php_seatpush_watchdog_stop(void);

/* Where others can see since when a callback has held the loop, on sp_clock_ns(), 0: none does.
 * NULL: nowhere. */
void php_seatpush_watch_shown(uint64_t *where);

/* From now on this one holds the loop; NULL: none. Afterwards nobody reads the former one. */
void php_seatpush_watch(const struct php_seatpush_watched *watched);

/* At a safe point of the VM: the thread wants to know where the callback is, and that is said. */
void php_seatpush_watchdog_answer(void);

#endif
