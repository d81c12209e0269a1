/* SPDX-License-Identifier: MIT */
/*
 * The class Timer, and the Server methods that do the same under other names.
 */
#include "php/server/timer.h"

#include <event2/event.h>

#include "ext/spl/spl_array.h"
#include "zend_exceptions.h"

#include "php/engine/callback.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/forked.h"
#include "php/engine/globals.h"
#include "php/engine/misuse.h"
#include "php/server/object.h"

#define MS_PER_S 1000
#define US_PER_MS 1000
#define CLEAR_MAX 100 /* rounds at the end: destructors of timers may make new timers */

struct php_seatpush_timer {
	zend_long id;
	zend_long ms;
	zend_ulong rounds;
	zend_ulong made_in_round; /* SEATPUSH_G(timer_rounds) then */
	bool repeat;
	uint32_t calls; /* calls in progress: not to be freed yet */
	bool removed;
	struct event *event;
	struct php_seatpush_callback callback;
	uint32_t argc;
	zval *argv; /* owned: argv[0] is the id for tick() */
};

struct php_seatpush_deferred {
	struct sp_tailq_link link; /* in SEATPUSH_G(deferred) */
	struct php_seatpush_callback callback;
};

static void timer_free(struct php_seatpush_timer *timer)
{
	event_free(timer->event);
	php_seatpush_callback_fini(&timer->callback);
	for (uint32_t i = 0; i < timer->argc; i++) {
		zval_ptr_dtor(&timer->argv[i]);
	}
	efree(timer->argv);
	efree(timer);
}

static struct php_seatpush_timer *find(zend_long id)
{
	return SEATPUSH_G(timers) ? zend_hash_index_find_ptr(SEATPUSH_G(timers), (zend_ulong) id)
							  : NULL;
}

static void remove_timer(struct php_seatpush_timer *timer)
{
	timer->removed = true;
	event_del(timer->event);
	zend_hash_index_del(SEATPUSH_G(timers), (zend_ulong) timer->id);
	if (timer->calls == 0) {
		timer_free(timer);
	}
}

static void call_timer(void *arg)
{
	struct php_seatpush_timer *timer = arg;

	timer->calls++;
	if (!timer->repeat) {
		remove_timer(timer);
	}
	php_seatpush_call(&timer->callback, "Timer", timer->argc, timer->argv, NULL, NULL);
	timer->calls--;
	if (timer->removed && timer->calls == 0 && !SEATPUSH_G(fatal)) {
		timer_free(timer);
	}
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct php_seatpush_timer *timer = arg;

	(void) fd;
	(void) what;
	if (SEATPUSH_G(fatal)) {
		return;
	}
	sp_loop_read_clock(SEATPUSH_G(loop));
	timer->rounds++;
	SEATPUSH_G(timer_rounds)++;
	php_seatpush_call_in_fiber(call_timer, timer);
}

static void arm(struct php_seatpush_timer *timer)
{
	struct event_base *base = SEATPUSH_G(loop)->base;
	struct timeval after = sp_timeval_ms((uint64_t) timer->ms);
	/* Keeps those of one duration in the order in which they were made, as libevent's heap does
	 * not. There are 256 such queues; NULL: all are taken. */
	const struct timeval *queue = event_base_init_common_timeout(base, &after);

	/* libevent counts from the start of the tick; a slow callback would shorten the time. */
	event_base_update_cache_time(base);
	event_add(timer->event, queue != NULL ? queue : &after);
}

static void drop_event(zval *entry)
{
	(void) entry; /* remove_timer() frees the timers */
}

/* NULL: an exception was thrown. */
static struct php_seatpush_timer *timer_new(zend_long ms, bool repeat)
{
	struct sp_loop *loop = php_seatpush_refuse_forked("a timer") ? NULL : php_seatpush_loop();
	struct php_seatpush_timer *timer;

	if (loop == NULL) {
		return NULL;
	}
	if (SEATPUSH_G(timers) == NULL) {
		ALLOC_HASHTABLE(SEATPUSH_G(timers));
		zend_hash_init(SEATPUSH_G(timers), 8, NULL, drop_event, 0);
	}
	timer = ecalloc(1, sizeof(*timer));
	timer->ms = ms;
	timer->repeat = repeat;
	timer->made_in_round = SEATPUSH_G(timer_rounds);
	timer->event = event_new(loop->base, -1, repeat ? EV_PERSIST : 0, on_timer, timer);
	if (timer->event == NULL) {
		efree(timer);
		php_seatpush_throw_text("out of memory");
		return NULL;
	}
	timer->id = ++SEATPUSH_G(last_timer_id);
	zend_hash_index_add_new_ptr(SEATPUSH_G(timers), (zend_ulong) timer->id, timer);
	return timer;
}

static void make(INTERNAL_FUNCTION_PARAMETERS, bool repeat)
{
	zend_long ms;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zval *args;
	uint32_t count;
	struct php_seatpush_timer *timer;

	ZEND_PARSE_PARAMETERS_START(2, -1)
		Z_PARAM_LONG(ms)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_VARIADIC('*', args, count)
	ZEND_PARSE_PARAMETERS_END();

	if (ms < 1 || ms > SEATPUSH_TIMER_MAX_MS) {
		php_seatpush_misuse(1, "must be from 1 to %lld milliseconds", SEATPUSH_TIMER_MAX_MS);
		RETVAL_FALSE;
	} else if ((timer = timer_new(ms, repeat)) != NULL) {
		php_seatpush_callback_init(&timer->callback, &fci.function_name, &fcc);
		timer->argv = safe_emalloc(count + 1, sizeof(zval), 0);
		if (repeat) {
			ZVAL_LONG(&timer->argv[timer->argc++], timer->id);
		}
		for (uint32_t i = 0; i < count; i++) {
			ZVAL_COPY(&timer->argv[timer->argc++], &args[i]);
		}
		if (SEATPUSH_G(server) != NULL && SEATPUSH_G(server)->started) {
			arm(timer);
		}
		RETVAL_LONG(timer->id);
	}
	zend_release_fcall_info_cache(&fcc);
}

static void clear(INTERNAL_FUNCTION_PARAMETERS)
{
	zend_long id;
	struct php_seatpush_timer *timer;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	timer = find(id);
	if (timer != NULL) {
		remove_timer(timer);
	}
	RETURN_BOOL(timer != NULL);
}

void php_seatpush_timers_arm(void)
{
	struct php_seatpush_timer *timer;

	if (SEATPUSH_G(timers) != NULL) {
		ZEND_HASH_FOREACH_PTR (SEATPUSH_G(timers), timer) {
			arm(timer);
		}
		ZEND_HASH_FOREACH_END();
	}
}

/* Destructors that run here may make timers: those go into a new table, and stay. */
static void remove_all(void)
{
	HashTable *timers = SEATPUSH_G(timers);
	struct php_seatpush_timer *timer;

	if (timers == NULL) {
		return;
	}
	SEATPUSH_G(timers) = NULL;
	ZEND_HASH_FOREACH_PTR (timers, timer) {
		timer->removed = true;
		event_del(timer->event);
	}
	ZEND_HASH_FOREACH_END();
	ZEND_HASH_FOREACH_PTR (timers, timer) {
		if (timer->calls == 0) {
			timer_free(timer);
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_hash_destroy(timers);
	FREE_HASHTABLE(timers);
}

void php_seatpush_timers_clear(void)
{
	struct sp_tailq_link *link;

	for (int i = 0; i < CLEAR_MAX && SEATPUSH_G(timers) != NULL; i++) {
		remove_all();
	}
	while ((link = sp_tailq_shift(&SEATPUSH_G(deferred))) != NULL) {
		struct php_seatpush_deferred *deferred =
			SP_CONTAINER(link, struct php_seatpush_deferred, link);

		php_seatpush_callback_fini(&deferred->callback);
		efree(deferred);
	}
}

void php_seatpush_timers_fini(void)
{
	php_seatpush_timers_clear();
	if (SEATPUSH_G(timers) != NULL) {
		zend_hash_destroy(SEATPUSH_G(timers));
		FREE_HASHTABLE(SEATPUSH_G(timers));
		SEATPUSH_G(timers) = NULL;
	}
}

static void call_deferred(void *arg)
{
	struct php_seatpush_deferred *deferred = arg;

	php_seatpush_call(&deferred->callback, "defer", 0, NULL, NULL, NULL);
	php_seatpush_callback_fini(&deferred->callback);
	efree(deferred);
}

void php_seatpush_deferred_run(void)
{
	/* Calls that are deferred while these run wait for the next tick. */
	struct sp_tailq due = sp_tailq_take_all(&SEATPUSH_G(deferred));
	struct sp_tailq_link *link;

	while (!SEATPUSH_G(fatal) && (link = sp_tailq_shift(&due)) != NULL) {
		php_seatpush_call_in_fiber(
			call_deferred, SP_CONTAINER(link, struct php_seatpush_deferred, link));
	}
	sp_tailq_put_back(&SEATPUSH_G(deferred), &due);
}

SEATPUSH_METHOD(Timer, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

SEATPUSH_METHOD(Timer, tick)
{
	make(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

SEATPUSH_METHOD(Timer, after)
{
	make(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

SEATPUSH_METHOD(Timer, clear)
{
	clear(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_METHOD(Server, tick)
{
	make(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

SEATPUSH_METHOD(Server, after)
{
	make(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

SEATPUSH_METHOD(Server, clearTimer)
{
	clear(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_METHOD(Server, defer)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	struct php_seatpush_deferred *deferred;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_refuse_forked("defer()") || php_seatpush_loop() == NULL) {
		zend_release_fcall_info_cache(&fcc);
		RETURN_THROWS();
	}
	SEATPUSH_G(loop)->again = true;
	deferred = ecalloc(1, sizeof(*deferred));
	php_seatpush_callback_init(&deferred->callback, &fci.function_name, &fcc);
	sp_tailq_append(&SEATPUSH_G(deferred), &deferred->link);
	zend_release_fcall_info_cache(&fcc);
}

SEATPUSH_METHOD(Timer, clearAll)
{
	ZEND_PARSE_PARAMETERS_NONE();
	remove_all();
	RETURN_TRUE;
}

SEATPUSH_METHOD(Timer, exists)
{
	zend_long id;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(find(id) != NULL);
}

static zend_long left_ms(const struct php_seatpush_timer *timer)
{
	struct timeval at, now, left;
	zend_long ms;

	if (!event_pending(timer->event, EV_TIMEOUT, &at)) {
		return timer->ms;
	}
	evutil_gettimeofday(&now, NULL);
	evutil_timersub(&at, &now, &left);
	if (left.tv_sec < 0) {
		return 0;
	}
	ms = left.tv_sec * MS_PER_S + left.tv_usec / US_PER_MS;
	return ms < timer->ms ? ms : timer->ms; /* libevent's clock is coarse */
}

SEATPUSH_METHOD(Timer, info)
{
	zend_long id;
	struct php_seatpush_timer *timer;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	timer = find(id);
	if (timer == NULL) {
		RETURN_NULL();
	}
	array_init(return_value);
	add_assoc_long(return_value, "exec_msec", left_ms(timer));
	add_assoc_long(return_value, "exec_count", (zend_long) timer->rounds);
	add_assoc_long(return_value, "interval", timer->repeat ? timer->ms : 0);
	add_assoc_long(return_value, "round", (zend_long) timer->made_in_round);
	add_assoc_bool(return_value, "removed", false);
}

SEATPUSH_METHOD(Timer, list)
{
	struct php_seatpush_timer *timer;
	zval ids;

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(&ids);
	if (SEATPUSH_G(timers) != NULL) {
		ZEND_HASH_FOREACH_PTR (SEATPUSH_G(timers), timer) {
			add_next_index_long(&ids, timer->id);
		}
		ZEND_HASH_FOREACH_END();
	}
	object_init_ex(return_value, seatpush_ce_TimerIterator);
	zend_call_known_function(spl_ce_ArrayIterator->constructor, Z_OBJ_P(return_value),
		seatpush_ce_TimerIterator, NULL, 1, &ids, NULL);
	zval_ptr_dtor(&ids);
}

SEATPUSH_METHOD(Timer, stats)
{
	ZEND_PARSE_PARAMETERS_NONE();
	array_init(return_value);
	add_assoc_bool(return_value, "initialized", SEATPUSH_G(timers) != NULL);
	add_assoc_long(
		return_value, "num", SEATPUSH_G(timers) ? zend_hash_num_elements(SEATPUSH_G(timers)) : 0);
	add_assoc_long(return_value, "round", (zend_long) SEATPUSH_G(timer_rounds));
}
