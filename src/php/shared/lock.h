/* SPDX-License-Identifier: MIT */
/*
 * The class Lock.
 */
#ifndef PHP_SEATPUSH_SHARED_LOCK_H
#define PHP_SEATPUSH_SHARED_LOCK_H

#include "php.h"

void php_seatpush_lock_init_ce(zend_class_entry *ce);

#endif
