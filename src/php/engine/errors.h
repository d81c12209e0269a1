/* SPDX-License-Identifier: MIT */
/*
 * Turns error values into exceptions. A message says what to do.
 */
#ifndef PHP_SEATPUSH_ENGINE_ERRORS_H
#define PHP_SEATPUSH_ENGINE_ERRORS_H

#include "php.h"

#include "base/error.h"

/* What getLastError() returns: the stub's ERROR_ constants. */
enum php_seatpush_last_error {
	SEATPUSH_ERROR_NONE = 0,
	SEATPUSH_ERROR_TIMED_OUT = 110, /* ETIMEDOUT on Linux, the same number everywhere */
	SEATPUSH_ERROR_GONE = 1001,
	SEATPUSH_ERROR_QUEUE_FULL = 1009,
	SEATPUSH_ERROR_OTHER_NODE = 1011,
	SEATPUSH_ERROR_TOO_MANY_TOPICS = 1101,
	SEATPUSH_ERROR_NOT_EVENT_STREAM = 1102,
	SEATPUSH_ERROR_RESPONSE_OVER = 7106,
	SEATPUSH_ERROR_NOT_WEBSOCKET = 8503,
};

/* Throws SeatPush\Exception with the error's text and code. */
void php_seatpush_throw(const struct sp_error *error);

/* Throws SeatPush\Exception. */
void php_seatpush_throw_text(const char *format, ...) ZEND_ATTRIBUTE_FORMAT(printf, 1, 2);

/* Throws an exception that says that this build has no Redis, and how to get it. */
void php_seatpush_throw_no_redis(void);

/* The name among count names that is nearest to given, ignoring case; NULL if none is near. */
const char *php_seatpush_nearest(const char *given, const char *(*name_at)(size_t i), size_t count);

#endif
