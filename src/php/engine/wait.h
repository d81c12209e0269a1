/* SPDX-License-Identifier: MIT */
/*
 * Callbacks that wait. A wait is on the stack of the function that waits. The event that it waits
 * for wakes it, and it goes on at the end of the tick. Only SeatPush's own calls wait (sleep(),
 * write() on a full queue, and so on): everything else blocks, as in every PHP script.
 */
#ifndef PHP_SEATPUSH_ENGINE_WAIT_H
#define PHP_SEATPUSH_ENGINE_WAIT_H

#include "php.h"

#include "base/queue.h"

struct event;
struct sp_job;
struct sp_packet;
struct php_seatpush_fiber;

struct php_seatpush_wait {
	struct php_seatpush_fiber *fiber;
	struct sp_link all;         /* in the list of all waits */
	struct sp_tailq_link ready; /* in SEATPUSH_G(ready) */
	struct event *timer;        /* what wakes it, or NULL; owned by the function that waits */
	struct sp_job *job;         /* the same */
	struct sp_packet *packet;   /* the same: what is to be sent */
	/* It will never return: what points to it from elsewhere lets go. NULL: nothing does. */
	void (*abandon)(struct php_seatpush_wait *wait);
	int64_t peer; /* id of the connection whose peer decides how long it takes; 0: none does */
	bool is_ready;
	bool cancelled;    /* the server is stopping */
	bool ends_at_stop; /* as soon as the stop begins, not at its end */
};

/* True while a server runs: then SeatPush's own calls must wait instead of blocking. */
bool php_seatpush_is_running(void);

/* True if the caller may wait now: it is in a callback, and the engine can switch away from it. */
bool php_seatpush_can_wait(void);

/* The same for a wait whose length a peer decides. Such waits take nothing away from others: they
 * have a limit of their own, and at that one peer is given up, the one that has taken nothing for
 * longest. */
bool php_seatpush_can_wait_for_peer(void);

/* Gives that one up, if there is any; its callback goes on at the end of the tick. */
void php_seatpush_give_up_slowest(void);

/* The same; false: an exception was thrown that names the method and gives the reason. */
bool php_seatpush_check_wait(const char *method);

/* Waits; php_seatpush_can_wait() must hold. wait: zeroed except for ends_at_stop, peer
 * and abandon. False: the server is stopping, and an exception was thrown. */
bool php_seatpush_wait(struct php_seatpush_wait *wait, const char *method);

/* What it waited for has happened. May be called from anywhere, and more than once. */
void php_seatpush_wake(struct php_seatpush_wait *wait);

/* The same, and it resumes at once, on top of the caller, until it waits again; in a destructor or
 * an output handler, at the end of the tick. For a wait that nothing has woken. */
void php_seatpush_wait_resume(struct php_seatpush_wait *wait);

/* Resumes the waits that were woken. From the loop, at the end of a tick. */
void php_seatpush_waits_run(void);

/* The stop begins: ends sleeps. */
void php_seatpush_waits_hurry(void);

/* The stop's time is over, or the loop has ended: every wait ends with an exception, and no new one
 * may begin. */
void php_seatpush_waits_end(void);

/* The request ends. After a fatal error, and in a child that a callback forked, there are waits
 * left: frees what they own and abandons them, since none of them will return. */
void php_seatpush_waits_fini(void);

#endif
