/* SPDX-License-Identifier: MIT */
/*
 * The messages between the processes of one server: each is appended once, and every process reads
 * on from a position of its own and skips what it wrote itself. The journal lies in memory that
 * they share, at another address in each.
 *
 * Writers wait for nobody: when there is no room, the oldest records go, and a reader that still
 * needed them is told that they are lost. Nobody is needed to clean up after a process that was
 * killed, wherever that was, and bytes that a process wrote into the ring by mistake are never
 * taken for lengths. The struct's fields and the lock are believed.
 */
#ifndef SP_NET_MACHINE_JOURNAL_H
#define SP_NET_MACHINE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/span.h"
#include "net/loop/shared.h"

/* Processes that read or write have a number below this, one each. At most 32. */
#define SP_JOURNAL_READERS 32

/* The ring is behind it. Its fields are for the functions here. A position is a number of bytes
 * that only rises, and its place in the ring is the remainder. */
struct sp_journal {
	uint64_t capacity; /* of the ring; a power of two */
	uint64_t start;    /* position of the oldest record */
	uint64_t end;      /* position behind the last record */
	uint64_t who;      /* bits from 0 on: who reads; from 32 on: who is to be told of the next */
	struct sp_shared_lock lock; /* for appending */
};

/* How long the memory of a journal is whose records take up to capacity bytes: rounded up to a
 * power of two from 2^10 to 2^30. Each record takes a multiple of 8 bytes, and 8 more. */
size_t sp_journal_size(size_t capacity);

/* Makes a journal of sp_journal_size() zeroes, aligned to 8. False: *error says why. */
bool sp_journal_init(struct sp_journal *journal, size_t capacity, struct sp_error *error);

/* The reader gets what is appended from now on, and is to be told of the next. Returns the position
 * from which it reads. */
uint64_t sp_journal_join(struct sp_journal *journal, unsigned reader);

/* Also on behalf of one that is dead. Returns bits (1u << reader) of those that are left: if this
 * one was killed, they must be woken, as it may have been between appending and waking. */
uint32_t sp_journal_leave(struct sp_journal *journal, unsigned reader);

/* Who reads, as bits (1u << reader). */
static inline uint32_t sp_journal_readers(const struct sp_journal *journal)
{
	return (uint32_t) __atomic_load_n(&journal->who, __ATOMIC_ACQUIRE);
}

/* Nobody else reads, so nothing needs to be appended. */
static inline bool sp_journal_is_alone(const struct sp_journal *journal, unsigned reader)
{
	return (sp_journal_readers(journal) & ~(UINT32_C(1) << reader)) == 0;
}

enum sp_journal_append {
	SP_JOURNAL_APPENDED,
	SP_JOURNAL_TOO_LARGE, /* more than a quarter of the capacity */
};

/* Appends one record of all parts. *read_to: up to where the writer has read; if that is
 * everything, it is behind this record, too, afterwards, so that what a process writes alone is
 * never lost to it. read_to may be NULL. *wake: bits (1u << reader) of the other readers that must
 * be woken: those that were not told since they last called sp_journal_awake(). */
enum sp_journal_append sp_journal_append(struct sp_journal *journal, unsigned writer,
	const struct sp_span *parts, size_t count, uint64_t *read_to, uint32_t *wake);

/* The position behind the last record. */
static inline uint64_t sp_journal_end(const struct sp_journal *journal)
{
	return __atomic_load_n(&journal->end, __ATOMIC_ACQUIRE);
}

/* The reader looks now, until nothing is left: it is told of the next append. */
void sp_journal_awake(struct sp_journal *journal, unsigned reader);

struct sp_record {
	unsigned writer;
	const char *data; /* in the journal, aligned to 8: see sp_journal_is_intact() */
	size_t len;
	uint64_t at;   /* its position, which may be behind the one that was asked for */
	uint64_t next; /* where to read on */
};

enum sp_journal_read {
	SP_JOURNAL_RECORD,
	SP_JOURNAL_NOTHING, /* the position is the end */
	SP_JOURNAL_LOST,    /* overwritten: record->next is the oldest that is left, or the end */
};

/* The record at a position: one of record->next, sp_journal_join() and sp_journal_end(). */
enum sp_journal_read sp_journal_read(
	const struct sp_journal *journal, uint64_t at, struct sp_record *record);

/* True: what was copied out of record->data until now is what was appended. False: it may have been
 * overwritten meanwhile, and the copy is worth nothing; sp_journal_read() says LOST there now. */
bool sp_journal_is_intact(const struct sp_journal *journal, const struct sp_record *record);

#endif
