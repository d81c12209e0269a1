/* SPDX-License-Identifier: MIT */
/*
 * The class Barrier.
 */
#ifndef PHP_SEATPUSH_COROUTINE_BARRIER_H
#define PHP_SEATPUSH_COROUTINE_BARRIER_H

#include "php.h"

void php_seatpush_barrier_init_ce(zend_class_entry *ce);

#endif
