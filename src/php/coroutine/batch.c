/* SPDX-License-Identifier: MIT */
/*
 * Functions that start several coroutines and wait for all of them: Swoole\Coroutine\batch(), map()
 * and parallel().
 */
#include "php.h"

#include "zend_exceptions.h"

#include "php/coroutine/go.h"
#include "php/coroutine/join.h"
#include "php/engine/compat.h"
#include "php/engine/misuse.h"
#include "php/engine/wait.h"

/* The coroutines of one call. */
struct batch {
	struct php_seatpush_go_result result; /* array UNDEF: nobody wants the results */
	zval ids;
};

/* The results are null until they are there, in the order of the keys. */
static void init(struct batch *batch, HashTable *keys)
{
	zend_ulong number;
	zend_string *key;
	zval results;

	array_init(&batch->ids);
	ZVAL_UNDEF(&batch->result.array);
	if (keys == NULL) {
		return;
	}
	array_init_size(&results, zend_hash_num_elements(keys));
	ZEND_HASH_FOREACH_KEY (keys, number, key) {
		if (key != NULL) {
			add_assoc_null_ex(&results, ZSTR_VAL(key), ZSTR_LEN(key));
		} else {
			add_index_null(&results, (zend_long) number);
		}
	}
	ZEND_HASH_FOREACH_END();
	ZVAL_NEW_REF(&batch->result.array, &results);
}

/* False: an exception was thrown. */
static bool start(struct batch *batch, const zend_fcall_info *fci, const zend_fcall_info_cache *fcc)
{
	zval id;

	ZVAL_UNDEF(&id);
	php_seatpush_go(fci, fcc, Z_ISUNDEF(batch->result.array) ? NULL : &batch->result, &id);
	if (Z_TYPE(id) == IS_LONG) {
		zend_hash_next_index_insert(Z_ARRVAL(batch->ids), &id);
	}
	return EG(exception) == NULL;
}

/* Waits, unless an exception was thrown, and returns the results, if anybody wants them. */
static void finish(struct batch *batch, double timeout, const char *method, zval *return_value)
{
	if (EG(exception) == NULL) {
		php_seatpush_join(Z_ARRVAL(batch->ids), timeout, method);
	}
	if (!Z_ISUNDEF(batch->result.array)) {
		if (EG(exception) == NULL) {
			ZVAL_COPY(return_value, Z_REFVAL(batch->result.array));
		}
		zval_ptr_dtor(&batch->result.array);
	}
	zval_ptr_dtor(&batch->ids);
}

static void set_key(zval *place, zend_string *key, zend_ulong number)
{
	if (key != NULL) {
		ZVAL_STR(place, key);
	} else {
		ZVAL_LONG(place, (zend_long) number);
	}
}

/* False: an exception was thrown. */
static bool all_callable(HashTable *tasks)
{
	zval *task;

	ZEND_HASH_FOREACH_VAL (tasks, task) {
		if (!zend_is_callable(task, 0, NULL)) {
			zend_argument_type_error(1, "must hold functions that can be called without arguments");
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

SEATPUSH_FUNCTION(Swoole_Coroutine_batch)
{
	struct batch batch;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	HashTable *tasks;
	double timeout = -1;
	zend_ulong number;
	zend_string *key;
	zval *task;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(tasks)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (!all_callable(tasks) || !php_seatpush_check_wait("batch()")) {
		RETURN_THROWS();
	}
	init(&batch, tasks);
	ZEND_HASH_FOREACH_KEY_VAL(tasks, number, key, task)
	{
		set_key(&batch.result.key, key, number);
		if (zend_fcall_info_init(task, 0, &fci, &fcc, NULL, NULL) == SUCCESS) {
			bool started = start(&batch, &fci, &fcc);

			zend_release_fcall_info_cache(&fcc);
			if (!started) {
				break;
			}
		}
	}
	ZEND_HASH_FOREACH_END();
	finish(&batch, timeout, "batch()", return_value);
}

SEATPUSH_FUNCTION(Swoole_Coroutine_map)
{
	struct batch batch;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	HashTable *list;
	double timeout = -1;
	zend_ulong number;
	zend_string *key;
	zval *value, args[2];

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ARRAY_HT(list)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_check_wait("map()")) {
		init(&batch, list);
		fci.params = args;
		fci.param_count = 2;
		ZEND_HASH_FOREACH_KEY_VAL(list, number, key, value)
		{
			set_key(&batch.result.key, key, number);
			ZVAL_COPY_VALUE(&args[0], value);
			ZVAL_COPY_VALUE(&args[1], &batch.result.key);
			if (!start(&batch, &fci, &fcc)) {
				break;
			}
		}
		ZEND_HASH_FOREACH_END();
		finish(&batch, timeout, "map()", return_value);
	}
	zend_release_fcall_info_cache(&fcc);
}

SEATPUSH_FUNCTION(Swoole_Coroutine_parallel)
{
	struct batch batch;
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zend_long count;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(count)
		Z_PARAM_FUNC(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	if (count < 0) {
		php_seatpush_misuse(1, "must not be negative");
	} else if (php_seatpush_check_wait("parallel()")) {
		init(&batch, NULL);
		while (count-- > 0 && start(&batch, &fci, &fcc)) {
			/* the next one */
		}
		finish(&batch, -1, "parallel()", return_value);
	}
	zend_release_fcall_info_cache(&fcc);
}
