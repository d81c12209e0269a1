/* SPDX-License-Identifier: MIT */
/*
 * Starts coroutines, and turns the loop for them where no server does.
 */
#ifndef PHP_SEATPUSH_COROUTINE_GO_H
#define PHP_SEATPUSH_COROUTINE_GO_H

#include "php.h"

/* Starts fci in a coroutine of its own, which runs at once until it waits. return_value: its id, or
 * an exception was thrown. */
void php_seatpush_go(zend_fcall_info *fci, zend_fcall_info_cache *fcc, zval *return_value);

/* Turns the loop until all coroutines have ended, or nothing can wake those that are left, which is
 * logged. Not while a server runs. */
void php_seatpush_coroutines_run(void);

#endif
