/* SPDX-License-Identifier: MIT */
/*
 * The class Channel.
 */
#ifndef PHP_SEATPUSH_COROUTINE_CHANNEL_H
#define PHP_SEATPUSH_COROUTINE_CHANNEL_H

#include "php.h"

void php_seatpush_channel_init_ce(zend_class_entry *ce);

#endif
