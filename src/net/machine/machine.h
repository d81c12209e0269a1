/* SPDX-License-Identifier: MIT */
/*
 * What the processes of one server share: a block of memory, which the supervisor makes and passes
 * to its workers by descriptor. Each worker has a place in it, and a bell that the others ring when
 * there is something to read in the journal. Linux only.
 */
#ifndef SP_NET_MACHINE_MACHINE_H
#define SP_NET_MACHINE_MACHINE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#include "base/error.h"
#include "net/machine/counters.h"
#include "net/machine/journal.h"
#include "net/machine/mailbox.h"
#include "net/machine/roll.h"
#include "net/machine/tally.h"

#define SP_MACHINE_PLACES SP_JOURNAL_READERS
#define SP_MACHINE_MAILBOX ((size_t) 8 * 1024 * 1024)    /* bytes of the mailbox of each place */
#define SP_MACHINE_POST_MAX (SP_MACHINE_MAILBOX / 2 - 8) /* of a message in it: see mailbox.h */
#define SP_MACHINE_DESCRIPTORS (1 + SP_MACHINE_PLACES)   /* the memory and the bells */

/* The same in all processes and generations. */
struct sp_machine_facts {
	uint64_t layout;          /* what the block looks like; another version's may differ */
	uint64_t seed;            /* of keys */
	unsigned char secret[32]; /* of session tickets */
	uint64_t born_ms;
	int64_t born_wall; /* loops count their seconds from then on */
};

struct sp_machine {
	const struct sp_machine_facts *facts;
	struct sp_roll *roll;
	struct sp_journal *journal;
	struct sp_tally *tally;
	struct sp_machine_block *block;
	unsigned place; /* SP_MACHINE_PLACES: the supervisor's */
	int descriptors[SP_MACHINE_DESCRIPTORS];
};

/* In the supervisor. NULL: *error says why. */
struct sp_machine *sp_machine_new(struct sp_error *error);

/* In a worker: takes the descriptors, in order. NULL: *error says why, and they are closed. */
struct sp_machine *sp_machine_attach(
	const int descriptors[SP_MACHINE_DESCRIPTORS], unsigned place, struct sp_error *error);

/* This process does not use it any more; it may be a child, too. machine may be NULL. */
void sp_machine_free(struct sp_machine *machine);

/* Becomes readable when another process rings. */
int sp_machine_bell(const struct sp_machine *machine);

/* The bell has been heard. */
void sp_machine_heard(struct sp_machine *machine);

/* Rings the bells of these places, as bits. */
void sp_machine_ring(const struct sp_machine *machine, uint32_t places);

/* This process is alive, and has counted so much so far. */
void sp_machine_count(struct sp_machine *machine, const struct sp_counters *counters);

/* When the process that has the place last said so, on sp_clock_ms(); 0: it has not yet. */
uint64_t sp_machine_alive_ms(const struct sp_machine *machine, unsigned place);

/* The process that has the place; 0: none has. */
pid_t sp_machine_process(const struct sp_machine *machine, unsigned place);

/* Adds what all other processes have counted, and those that are gone. */
void sp_machine_add_others(const struct sp_machine *machine, struct sp_counters *counters);

enum sp_machine_role {
	SP_MACHINE_IDLE, /* it starts, or does nothing new any more */
	SP_MACHINE_ACCEPTS,
	SP_MACHINE_RUNS_TASKS,
	SP_MACHINE_IS_OWN, /* of the script */
};

/* What others know of a process, so that the one with the least to do accepts. Written by that one
 * alone, and read at any time. */
struct sp_machine_load {
	uint32_t role;  /* enum sp_machine_role */
	int32_t worker; /* its number */
	int32_t generation;
	uint32_t full;        /* it has no descriptors left */
	uint32_t connections; /* that it has */
	uint32_t tasks;       /* that it has to do, or waits for */
	uint64_t busy_ns; /* since when a callback has held its loop, on sp_clock_ns(); 0: none does */
};

struct sp_machine_load *sp_machine_load(const struct sp_machine *machine);

/* Of another one, to be read. */
const struct sp_machine_load *sp_machine_load_of(const struct sp_machine *machine, unsigned place);

/* The fewest connections that another process has that accepts, has room for more, and whose loop
 * turns. UINT32_MAX: there is none. */
uint32_t sp_machine_least(const struct sp_machine *machine);

/* Another process accepts and has room for more. Its loop may be held for a moment. */
bool sp_machine_has_room(const struct sp_machine *machine);

/* The place of the worker with that number; of two, while one follows the other, the later one.
 * SP_MACHINE_PLACES: there is none. */
unsigned sp_machine_find(const struct sp_machine *machine, int worker);

/* What others send to this process. */
struct sp_mailbox *sp_machine_mailbox(const struct sp_machine *machine);

/* Sends a message of all parts to the process that has the place, and wakes it. *at: see
 * sp_machine_was_left(). */
enum sp_mailbox_put sp_machine_post(const struct sp_machine *machine, unsigned place,
	int32_t process, const struct sp_span *parts, size_t count, uint64_t *at);

/* A message of sp_machine_post(), to a process that is gone since: it has never begun with it, see
 * sp_mailbox_begin(). */
bool sp_machine_was_left(
	const struct sp_machine *machine, unsigned place, int32_t process, uint64_t at);

/* This process hears for all what Redis publishes, or does no longer. */
void sp_machine_listen(const struct sp_machine *machine, bool listens);

/* Another one does. */
bool sp_machine_is_listened(const struct sp_machine *machine);

/* The process that had the place is gone: its connections and members are, and what it has counted
 * stays.
 * Returns how many connections those were. */
uint32_t sp_machine_vacate(struct sp_machine *machine, unsigned place);

#endif
