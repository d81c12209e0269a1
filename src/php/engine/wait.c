/* SPDX-License-Identifier: MIT */
#include "php/engine/wait.h"

#include <event2/event.h>

#include "zend_exceptions.h"

#include "net/conn/conn.h"
#include "net/loop/job.h"
#include "net/loop/log.h"
#include "net/out/packet.h"
#include "net/server/server.h"
#include "php/engine/callback.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/fiber.h"
#include "php/engine/forked.h"
#include "php/engine/globals.h"
#include "php/engine/output.h"
#include "wire/ws_frame.h"

#define MOST \
	4 /* times max_concurrency: the total limit, for waits that reading less does not hold back */

/* Those of callbacks whose length we, or a Redis, decide. */
static uint32_t own_waits(void)
{
	return SEATPUSH_G(wait_count) - SEATPUSH_G(peer_wait_count) - SEATPUSH_G(detached_count);
}

static bool too_many_wait(void)
{
	/* Coroutines are bounded by max_coroutine. */
	return !php_seatpush_fiber_current()->detached &&
		   own_waits() >= MOST * SEATPUSH_G(serving).max_concurrency;
}

static bool in_destructor(void)
{
	return zend_fiber_switch_blocked() || php_seatpush_gc_runs();
}

/* The engine can leave the callback. */
static bool can_leave(void)
{
	return php_seatpush_fiber_current() != NULL && !in_destructor() && OG(running) == NULL &&
		   !SEATPUSH_G(waits_over) && !php_seatpush_forked();
}

bool php_seatpush_can_wait(void)
{
	return can_leave() && !too_many_wait();
}

/* The open connection that a wait waits for; NULL: none, or it is over anyway. */
static struct sp_conn *peer_of(struct sp_core *core, const struct php_seatpush_wait *wait)
{
	enum sp_lookup why;
	struct sp_conn *conn = wait->peer != 0 ? sp_conn_find(core, wait->peer, &why) : NULL;

	return conn != NULL && sp_conn_open(conn) && !wait->is_ready ? conn : NULL;
}

void php_seatpush_give_up_slowest(void)
{
	struct sp_core *core = &SEATPUSH_G(serving).net->core; /* peers are of a server that runs */
	struct sp_link *list = &SEATPUSH_G(waits);
	struct sp_conn *slowest = NULL;

	for (struct sp_link *link = list->next; link != list; link = link->next) {
		struct sp_conn *conn = peer_of(core, SP_CONTAINER(link, struct php_seatpush_wait, all));

		if (conn != NULL && (slowest == NULL || conn->sent_s < slowest->sent_s)) {
			slowest = conn;
		}
	}
	if (slowest == NULL) {
		return;
	}
	if (sp_log_due(&SEATPUSH_G(slowest_logged_s), core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"%u callbacks wait in write() or push() for clients that read slowly: to make room, the one that "
			"has taken nothing for longest is given up (max_concurrency, total_callback_size)",
			SEATPUSH_G(peer_wait_count));
	}
	sp_conn_give_up(slowest, slowest->state == SP_CONN_ESTABLISHED ? SP_WS_CLOSE_ABNORMAL : 0);
}

/* Those that go on at the end of the tick count no more: their peer may have been given up. */
static bool too_many_wait_for_peers(void)
{
	struct sp_core *core = &SEATPUSH_G(serving).net->core;
	struct sp_link *list = &SEATPUSH_G(waits);
	int64_t most = MOST * SEATPUSH_G(serving).max_concurrency, count = 0;

	if (SEATPUSH_G(peer_wait_count) < most) {
		return false;
	}
	for (struct sp_link *link = list->next; link != list && count < most; link = link->next) {
		count += peer_of(core, SP_CONTAINER(link, struct php_seatpush_wait, all)) != NULL;
	}
	return count >= most;
}

bool php_seatpush_can_wait_for_peer(void)
{
	if (!can_leave()) {
		return false;
	}
	if (too_many_wait_for_peers()) {
		php_seatpush_give_up_slowest();
	}
	return true;
}

bool php_seatpush_is_running(void)
{
	const struct sp_server *net = SEATPUSH_G(serving).net;

	return net != NULL && !SEATPUSH_G(after_fatal) &&
		   (net->core.phase == SP_PHASE_RUNNING || net->core.phase == SP_PHASE_STOPPING);
}

bool php_seatpush_check_wait(const char *method)
{
	if (php_seatpush_refuse_forked(method)) {
		return false;
	}
	if (php_seatpush_fiber_current() == NULL && !SEATPUSH_G(waits_over)) {
		php_seatpush_throw_text(
			php_seatpush_is_running()
				? "%s cannot wait here: for lack of memory, or after a fatal error, "
				  "this callback has no stack of its own"
				: "%s can wait only in a callback of a running server, or in Coroutine::run()",
			method);
	} else if (SEATPUSH_G(waits_over)) {
		zend_throw_exception_ex(seatpush_ce_StoppedException, 0,
			"%s cannot wait any more: the server is stopping", method);
	} else if (in_destructor()) {
		php_seatpush_throw_text(
			"%s cannot wait here, in a destructor or a signal handler: call it before the object is "
			"destroyed, or in a timer",
			method);
	} else if (OG(running) != NULL) {
		/* Nobody could write meanwhile, and another callback's ob_start() would be a fatal error.
		 */
		php_seatpush_throw_text("%s cannot wait here, in an output handler", method);
	} else if (too_many_wait()) {
		php_seatpush_throw_text(
			"%s cannot wait: " ZEND_LONG_FMT
			" callbacks are waiting already (%d times max_concurrency); raise that, or let "
			"timers and Connect callbacks wait less",
			method, (zend_long) own_waits(), MOST);
	} else {
		return true;
	}
	return false;
}

/* Updates how many more callbacks may begin to wait; at none, the core stops reading. */
static void count(const struct php_seatpush_wait *wait, int change)
{
	struct sp_server *net = SEATPUSH_G(serving).net;

	SEATPUSH_G(wait_count) += (uint32_t) change;
	if (wait->peer != 0) {
		SEATPUSH_G(peer_wait_count) += (uint32_t) change;
	} else if (wait->fiber->detached) {
		SEATPUSH_G(detached_count) += (uint32_t) change;
	} else if (net != NULL) {
		net->core.wait_slots = SEATPUSH_G(serving).max_concurrency - (int64_t) own_waits();
		net->core.loop->again = true;
	}
}

bool php_seatpush_wait(struct php_seatpush_wait *wait, const char *method)
{
	if (php_seatpush_refuse_forked(method)) {
		return false;
	}
	wait->fiber = php_seatpush_fiber_current();
	sp_list_append(&SEATPUSH_G(waits), &wait->all);
	count(wait, 1);
	php_seatpush_clock_stop();
	php_seatpush_output_put_aside(wait->fiber);
	php_seatpush_fiber_suspend();
	php_seatpush_output_put_back(wait->fiber);
	php_seatpush_clock_start();
	count(wait, -1);
	sp_link_remove(&wait->all);
	if (wait->cancelled) {
		zend_throw_exception_ex(
			seatpush_ce_StoppedException, 0, "%s was ended: the server is stopping", method);
	}
	return !wait->cancelled;
}

void php_seatpush_wake(struct php_seatpush_wait *wait)
{
	if (wait->is_ready) {
		return;
	}
	wait->is_ready = true;
	sp_tailq_append(&SEATPUSH_G(ready), &wait->ready);
	SEATPUSH_G(loop)->again = true;
}

void php_seatpush_wait_resume(struct php_seatpush_wait *wait)
{
	if (wait->is_ready || in_destructor() || OG(running) != NULL) {
		php_seatpush_wake(wait);
		return;
	}
	wait->is_ready = true;
	php_seatpush_fiber_resume(wait->fiber);
	php_seatpush_clock_goes_on();
	if (SEATPUSH_G(fatal)) {
		zend_bailout(); /* nothing of PHP may run here any more */
	}
}

/* False: no callback goes on any more in this process. */
static bool goes_on(void)
{
	return !SEATPUSH_G(fatal) && !php_seatpush_forked();
}

void php_seatpush_waits_run(void)
{
	struct sp_tailq_link *link;
	uint32_t most = SEATPUSH_G(wait_count); /* those that wait again have their turn later */

	while (most-- > 0 && goes_on() && (link = sp_tailq_shift(&SEATPUSH_G(ready))) != NULL) {
		php_seatpush_settle("destructor"); /* of another callback's last object */
		php_seatpush_fiber_resume(SP_CONTAINER(link, struct php_seatpush_wait, ready)->fiber);
	}
}

/* Cancels the waits that nothing has woken yet: only sleeps, or all. */
static void cancel(bool only_sleeps)
{
	struct sp_link *list = &SEATPUSH_G(waits);

	for (struct sp_link *link = list->next; link != list; link = link->next) {
		struct php_seatpush_wait *wait = SP_CONTAINER(link, struct php_seatpush_wait, all);

		if (!wait->is_ready && (wait->ends_at_stop || !only_sleeps)) {
			wait->cancelled = true;
			php_seatpush_wake(wait);
		}
	}
}

void php_seatpush_waits_hurry(void)
{
	cancel(true);
}

void php_seatpush_waits_end(void)
{
	SEATPUSH_G(waits_over) = true;
	cancel(false);
	while (SEATPUSH_G(wait_count) > 0 && goes_on()) {
		php_seatpush_waits_run();
	}
}

void php_seatpush_waits_fini(void)
{
	struct sp_link *link;

	while ((link = sp_list_shift(&SEATPUSH_G(waits))) != NULL) {
		struct php_seatpush_wait *wait = SP_CONTAINER(link, struct php_seatpush_wait, all);

		if (wait->timer != NULL) {
			event_free(wait->timer);
		}
		sp_job_free(wait->job);
		if (wait->packet != NULL) {
			sp_packet_release(wait->packet);
		}
		if (wait->abandon != NULL) {
			wait->abandon(wait);
		}
	}
	SEATPUSH_G(wait_count) = SEATPUSH_G(peer_wait_count) = SEATPUSH_G(detached_count) = 0;
	sp_tailq_init(&SEATPUSH_G(ready));
}
