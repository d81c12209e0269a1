/* SPDX-License-Identifier: MIT */
/*
 * The argument of a method that is a message. What is no text is mostly a forgotten or a failed
 * json_encode(), so it is refused with that hint, where PHP would make "" of false.
 */
#ifndef PHP_SEATPUSH_ENGINE_MESSAGE_ARG_H
#define PHP_SEATPUSH_ENGINE_MESSAGE_ARG_H

#include "php.h"

/* True for what can be sent as text: strings, numbers, and objects with a string form. False: a
 * TypeError was thrown, and wanted ("a string") is in its text. */
bool php_seatpush_message_check(zval *given, uint32_t arg, const char *wanted);

/* What is not a string already. */
bool php_seatpush_message_convert(zval *given, uint32_t arg, zend_string **out);

/* The text; *out is owned by given. False: an exception was thrown. */
static inline bool php_seatpush_message_arg(zval *given, uint32_t arg, zend_string **out)
{
	if (EXPECTED(Z_TYPE_P(given) == IS_STRING)) {
		*out = Z_STR_P(given);
		return true;
	}
	return php_seatpush_message_convert(given, arg, out);
}

#endif
