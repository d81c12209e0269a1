/* SPDX-License-Identifier: MIT */
/*
 * How a callback can end the process: exit(), a fatal error, the deadline of the stop.
 */
#ifndef PHP_SEATPUSH_ENGINE_ENDING_H
#define PHP_SEATPUSH_ENGINE_ENDING_H

#include "php.h"

/* At module start: adds itself to the engine's chain of interrupt functions. */
void php_seatpush_ending_startup(void);
void php_seatpush_ending_shutdown(void);

/* Called from a signal handler: ends user code at the next safe point. */
void php_seatpush_interrupt(void);

/* EG(exception) is the one that exit() throws. Keeps it and begins the orderly stop; if it came
 * from the interrupt or from a fatal error instead, does what that requires. */
void php_seatpush_note_exit(const char *callback_name);

/* A bailout ended a callback: no PHP code may run before the shutdown functions. */
void php_seatpush_note_fatal(void);

/* At the end of start(): throws again what exit() threw, or bails out again after a fatal error. In
 * the latter case a shutdown function runs the Close callbacks. */
void php_seatpush_finish_ending(void);

#endif
