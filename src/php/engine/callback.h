/* SPDX-License-Identifier: MIT */
/*
 * Calls into user code. No other file calls a PHP function that a script wrote as a callback.
 */
#ifndef PHP_SEATPUSH_ENGINE_CALLBACK_H
#define PHP_SEATPUSH_ENGINE_CALLBACK_H

#include "php.h"

#include "net/conn/hooks.h"
#include "php/engine/events.h"

/*
 * Calls a callback. If it waits, so does the caller: see php_seatpush_call_in_fiber(). The callable
 * and its object are held during the call, whatever it does to them.
 *
 * name: what messages call it ("Message", "Timer").
 * argv: borrowed.
 * result: NULL, or where the return value goes (UNDEF if it did not return); the caller frees it.
 * threw: NULL, or set to whether an exception or exit() ended it. An exception was reported: logged
 * with its trace, and passed to on('Error'). A wait that the stop ended does not count.
 *
 * Afterwards SEATPUSH_G(fatal) may be set, and any connection may be closing.
 */
void php_seatpush_call(struct php_seatpush_callback *callback, const char *name, uint32_t argc,
	zval *argv, zval *result, bool *threw);

/*
 * Calls function(arg) in a fiber if the loop runs, so that what it calls may wait; otherwise, or if
 * one runs already, without one. A fatal in it is kept from the frames below. True: it has
 * returned. False: it waits, and goes on after the caller has returned, so it must have copied what
 * arg points to, or arg must live until then.
 */
bool php_seatpush_call_in_fiber(void (*function)(void *arg), void *arg);

/* The callback that runs begins to wait, or goes on: it holds the loop no more, or anew. */
void php_seatpush_clock_stop(void);
void php_seatpush_clock_start(void);

/* Reports an exception that was thrown outside such a call: by a destructor, or by an error
 * handler while arguments were made. name as above. */
void php_seatpush_settle(const char *name);

#endif
