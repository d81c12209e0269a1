/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_MAIN_SERVER_H
#define PHP_SEATPUSH_MAIN_SERVER_H

#include "php.h"

/* Sets handlers and create_object on SeatPush\Server. */
void php_seatpush_server_init_ce(zend_class_entry *ce);

#endif
