/* SPDX-License-Identifier: MIT */
/*
 * The differences between PHP 8.1 and 8.5, and the one macro for methods. No other file looks at
 * PHP_VERSION_ID.
 */
#ifndef PHP_SEATPUSH_ENGINE_COMPAT_H
#define PHP_SEATPUSH_ENGINE_COMPAT_H

#include "php.h"

#if PHP_VERSION_ID < 80200
#define ZEND_ACC_ALLOW_DYNAMIC_PROPERTIES 0 /* always allowed in 8.1, without a notice */
#endif

/* EG(vm_interrupt), for a thread that has no EG() of its own. */
typedef __typeof__(EG(vm_interrupt)) php_seatpush_interrupt_flag;

static inline void php_seatpush_raise_interrupt(php_seatpush_interrupt_flag *flag)
{
#if PHP_VERSION_ID < 80200
	*(volatile php_seatpush_interrupt_flag *) flag = 1;
#else
	zend_atomic_bool_store_ex(flag, true);
#endif
}

/* True if the VM is to do something at its next safe point. */
static inline bool php_seatpush_interrupt_is_due(void)
{
#if PHP_VERSION_ID < 80200
	return EG(vm_interrupt);
#else
	return zend_atomic_bool_load_ex(&EG(vm_interrupt));
#endif
}

/* Does what the VM would do at its next safe point: pcntl's handlers, time limits. */
static inline void php_seatpush_run_interrupts(void)
{
#if PHP_VERSION_ID < 80200
	if (!EG(vm_interrupt)) {
		return;
	}
	EG(vm_interrupt) = 0;
	if (EG(timed_out)) {
		zend_timeout();
	}
#else
	if (!zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return;
	}
	zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
	if (zend_atomic_bool_load_ex(&EG(timed_out))) {
		zend_timeout();
	}
#endif
	if (zend_interrupt_function != NULL) {
		zend_interrupt_function(EG(current_execute_data));
	}
}

/* True while the garbage collector runs destructors. From 8.4 on a fiber may be suspended in a
 * destructor, which is safe except in the middle of a collection. */
static inline bool php_seatpush_gc_runs(void)
{
#if PHP_VERSION_ID < 80400
	return false; /* 8.1 to 8.3 never suspend a fiber in a destructor */
#else
	zend_gc_status status;

	zend_gc_get_status(&status);
	return status.active;
#endif
}

#ifndef ZVAL_STRINGL_FAST /* 8.1 lacks the shortcut for short strings */
#define ZVAL_STRINGL_FAST(place, text, length) ZVAL_STRINGL(place, text, length)
#endif

/* Success is true in 8.2, and SUCCESS, which is 0, in later versions. */
#define php_seatpush_fiber_init_context(...)                        \
	_Generic(zend_fiber_init_context(__VA_ARGS__), bool             \
			 : (bool) zend_fiber_init_context(__VA_ARGS__), default \
			 : (int) zend_fiber_init_context(__VA_ARGS__) == SUCCESS)

/* From 8.3 on the engine checks the depth of the stack. */
#ifdef ZEND_CHECK_STACK_LIMIT
#define php_seatpush_fiber_stack_limits(fiber_context)               \
	(EG(stack_base) = zend_fiber_stack_base((fiber_context)->stack), \
		EG(stack_limit) = zend_fiber_stack_limit((fiber_context)->stack))
#else
#define php_seatpush_fiber_stack_limits(fiber_context) ((void) (fiber_context))
#endif

/* AddressSanitizer does not know the stacks of fibers, and takes what stands below a frame after a
 * bailout, or what a stack held that is gone, for frames that are still alive. Memory from len
 * bytes below here on is no frame, then, up to a page above. */
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define SEATPUSH_PAGE 4096
#define php_seatpush_forget_frames(here, len) \
	__asan_unpoison_memory_region((char *) (here) - (len), (len) + SEATPUSH_PAGE)
#else
#define php_seatpush_forget_frames(here, len) ((void) (here))
#endif

/* A method of a class in the namespace SeatPush: its prototype, then its head. Only classes.c has
 * the generated tables that refer to it. */
#define SEATPUSH_METHOD(class_name, method)     \
	ZEND_METHOD(SeatPush_##class_name, method); \
	ZEND_METHOD(SeatPush_##class_name, method)

/* The same for a function. */
#define SEATPUSH_FUNCTION(name) \
	ZEND_FUNCTION(name);        \
	ZEND_FUNCTION(name)

#endif
