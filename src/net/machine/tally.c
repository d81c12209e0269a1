/* SPDX-License-Identifier: MIT */
/*
 * The block: struct sp_tally, the first entry of each bucket, the entries. Entries of one bucket
 * are a chain; entries are named by their number + 1, so that zeroed memory means none.
 *
 * What is true is in the entries' counts alone: an entry is in use while one of them is not zero.
 * Everything else can be worked out from that, and repair() does so. Every write goes through
 * set_32() and set_64(): they happen in the order in which they stand here, and each of them whole.
 * A count is the last thing that is written of a new entry before it is linked, and the first of
 * one that goes.
 *
 * Who does what without the lock. The process whose count in an entry is not zero may change it to
 * another such number, since nobody unlinks that entry meanwhile. Readers may: `unlinked` tells
 * them afterwards that an entry was unlinked, so that the one at which they stood may have become
 * another topic's, and that they have to look again.
 */
#include "net/machine/tally.h"

#include "base/system.h"
#include "net/loop/shared.h"

#define TRIES 4 /* without the lock */

struct entry {
	uint64_t hash;
	uint32_t next; /* in its bucket, or among the free */
	uint32_t counts[SP_TALLY_PLACES];
};

struct sp_tally {
	struct sp_shared_lock lock;
	uint32_t capacity;
	uint32_t complement; /* of capacity; if it is not, somebody has scribbled over the block */
	uint32_t fresh;      /* entries from this number on were never used */
	uint32_t free;       /* the first entry that was used and is free */
	uint32_t unlinked;   /* rises by two each time; odd: chains are being made again */
	uint32_t repairs;
	uint32_t heads[];
};

_Static_assert(sizeof(struct sp_tally) % 8 == 0, "entries are aligned, behind an even number");

static void set_32(uint32_t *field, uint32_t value)
{
	SP_COMPILER_FENCE();
	__atomic_store_n(field, value, __ATOMIC_RELEASE);
}

static void set_64(uint64_t *field, uint64_t value)
{
	SP_COMPILER_FENCE();
	__atomic_store_n(field, value, __ATOMIC_RELEASE);
}

static uint32_t get(const uint32_t *field)
{
	return __atomic_load_n(field, __ATOMIC_ACQUIRE);
}

/* Whatever the block says, nothing outside of it is used: of capacity there are two copies, and
 * everything else is held against it. */
static uint32_t capacity_of(const struct sp_tally *tally)
{
	return tally->complement == ~tally->capacity ? tally->capacity : 0;
}

static uint32_t fresh_of(const struct sp_tally *tally)
{
	uint32_t capacity = capacity_of(tally), fresh = get(&tally->fresh);

	return fresh < capacity ? fresh : capacity;
}

static uint64_t heads_size(uint32_t capacity)
{
	return ((uint64_t) capacity * sizeof(uint32_t) + 7) & ~UINT64_C(7);
}

/* NULL: number is 0, or makes no sense. */
static struct entry *entry_at(struct sp_tally *tally, uint32_t number)
{
	uint32_t capacity = capacity_of(tally);
	char *entries = (char *) tally->heads + heads_size(capacity);

	return number > 0 && number <= capacity ? (struct entry *) (void *) entries + number - 1 : NULL;
}

/* There is room for one entry at least. */
static uint32_t *head_of(struct sp_tally *tally, uint64_t hash)
{
	return &tally->heads[hash & (capacity_of(tally) - 1)];
}

static bool is_used(const struct entry *entry)
{
	uint32_t any = 0;

	for (unsigned i = 0; i < SP_TALLY_PLACES; i++) {
		any |= get(&entry->counts[i]);
	}
	return any != 0;
}

/* Where the entry is named: its bucket's head, or another one's next. NULL: there is none. With the
 * lock, or without it as said above: then an entry may be missed, but each that is returned was the
 * hash's a moment ago. */
static uint32_t *link_to(struct sp_tally *tally, uint64_t hash)
{
	uint32_t steps = capacity_of(tally); /* if a chain has become a circle */
	uint32_t *link = steps > 0 ? head_of(tally, hash) : NULL;
	struct entry *entry;

	for (; steps > 0 && (entry = entry_at(tally, get(link))) != NULL; steps--) {
		if (__atomic_load_n(&entry->hash, __ATOMIC_ACQUIRE) == hash) {
			return link;
		}
		link = &entry->next;
	}
	return NULL;
}

static struct entry *find(struct sp_tally *tally, uint64_t hash)
{
	uint32_t *link = link_to(tally, hash);

	return link != NULL ? entry_at(tally, get(link)) : NULL;
}

static void link_in(struct sp_tally *tally, uint32_t *head, uint32_t number)
{
	set_32(&entry_at(tally, number)->next, *head);
	set_32(head, number);
}

/* Whoever does this may be killed as well. */
static void repair(struct sp_tally *tally)
{
	uint32_t capacity = capacity_of(tally);

	set_32(&tally->unlinked, tally->unlinked | 1);
	for (uint32_t i = 0; i < capacity; i++) {
		if (tally->heads[i] != 0) {
			set_32(&tally->heads[i], 0);
		}
	}
	set_32(&tally->free, 0);
	for (uint32_t number = fresh_of(tally); number > 0; number--) {
		const struct entry *entry = entry_at(tally, number);

		link_in(tally, is_used(entry) ? head_of(tally, entry->hash) : &tally->free, number);
	}
	set_32(&tally->repairs, tally->repairs + 1);
	set_32(&tally->unlinked, tally->unlinked + 1);
}

static void enter(struct sp_tally *tally)
{
	if (sp_shared_lock_enter(&tally->lock)) {
		repair(tally);
	}
}

static void leave(struct sp_tally *tally)
{
	sp_shared_lock_leave(&tally->lock);
}

/* The number of one that is free, and is not any more. 0: there is none. */
static uint32_t take(struct sp_tally *tally)
{
	uint32_t number = tally->free, fresh = fresh_of(tally);
	const struct entry *entry = entry_at(tally, number);

	if (entry != NULL) {
		set_32(&tally->free, entry->next);
		return number;
	}
	if (fresh == capacity_of(tally)) {
		return 0;
	}
	set_32(&tally->fresh, fresh + 1);
	return fresh + 1;
}

/* False: there is no room. */
static bool insert(struct sp_tally *tally, uint64_t hash, unsigned place, uint32_t count)
{
	uint32_t number = take(tally);
	struct entry *entry = entry_at(tally, number);

	if (entry == NULL) {
		return false;
	}
	set_64(&entry->hash, hash);
	set_32(&entry->counts[place], count);
	link_in(tally, head_of(tally, hash), number);
	return true;
}

static void clear(struct sp_tally *tally, uint32_t *link, unsigned place)
{
	uint32_t number = *link;
	struct entry *entry = entry_at(tally, number);

	set_32(&entry->counts[place], 0);
	if (!is_used(entry)) {
		set_32(link, entry->next);
		set_32(&tally->unlinked, tally->unlinked + 2);
		link_in(tally, &tally->free, number);
	}
}

size_t sp_tally_size(uint32_t capacity)
{
	uint64_t bytes =
		sizeof(struct sp_tally) + heads_size(capacity) + (uint64_t) capacity * sizeof(struct entry);

	return bytes <= SIZE_MAX ? (size_t) bytes : 0;
}

bool sp_tally_init(struct sp_tally *tally, uint32_t capacity, struct sp_error *error)
{
	if (!sp_shared_lock_init(&tally->lock, error)) {
		return false;
	}
	tally->capacity = capacity;
	tally->complement = ~capacity;
	return true;
}

/* With the lock. */
static bool set(struct sp_tally *tally, uint64_t hash, unsigned place, uint32_t count)
{
	uint32_t *link = link_to(tally, hash);

	if (link == NULL) {
		return count == 0 || insert(tally, hash, place, count);
	}
	if (count == 0) {
		clear(tally, link, place);
	} else {
		set_32(&entry_at(tally, *link)->counts[place], count);
	}
	return true;
}

bool sp_tally_set(struct sp_tally *tally, uint64_t hash, unsigned place, uint32_t count)
{
	struct entry *entry = count > 0 ? find(tally, hash) : NULL;
	bool done;

	if (entry != NULL && get(&entry->counts[place]) > 0) {
		set_32(&entry->counts[place], count);
		return true;
	}
	enter(tally);
	done = set(tally, hash, place, count);
	leave(tally);
	return done;
}

static uint32_t others(struct sp_tally *tally, uint64_t hash, unsigned place)
{
	const struct entry *entry = find(tally, hash);
	uint32_t sum = 0;

	for (unsigned i = 0; i < SP_TALLY_PLACES && entry != NULL; i++) {
		sum += i != place ? get(&entry->counts[i]) : 0;
	}
	return sum;
}

uint32_t sp_tally_others(struct sp_tally *tally, uint64_t hash, unsigned place)
{
	uint32_t sum;

	for (int i = 0; i < TRIES; i++) {
		uint32_t before = get(&tally->unlinked);

		sum = others(tally, hash, place);
		if (before % 2 == 0 && get(&tally->unlinked) == before) {
			return sum;
		}
	}
	enter(tally);
	sum = others(tally, hash, place);
	leave(tally);
	return sum;
}

void sp_tally_forget(struct sp_tally *tally, unsigned place)
{
	for (uint32_t number = fresh_of(tally); number > 0; number--) {
		const struct entry *entry = entry_at(tally, number);

		/* Nobody else changes it, and the lock is held for moments only. */
		if (get(&entry->counts[place]) > 0) {
			enter(tally);
			set(tally, entry->hash, place, 0);
			leave(tally);
		}
	}
}
