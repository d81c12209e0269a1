/* SPDX-License-Identifier: MIT */
/*
 * A callback can end in four ways: it returns, it throws, it calls exit(), or it has a fatal error.
 * The libevent frames below survive all four: exceptions are reported here, and bailouts are caught
 * here.
 */
#include "php/engine/callback.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "net/conn/conn.h"
#include "net/loop/log.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/ending.h"
#include "php/engine/fiber.h"
#include "php/engine/forked.h"
#include "php/engine/globals.h"
#include "php/engine/output.h"
#include "php/engine/watchdog.h"

#define NS_PER_MS 1000000u
#define SLOW_LOG_GAP_MS 1000 /* at most one line per second */

zend_string *php_seatpush_callback_place(const struct php_seatpush_callback *callback)
{
	const zend_function *function = callback->fcc.function_handler;

	if (function == NULL || function->type != ZEND_USER_FUNCTION) {
		return zend_string_init(ZEND_STRL("internal function"), 0);
	}
	return strpprintf(
		0, "%s:%u", ZSTR_VAL(function->op_array.filename), function->op_array.line_start);
}

/* A call in progress. It lives on the stack that it runs on. */
struct call {
	const struct php_seatpush_callback *callback;
	const char *name;
	int output_depth;                    /* output buffers of its fiber that were open before it */
	struct php_seatpush_watched watched; /* started_ns 0: not measured */
	struct call *outer;
};

static void check_slow(
	const struct php_seatpush_callback *callback, const char *name, uint64_t started_ns)
{
	static uint64_t next_line_ms;
	static unsigned unlogged;
	uint64_t took_ms = (sp_clock_ns() - started_ns) / NS_PER_MS;
	uint64_t now_ms;
	zend_string *place;

	if (took_ms < (uint64_t) SEATPUSH_G(serving).slow_callback_ms) {
		return;
	}
	now_ms = sp_clock_ms();
	if (now_ms < next_line_ms) {
		unlogged++;
		return;
	}
	next_line_ms = now_ms + SLOW_LOG_GAP_MS;
	place = php_seatpush_callback_place(callback);
	sp_log(SP_LOG_WARNING,
		"slow: the %s callback (%s) held the loop for %llu ms; nobody was served meanwhile "
		"(slow_callback_ms; %u more were not logged)",
		name, ZSTR_VAL(place), (unsigned long long) took_ms, unlogged);
	unlogged = 0;
	zend_string_release(place);
}

/* It holds the loop from now on. */
static void start_clock(struct call *call)
{
	if (SEATPUSH_G(serving).slow_callback_ms == 0) {
		call->watched.started_ns = 0;
		return;
	}
	call->watched.name = call->name;
	call->watched.function = call->callback->fcc.function_handler;
	call->watched.started_ns = sp_clock_ns();
}

/* The outer one, if there is any, holds it again. */
static void stop_clock(const struct call *call, const struct call *outer)
{
	if (call->watched.started_ns != 0) {
		php_seatpush_watch(outer != NULL ? &outer->watched : NULL);
		check_slow(call->callback, call->name, call->watched.started_ns);
	}
}

void php_seatpush_clock_stop(void)
{
	struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();
	const struct call *call = fiber != NULL ? fiber->call : NULL;

	if (call != NULL) {
		stop_clock(call, NULL);
	}
}

void php_seatpush_clock_start(void)
{
	struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();
	struct call *innermost = fiber != NULL ? fiber->call : NULL;

	for (struct call *call = innermost; call != NULL; call = call->outer) {
		start_clock(call);
	}
	if (innermost != NULL && innermost->watched.started_ns != 0) {
		php_seatpush_watch(&innermost->watched);
	}
}

void php_seatpush_clock_goes_on(void)
{
	const struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();
	const struct call *call = fiber != NULL ? fiber->call : NULL;

	if (call != NULL && call->watched.started_ns != 0) {
		php_seatpush_watch(&call->watched);
	}
}

static void begin_call(struct call *call)
{
	struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();

	start_clock(call);
	if (call->watched.started_ns != 0) {
		php_seatpush_watch(&call->watched);
	}
	if (fiber != NULL) {
		call->outer = fiber->call;
		fiber->call = call;
	}
}

static void end_call(const struct call *call)
{
	struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();

	if (fiber != NULL) {
		fiber->call = call->outer;
	}
	stop_clock(call, call->outer);
}

#define BAILOUT_DEPTH ((size_t) 1 << 20) /* bytes of stack that a bailout may leave */

/* A call of C code that is treated like one of user code. */
struct c_call {
	void (*function)(void *arg);
	void *arg;
};

/* Making the arguments may also end in a fatal error, and nothing may jump out of here. */
static void enter_c(const struct c_call *call)
{
	zend_execute_data *frame = EG(current_execute_data);
	volatile bool back = false;

	zend_try
	{
		call->function(call->arg);
		back = true;
	}
	zend_end_try();
	if (!back) {
		php_seatpush_forget_frames(&back, BAILOUT_DEPTH);
		EG(current_execute_data) = frame;
		php_seatpush_note_fatal();
	}
}

static void end_coroutine(void *fiber)
{
	((struct php_seatpush_fiber *) fiber)->on_end(fiber);
}

static void enter_c_in_fiber(struct php_seatpush_fiber *fiber)
{
	struct c_call call = *(struct c_call *) fiber->arg;

	enter_c(&call);
	if (fiber->coroutine != NULL && !SEATPUSH_G(fatal)) {
		enter_c(&(struct c_call){end_coroutine, fiber});
	}
}

static void enter_c_detached(struct php_seatpush_fiber *fiber)
{
	fiber->detached = true;
	enter_c_in_fiber(fiber);
}

bool php_seatpush_call_in_fiber(void (*function)(void *arg), void *arg)
{
	struct php_seatpush_fiber *fiber = NULL;
	struct c_call call = {function, arg};

	if (php_seatpush_fiber_current() == NULL && !SEATPUSH_G(waits_over) && !SEATPUSH_G(fatal) &&
		!SEATPUSH_G(after_fatal)) {
		fiber = php_seatpush_fiber_take();
	}
	if (fiber == NULL) {
		enter_c(&call);
		return true;
	}
	fiber->call = NULL;
	fiber->output_level = php_seatpush_output_level();
	return php_seatpush_fiber_run(fiber, enter_c_in_fiber, &call);
}

bool php_seatpush_call_detached(void (*function)(void *arg), void *arg, bool *over)
{
	struct php_seatpush_fiber *fiber = php_seatpush_fiber_take();
	struct c_call call = {function, arg};

	if (fiber == NULL) {
		return false;
	}
	fiber->call = NULL;
	fiber->output_level = php_seatpush_output_level();
	*over = php_seatpush_fiber_run(fiber, enter_c_detached, &call);
	php_seatpush_clock_goes_on();
	return true;
}

static void log_exception(const char *name, zend_object *exception)
{
	zval text;
	zend_string *said;

	/* PHP code makes the text, so this may throw as well. */
	ZVAL_UNDEF(&text);
	zend_call_known_instance_method_with_0_params(exception->ce->__tostring, exception, &text);
	if (EG(exception)) {
		zend_clear_exception();
	}
	said = Z_TYPE(text) == IS_STRING ? Z_STR(text) : exception->ce->name;
	sp_log_with(SP_LOG_ERROR, (struct sp_span){ZSTR_VAL(said), ZSTR_LEN(said)},
		"uncaught in the %s callback: ", name);
	zval_ptr_dtor(&text);
}

/* Takes EG(exception): logs it and passes it to on('Error'). */
static void report(const char *name)
{
	zend_object *exception = EG(exception);
	struct php_seatpush_callback *on_error = SEATPUSH_G(serving).on_error;
	zval args[3];

	GC_ADDREF(exception);
	zend_clear_exception();
	if (instanceof_function(exception->ce, seatpush_ce_StoppedException)) {
		sp_log(
			SP_LOG_INFO, "the %s callback was ended while it waited: the server is stopping", name);
		OBJ_RELEASE(exception);
		return;
	}
	log_exception(name, exception);
	if (on_error != NULL && php_seatpush_callback_is_set(on_error) && strcmp(name, "Error") != 0) {
		ZVAL_OBJ_COPY(&args[0], SEATPUSH_G(serving).object);
		ZVAL_OBJ(&args[1], exception);
		ZVAL_STRING(&args[2], name);
		php_seatpush_call(on_error, "Error", 3, args, NULL, NULL);
		zval_ptr_dtor(&args[2]);
		zval_ptr_dtor(&args[0]);
	}
	OBJ_RELEASE(exception);
}

void php_seatpush_settle(const char *name)
{
	if (EG(exception) == NULL) {
		return;
	}
	if (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception))) {
		php_seatpush_note_exit(name);
	} else {
		report(name);
	}
}

/* True: the callback returned or threw an exception. False: bailout. */
static bool enter(struct php_seatpush_callback *callback, uint32_t argc, zval *argv, zval *result)
{
	zend_execute_data *frame = EG(current_execute_data);
	zend_fcall_info call = {
		.size = sizeof(call), .retval = result, .param_count = argc, .params = argv};
	volatile bool back = false;
	bool outer = php_seatpush_fiber_user_code(true);

	ZVAL_COPY_VALUE(&call.function_name, &callback->callable);
	zend_try
	{
		zend_call_function(&call, callback->fcc.function_handler ? &callback->fcc : NULL);
		back = true;
	}
	zend_end_try();
	if (!back) {
		php_seatpush_forget_frames(&back, BAILOUT_DEPTH);
		EG(current_execute_data) = frame;
	}
	php_seatpush_fiber_user_code(outer);
	return back;
}

/* What a callback opens by ob_start() and does not end would grow by a level a request. */
static void end_output(const struct call *call)
{
	volatile bool back = false;
	volatile int count = 0;
	zend_string *place;

	zend_try
	{
		count = php_seatpush_output_end(call->output_depth);
		back = true;
	}
	zend_end_try();
	if (!back) {
		php_seatpush_forget_frames(&back, BAILOUT_DEPTH);
		php_seatpush_note_fatal();
		return;
	}
	php_seatpush_settle(call->name);
	if (SEATPUSH_G(told_output)) {
		return;
	}
	SEATPUSH_G(told_output) = true;
	place = php_seatpush_callback_place(call->callback);
	sp_log(SP_LOG_WARNING,
		"the %s callback (%s) left %d output buffers of ob_start() open: they end with it, and what "
		"is in them goes to where echo goes; call ob_get_clean() or ob_end_clean() (said once)",
		call->name, ZSTR_VAL(place), count);
	zend_string_release(place);
}

void php_seatpush_call(struct php_seatpush_callback *callback, const char *name, uint32_t argc,
	zval *argv, zval *result, bool *threw)
{
	struct php_seatpush_callback copy = *callback; /* a timer's may be freed while it waits */
	struct call call = {
		.callback = &copy, .name = name, .output_depth = php_seatpush_output_depth()};
	zval held, ignored;
	bool failed = false;

	if (threw != NULL) {
		*threw = false;
	}
	ZVAL_UNDEF(result != NULL ? result : &ignored);
	if (EG(exception)) {
		php_seatpush_settle(name); /* with one pending, the engine would call nothing */
	}
	if (SEATPUSH_G(fatal) || php_seatpush_forked()) {
		return;
	}
	ZVAL_COPY(&held, &copy.callable); /* until nothing below asks where it is */
	begin_call(&call);
	if (!enter(&copy, argc, argv, result != NULL ? result : &ignored)) {
		php_seatpush_note_fatal();
		return;
	}
	end_call(&call);
	if (EG(exception)) {
		failed = !instanceof_function(EG(exception)->ce, seatpush_ce_StoppedException);
		php_seatpush_settle(name);
	}
	if (php_seatpush_forked()) {
		php_seatpush_forked_came_back(name);
	}
	if (php_seatpush_output_depth() > call.output_depth && !SEATPUSH_G(fatal)) {
		end_output(&call);
	}
	if (!SEATPUSH_G(fatal)) {
		zval_ptr_dtor(&held);
		if (EG(exception)) {
			php_seatpush_settle("destructor");
		}
	}
	if (result == NULL && !SEATPUSH_G(fatal)) {
		zval_ptr_dtor(&ignored);
	}
	if (threw != NULL) {
		*threw = failed;
	}
}
