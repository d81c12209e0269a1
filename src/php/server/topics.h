/* SPDX-License-Identifier: MIT */
/*
 * Subscriptions: which connections get which topics.
 */
#ifndef PHP_SEATPUSH_SERVER_TOPICS_H
#define PHP_SEATPUSH_SERVER_TOPICS_H

#include "php.h"

#include "php/server/object.h"

/* True if text is a valid topic name; false: an exception was thrown that names argument arg. */
bool php_seatpush_check_topic(const zend_string *text, uint32_t arg);

/* For subscribe(): true or false, or an exception was thrown. */
void php_seatpush_subscribe(
	struct php_seatpush_server *server, zend_long fd, zend_string *topic, zval *return_value);

/* For unsubscribe(); topic NULL: from all topics. */
bool php_seatpush_unsubscribe(struct php_seatpush_server *server, zend_long fd, zend_string *topic);

#endif
