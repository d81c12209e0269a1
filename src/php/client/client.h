/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_CLIENT_CLIENT_H
#define PHP_SEATPUSH_CLIENT_CLIENT_H

#include "php.h"

/* Sets handlers and create_object on SeatPush\Client. */
void php_seatpush_client_init_ce(zend_class_entry *ce);

/* Waits for the next message as long as it takes; *out is a frame then. False: there is none, the
 * connection has ended or an exception was thrown; *out is as it was. */
bool php_seatpush_client_next(zval *client, zval *out);

/* "4.1.6": the version of libwebsockets; NULL: this build has none. */
const char *php_seatpush_client_library(void);

#endif
