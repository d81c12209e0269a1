/* SPDX-License-Identifier: MIT */
/*
 * The tally: how many members each topic has in each process of one server, in one block of shared
 * memory. Each process writes its own numbers; each may ask for the sum. A topic is known by a hash
 * of its name, which must be the same in all processes and have 64 good bits.
 *
 * The block may lie at another address in each process. If a process is killed in a call, the next
 * one that needs the lock finishes what it had begun, or finds that nothing of it has happened.
 */
#ifndef SP_NET_MACHINE_TALLY_H
#define SP_NET_MACHINE_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "net/machine/journal.h"

/* Each process has a place below this, as in the journal. */
#define SP_TALLY_PLACES SP_JOURNAL_READERS

struct sp_tally;

/* How long the block is for so many topics (a power of two, at most 2^30); 0: longer than a size_t
 * can say. A topic that no process has members of takes no room. */
size_t sp_tally_size(uint32_t capacity);

/* Makes a tally of a block of sp_tally_size() zeroes, aligned to 8. Touches only its beginning.
 * False: *error says why. */
bool sp_tally_init(struct sp_tally *tally, uint32_t capacity, struct sp_error *error);

/* The process at this place has so many members of a topic now. Only that process may say so. The
 * lock is needed only if there were none before, or are none from now on. False: the tally is full,
 * so that others do not learn of these, until the next call. */
bool sp_tally_set(struct sp_tally *tally, uint64_t hash, unsigned place, uint32_t count);

/* How many members all other processes have. Without the lock, unless others hinder it again and
 * again. */
uint32_t sp_tally_others(struct sp_tally *tally, uint64_t hash, unsigned place);

/* The process at this place is dead: it has no members. */
void sp_tally_forget(struct sp_tally *tally, unsigned place);

#endif
