/* SPDX-License-Identifier: MIT */
/*
 * Where PHP code is only its own thread can tell, at a safe point of the VM. So the thread asks for
 * an interrupt first, and speaks itself when there is no answer: then the callback is in a call
 * that blocks, and the file and line are those where the callback begins.
 */
#include "php/engine/watchdog.h"

#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/fork.h"
#include "net/loop/log.h"
#include "net/loop/loop.h"
#include "php/engine/compat.h"

#define NS_PER_MS 1000000
#define IDLE_MIN_MS 100 /* between two looks, at least */
#define ANSWER_MS 100   /* for PHP code to reach a safe point */
#define PLACE_MAX 512   /* bytes of a file's name and a line */

static struct {
	_Atomic(const struct php_seatpush_watched *) current;
	uint64_t *shown; /* see php_seatpush_watch_shown() */
	struct sp_fork_watch forks;
	atomic_bool reading; /* the thread reads *current: it may not go */
	atomic_bool asked;   /* the thread waits for php_seatpush_watchdog_answer() */
	php_seatpush_interrupt_flag *interrupt;
	int64_t limit_ms;
	pthread_t thread;
	pid_t owner; /* the process that has the thread; 0: none */
	int pipe[2]; /* its end ends the thread */
} dog;

/* The place is the parent's. */
static void renounce(struct sp_fork_watch *forks)
{
	(void) forks;
	dog.shown = NULL;
}

void php_seatpush_watch_shown(uint64_t *where)
{
	dog.shown = where;
	if (where != NULL) {
		sp_fork_watch(&dog.forks, renounce);
	} else {
		sp_fork_unwatch(&dog.forks);
	}
}

void php_seatpush_watch(const struct php_seatpush_watched *watched)
{
	if (dog.shown != NULL) {
		__atomic_store_n(dog.shown, watched != NULL ? watched->started_ns : 0, __ATOMIC_RELAXED);
	}
	atomic_store(&dog.current, watched);
	/* After a fork(2) in the middle of a reading there is no thread that would end it. */
	while (atomic_load(&dog.reading) && dog.owner == getpid()) {
		sched_yield();
	}
}

static void say(const char *name, const char *place, const char *at, int64_t ms)
{
	sp_log(SP_LOG_WARNING,
		"blocked: the %s callback (%s) has held the loop for %lld ms and goes on%s; nobody is served "
		"meanwhile (ten times slow_callback_ms)",
		name, place, (long long) ms, at);
}

static void put_place(char out[PLACE_MAX], const struct php_seatpush_watched *watched)
{
	const zend_function *function = watched->function;

	if (function == NULL || function->type != ZEND_USER_FUNCTION) {
		snprintf(out, PLACE_MAX, "internal function");
	} else {
		snprintf(out, PLACE_MAX, "%s:%u", ZSTR_VAL(function->op_array.filename),
			function->op_array.line_start);
	}
}

static int64_t age_ms(const struct php_seatpush_watched *watched)
{
	return (int64_t) (sp_clock_ns() - watched->started_ns) / NS_PER_MS;
}

void php_seatpush_watchdog_answer(void)
{
	const struct php_seatpush_watched *watched = atomic_load(&dog.current);
	char place[PLACE_MAX], at[PLACE_MAX];

	if (!atomic_exchange(&dog.asked, false) || watched == NULL || age_ms(watched) < dog.limit_ms) {
		return;
	}
	put_place(place, watched);
	snprintf(at, sizeof(at), ", now at %s:%u", zend_get_executed_filename(),
		(unsigned) zend_get_executed_lineno());
	say(watched->name, place, at, age_ms(watched));
}

/* What holds the loop, copied while it cannot go. False: nothing. */
static bool look(struct php_seatpush_watched *out, char place[PLACE_MAX])
{
	const struct php_seatpush_watched *watched;

	atomic_store(&dog.reading, true);
	watched = atomic_load(&dog.current);
	if (watched != NULL) {
		*out = *watched;
		put_place(place, watched);
	}
	atomic_store(&dog.reading, false);
	return watched != NULL;
}

/* False: the thread is to end. */
static bool rest(int64_t ms)
{
	struct pollfd end = {.fd = dog.pipe[0], .events = POLLIN};

	return poll(&end, 1, (int) ms) == 0;
}

/* It is too long now. False: the thread is to end. */
static bool bark(uint64_t started_ns)
{
	struct php_seatpush_watched now;
	char place[PLACE_MAX];

	atomic_store(&dog.asked, true);
	php_seatpush_raise_interrupt(dog.interrupt);
	if (!rest(ANSWER_MS)) {
		return false;
	}
	if (atomic_exchange(&dog.asked, false) && look(&now, place) && now.started_ns == started_ns) {
		say(now.name, place, ", in a call that blocks", age_ms(&now));
	}
	return true;
}

static void *watch(void *arg)
{
	uint64_t barked_ns = 0;
	int64_t idle = dog.limit_ms > IDLE_MIN_MS ? dog.limit_ms : IDLE_MIN_MS;
	int64_t wait = idle;

	(void) arg;
	while (rest(wait)) {
		struct php_seatpush_watched now;
		char place[PLACE_MAX];

		wait = idle;
		if (!look(&now, place) || now.started_ns == barked_ns) {
			continue;
		}
		if (age_ms(&now) < dog.limit_ms) {
			wait = dog.limit_ms - age_ms(&now) + 1;
			continue;
		}
		barked_ns = now.started_ns;
		if (!bark(barked_ns)) {
			break;
		}
	}
	return NULL;
}

bool php_seatpush_watchdog_start(int64_t limit_ms)
{
	sigset_t all, former;
	bool made;

	if (!sp_pipe(dog.pipe, true)) {
		return false;
	}
	dog.limit_ms = limit_ms < INT32_MAX ? limit_ms : INT32_MAX;
	dog.interrupt = &EG(vm_interrupt);
	atomic_store(&dog.current, NULL);
	atomic_store(&dog.reading, false);
	atomic_store(&dog.asked, false);
	/* Signals are for the loop's thread. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &former);
	made = pthread_create(&dog.thread, NULL, watch, NULL) == 0;
	pthread_sigmask(SIG_SETMASK, &former, NULL);
	dog.owner = made ? getpid() : 0;
	if (!made) {
		close(dog.pipe[0]);
		close(dog.pipe[1]);
	}
	return made;
}

void php_seatpush_watchdog_stop(void)
{
	if (dog.owner == 0) {
		return;
	}
	atomic_store(&dog.current, NULL);
	close(dog.pipe[1]);
	if (dog.owner == getpid()) {
		pthread_join(dog.thread, NULL);
	}
	close(dog.pipe[0]);
	dog.owner = 0;
}
