/* SPDX-License-Identifier: MIT */
/*
 * For whom the connections of several processes count: no process lets more in than all may have,
 * and what a process that is killed had is given back, wherever that was. An argument is another
 * seed.
 * with: src/net/loop/shared.c
 */
#include <stdlib.h>

#include "check.h"
#include "torn.h"

#include "net/machine/roll.c"

#define CAPACITY 400
#define PEERS 3 /* called 1 to 3 */
#define OPEN_MOST 7
#define ROLL_MOST 18 /* connections of all */
#define PROCESSES 4

static const struct sp_peer_limits none = {0, 0};

static struct sp_roll *made(void)
{
	struct sp_roll *roll = shared_block(sp_roll_size(CAPACITY));
	struct sp_error error;

	must(sp_roll_init(roll, CAPACITY, &error));
	return roll;
}

static void discard(struct sp_roll *roll)
{
	sp_shared_free(roll, sp_roll_size(CAPACITY));
}

/* As a process does that accepts a connection. 0: it is not welcome. */
static int64_t come(struct sp_roll *roll, unsigned place, uint64_t peer, uint32_t now_s,
	const struct sp_peer_limits *limits)
{
	struct sp_roll_entry entry = {.place = (uint16_t) place, .peer = peer};

	sp_roll_enter(roll);
	if (sp_roll_count(roll) < ROLL_MOST &&
		sp_peers_enter(sp_roll_peers(roll), peer, now_s, limits) == SP_PEER_WELCOME) {
		entry.id = (int64_t) ++sp_roll_counter(roll)->next;
		must(sp_roll_add(roll, &entry));
		/* How often one had as many as it may; the field has no other use here. */
		sp_roll_counter(roll)->reserved += sp_peers_open(sp_roll_peers(roll), peer) == limits->open;
	}
	sp_roll_leave(roll);
	return entry.id;
}

/* How many connections of the peer the slots have, of a place or of all (PROCESSES). */
static uint32_t seen(struct sp_roll *roll, uint64_t peer, unsigned place)
{
	uint32_t seen = 0;

	for (uint32_t at = 0; at < roll->end; at++) {
		struct sp_roll_entry entry = entry_of(&roll->slots[at]);

		seen += !is_removed(roll, at) && entry.peer == peer &&
				(place == PROCESSES || place == entry.place);
	}
	return seen;
}

/* What is counted is what is there. */
static bool is_right(struct sp_roll *roll)
{
	uint32_t count = 0;
	bool right = true;

	sp_roll_enter(roll);
	for (uint64_t peer = 1; peer <= PEERS; peer++) {
		right = right && sp_peers_open(sp_roll_peers(roll), peer) == seen(roll, peer, PROCESSES);
		count += seen(roll, peer, PROCESSES) > 0;
	}
	right = right && sp_peers_count(sp_roll_peers(roll)) == count;
	sp_roll_leave(roll);
	return right;
}

/* ---- one process ---- */

static void moves(void)
{
	struct sp_roll *roll = made();
	struct sp_peer_limits one = {1, 0};
	int64_t id = come(roll, 0, 1, 1, &one);
	struct sp_roll_entry entry = {.id = id, .place = 1};

	ok(id != 0 && come(roll, 1, 1, 1, &one) == 0, "a limit holds for all places");
	must(sp_roll_change(roll, &entry));
	ok(sp_roll_count_for(roll, id, 1, 1, NULL) == SP_PEER_WELCOME && seen(roll, 1, 1) == 1 &&
			is_right(roll) && come(roll, 0, 1, 1, &one) == 0,
		"one that moves is neither refused nor counted twice");
	sp_roll_forget(roll, 0);
	ok(come(roll, 2, 1, 1, &one) == 0, "and does not go with the process before");
	sp_roll_forget(roll, 1);
	ok(come(roll, 2, 1, 1, &one) != 0 && is_right(roll), "but with the one that has it");
	discard(roll);
}

static void renamed(void)
{
	struct sp_roll *roll = made();
	struct sp_peer_limits one = {1, 0};
	int64_t id = come(roll, 0, 1, 1, &none);

	come(roll, 1, 2, 1, &none);
	ok(sp_roll_count_for(roll, id, 2, 1, &one) == SP_PEER_TOO_MANY && is_right(roll) &&
			seen(roll, 1, PROCESSES) == 0,
		"a proxy's connection that now is somebody's who has too many counts for nobody");
	ok(sp_roll_count_for(roll, id, 3, 1, &one) == SP_PEER_WELCOME && is_right(roll) &&
			seen(roll, 3, 0) == 1,
		"then for the next one");
	ok(sp_roll_count_for(roll, id + 9, 3, 1, &one) == SP_PEER_WELCOME && is_right(roll),
		"one that is not there has no effect");
	discard(roll);
}

static void lingers(void)
{
	struct sp_roll *roll = made();
	struct sp_peer_limits one = {1, 0};
	int64_t id = come(roll, 0, 1, 1, &one);
	struct sp_roll_entry found;

	sp_roll_hide(roll, id);
	ok(!sp_roll_find(roll, id, &found) && !sp_roll_after(roll, 0, -1, &found) &&
			come(roll, 1, 1, 1, &one) == 0,
		"one that is closed counts while its descriptor is open, and is not found");
	sp_roll_count_for(roll, id, 0, 1, NULL);
	id = come(roll, 1, 1, 1, &one);
	ok(id != 0 && sp_roll_count(roll) == 1 && is_right(roll), "then there is room");
	sp_roll_count_for(roll, id, 0, 1, NULL);
	sp_roll_hide(roll, id);
	ok(sp_roll_count(roll) == 0, "one that counts for nobody is removed at once");
	discard(roll);
}

static void rates(void)
{
	struct sp_roll *roll = made();
	struct sp_peer_limits two = {0, 2};

	come(roll, 0, 1, 1, &two);
	come(roll, 1, 1, 1, &two);
	sp_roll_forget(roll, 0);
	ok(come(roll, 2, 1, 1, &two) == 0 && come(roll, 2, 2, 1, &two) != 0,
		"what was opened in this second is counted for all, also if a process has ended");
	ok(come(roll, 2, 1, 2, &two) != 0, "the next second is new");
	discard(roll);
}

/* ---- several processes ---- */

struct open {
	int64_t ids[ROLL_MOST];
	uint32_t count;
};

static void go(struct sp_roll *roll, struct open *open, uint32_t at)
{
	sp_roll_remove(roll, open->ids[at]);
	open->ids[at] = open->ids[--open->count];
}

static void any_change(struct sp_roll *roll, unsigned place, struct open *open)
{
	const struct sp_peer_limits limits = {OPEN_MOST, 0};
	int64_t id;

	if (open->count > 0 && below(3) == 0) {
		go(roll, open, below(open->count));
	} else if (open->count > 0 && below(4) == 0) {
		sp_roll_count_for(roll, open->ids[below(open->count)], 1 + below(PEERS), 1, &limits);
	} else {
		id = come(roll, place, 1 + below(PEERS), 1, &limits);
		if (id != 0) {
			open->ids[open->count++] = id;
		}
	}
}

#define CHANGES 8000
#define KEEPS 2

/* Ends with some that stay. */
static void change_many(void *block, unsigned place)
{
	struct sp_roll *roll = block;
	struct open open = {.count = 0};

	seed += place;
	before_write = yield_at_times;
	for (int i = 0; i < CHANGES; i++) {
		any_change(roll, place, &open);
	}
	while (open.count > KEEPS) {
		go(roll, &open, 0);
	}
}

/* At no moment has any peer, or have all, more than they may. */
static void watch_until_end(struct sp_roll *roll, pid_t pid)
{
	do {
		sp_roll_enter(roll);
		for (uint64_t peer = 1; peer <= PEERS; peer++) {
			uint32_t open = seen(roll, peer, PROCESSES);

			must(open <= OPEN_MOST && open == sp_peers_open(sp_roll_peers(roll), peer));
		}
		must(sp_roll_count(roll) <= ROLL_MOST);
		sp_roll_leave(roll);
		sched_yield();
	} while (!child_ended(pid));
}

static void several_change(void)
{
	struct sp_roll *roll = made();
	pid_t pids[PROCESSES];

	for (unsigned i = 0; i < PROCESSES; i++) {
		pids[i] = child(change_many, roll, i);
	}
	for (int i = 0; i < PROCESSES; i++) {
		watch_until_end(roll, pids[i]);
	}
	ok(sp_roll_counter(roll)->reserved > 300 && is_right(roll),
		"several let in as many as all may have, and never more");
	for (uint16_t i = 0; i < PROCESSES; i++) {
		sp_roll_forget(roll, i);
	}
	ok(sp_roll_count(roll) == 0 && is_right(roll), "nothing is left when they are gone");
	discard(roll);
}

static void change_until_killed(void *block, unsigned place)
{
	struct sp_roll *roll = block;
	struct open open = {.count = 0};

	seed += place;
	for (int i = (int) below(30); i > 0; i--) {
		any_change(roll, place, &open);
	}
	die_after(below(9));
	for (;;) {
		any_change(roll, place, &open);
	}
}

/* Each place is forgotten when its process is dead, as the supervisor does, while others go on. */
static void killed(void)
{
	struct sp_roll *roll = made();
	struct open open = {.count = 0};

	for (int number = 0; number < 400; number++) {
		pid_t pid = child(change_until_killed, roll, 1 + (unsigned) number % 2);

		for (int i = 0; i < 20; i++) {
			any_change(roll, 0, &open);
			while (open.count > OPEN_MOST - 1) {
				go(roll, &open, 0); /* so that there is something to do for the child */
			}
		}
		must(waitpid(pid, NULL, 0) == pid);
		sp_roll_forget(roll, (uint16_t) (1 + number % 2));
		must(is_right(roll) && sp_roll_count(roll) == open.count);
		seed += 7;
	}
	ok(roll->repairs > 100, "what a killed process had is given back, wherever it was killed");
	discard(roll);
}

/* The counts may be anything when a process is killed in the middle of them. */
static void repaired(void)
{
	struct sp_roll *roll = made();
	struct open open = {.count = 0};

	for (int number = 0; number < 500; number++) {
		size_t size = (size_t) sp_peers_size(CAPACITY);
		unsigned char *bytes = (unsigned char *) sp_roll_peers(roll);

		any_change(roll, 0, &open);
		for (size_t at = 0; at < size; at++) {
			bytes[at] = (unsigned char) (below(2) ? below(256) : below(3));
		}
		repair(roll);
		must(is_right(roll));
	}
	ok(true, "whatever the counts were, they are right again");
	discard(roll);
}

int main(int argc, char **argv)
{
	seed = argc > 1 ? strtoull(argv[1], NULL, 10) : seed;
	printf("seed %llu\n", (unsigned long long) seed);
	run(moves);
	run(renamed);
	run(lingers);
	run(rates);
	run(several_change);
	run(killed);
	run(repaired);
	return check_end();
}
