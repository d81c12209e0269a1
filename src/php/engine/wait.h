/* SPDX-License-Identifier: MIT */
/*
 * Callbacks that wait. A wait lies on the stack of who waits; whoever it waits for wakes it, and
 * it goes on at the end of the tick. Only SeatPush's own calls wait (sleep(), write() on a full
 * queue): everything else blocks, as in every PHP script.
 */
#ifndef PHP_SEATPUSH_ENGINE_WAIT_H
#define PHP_SEATPUSH_ENGINE_WAIT_H

#include "php.h"

#include "base/queue.h"

struct event;
struct php_seatpush_fiber;

struct php_seatpush_wait {
	struct php_seatpush_fiber *fiber;
	struct sp_link all;         /* waits of the request */
	struct sp_tailq_link ready; /* SEATPUSH_G(ready) */
	struct event *timer;        /* what wakes it, or NULL; owned by who waits */
	bool is_ready;
	bool cancelled;    /* the server stops */
	bool ends_at_stop; /* as soon as the stop begins, not at its end */
};

/* True while a server runs: what waits must not block. */
bool php_seatpush_is_running(void);

/* True if the caller may wait now: it is in a callback, and the engine can leave it. */
bool php_seatpush_can_wait(void);

/* The same; false: an exception was thrown that names the method and says why. */
bool php_seatpush_check_wait(const char *method);

/* Waits; php_seatpush_can_wait() must hold. wait: zeroed but for ends_at_stop. False: the server
 * stops, and an exception was thrown. */
bool php_seatpush_wait(struct php_seatpush_wait *wait, const char *method);

/* What it waited for has come. May be called from anywhere, also more than once. */
void php_seatpush_wake(struct php_seatpush_wait *wait);

/* Lets those go on that were woken. From the loop, at the end of a tick. */
void php_seatpush_waits_run(void);

/* The stop begins: ends sleeps. */
void php_seatpush_waits_hurry(void);

/* The stop's time is over, or the loop is: all waits end with an exception, and none begins. */
void php_seatpush_waits_end(void);

/* After a fatal: frees what the waits own, since nobody returns from them. */
void php_seatpush_waits_fini(void);

#endif
