/* SPDX-License-Identifier: MIT */
/*
 * A mark on strings that were found to be UTF-8. PHP has it for preg_match(), and takes it off a
 * string that is changed. So the text of a message that goes to others is checked only once.
 */
#ifndef PHP_SEATPUSH_WS_KNOWN_UTF8_H
#define PHP_SEATPUSH_WS_KNOWN_UTF8_H

#include "php.h"

static inline bool php_seatpush_is_known_utf8(const zend_string *string)
{
	return (GC_FLAGS(string) & IS_STR_VALID_UTF8) != 0;
}

/* Interned strings are shared, perhaps in memory that cannot be written to. */
static inline void php_seatpush_mark_utf8(zend_string *string)
{
	if (!ZSTR_IS_INTERNED(string)) {
		GC_ADD_FLAGS(string, IS_STR_VALID_UTF8);
	}
}

#endif
