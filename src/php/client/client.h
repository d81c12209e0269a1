/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_CLIENT_CLIENT_H
#define PHP_SEATPUSH_CLIENT_CLIENT_H

#include "php.h"

/* Sets handlers and create_object on SeatPush\Client. */
void php_seatpush_client_init_ce(zend_class_entry *ce);

/* The version of libwebsockets, such as "4.1.6"; NULL: this build has none. */
const char *php_seatpush_client_library(void);

#endif
