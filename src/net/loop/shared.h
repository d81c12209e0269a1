/* SPDX-License-Identifier: MIT */
/*
 * Memory that a process shares with the children that it forks, and what they need to use it
 * together. The address of a word or a lock may differ in each.
 */
#ifndef SP_NET_LOOP_SHARED_H
#define SP_NET_LOOP_SHARED_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* len bytes of zeroes, which exist only once they are written to. NULL: *error says why. */
void *sp_shared_new(size_t len, struct sp_error *error);

/* This process does not use it any more. memory may be NULL. */
void sp_shared_free(void *memory, size_t len);

/*
 * A lock for moments: nobody waits, allocates or calls PHP while holding it. If a process is killed
 * that holds it, the next one gets it, and is told. (Not on macOS, which has no such locks: there
 * the others wait for ever.)
 */
struct sp_shared_lock {
	pthread_mutex_t mutex;
};

/* lock: in shared memory. False: *error says why. */
bool sp_shared_lock_init(struct sp_shared_lock *lock, struct sp_error *error);

/* True: a process was killed while it held the lock; what the lock guards may be half changed. */
bool sp_shared_lock_enter(struct sp_shared_lock *lock);
void sp_shared_lock_leave(struct sp_shared_lock *lock);

/* Blocks the thread while *word is value, for timeout_ms at most. True: sp_word_wake() has ended
 * it. False: another value, a signal, or the time is over. */
bool sp_word_sleep(uint32_t *word, uint32_t value, uint64_t timeout_ms);

/* Ends the sleep of up to count threads, in all processes. */
void sp_word_wake(uint32_t *word, int count);

#endif
