/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_SERVER_CONNECTIONS_H
#define PHP_SEATPUSH_SERVER_CONNECTIONS_H

#include "php.h"

struct sp_listener;

/* Creates a ConnectionIterator over all connections, or over those of one port. */
void php_seatpush_connections_new(zval *out, struct sp_listener *only);

/* Sets handlers and create_object on SeatPush\ConnectionIterator. */
void php_seatpush_connections_init_ce(zend_class_entry *ce);

#endif
