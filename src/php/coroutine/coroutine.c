/* SPDX-License-Identifier: MIT */
/*
 * The class Coroutine: everything static.
 */
#include "php/coroutine/coroutine.h"

#include <event2/event.h>

#include "ext/spl/spl_array.h"
#include "zend_exceptions.h"

#include "php/coroutine/go.h"
#include "php/coroutine/pause.h"
#include "php/coroutine/task.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/engine/misuse.h"

#define SECONDS_MIN 0.001
#define SECONDS_MAX 31536000.0

/* The coroutine of an id, 0 being the one that runs. */
static struct php_seatpush_coroutine *of_id(zend_long id)
{
	return id == 0 ? php_seatpush_coroutine_current() : php_seatpush_coroutine_find(id);
}

void php_seatpush_coroutine_create(INTERNAL_FUNCTION_PARAMETERS)
{
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_VARIADIC('*', fci.params, fci.param_count)
	ZEND_PARSE_PARAMETERS_END();
	php_seatpush_go(&fci, &fcc, NULL, return_value);
	zend_release_fcall_info_cache(&fcc);
}

SEATPUSH_METHOD(Coroutine, create)
{
	php_seatpush_coroutine_create(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_METHOD(Server, go)
{
	php_seatpush_coroutine_create(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

bool php_seatpush_may_run(const char *method)
{
	if (php_seatpush_is_running() || php_seatpush_coroutine_current() != NULL) {
		php_seatpush_throw_text(
			"%s turns the loop, which something else does already: start a coroutine with create()",
			method);
		return false;
	}
	return true;
}

void php_seatpush_coroutine_run(INTERNAL_FUNCTION_PARAMETERS)
{
	if (!php_seatpush_may_run("run()")) {
		RETURN_THROWS();
	}
	php_seatpush_coroutine_create(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	if (EG(exception) == NULL) {
		RETVAL_TRUE;
		php_seatpush_coroutines_run();
	}
}

SEATPUSH_METHOD(Coroutine, run)
{
	php_seatpush_coroutine_run(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

SEATPUSH_METHOD(Coroutine, sleep)
{
	struct php_seatpush_pause pause;
	double seconds;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_DOUBLE(seconds)
	ZEND_PARSE_PARAMETERS_END();

	if (!(seconds >= SECONDS_MIN && seconds <= SECONDS_MAX)) {
		php_seatpush_misuse(1, "must be at least 0.001 seconds, and at most a year");
		RETURN_FALSE;
	}
	php_seatpush_pause_init(&pause);
	RETURN_BOOL(
		php_seatpush_pause(&pause, seconds, "Coroutine::sleep()") == SEATPUSH_PAUSE_TIMEOUT);
}

SEATPUSH_METHOD(Coroutine, yield)
{
	struct php_seatpush_pause pause;

	ZEND_PARSE_PARAMETERS_NONE();
	php_seatpush_pause_init(&pause);
	pause.is_yield = true;
	RETURN_BOOL(php_seatpush_pause(&pause, 0, "Coroutine::yield()") == SEATPUSH_PAUSE_RESUMED);
}

SEATPUSH_METHOD(Coroutine, resume)
{
	struct php_seatpush_coroutine *coroutine;
	zend_long id;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	coroutine = php_seatpush_coroutine_find(id);
	if (coroutine == NULL || coroutine->pause == NULL || !coroutine->pause->is_yield ||
		coroutine->pause->wait.is_ready) {
		RETURN_FALSE;
	}
	RETVAL_TRUE;
	php_seatpush_pause_resume(coroutine->pause, SEATPUSH_PAUSE_RESUMED);
}

SEATPUSH_METHOD(Coroutine, cancel)
{
	struct php_seatpush_coroutine *coroutine;
	zend_long id;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	coroutine = php_seatpush_coroutine_find(id);
	if (coroutine == NULL || coroutine->pause == NULL || coroutine->pause->wait.is_ready) {
		RETURN_FALSE;
	}
	RETVAL_TRUE;
	php_seatpush_pause_resume(coroutine->pause, SEATPUSH_PAUSE_CANCELLED);
}

SEATPUSH_METHOD(Coroutine, isCanceled)
{
	const struct php_seatpush_coroutine *coroutine;

	ZEND_PARSE_PARAMETERS_NONE();
	coroutine = php_seatpush_coroutine_current();
	RETURN_BOOL(coroutine != NULL && coroutine->cancelled);
}

SEATPUSH_METHOD(Coroutine, getCid)
{
	const struct php_seatpush_coroutine *coroutine;

	ZEND_PARSE_PARAMETERS_NONE();
	coroutine = php_seatpush_coroutine_current();
	RETURN_LONG(coroutine != NULL ? coroutine->id : -1);
}

SEATPUSH_METHOD(Coroutine, getPcid)
{
	const struct php_seatpush_coroutine *coroutine;
	zend_long id = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	coroutine = of_id(id);
	if (coroutine == NULL) {
		RETURN_FALSE;
	}
	RETURN_LONG(coroutine->parent);
}

SEATPUSH_METHOD(Coroutine, exists)
{
	zend_long id;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(php_seatpush_coroutine_find(id) != NULL);
}

SEATPUSH_METHOD(Coroutine, getElapsed)
{
	const struct php_seatpush_coroutine *coroutine;
	zend_long id = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	coroutine = of_id(id);
	if (coroutine == NULL) {
		RETURN_FALSE;
	}
	RETURN_LONG((zend_long) (sp_clock_ms() - coroutine->born_ms));
}

SEATPUSH_METHOD(Coroutine, defer)
{
	struct php_seatpush_coroutine *coroutine;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();
	zend_release_fcall_info_cache(&fcc);

	coroutine = php_seatpush_coroutine_current();
	if (coroutine == NULL) {
		php_seatpush_throw_text("defer() has no coroutine here that could end");
		RETURN_THROWS();
	}
	if (coroutine->deferred == NULL) {
		coroutine->deferred = zend_new_array(1);
	}
	Z_TRY_ADDREF(fci.function_name);
	zend_hash_next_index_insert(coroutine->deferred, &fci.function_name);
}

SEATPUSH_METHOD(Coroutine, getContext)
{
	struct php_seatpush_coroutine *coroutine;
	zend_long id = 0;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(id)
	ZEND_PARSE_PARAMETERS_END();

	coroutine = of_id(id);
	if (coroutine == NULL) {
		RETURN_NULL();
	}
	if (Z_ISUNDEF(coroutine->context)) {
		object_init_ex(&coroutine->context, spl_ce_ArrayObject);
		zend_call_known_instance_method_with_0_params(
			spl_ce_ArrayObject->constructor, Z_OBJ(coroutine->context), NULL);
	}
	RETURN_COPY(&coroutine->context);
}

SEATPUSH_METHOD(Coroutine, list)
{
	HashTable *living;
	zend_ulong id;
	zval ids;

	ZEND_PARSE_PARAMETERS_NONE();
	array_init(&ids);
	living = php_seatpush_coroutines();
	if (living != NULL) {
		ZEND_HASH_FOREACH_NUM_KEY (living, id) {
			add_next_index_long(&ids, (zend_long) id);
		}
		ZEND_HASH_FOREACH_END();
	}
	object_init_ex(return_value, spl_ce_ArrayIterator);
	zend_call_known_instance_method_with_1_params(
		spl_ce_ArrayIterator->constructor, Z_OBJ_P(return_value), NULL, &ids);
	zval_ptr_dtor(&ids);
}

SEATPUSH_METHOD(Coroutine, stats)
{
	struct php_seatpush_coroutine_stats stats;
	const struct sp_loop *loop = SEATPUSH_G(loop);

	ZEND_PARSE_PARAMETERS_NONE();
	stats = php_seatpush_coroutine_stats();
	array_init(return_value);
	add_assoc_long(return_value, "event_num",
		loop != NULL ? event_base_get_num_events(loop->base, EVENT_BASE_COUNT_ADDED) : 0);
	add_assoc_long(return_value, "coroutine_num", stats.count);
	add_assoc_long(return_value, "coroutine_peak_num", stats.peak);
	add_assoc_long(return_value, "coroutine_last_cid", stats.last_id);
}

SEATPUSH_METHOD(Coroutine, set)
{
	HashTable *options;
	const zval *max;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT(options)
	ZEND_PARSE_PARAMETERS_END();

	max = zend_hash_str_find(options, ZEND_STRL("max_coroutine"));
	if (max != NULL && zval_get_long((zval *) max) < 1) {
		zend_argument_value_error(1, "must have a max_coroutine of at least 1");
		RETURN_THROWS();
	}
	if (max != NULL) {
		php_seatpush_set_max_coroutine(zval_get_long((zval *) max));
	}
	php_seatpush_set_coroutine_options(options);
	RETURN_TRUE;
}

SEATPUSH_METHOD(Coroutine, getOptions)
{
	const HashTable *options = php_seatpush_coroutine_options();

	ZEND_PARSE_PARAMETERS_NONE();
	if (options == NULL) {
		RETURN_NULL();
	}
	RETURN_ARR(zend_array_dup((HashTable *) options));
}

/* Nothing here ever interrupts a coroutine, so this is so already. */
SEATPUSH_METHOD(Coroutine, disableScheduler)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_TRUE;
}

SEATPUSH_METHOD(Coroutine, enableScheduler)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_FALSE;
}
