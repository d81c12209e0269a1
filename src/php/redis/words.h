/* SPDX-License-Identifier: MIT */
/*
 * A command for Redis from PHP values, word by word.
 */
#ifndef PHP_SEATPUSH_REDIS_WORDS_H
#define PHP_SEATPUSH_REDIS_WORDS_H

#include "php.h"

struct php_seatpush_words {
	int count;
	int cap;
	zend_string **held;
	const char **argv; /* into held */
	size_t *lengths;
};

/* How arrays are spread. */
enum php_seatpush_spread {
	SEATPUSH_SPREAD_OPTIONS, /* string keys name an option: with its value, or alone if it is true,
							  * or not at all if it is false or null; other keys are left out */
	SEATPUSH_SPREAD_PAIRS,   /* every key, then its value */
};

/* Zeroed has no words. */
void php_seatpush_words_fini(struct php_seatpush_words *words);

void php_seatpush_words_add(struct php_seatpush_words *words, const char *text, size_t len);

/* Adds a value as phpredis would send it; floats keep all their digits. False: an exception was
 * thrown, which calls it argument arg. */
bool php_seatpush_words_add_zval(
	struct php_seatpush_words *words, zval *value, enum php_seatpush_spread spread, uint32_t arg);

/* True if the word at i is text, without case. */
bool php_seatpush_word_is(const struct php_seatpush_words *words, int i, const char *text);

#endif
