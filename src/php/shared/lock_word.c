/* SPDX-License-Identifier: MIT */
/*
 * The word is 0, or how many hold it for reading, or WRITTEN and the process that holds it for
 * writing. Readers have a place beside it, too. A process that is killed between the two leaves a
 * count that is too high: then nobody can write, which is better than a writer among readers.
 */
#include "php/shared/lock_word.h"

#include <stddef.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/queue.h"
#include "net/loop/fork.h"
#include "net/loop/log.h"

#define WRITTEN (UINT32_C(1) << 31)
#define TAKEN_AWAY UINT32_MAX /* in a reader's place, whose process has ended */

static struct php_seatpush_lock_word *lock_of(uint32_t *word)
{
	return SP_CONTAINER(word, struct php_seatpush_lock_word, word);
}

static bool replace(uint32_t *word, uint32_t *seen, uint32_t value)
{
	return __atomic_compare_exchange_n(
		word, seen, value, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

static uint32_t load(uint32_t *word)
{
	return __atomic_load_n(word, __ATOMIC_SEQ_CST);
}

static void say_taken_over(uint32_t pid)
{
	sp_log(SP_LOG_WARNING,
		"a Lock was held by process %ld, which has ended without unlock(): it is taken over, and "
		"what it guards may be half changed",
		(long) pid);
}

/* Up to count readers fewer. */
static void subtract(uint32_t *word, uint32_t count)
{
	uint32_t seen = load(word);

	while (seen != 0 && (seen & WRITTEN) == 0 &&
		   !replace(word, &seen, seen - (count < seen ? count : seen))) {
		/* it has changed meanwhile */
	}
}

static void forget_dead_readers(struct php_seatpush_lock_word *lock)
{
	for (int i = 0; i < SEATPUSH_LOCK_READERS; i++) {
		struct php_seatpush_lock_reader *reader = &lock->readers[i];
		uint32_t pid = load(&reader->pid), count;

		if (pid == 0 || pid == TAKEN_AWAY || pid == (uint32_t) getpid() ||
			!sp_process_has_ended((pid_t) pid) || !replace(&reader->pid, &pid, TAKEN_AWAY)) {
			continue;
		}
		count = __atomic_exchange_n(&reader->count, 0, __ATOMIC_SEQ_CST);
		__atomic_store_n(&reader->pid, 0, __ATOMIC_SEQ_CST);
		if (count > 0) {
			subtract(&lock->word, count);
			say_taken_over(pid);
		}
	}
}

/* NULL: it has none. */
static struct php_seatpush_lock_reader *place_of(struct php_seatpush_lock_word *lock, uint32_t pid)
{
	for (int i = 0; i < SEATPUSH_LOCK_READERS; i++) {
		if (load(&lock->readers[i].pid) == pid) {
			return &lock->readers[i];
		}
	}
	return NULL;
}

/* NULL: none is free. */
static struct php_seatpush_lock_reader *take_place(struct php_seatpush_lock_word *lock)
{
	struct php_seatpush_lock_reader *place = place_of(lock, (uint32_t) getpid());
	uint32_t none = 0;

	if (place != NULL) {
		return place;
	}
	place = place_of(lock, 0);
	if (place == NULL) {
		forget_dead_readers(lock);
		place = place_of(lock, 0);
	}
	while (place != NULL && !replace(&place->pid, &none, (uint32_t) getpid())) {
		none = 0;
		place = place_of(lock, 0);
	}
	return place;
}

static void note_reader(struct php_seatpush_lock_word *lock)
{
	struct php_seatpush_lock_reader *place = take_place(lock);

	if (place != NULL) {
		__atomic_add_fetch(&place->count, 1, __ATOMIC_SEQ_CST);
	}
}

/* A child may unlock what its parent has locked. */
static void forget_reader(struct php_seatpush_lock_word *lock)
{
	struct php_seatpush_lock_reader *place = place_of(lock, (uint32_t) getpid());

	for (int i = 0; (place == NULL || load(&place->count) == 0) && i < SEATPUSH_LOCK_READERS; i++) {
		place = &lock->readers[i];
	}
	if (place != NULL && load(&place->count) > 0) {
		__atomic_sub_fetch(&place->count, 1, __ATOMIC_SEQ_CST);
	}
}

/* Nobody holds it, or a process that has ended does: then value stands in the word. */
static bool take_free(uint32_t *word, uint32_t *seen, uint32_t value)
{
	bool is_orphan = (*seen & WRITTEN) != 0 && sp_process_has_ended((pid_t) (*seen & ~WRITTEN));

	if ((*seen != 0 && !is_orphan) || !replace(word, seen, value)) {
		return false;
	}
	if (is_orphan) {
		say_taken_over(*seen & ~WRITTEN);
	}
	return true;
}

bool php_seatpush_lock_take(uint32_t *word, uint32_t *seen)
{
	*seen = load(word);
	if (*seen != 0 && (*seen & WRITTEN) == 0) {
		forget_dead_readers(lock_of(word));
		*seen = load(word);
	}
	return take_free(word, seen, WRITTEN | (uint32_t) getpid());
}

bool php_seatpush_lock_take_for_reading(uint32_t *word, uint32_t *seen)
{
	bool taken = false;

	*seen = load(word);
	while (!taken && (*seen & WRITTEN) == 0) {
		taken = replace(word, seen, *seen + 1);
	}
	taken = taken || take_free(word, seen, 1);
	if (taken) {
		note_reader(lock_of(word));
	}
	return taken;
}

bool php_seatpush_lock_is_own(uint32_t seen)
{
	return seen == (WRITTEN | (uint32_t) getpid());
}

bool php_seatpush_lock_release(struct php_seatpush_lock_word *lock)
{
	uint32_t seen = load(&lock->word);

	if (seen & WRITTEN) {
		return php_seatpush_lock_is_own(seen) && replace(&lock->word, &seen, 0);
	}
	if (seen == 0) {
		return false;
	}
	forget_reader(lock);
	subtract(&lock->word, 1);
	return true;
}
