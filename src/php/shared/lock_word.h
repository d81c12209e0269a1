/* SPDX-License-Identifier: MIT */
/*
 * Who holds a Lock. A process that has ended holds none: the next one that wants it takes it over.
 */
#ifndef PHP_SEATPUSH_SHARED_LOCK_WORD_H
#define PHP_SEATPUSH_SHARED_LOCK_WORD_H

#include <stdbool.h>
#include <stdint.h>

#define SEATPUSH_LOCK_READERS                                           \
	64 /* processes whose end is noticed while they hold it for reading \
		*/

/* In shared memory, all zeroes at first. */
struct php_seatpush_lock_word {
	uint32_t word; /* 0, or how many hold it for reading, or who holds it for writing */
	struct php_seatpush_lock_reader {
		uint32_t pid; /* 0: a free place */
		uint32_t count;
	} readers[SEATPUSH_LOCK_READERS];
};

/* For php_seatpush_word_wait(): word is the field of that name. False: others hold it, as *seen
 * says. */
bool php_seatpush_lock_take(uint32_t *word, uint32_t *seen);
bool php_seatpush_lock_take_for_reading(uint32_t *word, uint32_t *seen);

/* This process holds it for writing. */
bool php_seatpush_lock_is_own(uint32_t seen);

/* False: nobody holds it, or another process does for writing. */
bool php_seatpush_lock_release(struct php_seatpush_lock_word *lock);

#endif
