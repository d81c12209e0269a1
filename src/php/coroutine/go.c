/* SPDX-License-Identifier: MIT */
#include "php/coroutine/go.h"

#include "ext/standard/basic_functions.h"
#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "net/loop/log.h"
#include "php/coroutine/pause.h"
#include "php/coroutine/task.h"
#include "php/engine/callback.h"
#include "php/engine/ending.h"
#include "php/engine/errors.h"
#include "php/engine/events.h"
#include "php/engine/fiber.h"
#include "php/engine/forked.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"

#define STACK_SHOWN 8 /* frames */

/* What go() was given; on its stack until the coroutine has copied it. */
struct start {
	const zend_fcall_info *fci;
	const zend_fcall_info_cache *fcc;
	const struct php_seatpush_go_result *result; /* NULL: nobody wants it */
	zend_long parent;
	zend_long id;
};

/* Takes value. The array is another one if whoever waited for it has taken it. */
static void keep_result(struct php_seatpush_go_result *to, zval *value)
{
	zval *array = Z_REFVAL(to->array);

	if (!Z_ISUNDEF_P(value)) {
		SEPARATE_ARRAY(array);
		array_set_zval_key(Z_ARRVAL_P(array), &to->key, value);
		zval_ptr_dtor(value);
	}
	zval_ptr_dtor(&to->array);
	zval_ptr_dtor(&to->key);
}

static void run_coroutine(void *arg)
{
	struct start *start = arg;
	struct php_seatpush_callback callback;
	uint32_t count = start->fci->param_count;
	zval *args = count > 0 ? safe_emalloc(count, sizeof(zval), 0) : NULL;
	struct php_seatpush_coroutine *own = php_seatpush_coroutine_current();
	struct php_seatpush_go_result to;
	bool keep = start->result != NULL;
	zval result;

	start->id = own->id;
	own->parent = start->parent;
	php_seatpush_callback_init(&callback, (zval *) &start->fci->function_name, start->fcc);
	for (uint32_t i = 0; i < count; i++) {
		ZVAL_COPY(&args[i], &start->fci->params[i]);
	}
	if (keep) {
		ZVAL_COPY(&to.array, &start->result->array);
		ZVAL_COPY(&to.key, &start->result->key);
	}
	php_seatpush_call(&callback, "go", count, args, keep ? &result : NULL, NULL);
	if (SEATPUSH_G(fatal)) {
		return;
	}
	if (keep) {
		keep_result(&to, &result);
	}
	for (uint32_t i = 0; i < count; i++) {
		zval_ptr_dtor(&args[i]);
	}
	if (args != NULL) {
		efree(args);
	}
	php_seatpush_callback_fini(&callback);
}

static bool too_many(void)
{
	zend_long max = php_seatpush_max_coroutine();

	if ((zend_long) php_seatpush_coroutine_stats().count < max) {
		return false;
	}
	php_seatpush_throw_text("there are " ZEND_LONG_FMT
							" coroutines already, as many as max_coroutine allows: let some end "
							"first, or raise it",
		max);
	return true;
}

static ZEND_NAMED_FUNCTION(run_what_is_left)
{
	ZEND_PARSE_PARAMETERS_NONE();
	php_seatpush_coroutines_run();
}

ZEND_BEGIN_ARG_INFO_EX(arginfo_run_what_is_left, 0, 0, 0)
ZEND_END_ARG_INFO()

/* A script may start coroutines and end: they still run until they have ended. */
static void run_at_exit(void)
{
	zend_internal_function function = {
		.type = ZEND_INTERNAL_FUNCTION,
		.handler = run_what_is_left,
		.function_name = zend_string_init_interned(ZEND_STRL("SeatPush\\coroutines"), 0),
		.arg_info = (zend_internal_arg_info *) (arginfo_run_what_is_left + 1),
	};
	php_shutdown_function_entry entry = {0};
	zval closure;

	SEATPUSH_G(coroutines_at_exit) = true;
	zend_create_closure(&closure, (zend_function *) &function, NULL, NULL, NULL);
	if (zend_fcall_info_init(&closure, 0, &entry.fci, &entry.fci_cache, NULL, NULL) == SUCCESS) {
		append_user_shutdown_function(&entry);
	}
}

void php_seatpush_go(const zend_fcall_info *fci, const zend_fcall_info_cache *fcc,
	const struct php_seatpush_go_result *result, zval *return_value)
{
	struct php_seatpush_coroutine *parent;
	struct start start = {.fci = fci, .fcc = fcc, .result = result, .parent = -1};
	bool over;

	if (php_seatpush_refuse_forked("go()") || php_seatpush_loop() == NULL || too_many()) {
		return;
	}
	if (zend_fiber_switch_blocked()) {
		php_seatpush_throw_text("go() cannot start a coroutine here, in a destructor");
		return;
	}
	if (SEATPUSH_G(waits_over) || SEATPUSH_G(after_fatal)) {
		php_seatpush_throw_text("go() cannot start a coroutine any more: the server is stopping");
		return;
	}
	parent = php_seatpush_coroutine_current();
	start.parent = parent != NULL ? parent->id : -1;
	if (!php_seatpush_call_detached(run_coroutine, &start, &over)) {
		php_seatpush_throw_text("go() has no memory for another stack");
		return;
	}
	if (SEATPUSH_G(fatal)) {
		zend_bailout();
	}
	if (!over && parent == NULL && !php_seatpush_is_running() && !SEATPUSH_G(coroutines_at_exit)) {
		run_at_exit();
	}
	RETVAL_LONG(start.id);
}

/* Where it waits: " sleep() at FILE:LINE < FILE:LINE". */
static zend_string *stack_of(const struct php_seatpush_coroutine *coroutine)
{
	const zend_execute_data *at = coroutine->fiber->top;
	smart_str text = {0};
	int depth = 0;

	for (; at != NULL && depth < STACK_SHOWN; at = at->prev_execute_data) {
		if (at->func == NULL) {
			continue;
		}
		if (!ZEND_USER_CODE(at->func->type)) {
			if (at->func->common.function_name != NULL && depth == 0) {
				smart_str_append_printf(&text, " %s()", ZSTR_VAL(at->func->common.function_name));
			}
			continue;
		}
		smart_str_append_printf(&text, "%s %s:%u", depth == 0 ? " at" : " <",
			ZSTR_VAL(at->func->op_array.filename), at->opline->lineno);
		depth++;
	}
	if (text.s == NULL) {
		smart_str_appends(&text, " another call");
	}
	smart_str_0(&text);
	return text.s;
}

static void say_deadlock(void)
{
	struct php_seatpush_coroutine *coroutine;

	sp_log(SP_LOG_ERROR,
		"deadlock: %u coroutines wait for each other, and nothing is left that could wake one; "
		"they are ended",
		php_seatpush_coroutine_stats().count);
	ZEND_HASH_FOREACH_PTR (php_seatpush_coroutines(), coroutine) {
		zend_string *stack = stack_of(coroutine);

		sp_log(
			SP_LOG_ERROR, "coroutine " ZEND_LONG_FMT " waits in%s", coroutine->id, ZSTR_VAL(stack));
		zend_string_release(stack);
	}
	ZEND_HASH_FOREACH_END();
}

void php_seatpush_coroutines_run(void)
{
	struct sp_loop *loop = php_seatpush_loop();

	while (loop != NULL && php_seatpush_coroutine_stats().count > 0 && !SEATPUSH_G(fatal) &&
		   SEATPUSH_G(exit_exception) == NULL) {
		bool again = loop->again || !sp_tailq_empty(&SEATPUSH_G(ready));

		if (!again && event_base_get_num_events(loop->base, EVENT_BASE_COUNT_ADDED) == 0) {
			say_deadlock();
			break;
		}
		loop->again = false;
		sp_loop_turn(loop, again);
		php_seatpush_waits_run();
		php_seatpush_settle("destructor");
	}
	if (!SEATPUSH_G(fatal) && loop != NULL) {
		php_seatpush_waits_end();
		SEATPUSH_G(waits_over) = false;
	}
	php_seatpush_finish_ending();
}
