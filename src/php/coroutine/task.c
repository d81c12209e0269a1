/* SPDX-License-Identifier: MIT */
#include "php/coroutine/task.h"

#include "net/loop/loop.h"
#include "php/engine/callback.h"
#include "php/engine/events.h"
#include "php/engine/fiber.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"

#define MAX_WITHOUT_SERVER 10000

struct php_seatpush_coroutines {
	HashTable living; /* id => struct php_seatpush_coroutine * */
	struct php_seatpush_coroutine_stats stats;
	zend_long max;      /* outside a server */
	HashTable *options; /* what set() was given, merged; NULL: nothing */
};

static struct php_seatpush_coroutines *all(void)
{
	struct php_seatpush_coroutines *coroutines = SEATPUSH_G(coroutines);

	if (coroutines == NULL) {
		coroutines = SEATPUSH_G(coroutines) = ecalloc(1, sizeof(*coroutines));
		zend_hash_init(&coroutines->living, 8, NULL, NULL, false);
		coroutines->max = MAX_WITHOUT_SERVER;
	}
	return coroutines;
}

static void run_deferred(struct php_seatpush_coroutine *coroutine)
{
	/* Last in, first out; one may defer more. */
	while (coroutine->deferred != NULL && zend_hash_num_elements(coroutine->deferred) > 0 &&
		   !SEATPUSH_G(fatal)) {
		uint32_t last = zend_hash_num_elements(coroutine->deferred) - 1;
		struct php_seatpush_callback callback = {0};
		zval callable;

		ZVAL_COPY(&callable, zend_hash_index_find(coroutine->deferred, last));
		zend_hash_index_del(coroutine->deferred, last);
		ZVAL_COPY_VALUE(&callback.callable, &callable);
		php_seatpush_call(&callback, "defer", 0, NULL, NULL, NULL);
		if (!SEATPUSH_G(fatal)) {
			zval_ptr_dtor(&callable);
		}
	}
}

static void wake_joiners(struct php_seatpush_coroutine *coroutine)
{
	struct sp_link *link;

	while ((link = sp_list_shift(&coroutine->joiners)) != NULL) {
		struct php_seatpush_joiner *joiner = SP_CONTAINER(link, struct php_seatpush_joiner, link);

		if (--*joiner->left == 0) {
			php_seatpush_wake(joiner->wait);
		}
	}
}

/* The fiber's function has returned. */
static void on_end(struct php_seatpush_fiber *fiber)
{
	struct php_seatpush_coroutine *coroutine = fiber->coroutine;

	run_deferred(coroutine);
	if (SEATPUSH_G(fatal)) {
		return; /* the engine frees all at once */
	}
	fiber->coroutine = NULL;
	zend_hash_index_del(&all()->living, (zend_ulong) coroutine->id);
	wake_joiners(coroutine);
	zval_ptr_dtor(&coroutine->context);
	if (coroutine->deferred != NULL) {
		zend_array_destroy(coroutine->deferred);
	}
	efree(coroutine);
}

struct php_seatpush_coroutine *php_seatpush_coroutine_current(void)
{
	struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();
	struct php_seatpush_coroutines *coroutines;
	struct php_seatpush_coroutine *coroutine;

	if (fiber == NULL || fiber->coroutine != NULL) {
		return fiber != NULL ? fiber->coroutine : NULL;
	}
	coroutines = all();
	coroutine = ecalloc(1, sizeof(*coroutine));
	coroutine->id = ++coroutines->stats.last_id;
	coroutine->parent = -1;
	coroutine->fiber = fiber;
	coroutine->born_ms = sp_clock_ms();
	sp_link_init(&coroutine->joiners);
	zend_hash_index_add_new_ptr(&coroutines->living, (zend_ulong) coroutine->id, coroutine);
	coroutines->stats.count = zend_hash_num_elements(&coroutines->living);
	coroutines->stats.peak = MAX(coroutines->stats.peak, coroutines->stats.count);
	fiber->coroutine = coroutine;
	fiber->on_end = on_end;
	return coroutine;
}

struct php_seatpush_coroutine *php_seatpush_coroutine_find(zend_long id)
{
	return SEATPUSH_G(coroutines) != NULL
			   ? zend_hash_index_find_ptr(&SEATPUSH_G(coroutines)->living, (zend_ulong) id)
			   : NULL;
}

HashTable *php_seatpush_coroutines(void)
{
	return SEATPUSH_G(coroutines) != NULL ? &SEATPUSH_G(coroutines)->living : NULL;
}

struct php_seatpush_coroutine_stats php_seatpush_coroutine_stats(void)
{
	struct php_seatpush_coroutine_stats stats = all()->stats;

	stats.count = zend_hash_num_elements(&all()->living);
	return stats;
}

void php_seatpush_set_max_coroutine(zend_long max)
{
	all()->max = max;
}

zend_long php_seatpush_max_coroutine(void)
{
	return SEATPUSH_G(serving).max_coroutine > 0 ? SEATPUSH_G(serving).max_coroutine : all()->max;
}

void php_seatpush_set_coroutine_options(HashTable *options)
{
	if (all()->options == NULL) {
		all()->options = zend_new_array(8);
	}
	zend_hash_copy(all()->options, options, zval_add_ref);
}

const HashTable *php_seatpush_coroutine_options(void)
{
	return SEATPUSH_G(coroutines) != NULL ? SEATPUSH_G(coroutines)->options : NULL;
}

void php_seatpush_coroutines_fini(void)
{
	if (SEATPUSH_G(coroutines) != NULL) {
		if (SEATPUSH_G(coroutines)->options != NULL) {
			zend_array_release(SEATPUSH_G(coroutines)->options);
		}
		zend_hash_destroy(&SEATPUSH_G(coroutines)->living);
		efree(SEATPUSH_G(coroutines));
		SEATPUSH_G(coroutines) = NULL;
	}
}
