/* SPDX-License-Identifier: MIT */
/*
 * PHP's strings for the floors below.
 */
#ifndef PHP_SEATPUSH_ENGINE_TEXT_H
#define PHP_SEATPUSH_ENGINE_TEXT_H

#include "php.h"

#include "base/span.h"

/* Borrows the string. */
static inline struct sp_span php_seatpush_span(const zend_string *text)
{
	return (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)};
}

#endif
