/* SPDX-License-Identifier: MIT */
/*
 * The classes Atomic and AtomicLong.
 */
#ifndef PHP_SEATPUSH_SHARED_ATOMIC_H
#define PHP_SEATPUSH_SHARED_ATOMIC_H

#include "php.h"

/* For each of them. */
void php_seatpush_atomic_init_ce(zend_class_entry *ce);

#endif
