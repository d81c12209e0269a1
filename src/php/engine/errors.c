/* SPDX-License-Identifier: MIT */
#include "php/engine/errors.h"

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"

#define NAME_MAX_LEN 64 /* longer names are compared by their first letters */
#define NEAR_PART 3     /* near: at most a third of the letters differ */

void php_seatpush_throw(const struct sp_error *error)
{
	zend_throw_exception(seatpush_ce_Exception, error->text, error->code);
}

void php_seatpush_throw_text(const char *format, ...)
{
	va_list args;
	zend_string *text;

	va_start(args, format);
	text = zend_vstrpprintf(0, format, args);
	va_end(args);
	zend_throw_exception(seatpush_ce_Exception, ZSTR_VAL(text), 0);
	zend_string_release(text);
}

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* The Levenshtein distance, ignoring case. */
static size_t distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_LEN + 1];
	size_t b_len = strnlen(b, NAME_MAX_LEN);

	for (size_t j = 0; j <= b_len; j++) {
		row[j] = j;
	}
	for (size_t i = 0; a[i] != '\0'; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (size_t j = 0; j < b_len; j++) {
			bool same = tolower((unsigned char) a[i]) == tolower((unsigned char) b[j]);
			size_t above = row[j + 1];

			row[j + 1] = min3(above + 1, row[j] + 1, diagonal + !same);
			diagonal = above;
		}
	}
	return row[b_len];
}

const char *php_seatpush_nearest(const char *given, const char *(*name_at)(size_t i), size_t count)
{
	const char *best = NULL;
	size_t least = strlen(given) / NEAR_PART + 2;

	for (size_t i = 0; i < count; i++) {
		size_t far = distance(given, name_at(i));

		if (far < least) {
			least = far;
			best = name_at(i);
		}
	}
	return best;
}

void php_seatpush_throw_no_redis(void)
{
	php_seatpush_throw_text("this build has no Redis: install libhiredis-dev (Debian, Ubuntu), "
							"hiredis-devel (Fedora), hiredis-dev (Alpine) or hiredis (macOS), and "
							"build SeatPush again");
}
