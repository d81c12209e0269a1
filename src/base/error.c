/* SPDX-License-Identifier: MIT */
/*
 * Filling an error value. A text that is too long is truncated: an error that cannot be told in
 * full is still an error.
 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

void sp_error_set(struct sp_error *error, int code, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(error->text, sizeof(error->text), format, args);
	va_end(args);
	if (len < 0) {
		error->text[0] = '\0';
	}
	error->code = code;
}
