/* SPDX-License-Identifier: MIT */
/*
 * exit() unwinds with an exception of the engine's own. We keep it, the server stops in order and
 * calls its Close callbacks, and start() throws it again. A fatal error bails out: only C code runs
 * until the shutdown functions, where PHP code may run once more.
 */
#include "php/engine/ending.h"

#include "ext/standard/basic_functions.h"
#include "zend_closures.h"
#include "zend_exceptions.h"

#include "net/conn/closing.h"
#include "net/server/stop.h"
#include "net/loop/log.h"
#include "net/server/server.h"
#include "php/engine/compat.h"
#include "php/engine/forked.h"
#include "php/engine/globals.h"
#include "php/engine/watchdog.h"

static void (*next_interrupt)(zend_execute_data *execute_data);

static void on_vm_interrupt(zend_execute_data *execute_data)
{
	if (SEATPUSH_G(interrupt_wanted)) {
		SEATPUSH_G(interrupt_wanted) = false;
		SEATPUSH_G(interrupted) = true;
		zend_throw_unwind_exit();
		return;
	}
	php_seatpush_watchdog_answer();
	if (next_interrupt != NULL) {
		next_interrupt(execute_data);
	}
}

void php_seatpush_ending_startup(void)
{
	next_interrupt = zend_interrupt_function;
	zend_interrupt_function = on_vm_interrupt;
}

void php_seatpush_ending_shutdown(void)
{
	zend_interrupt_function = next_interrupt;
}

void php_seatpush_interrupt(void)
{
	SEATPUSH_G(interrupt_wanted) = true;
	php_seatpush_raise_interrupt(&EG(vm_interrupt));
}

/* memory_limit ends a callback as exit() does, but no user code may run before the shutdown
 * functions. */
static bool was_fatal(void)
{
	/* After a fatal error, the last error stays that one, whatever ends a callback now. */
	return !SEATPUSH_G(after_fatal) && PG(last_error_message) != NULL &&
		   (PG(last_error_type) & (E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR));
}

void php_seatpush_note_exit(const char *callback_name)
{
	zend_object *exception = EG(exception);

	/* Detached by hand: zend_clear_exception() would free it. */
	EG(exception) = NULL;
	if (SEATPUSH_G(interrupted)) {
		SEATPUSH_G(interrupted) = false;
		sp_log(SP_LOG_WARNING,
			"the %s callback was ended: the server is stopping and max_wait_time is nearly over",
			callback_name);
		OBJ_RELEASE(exception);
		return;
	}
	if (SEATPUSH_G(exit_exception) != NULL) {
		OBJ_RELEASE(exception);
		return;
	}
	SEATPUSH_G(exit_exception) = exception;
	if (was_fatal()) {
		php_seatpush_note_fatal();
		return;
	}
	if (php_seatpush_forked()) {
		return;
	}
	sp_log(SP_LOG_WARNING,
		"stopping: exit() in the %s callback ends the server, and with it all connections; to end "
		"the callback alone, return instead",
		callback_name);
	if (SEATPUSH_G(serving).net != NULL) {
		sp_server_stop(SEATPUSH_G(serving).net);
	}
}

void php_seatpush_note_fatal(void)
{
	SEATPUSH_G(fatal) = true;
	php_seatpush_watch(NULL);
	if (SEATPUSH_G(serving).net != NULL) {
		sp_server_halt(SEATPUSH_G(serving).net);
	}
}

/* The shutdown function. It runs as a function of its own, so that on_close may call PHP. */
static ZEND_NAMED_FUNCTION(run_close_callbacks)
{
	struct sp_server *net = SEATPUSH_G(serving).net;

	ZEND_PARSE_PARAMETERS_NONE();
	SEATPUSH_G(fatal) = false;
	SEATPUSH_G(after_fatal) = true;
	if (net != NULL) {
		net->core.halted = false;
		sp_closing_run(&net->core);
	}
}

ZEND_BEGIN_ARG_INFO_EX(arginfo_run_close_callbacks, 0, 0, 0)
ZEND_END_ARG_INFO()

static void register_close_callbacks(void)
{
	zend_internal_function function = {
		.type = ZEND_INTERNAL_FUNCTION,
		.handler = run_close_callbacks,
		.function_name = zend_string_init_interned(ZEND_STRL("SeatPush\\close"), 0),
		.arg_info = (zend_internal_arg_info *) (arginfo_run_close_callbacks + 1),
	};
	php_shutdown_function_entry entry = {0};
	zval closure;

	zend_create_closure(&closure, (zend_function *) &function, NULL, NULL, NULL);
	if (zend_fcall_info_init(&closure, 0, &entry.fci, &entry.fci_cache, NULL, NULL) == SUCCESS) {
		append_user_shutdown_function(&entry);
	}
}

void php_seatpush_finish_ending(void)
{
	zend_object *exception = SEATPUSH_G(exit_exception);

	if (SEATPUSH_G(fatal)) {
		if (!php_seatpush_forked()) {
			register_close_callbacks();
		}
		if (exception == NULL) {
			zend_bailout();
		}
	}
	if (exception != NULL) {
		SEATPUSH_G(exit_exception) = NULL;
		if (EG(exception)) {
			OBJ_RELEASE(exception);
		} else {
			zend_throw_exception_internal(exception);
		}
	}
}
