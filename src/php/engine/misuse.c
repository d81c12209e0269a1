/* SPDX-License-Identifier: MIT */
#include "php/engine/misuse.h"

#include "zend_exceptions.h"

#include "php/engine/globals.h"

/* The text of zend_argument_value_error(). */
static void warn(uint32_t arg, const zend_string *text)
{
	zend_string *function = get_active_function_or_method_name();
	const char *name = arg > 0 ? get_active_function_arg_name(arg) : NULL;

	if (arg == 0) {
		zend_error(E_WARNING, "%s(): %s", ZSTR_VAL(function), ZSTR_VAL(text));
	} else {
		zend_error(E_WARNING, "%s(): Argument #%" PRIu32 "%s%s%s %s", ZSTR_VAL(function), arg,
			name != NULL ? " ($" : "", name != NULL ? name : "", name != NULL ? ")" : "",
			ZSTR_VAL(text));
	}
	zend_string_release(function);
}

void php_seatpush_misuse(uint32_t arg, const char *format, ...)
{
	va_list args;
	zend_string *text;

	va_start(args, format);
	text = zend_vstrpprintf(0, format, args);
	va_end(args);
	if (SEATPUSH_G(swoole_aliases)) {
		warn(arg, text);
	} else if (arg == 0) {
		zend_value_error("%s", ZSTR_VAL(text));
	} else {
		zend_argument_value_error(arg, "%s", ZSTR_VAL(text));
	}
	zend_string_release(text);
}
