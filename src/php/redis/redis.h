/* SPDX-License-Identifier: MIT */
/*
 * SeatPush\Redis objects, as the rest of src/php sees them.
 */
#ifndef PHP_SEATPUSH_REDIS_REDIS_H
#define PHP_SEATPUSH_REDIS_REDIS_H

#include "php.h"

void php_seatpush_redis_init_ce(zend_class_entry *ce);

/* "hiredis 0.14.1", or NULL in a build without Redis. */
const char *php_seatpush_redis_library(void);

#endif
