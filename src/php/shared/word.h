/* SPDX-License-Identifier: MIT */
/*
 * Waiting for a word in shared memory, which another callback or another process changes.
 */
#ifndef PHP_SEATPUSH_SHARED_WORD_H
#define PHP_SEATPUSH_SHARED_WORD_H

#include "php.h"

enum php_seatpush_word_end {
	SEATPUSH_WORD_DONE,
	SEATPUSH_WORD_WOKEN,   /* by php_seatpush_word_wake(); only where it was asked for */
	SEATPUSH_WORD_TIMEOUT, /* or cancelled */
	SEATPUSH_WORD_FAILED,  /* an exception was thrown: it cannot wait here, or the server stops */
};

struct php_seatpush_word_wait {
	uint32_t *word;
	/* Does what is waited for if it can be done now. False: not as long as the word is *seen. */
	bool (*attempt)(uint32_t *word, uint32_t *seen);
	/* Called before it blocks the process; false: it threw an exception. NULL: it always may. */
	bool (*may_block)(uint32_t seen);
	/* Said after ten seconds of a wait that has no time-out: a log line's second half. NULL: no
	 * line. */
	const char *hint;
	bool until_woken; /* being woken is enough */
};

/*
 * Calls attempt() until it is true, for timeout seconds at most (0: once; below 0: as long as it
 * takes). In a callback or coroutine others go on meanwhile, otherwise the process blocks. The
 * object that owns the word must not go meanwhile: the caller's stack holds it.
 */
enum php_seatpush_word_end php_seatpush_word_wait(
	const struct php_seatpush_word_wait *wait, double timeout, const char *method);

/* The word has changed: up to count of those that wait look again, first those of this process. */
void php_seatpush_word_wake(uint32_t *word, int count);

#endif
