/* SPDX-License-Identifier: MIT */
/*
 * Calls the callbacks for events of the server itself.
 */
#ifndef PHP_SEATPUSH_MAIN_RAISE_H
#define PHP_SEATPUSH_MAIN_RAISE_H

#include "php.h"

#include "php/server/object.h"

#define SEATPUSH_RAISE_MAX 4 /* numbers */

/* Calls the callback with the server and these numbers, if one is registered and PHP may run. */
void php_seatpush_raise(struct php_seatpush_server *server, enum php_seatpush_event event,
	uint32_t count, const zend_long numbers[]);

#endif
