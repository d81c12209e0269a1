/* SPDX-License-Identifier: MIT */
/*
 * Request objects, from C.
 */
#ifndef PHP_SEATPUSH_HTTP_REQUEST_H
#define PHP_SEATPUSH_HTTP_REQUEST_H

#include "php.h"

#include "net/conn/conn.h"

/* Creates the Request object of a request: everything is copied. */
void php_seatpush_request_new(zval *out, struct sp_conn *conn, const struct sp_request *request);

/* The subprotocols that a Request offers, as one list, if the script has left that in it; NULL:
 * none. Borrowed. request may be null. */
zend_string *php_seatpush_request_offered(zval *request);

/* Sets handlers and create_object on SeatPush\Request. */
void php_seatpush_request_init_ce(zend_class_entry *ce);

#endif
