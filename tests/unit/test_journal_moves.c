/* SPDX-License-Identifier: MIT */
/*
 * Messages to one and to many over the journal while connections move between processes, some of
 * them refused: each connection gets each message once, and those of one sender in order, whatever
 * happens in between. The processes are a model, the journal is real.
 * with: src/net/machine/journal.c src/net/loop/shared.c
 */
#include <stdlib.h>

#include "check.h"
#include "guard.h"
#include "net/machine/journal.h"

#define SEEDS 300
#define STEPS 3000
#define WORKERS 4 /* the first half gives its connections to the others */
#define CONNS 12
#define CAPACITY ((size_t) 1 << 16)
#define ALL (-1)
#define MOVES (-1)

struct message {
	int sender;
	int number; /* the sender's, from 1 on */
	int to;     /* a connection or ALL */
	char filling[96];
};

struct offer {
	int from, to, conn;
	uint64_t position;
};

struct world {
	unsigned random;
	struct sp_journal *journal;
	uint64_t read_to[WORKERS];
	int owner[CONNS]; /* or MOVES */
	uint64_t begins[CONNS];
	struct offer offers[CONNS]; /* the oldest first */
	int offered;
	int sent[WORKERS];
	int to[WORKERS][STEPS + 1];
	unsigned char got[CONNS][WORKERS][STEPS + 1];
	int last[CONNS][WORKERS];
	long disordered;
};

static unsigned below(struct world *world, unsigned limit)
{
	world->random = world->random * 1664525u + 1013904223u;
	return (world->random >> 8) % limit;
}

static void give(struct world *world, int conn, const struct message *message)
{
	int *last = &world->last[conn][message->sender];

	if (message->to == ALL || message->to == conn) {
		world->got[conn][message->sender][message->number]++;
		world->disordered += message->number < *last;
		*last = message->number;
	}
}

/* False: that was the last one. None may be lost: the test's capacity is enough. */
static bool next(
	const struct world *world, uint64_t *at, struct sp_record *record, struct message *message)
{
	enum sp_journal_read read = sp_journal_read(world->journal, *at, record);

	must(read != SP_JOURNAL_LOST);
	if (read == SP_JOURNAL_NOTHING) {
		return false;
	}
	must(record->len >= offsetof(struct message, filling) && record->len <= sizeof(*message));
	memcpy(message, record->data, record->len);
	must((unsigned) message->sender == record->writer && *at <= record->at);
	*at = record->next;
	return true;
}

static void read_some(struct world *world, int worker, unsigned most)
{
	struct sp_record record;
	struct message message;

	for (; most > 0 && next(world, &world->read_to[worker], &record, &message); most--) {
		for (int conn = 0; conn < CONNS && message.sender != worker; conn++) {
			if (world->owner[conn] == worker && world->begins[conn] <= record.at) {
				give(world, conn, &message);
			}
		}
	}
}

static void publish(struct world *world, int worker)
{
	int to = below(world, 100) < 60 ? ALL : (int) below(world, CONNS);
	struct message message = {worker, ++world->sent[worker], to, ""};
	struct sp_span parts[] = {{(const char *) &message, offsetof(struct message, filling)},
		{message.filling, below(world, sizeof(message.filling))}};
	uint32_t wake;

	world->to[worker][message.number] = to;
	for (int conn = 0; conn < CONNS; conn++) {
		if (world->owner[conn] == worker) {
			give(world, conn, &message);
		}
	}
	if (to == ALL || world->owner[to] != worker) {
		must(sp_journal_append(world->journal, (unsigned) worker, parts, 2, &world->read_to[worker],
				 &wake) == SP_JOURNAL_APPENDED);
	}
}

static void offer(struct world *world, int worker)
{
	int conn = (int) below(world, CONNS);

	if (worker < WORKERS / 2 && world->owner[conn] == worker) {
		read_some(world, worker, UINT32_MAX);
		world->owner[conn] = MOVES;
		world->offers[world->offered++] = (struct offer){worker,
			WORKERS / 2 + (int) below(world, WORKERS / 2), conn, sp_journal_end(world->journal)};
	}
}

/* The oldest offer is taken, or refused: then the one that made it takes it. */
static void take(struct world *world, bool refused)
{
	struct offer taken = world->offers[0];
	uint64_t end = sp_journal_end(world->journal);
	struct sp_record record;
	struct message message;

	memmove(world->offers, world->offers + 1, sizeof(world->offers) - sizeof(world->offers[0]));
	world->offered--;
	while (taken.position < end && next(world, &taken.position, &record, &message)) {
		give(world, taken.conn, &message);
	}
	world->begins[taken.conn] = end;
	world->owner[taken.conn] = refused ? taken.from : taken.to;
}

static void step(struct world *world)
{
	unsigned action = below(world, 100);
	int worker = (int) below(world, WORKERS);

	if (action < 35) {
		publish(world, worker);
	} else if (action < 75) {
		read_some(world, worker, 1 + below(world, 3));
	} else if (action < 87) {
		offer(world, worker);
	} else if (world->offered > 0) {
		take(world, below(world, 100) >= 90);
	}
}

static void live(struct world *world, unsigned seed, struct sp_journal *journal)
{
	*world = (struct world){.random = seed * 2654435761u, .journal = journal};
	for (int worker = 0; worker < WORKERS; worker++) {
		world->read_to[worker] = sp_journal_join(journal, (unsigned) worker);
	}
	for (int conn = 0; conn < CONNS; conn++) {
		world->owner[conn] = (int) below(world, WORKERS / 2);
	}
	for (int i = 0; i < STEPS; i++) {
		step(world);
	}
	while (world->offered > 0) {
		take(world, false);
	}
	for (int worker = 0; worker < WORKERS; worker++) {
		read_some(world, worker, UINT32_MAX);
	}
}

/* How many messages there were. */
static long judge(const struct world *world, long *lost, long *doubled)
{
	long sent = 0;

	for (int sender = 0; sender < WORKERS; sender++) {
		sent += world->sent[sender];
		for (int number = 1; number <= world->sent[sender]; number++) {
			int to = world->to[sender][number];

			for (int conn = 0; conn < CONNS; conn++) {
				int got = world->got[conn][sender][number];
				int due = to == ALL || to == conn;

				*lost += got < due;
				*doubled += got > due;
			}
		}
	}
	return sent;
}

static void moves(void)
{
	static struct world world;
	struct sp_error error;
	struct sp_journal *journal = calloc(1, sp_journal_size(CAPACITY));
	long sent = 0, wrong = 0;

	must(journal != NULL && sp_journal_init(journal, CAPACITY, &error));
	for (unsigned seed = 0; seed < SEEDS && wrong == 0; seed++) {
		long lost = 0, doubled = 0;

		live(&world, seed, journal);
		sent += judge(&world, &lost, &doubled);
		wrong = lost + doubled + world.disordered;
		if (wrong > 0) {
			printf("seed %u: lost %ld, doubled %ld, out of order %ld\n", seed, lost, doubled,
				world.disordered);
		}
	}
	ok(wrong == 0, "each message arrives once, and those of a sender in order");
	ok(sent > SEEDS * STEPS / 4L, "there was something to lose");
	ok(sp_journal_end(journal) > 100 * CAPACITY, "the ring was written over many times");
	free(journal);
}

int main(void)
{
	run(moves);
	return check_end();
}
