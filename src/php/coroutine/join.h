/* SPDX-License-Identifier: MIT */
/*
 * Waiting until coroutines have ended.
 */
#ifndef PHP_SEATPUSH_COROUTINE_JOIN_H
#define PHP_SEATPUSH_COROUTINE_JOIN_H

#include "php.h"

/* Waits until all of these have ended; ids of those that have do not count. timeout: seconds; 0 or
 * less: as long as it takes. False: none of them lives, the time is over, it was cancelled, or an
 * exception was thrown. method names it in exceptions. */
bool php_seatpush_join(HashTable *ids, double timeout, const char *method);

#endif
