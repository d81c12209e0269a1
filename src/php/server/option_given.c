/* SPDX-License-Identifier: MIT */
#include "php/server/option_given.h"

/* The number that people mean by "25s" or "8M" where an option counts in unit. False: unclear. */
static bool meant(const char *text, const char *unit, zend_long *number)
{
	static const struct {
		const char *unit;
		const char *suffix;
		zend_long factor;
	} suffixes[] = {{"s", "s", 1}, {"s", "m", 60}, {"s", "seconds", 1}, {"s", "min", 60},
		{"s", "h", 3600}, {"s", "d", 86400}, {"ms", "ms", 1}, {"ms", "s", 1000}, {"bytes", "b", 1},
		{"bytes", "k", 1 << 10}, {"bytes", "kb", 1 << 10}, {"bytes", "kib", 1 << 10},
		{"bytes", "m", 1 << 20}, {"bytes", "mb", 1 << 20}, {"bytes", "mib", 1 << 20},
		{"bytes", "g", 1 << 30}, {"bytes", "gb", 1 << 30}, {"bytes", "gib", 1 << 30}};
	char *end;
	zend_long value = ZEND_STRTOL(text, &end, 10);

	while (*end == ' ') {
		end++;
	}
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		if (end > text && strcmp(unit, suffixes[i].unit) == 0 &&
			strcasecmp(end, suffixes[i].suffix) == 0 && value >= 0 &&
			value <= ZEND_LONG_MAX / suffixes[i].factor) {
			*number = value * suffixes[i].factor;
			return true;
		}
	}
	return false;
}

zend_string *php_seatpush_given_text(const struct php_seatpush_option *option, zval *value)
{
	zend_long number;

	if (Z_TYPE_P(value) == IS_STRING && meant(Z_STRVAL_P(value), option->unit, &number)) {
		return strpprintf(0, ", \"%s\" given: write " ZEND_LONG_FMT, Z_STRVAL_P(value), number);
	}
	if (Z_TYPE_P(value) == IS_STRING) {
		return strpprintf(0, ", \"%.40s\" given", Z_STRVAL_P(value));
	}
	if (Z_TYPE_P(value) == IS_LONG) {
		return strpprintf(0, ", " ZEND_LONG_FMT " given", Z_LVAL_P(value));
	}
	if (Z_TYPE_P(value) == IS_DOUBLE) {
		return strpprintf(0, ", %g given", Z_DVAL_P(value));
	}
	return strpprintf(0, ", %s given", zend_zval_type_name(value));
}
