/* SPDX-License-Identifier: MIT */
/*
 * Filling an error value. The text is cut, never overrun: an error that cannot be told in full
 * is still an error.
 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

void sp_error_set(struct sp_error *error, int code, const char *format, ...)
{
	va_list args;

	error->code = code;
	va_start(args, format);
	if (vsnprintf(error->text, sizeof(error->text), format, args) < 0) {
		error->text[0] = '\0';
	}
	va_end(args);
}
