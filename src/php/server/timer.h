/* SPDX-License-Identifier: MIT */
/*
 * Timers and deferred calls, as the rest of this floor sees them.
 */
#ifndef PHP_SEATPUSH_SERVER_TIMER_H
#define PHP_SEATPUSH_SERVER_TIMER_H

#include "php.h"

/* Timers made before start() begin now. */
void php_seatpush_timers_arm(void);

/* Ends all timers and drops deferred calls. */
void php_seatpush_timers_clear(void);

/* At the end of the request: frees the table as well. */
void php_seatpush_timers_fini(void);

/* Runs what was deferred so far. */
void php_seatpush_deferred_run(void);

#endif
