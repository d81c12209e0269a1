/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_MAIN_STATS_H
#define PHP_SEATPUSH_MAIN_STATS_H

#include "php.h"

#include "php/server/object.h"

/* What stats() returns. */
void php_seatpush_stats(const struct php_seatpush_server *server, zval *return_value);

#endif
