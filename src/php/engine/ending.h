/* SPDX-License-Identifier: MIT */
/*
 * How a callback can end the process: exit(), a fatal error, the stop's deadline.
 */
#ifndef PHP_SEATPUSH_ENGINE_ENDING_H
#define PHP_SEATPUSH_ENGINE_ENDING_H

#include "php.h"

/* Module start: takes its place in the engine's interrupt chain. */
void php_seatpush_ending_startup(void);
void php_seatpush_ending_shutdown(void);

/* From a signal handler: user code is to be ended at the next safe point. */
void php_seatpush_interrupt(void);

/* EG(exception) is that of exit(): keeps it, and begins the orderly stop; or, if it came from
 * the interrupt or from a fatal, does what that asks for. */
void php_seatpush_note_exit(const char *callback_name);

/* A callback ended by a bailout: nothing of PHP may run before the shutdown functions. */
void php_seatpush_note_fatal(void);

/* At the end of start(): throws again what exit() threw, or bails out again after a fatal. Close
 * callbacks of a fatal then run from a shutdown function. */
void php_seatpush_finish_ending(void);

#endif
