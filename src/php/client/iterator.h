/* SPDX-License-Identifier: MIT */
/*
 * foreach over a SeatPush\Client: the messages, numbered from 0, until the connection ends.
 */
#ifndef PHP_SEATPUSH_CLIENT_ITERATOR_H
#define PHP_SEATPUSH_CLIENT_ITERATOR_H

#include "php.h"
#include "zend_interfaces.h"

/* The class' get_iterator. Returns a reference, or NULL with an exception. */
zend_object_iterator *php_seatpush_client_iterator(zend_class_entry *ce, zval *object, int by_ref);

#endif
