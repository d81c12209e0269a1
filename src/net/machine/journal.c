/* SPDX-License-Identifier: MIT */
/*
 * The ring: records, each a word that says whose it is and how long, and its bytes, which are never
 * divided: a filler takes what is left at the ring's end. Only start and end say where records are.
 * start moves on before a byte is overwritten, and end when a record is complete, so a writer may
 * be killed anywhere. Readers look at start again after they have read, as with a sequence lock.
 */
#include "net/machine/journal.h"

#include <string.h>

#define CAPACITY_MIN ((uint64_t) 1 << 10)
#define CAPACITY_MAX ((uint64_t) 1 << 30)
#define HEAD_SIZE sizeof(uint64_t)
#define WRITER_BITS 16
#define FILLER ((UINT64_C(1) << WRITER_BITS) - 1) /* in place of a writer */
#define TELL_SHIFT 32

_Static_assert(SP_JOURNAL_READERS <= TELL_SHIFT, "a bit for each reader");
_Static_assert(sizeof(struct sp_journal) % HEAD_SIZE == 0, "the ring is aligned");

static uint64_t rounded(size_t capacity)
{
	uint64_t power = CAPACITY_MIN;

	while (power < capacity && power < CAPACITY_MAX) {
		power *= 2;
	}
	return power;
}

size_t sp_journal_size(size_t capacity)
{
	return sizeof(struct sp_journal) + (size_t) rounded(capacity);
}

bool sp_journal_init(struct sp_journal *journal, size_t capacity, struct sp_error *error)
{
	journal->capacity = rounded(capacity);
	return sp_shared_lock_init(&journal->lock, error);
}

/* One word for both kinds of bits: of an append and a join at the same time one is first. If it is
 * the append, the reader begins behind it, and if it is the join, the writer tells the reader. */
static uint64_t both_bits(unsigned reader)
{
	return UINT64_C(1) << reader | UINT64_C(1) << (reader + TELL_SHIFT);
}

uint64_t sp_journal_join(struct sp_journal *journal, unsigned reader)
{
	__atomic_or_fetch(&journal->who, both_bits(reader), __ATOMIC_ACQ_REL);
	return sp_journal_end(journal);
}

uint32_t sp_journal_leave(struct sp_journal *journal, unsigned reader)
{
	return (uint32_t) __atomic_and_fetch(&journal->who, ~both_bits(reader), __ATOMIC_ACQ_REL);
}

void sp_journal_awake(struct sp_journal *journal, unsigned reader)
{
	__atomic_or_fetch(&journal->who, UINT64_C(1) << (reader + TELL_SHIFT), __ATOMIC_ACQ_REL);
}

/* Who is to be told, and is told now. After the end was moved: a reader that wants to be told after
 * this sees the record when it looks. */
static uint32_t tell(struct sp_journal *journal, unsigned writer)
{
	uint64_t told = (~UINT64_C(0) << TELL_SHIFT) & ~both_bits(writer);
	uint64_t who = __atomic_fetch_and(&journal->who, ~told, __ATOMIC_ACQ_REL);

	return (uint32_t) who & (uint32_t) ((who & told) >> TELL_SHIFT);
}

static uint64_t size_of(uint64_t len)
{
	return HEAD_SIZE + ((len + HEAD_SIZE - 1) & ~(uint64_t) (HEAD_SIZE - 1));
}

static uint64_t len_max(const struct sp_journal *journal)
{
	return journal->capacity / 4;
}

/* Within the ring and aligned, whatever at is. */
static uint64_t *head_at(const struct sp_journal *journal, uint64_t at)
{
	char *ring = (char *) (uintptr_t) (journal + 1);

	return (uint64_t *) (void *) (ring + (at & (journal->capacity - HEAD_SIZE)));
}

static uint64_t left_in_ring(const struct sp_journal *journal, uint64_t at)
{
	return journal->capacity - (at & (journal->capacity - HEAD_SIZE));
}

/* How many bytes the record or filler at a position before end takes. 0: there is neither. */
static uint64_t taken_at(const struct sp_journal *journal, uint64_t at, uint64_t end, uint64_t head)
{
	uint64_t len = head >> WRITER_BITS, writer = head & FILLER, size = size_of(len);

	if (size > left_in_ring(journal, at) || size > end - at || end - at > journal->capacity) {
		return 0;
	}
	return writer == FILLER || (writer < SP_JOURNAL_READERS && len <= len_max(journal)) ? size : 0;
}

/* Drops the oldest records until all behind start and before next has room in the ring. */
static void make_room(struct sp_journal *journal, uint64_t end, uint64_t next)
{
	uint64_t start = journal->start, taken;

	if (start > end || end - start > journal->capacity) {
		start = end; /* a process has written over one of them: what is there is given up */
	}
	while (start != end && next - start > journal->capacity) {
		taken = taken_at(journal, start, end, *head_at(journal, start));
		start = taken > 0 ? start + taken : end;
	}
	__atomic_store_n(&journal->start, start, __ATOMIC_RELAXED);
	__atomic_thread_fence(__ATOMIC_RELEASE); /* what is written from here on is seen after start */
}

static void put_head(struct sp_journal *journal, uint64_t at, uint64_t writer, uint64_t len)
{
	__atomic_store_n(head_at(journal, at), len << WRITER_BITS | writer, __ATOMIC_RELAXED);
}

static void put(struct sp_journal *journal, unsigned writer, const struct sp_span *parts,
	size_t count, uint64_t len)
{
	uint64_t end = journal->end, left = left_in_ring(journal, end);
	uint64_t at = left < size_of(len) ? end + left : end, next = at + size_of(len);
	char *place = (char *) (head_at(journal, at) + 1);

	make_room(journal, end, next);
	if (at != end) {
		put_head(journal, end, FILLER, left - HEAD_SIZE);
	}
	put_head(journal, at, writer, len);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].len > 0) {
			memcpy(place, parts[i].data, parts[i].len);
			place += parts[i].len;
		}
	}
	__atomic_store_n(&journal->end, next, __ATOMIC_RELEASE);
}

enum sp_journal_append sp_journal_append(struct sp_journal *journal, unsigned writer,
	const struct sp_span *parts, size_t count, uint64_t *read_to, uint32_t *wake)
{
	uint64_t len = 0, most = len_max(journal);
	bool has_read_all;

	*wake = 0;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].len > most - len) {
			return SP_JOURNAL_TOO_LARGE;
		}
		len += parts[i].len;
	}
	/* One that was killed in here has left nothing to repair. */
	(void) sp_shared_lock_enter(&journal->lock);
	has_read_all = read_to != NULL && *read_to == journal->end;
	put(journal, writer, parts, count, len);
	if (has_read_all) {
		*read_to = journal->end;
	}
	sp_shared_lock_leave(&journal->lock);
	*wake = tell(journal, writer);
	return SP_JOURNAL_APPENDED;
}

/* After reading: true if what was read at that position may have been overwritten. */
static bool is_gone(const struct sp_journal *journal, uint64_t at, uint64_t *start)
{
	__atomic_thread_fence(__ATOMIC_ACQUIRE);
	*start = __atomic_load_n(&journal->start, __ATOMIC_RELAXED);
	return at < *start;
}

enum sp_journal_read sp_journal_read(
	const struct sp_journal *journal, uint64_t at, struct sp_record *record)
{
	uint64_t end = sp_journal_end(journal), head, taken;

	record->next = end;
	for (; at < end; at += taken) {
		head = __atomic_load_n(head_at(journal, at), __ATOMIC_RELAXED);
		taken = taken_at(journal, at, end, head);
		if (is_gone(journal, at, &record->next)) {
			return SP_JOURNAL_LOST;
		}
		record->next = taken > 0 ? at + taken : end;
		if (taken == 0) {
			return SP_JOURNAL_LOST;
		}
		if ((head & FILLER) != FILLER) {
			record->writer = (unsigned) (head & FILLER);
			record->data = (const char *) (head_at(journal, at) + 1);
			record->len = (size_t) (head >> WRITER_BITS);
			record->at = at;
			return SP_JOURNAL_RECORD;
		}
	}
	return at == end ? SP_JOURNAL_NOTHING : SP_JOURNAL_LOST;
}

bool sp_journal_is_intact(const struct sp_journal *journal, const struct sp_record *record)
{
	uint64_t start;

	return !is_gone(journal, record->at, &start);
}
