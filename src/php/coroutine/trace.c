/* SPDX-License-Identifier: MIT */
/*
 * Coroutine::getBackTrace() and printBackTrace(): where a coroutine is.
 */
#include "php.h"

#include "zend_builtin_functions.h"
#include "zend_exceptions.h"

#include "php/coroutine/task.h"
#include "php/engine/compat.h"
#include "php/engine/fiber.h"

/* *trace: an array as of debug_backtrace(), of the coroutine's own frames. False: there is no such
 * coroutine. */
static bool fetch(zval *trace, zend_long id, zend_long options, zend_long limit)
{
	const struct php_seatpush_coroutine *own = php_seatpush_coroutine_current();
	const struct php_seatpush_coroutine *coroutine =
		id == 0 ? own : php_seatpush_coroutine_find(id);
	zend_execute_data *current = EG(current_execute_data);
	zend_execute_data *below;

	if (coroutine == NULL) {
		return false;
	}
	/* The engine goes from the current frame down to where there is none. */
	below = coroutine->fiber->frame.prev_execute_data;
	coroutine->fiber->frame.prev_execute_data = NULL;
	if (coroutine != own) {
		EG(current_execute_data) = coroutine->fiber->top;
	}
	zend_fetch_debug_backtrace(trace, coroutine == own, (int) options, (int) limit);
	EG(current_execute_data) = current;
	coroutine->fiber->frame.prev_execute_data = below;
	return true;
}

SEATPUSH_METHOD(Coroutine, getBackTrace)
{
	zend_long id = 0, options = DEBUG_BACKTRACE_PROVIDE_OBJECT, limit = 0;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(id)
		Z_PARAM_LONG(options)
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (!fetch(return_value, id, options, limit)) {
		RETURN_FALSE;
	}
}

SEATPUSH_METHOD(Coroutine, printBackTrace)
{
	zend_long id = 0, options = 0, limit = 0;
	zend_string *text;
	zval trace;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(id)
		Z_PARAM_LONG(options)
		Z_PARAM_LONG(limit)
	ZEND_PARSE_PARAMETERS_END();

	if (fetch(&trace, id, options, limit)) {
		text = zend_trace_to_string(Z_ARRVAL(trace), false);
		PHPWRITE(ZSTR_VAL(text), ZSTR_LEN(text));
		zend_string_release(text);
		zval_ptr_dtor(&trace);
	}
}
