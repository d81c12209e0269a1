/* SPDX-License-Identifier: MIT */
/*
 * The class WaitGroup.
 */
#ifndef PHP_SEATPUSH_COROUTINE_WAIT_GROUP_H
#define PHP_SEATPUSH_COROUTINE_WAIT_GROUP_H

#include "php.h"

void php_seatpush_wait_group_init_ce(zend_class_entry *ce);

#endif
