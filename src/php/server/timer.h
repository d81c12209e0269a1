/* SPDX-License-Identifier: MIT */
/*
 * Timers and deferred calls, as the rest of src/php sees them.
 */
#ifndef PHP_SEATPUSH_SERVER_TIMER_H
#define PHP_SEATPUSH_SERVER_TIMER_H

#include "php.h"

#define SEATPUSH_TIMER_MAX_MS (86400000LL * 365)

/* Starts the timers that were made before start(). */
void php_seatpush_timers_arm(void);

/* Ends all timers and drops deferred calls. */
void php_seatpush_timers_clear(void);

/* At the end of the request: also frees the table. */
void php_seatpush_timers_fini(void);

/* Runs the calls that have been deferred so far. */
void php_seatpush_deferred_run(void);

#endif
