/* SPDX-License-Identifier: MIT */
/*
 * A coroutine waits for another one, or for time: what sleep, yield, channels and the like have in
 * common.
 */
#ifndef PHP_SEATPUSH_COROUTINE_PAUSE_H
#define PHP_SEATPUSH_COROUTINE_PAUSE_H

#include "php.h"

#include "php/engine/wait.h"

enum php_seatpush_pause_end {
	SEATPUSH_PAUSE_RESUMED,
	SEATPUSH_PAUSE_TIMEOUT,
	SEATPUSH_PAUSE_CANCELLED, /* Coroutine::cancel() */
	SEATPUSH_PAUSE_FAILED, /* an exception was thrown: it cannot wait here, or the server stops */
};

struct php_seatpush_pause {
	struct php_seatpush_wait wait;
	struct sp_link link; /* of what it waits for; in no list if it waits for time only */
	bool is_yield;       /* Coroutine::resume() may end it */
	enum php_seatpush_pause_end end;
};

/* For a pause on the caller's stack. */
void php_seatpush_pause_init(struct php_seatpush_pause *pause);

/* Waits until the pause is resumed, cancelled, or timeout seconds are over (0 or less: never). It
 * is in no list afterwards. method names it in exceptions. */
enum php_seatpush_pause_end php_seatpush_pause(
	struct php_seatpush_pause *pause, double timeout, const char *method);

/* Ends it; the coroutine goes on at once, on top of the caller. */
void php_seatpush_pause_resume(struct php_seatpush_pause *pause, enum php_seatpush_pause_end end);

/* Ends the first pause of a list; false: there is none. */
bool php_seatpush_pause_resume_first(struct sp_link *list, enum php_seatpush_pause_end end);

#endif
