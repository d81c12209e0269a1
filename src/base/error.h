/* SPDX-License-Identifier: MIT */
/*
 * Errors below src/php are values: a code for programs and a text for people. Nothing here
 * throws; src/php turns them into exceptions.
 */
#ifndef SP_BASE_ERROR_H
#define SP_BASE_ERROR_H

#if defined(__GNUC__)
#define SP_PRINTF(format_index, first_arg) __attribute__((format(printf, format_index, first_arg)))
#else
#define SP_PRINTF(format_index, first_arg)
#endif

struct sp_error {
	int code;       /* an errno, or one of the caller's own codes; 0 means no error */
	char text[256]; /* one sentence, without a final full stop; truncated if longer */
};

/* Fills *error. A text longer than the field is truncated. */
void sp_error_set(struct sp_error *error, int code, const char *format, ...) SP_PRINTF(3, 4);

#endif
