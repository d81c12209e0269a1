/* SPDX-License-Identifier: MIT */
/*
 * Calls into user code. No other file calls a PHP function that a script registered as a callback.
 */
#ifndef PHP_SEATPUSH_ENGINE_CALLBACK_H
#define PHP_SEATPUSH_ENGINE_CALLBACK_H

#include "php.h"

#include "net/conn/hooks.h"
#include "php/engine/events.h"

/* "/srv/push/server.php:12", where the callback's code begins. */
zend_string *php_seatpush_callback_place(const struct php_seatpush_callback *callback);

/*
 * Calls a callback. If it waits, so does the caller: see php_seatpush_call_in_fiber(). The callable
 * and its object stay referenced during the call, whatever the callback does to them.
 *
 * name: what messages call it ("Message", "Timer").
 * argv: borrowed.
 * result: NULL, or where the return value goes (UNDEF if the callback did not return); the caller
 * frees it.
 * threw: NULL, or set to whether an exception or exit() ended the callback. An exception has
 * already been logged with its trace and passed to on('Error'). A wait that the stop ended does not
 * count.
 *
 * Afterwards SEATPUSH_G(fatal) may be set, and any connection may be closing.
 */
void php_seatpush_call(struct php_seatpush_callback *callback, const char *name, uint32_t argc,
	zval *argv, zval *result, bool *threw);

/*
 * Calls function(arg). If the loop is running and no fiber is, the call gets a fiber, so that it
 * may wait. A fatal error in it does not reach the frames below. True: it has returned. False: it
 * is waiting and will go on after the caller has returned; it must have copied what arg points to,
 * or arg must live until then.
 */
bool php_seatpush_call_in_fiber(void (*function)(void *arg), void *arg);

/*
 * Calls function(arg) in a fiber of its own, at once, even within another fiber. What it calls may
 * wait as often as it likes: no connection waits for it. *over: it has returned. False: no memory
 * for a stack, and nothing was called. After a fatal in it SEATPUSH_G(fatal) is set: the caller
 * must not go on.
 */
bool php_seatpush_call_detached(void (*function)(void *arg), void *arg, bool *over);

/* The running callback begins to wait: it no longer holds the loop; or goes on, and holds it. */
void php_seatpush_clock_stop(void);
void php_seatpush_clock_start(void);

/* Another fiber ran on top of the callback, and it is the callback again that holds the loop. */
void php_seatpush_clock_goes_on(void);

/* Reports an exception that was thrown outside such a call: by a destructor, or by an error handler
 * while arguments were being made. name: as above. */
void php_seatpush_settle(const char *name);

#endif
