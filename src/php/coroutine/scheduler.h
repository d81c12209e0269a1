/* SPDX-License-Identifier: MIT */
/*
 * The class Swoole\Coroutine\Scheduler.
 */
#ifndef PHP_SEATPUSH_COROUTINE_SCHEDULER_H
#define PHP_SEATPUSH_COROUTINE_SCHEDULER_H

#include "php.h"

void php_seatpush_scheduler_init_ce(zend_class_entry *ce);

#endif
