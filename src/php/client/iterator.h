/* SPDX-License-Identifier: MIT */
/*
 * foreach over a SeatPush\Client: the messages, numbered from 0, until the connection ends.
 */
#ifndef PHP_SEATPUSH_CLIENT_ITERATOR_H
#define PHP_SEATPUSH_CLIENT_ITERATOR_H

#include "php.h"
#include "zend_interfaces.h"

/* Waits for the next message, without a limit; *out becomes a frame. False: there is none, because
 * the connection has ended or an exception was thrown; *out is unchanged. */
typedef bool php_seatpush_client_next(zval *client, zval *out);

/* For the class's get_iterator. Returns a reference, or NULL and an exception was thrown. */
zend_object_iterator *php_seatpush_client_iterator(
	zval *client, bool by_ref, php_seatpush_client_next *next);

#endif
