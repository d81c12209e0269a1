/* SPDX-License-Identifier: MIT */
/*
 * The roll, beside a model that is a sorted array: at random, torn before each of its writes, with
 * processes that are killed in the middle, and with several at once. For whom they count is in
 * test_roll_peers.c as well. An argument is another seed.
 * with: src/net/loop/shared.c
 */
#include <stdlib.h>

#include "check.h"
#include "roll_model.h"
#include "torn.h"

#include "net/machine/roll.c"

static uint32_t roll_step(struct sp_roll *roll, const struct step *step)
{
	const struct sp_roll_entry *entry = &step->entry;
	const struct sp_peer_limits *limits = step->limits.open < 0 ? NULL : &step->limits;
	bool done;

	switch (step->kind) {
	case ADD:
		sp_roll_enter(roll);
		if (entry->peer != 0) {
			sp_peers_take_over(sp_roll_peers(roll), entry->peer);
		}
		done = sp_roll_add(roll, entry);
		if (!done && entry->peer != 0) {
			sp_peers_leave(sp_roll_peers(roll), entry->peer);
		}
		sp_roll_leave(roll);
		return done;
	case REMOVE:
		sp_roll_remove(roll, entry->id);
		return 0;
	case CHANGE:
		return sp_roll_change(roll, entry);
	case HIDE:
		sp_roll_hide(roll, entry->id);
		return 0;
	case COUNT_FOR:
		return sp_roll_count_for(roll, entry->id, entry->peer, 1, limits);
	case FORGET:
		return sp_roll_forget(roll, entry->place);
	}
	return 0;
}

static bool same(const struct sp_roll_entry *one, const struct sp_roll_entry *other)
{
	return one->id == other->id && one->place == other->place && one->port == other->port &&
		   one->flags == other->flags && one->peer == other->peer;
}

static bool is_hidden(const struct sp_roll_entry *entry)
{
	return (entry->flags & (SP_ROLL_CLOSED | HIDE_FLAG)) != 0;
}

/* Whether a walk with that port (-1: all) is what the model says. */
static bool walk_agrees(struct sp_roll *roll, const struct model *model, int port)
{
	struct sp_roll_entry entry = {.id = 0};

	for (uint32_t at = 0; at < model->count; at++) {
		const struct sp_roll_entry *mine = &model->entries[at];

		if (!is_hidden(mine) && (port < 0 || port == mine->port) &&
			!(sp_roll_after(roll, entry.id, port, &entry) && same(&entry, mine))) {
			return false;
		}
	}
	return !sp_roll_after(roll, entry.id, port, &entry);
}

static bool agrees(struct sp_roll *roll, const struct model *model)
{
	struct sp_roll_entry entry;

	for (uint32_t at = 0; at < model->count; at++) {
		bool gone = (model->entries[at].flags & HIDE_FLAG) != 0;

		if (sp_roll_find(roll, model->entries[at].id, &entry) == gone ||
			!(gone || same(&entry, &model->entries[at]))) {
			return false;
		}
	}
	for (uint64_t peer = 1; peer <= PEERS; peer++) {
		if (sp_peers_open(sp_roll_peers(roll), peer) != model_open(model, peer)) {
			return false;
		}
	}
	return sp_roll_count(roll) == model->count && walk_agrees(roll, model, -1);
}

/* What must hold between two calls: ids rise, the count is right, at most half is removed. */
static bool is_sound(const struct sp_roll *roll)
{
	for (uint32_t at = 1; at < roll->end; at++) {
		if (roll->slots[at - 1].id >= roll->slots[at].id) {
			return false;
		}
	}
	return roll->count == counted(roll) && roll->end <= roll->capacity && roll->moving == 0 &&
		   roll->forgetting == 0 && roll->end - roll->count <= roll->count;
}

/* ---- one process ---- */

static struct sp_roll *made(uint32_t capacity)
{
	struct sp_roll *roll = shared_block(sp_roll_size(capacity));
	struct sp_error error;

	must(sp_roll_init(roll, capacity, &error));
	return roll;
}

static void look_for_any(struct sp_roll *roll, const struct model *model)
{
	int64_t id = below((uint32_t) model->last_id + 2);
	uint32_t at = model_find(model, id);
	struct sp_roll_entry entry;

	if (at < model->count && (model->entries[at].flags & HIDE_FLAG)) {
		must(!sp_roll_find(roll, id, &entry));
	} else {
		must(sp_roll_find(roll, id, &entry) == (at < model->count));
		must(at == model->count || same(&entry, &model->entries[at]));
	}
	for (at = 0;
		 at < model->count && (model->entries[at].id <= id || is_hidden(&model->entries[at]));
		 at++) {
	}
	must(sp_roll_after(roll, id, -1, &entry) == (at < model->count));
	must(at == model->count || same(&entry, &model->entries[at]));
}

static void beside_a_model(uint32_t capacity, uint32_t steps)
{
	struct model model = {.capacity = capacity};
	void *rolls[2];
	uint32_t refused = 0, emptied = 0;
	struct sp_error error;
	bool grows = true;

	shared_twice(rolls, sp_roll_size(capacity));
	must(sp_roll_init(rolls[0], capacity, &error));
	for (uint32_t number = 0; number < steps; number++) {
		struct sp_roll *roll = rolls[number % 2];
		struct step step = any_step(&model, grows);
		uint32_t result = model_step(&model, &step);

		must(roll_step(roll, &step) == result);
		must(sp_roll_count(roll) == model.count && is_sound(roll));
		look_for_any(roll, &model);
		if (number % 64 == 0) {
			must(agrees(roll, &model) && walk_agrees(roll, &model, (int) below(PORTS)));
		}
		refused += step.kind == ADD && result == 0;
		emptied += model.count == 0;
		grows = model.count == capacity ? below(20) > 0 : grows || model.count == 0;
	}
	ok(agrees(rolls[0], &model) && refused > 0 && emptied > 0,
		"beside a model, full and empty at times, from two addresses");
	munmap(rolls[0], sp_roll_size(capacity));
	munmap(rolls[1], sp_roll_size(capacity));
}

static void at_random(void)
{
	beside_a_model(1, 2000);
	beside_a_model(2, 2000);
	beside_a_model(7, 6000);
	beside_a_model(64, 8000);
	beside_a_model(MOST, 8000);
}

static void edges(void)
{
	struct sp_roll *roll = made(2);
	const uint32_t flags = UINT32_MAX & ~(uint32_t) SP_ROLL_CLOSED;
	struct sp_roll_entry entry = {5, UINT16_MAX, UINT16_MAX, flags, 0}, found;
	struct model model = {.count = 0};

	ok(agrees(roll, &model) && !sp_roll_find(roll, 0, &found), "empty at first");
	sp_roll_enter(roll);
	ok(sp_roll_add(roll, &entry) && !sp_roll_add(roll, &entry), "an id is added once");
	sp_roll_leave(roll);
	ok(sp_roll_find(roll, 5, &found) && found.place == UINT16_MAX && found.port == UINT16_MAX &&
			found.flags == (flags & UINT32_MAX >> 2),
		"the largest numbers come back; the two highest flags are not kept");
	ok(sp_roll_after(roll, INT64_MIN, UINT16_MAX, &found) && found.id == 5 &&
			!sp_roll_after(roll, INT64_MAX, -1, &found) && !sp_roll_after(roll, 5, -1, &found),
		"after the lowest and the highest id");
	ok(sp_roll_size(UINT32_MAX) > (uint64_t) UINT32_MAX * 16, "the largest does not wrap around");
	sp_shared_free(roll, sp_roll_size(2));
}

/* ---- torn ---- */

#define TORN_CAPACITY 24
#define TORN_STEPS 2500

/* Every block that was kept is as before or as after the step once it is repaired. */
static void all_agree(const struct model *before, const struct model *after)
{
	for (uint32_t i = 0; i < torn_count; i++) {
		struct sp_roll *roll = torn_copy(i, 0);

		repair(roll);
		must(is_sound(roll) && (agrees(roll, before) || agrees(roll, after)));
	}
}

/* The same if the repair of any of them is torn, too. */
static void repairs_agree(const struct model *before, const struct model *after)
{
	struct sp_roll *roll = torn_copy(torn_count > 1 ? below(torn_count) : 0, 1);

	torn_begin(roll, torn_size);
	repair(roll);
	torn_end();
	all_agree(before, after);
}

static void torn_anywhere(void)
{
	struct sp_roll *roll = made(TORN_CAPACITY);
	struct model model = {.capacity = TORN_CAPACITY}, before;
	uint32_t points = 0, compactions = 0;
	bool grows = true;

	for (uint32_t number = 0; number < TORN_STEPS; number++) {
		struct step step = any_step(&model, grows);
		uint32_t end = roll->end;

		before = model;
		model_step(&model, &step);
		torn_begin(roll, sp_roll_size(TORN_CAPACITY));
		roll_step(roll, &step);
		torn_end();
		points += torn_count;
		compactions += roll->end < end;
		all_agree(&before, &model);
		if (torn_count > 0) {
			repairs_agree(&before, &model);
		}
		grows = model.count == TORN_CAPACITY ? below(20) > 0 : grows || model.count == 0;
	}
	ok(points > 2 * TORN_STEPS && compactions > TORN_STEPS / 50,
		"killed before any write, of a repair as well: it has happened, or it has not");
	sp_shared_free(roll, sp_roll_size(TORN_CAPACITY));
}

/* ---- several processes ---- */

static struct step child_step;

static void one_step(void *roll, unsigned writes)
{
	die_after(writes);
	roll_step(roll, &child_step);
}

/* With processes that are really killed, and the lock that tells. */
static void killed(void)
{
	struct sp_roll *roll = made(TORN_CAPACITY);
	struct model model = {.capacity = TORN_CAPACITY}, before;
	uint32_t compared = 0;

	for (uint32_t number = 0; number < 3000; number++) {
		child_step = any_step(&model, number % 200 < 100);
		before = model;
		model_step(&model, &child_step);
		if (number % 25 != 0) {
			roll_step(roll, &child_step);
			continue;
		}
		waitpid(child(one_step, roll, below(number % 2 == 0 ? 3 : 30)), NULL, 0);
		sp_roll_enter(roll);
		sp_roll_leave(roll);
		must(is_sound(roll));
		if (!agrees(roll, &model)) {
			must(agrees(roll, &before));
			before.last_id = model.last_id;
			model = before;
			compared++;
		}
	}
	ok(roll->repairs > 30 && compared > 10, "the next one after a killed process repairs");
	sp_shared_free(roll, sp_roll_size(TORN_CAPACITY));
}

#define ADDERS 4
#define ADDED 1500

static void add_one(struct sp_roll *roll, unsigned place)
{
	struct sp_roll_entry entry = {.place = (uint16_t) place};

	sp_roll_enter(roll);
	entry.id = (int64_t) ++sp_roll_counter(roll)->next;
	must(sp_roll_add(roll, &entry));
	sp_roll_leave(roll);
}

/* Each adds, and removes two of three. */
static void add_many(void *roll, unsigned place)
{
	struct sp_roll_entry entry = {.id = 0};

	before_write = yield_at_times;
	for (int i = 0; i < ADDED; i++) {
		add_one(roll, place);
		if (i % 3 == 2) {
			for (int removed = 0; removed < 2;) {
				must(sp_roll_after(roll, entry.id, -1, &entry));
				if (entry.place == place) {
					sp_roll_remove(roll, entry.id);
					removed++;
				}
			}
		}
	}
}

/* How many a walk sees, of a place or of all (PLACES); their ids must rise. */
static uint32_t seen(struct sp_roll *roll, uint16_t place)
{
	struct sp_roll_entry entry = {.id = 0};
	uint32_t count = 0;

	for (int64_t last = 0; sp_roll_after(roll, last, -1, &entry); last = entry.id) {
		must(entry.id > last && entry.place < PLACES);
		count += place == PLACES || place == entry.place;
	}
	sched_yield();
	return count;
}

static void several_add(void)
{
	struct sp_roll *roll = made(ADDERS * ADDED);
	pid_t pids[ADDERS];

	for (unsigned i = 0; i < ADDERS; i++) {
		pids[i] = child(add_many, roll, i);
	}
	for (int i = 0; i < ADDERS; i++) {
		while (!child_ended(pids[i])) {
			seen(roll, PLACES);
		}
	}
	ok(sp_roll_counter(roll)->next == ADDERS * ADDED, "several processes take ids");
	ok(is_sound(roll) && sp_roll_count(roll) == ADDERS * ADDED / 3, "and add them in order");
	for (uint16_t i = 0; i < ADDERS; i++) {
		must(seen(roll, i) == ADDED / 3);
	}
	ok(sp_roll_forget(roll, 1) == ADDED / 3 && seen(roll, 1) == 0 && seen(roll, PLACES) == ADDED &&
			sp_roll_count(roll) == ADDED,
		"a place is forgotten, the others stay");
	sp_shared_free(roll, sp_roll_size(ADDERS * ADDED));
}

#define STAY 0
#define GO 1
#define BOTH 200

/* Until it is killed. */
static void remove_and_add(void *roll, unsigned place)
{
	struct sp_roll_entry entry = {.id = 0};

	before_write = yield_at_times;
	while (sp_roll_after(roll, entry.id, -1, &entry)) {
		if (entry.place == place) {
			sp_roll_remove(roll, entry.id);
			add_one(roll, place);
		}
	}
}

/* Walks while others remove and compact: all that stay are seen, each once. */
static void walks_meanwhile(void)
{
	struct sp_roll *roll = made(2 * BOTH);
	uint32_t stay = 0, count;
	pid_t pid;

	for (int i = 0; i < BOTH; i++) {
		bool stays = below(4) == 0;

		add_one(roll, stays ? STAY : GO);
		stay += stays;
	}
	pid = child(remove_and_add, roll, GO);
	do {
		must(seen(roll, STAY) == stay);
	} while (sp_roll_counter(roll)->next < 100 * BOTH && waitpid(pid, NULL, WNOHANG) == 0);
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	ok(seen(roll, STAY) == stay && roll->counter.next >= 100 * BOTH,
		"walks see all that stay, while others are removed and added");
	count = sp_roll_count(roll);
	ok(is_sound(roll) && (count == BOTH || count == BOTH - 1), "whenever that is killed");
	sp_shared_free(roll, sp_roll_size(2 * BOTH));
}

/* ---- scribbled over ---- */

/* Whatever it holds: the page behind the block is protected. */
static void scribbled(void)
{
	uint64_t block[TORN_WORDS] = {0};
	size_t size = sp_roll_size(TORN_CAPACITY);
	struct sp_error error;

	must(size <= sizeof(block) && sp_roll_init((struct sp_roll *) block, TORN_CAPACITY, &error));
	for (uint32_t number = 0; number < 3000; number++) {
		struct sp_roll *roll = (struct sp_roll *) (void *) guarded(block, size);
		struct model model = {.last_id = below(100)};
		bool all = number % 4 == 0; /* the capacity, too: then nothing is believed */

		scribble(roll, size);
		roll->capacity = all ? roll->capacity : TORN_CAPACITY;
		roll->complement = all ? roll->complement : ~roll->capacity;
		roll->end = below(2) ? roll->end : below(TORN_CAPACITY + 1);
		if (number % 2 == 0) {
			repair(roll);
		}
		for (int i = 0; i < 8; i++) {
			struct step step = any_step(&model, i < 4);

			roll_step(roll, &step);
			sp_roll_find(roll, step.entry.id, &step.entry);
			sp_roll_after(roll, step.entry.id, (int) below(PORTS + 1) - 1, &step.entry);
		}
	}
	ok(true, "a block that is scribbled over: nothing outside of it is touched");
}

int main(int argc, char **argv)
{
	seed = argc > 1 ? strtoull(argv[1], NULL, 10) : seed;
	printf("seed %llu\n", (unsigned long long) seed);
	run(edges);
	run(at_random);
	run(several_add);
	run(walks_meanwhile);
	run(torn_anywhere);
	run(killed);
	run(scribbled);
	return check_end();
}
