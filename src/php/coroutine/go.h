/* SPDX-License-Identifier: MIT */
/*
 * Starts coroutines, and turns the loop for them where no server does.
 */
#ifndef PHP_SEATPUSH_COROUTINE_GO_H
#define PHP_SEATPUSH_COROUTINE_GO_H

#include "php.h"

/* Where what a coroutine returns goes; nothing goes there if an exception ends it. */
struct php_seatpush_go_result {
	zval array; /* a reference to an array */
	zval key;
};

/* Starts fci in a coroutine of its own, which runs at once until it waits. result: NULL, or where
 * its result goes; borrowed. return_value: its id, or an exception was thrown. */
void php_seatpush_go(const zend_fcall_info *fci, const zend_fcall_info_cache *fcc,
	const struct php_seatpush_go_result *result, zval *return_value);

/* Turns the loop until all coroutines have ended, or nothing can wake those that are left, which is
 * logged. Not while a server runs. */
void php_seatpush_coroutines_run(void);

#endif
