/* SPDX-License-Identifier: MIT */
/*
 * Builds a command for Redis from PHP values, word by word.
 */
#ifndef PHP_SEATPUSH_REDIS_WORDS_H
#define PHP_SEATPUSH_REDIS_WORDS_H

#include "php.h"

struct php_seatpush_words {
	int count;
	int cap;
	zend_string **held;
	const char **argv; /* points into held */
	size_t *lengths;
};

/* How arrays become words. */
enum php_seatpush_spread {
	SEATPUSH_SPREAD_OPTIONS, /* string keys are options: with a value, or alone if the value is
							  * true; false and null leave them out; other keys are left out */
	SEATPUSH_SPREAD_PAIRS,   /* every key, then its value */
};

/* A zeroed struct is valid and has no words. */
void php_seatpush_words_fini(struct php_seatpush_words *words);

void php_seatpush_words_add(struct php_seatpush_words *words, const char *text, size_t len);

/* Adds a value as phpredis would send it; floats keep all their digits. False: an exception was
 * thrown that calls the value argument arg. */
bool php_seatpush_words_add_zval(
	struct php_seatpush_words *words, zval *value, enum php_seatpush_spread spread, uint32_t arg);

/* True if the word at i is text, ignoring case. */
bool php_seatpush_word_is(const struct php_seatpush_words *words, int i, const char *text);

#endif
