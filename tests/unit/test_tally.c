/* SPDX-License-Identifier: MIT */
/*
 * The tally, beside a model that is a plain table: at random, torn before each of its writes, with
 * processes that are killed in the middle, and with several at once. An argument is another seed.
 * with: src/net/loop/shared.c
 */
#include <stdlib.h>

#include "check.h"
#include "torn.h"

#include "net/machine/tally.c"

#define TOPICS 48
#define PLACES 5 /* of those that there are */
#define NOBODY SP_TALLY_PLACES

/* Many share a bucket; the first one is 0. */
static uint64_t hash_of(uint32_t topic)
{
	return (uint64_t) topic << 40 | topic % 3;
}

/* ---- the model ---- */

struct model {
	uint32_t counts[TOPICS][PLACES];
	uint32_t capacity;
};

enum kind { SET, FORGET };

struct step {
	enum kind kind;
	uint32_t topic, count;
	unsigned place;
};

static uint32_t model_others(const struct model *model, uint32_t topic, unsigned place)
{
	uint32_t sum = 0;

	for (unsigned i = 0; i < PLACES; i++) {
		sum += i != place ? model->counts[topic][i] : 0;
	}
	return sum;
}

static uint32_t model_used(const struct model *model)
{
	uint32_t used = 0;

	for (uint32_t topic = 0; topic < TOPICS; topic++) {
		used += model_others(model, topic, NOBODY) > 0;
	}
	return used;
}

/* Takes the step, and returns what the tally is to return. */
static bool model_step(struct model *model, const struct step *step)
{
	if (step->kind == FORGET) {
		for (uint32_t topic = 0; topic < TOPICS; topic++) {
			model->counts[topic][step->place] = 0;
		}
		return true;
	}
	if (step->count > 0 && model_others(model, step->topic, NOBODY) == 0 &&
		model_used(model) == model->capacity) {
		return false;
	}
	model->counts[step->topic][step->place] = step->count;
	return true;
}

static struct step any_step(bool grows)
{
	struct step step = {SET, below(TOPICS), below(grows ? 4 : 2), below(PLACES)};

	if (below(grows ? 60 : 20) == 0) {
		step.kind = FORGET;
	} else if (!grows && below(4) > 0) {
		step.count = 0;
	}
	return step;
}

/* ---- the tally beside it ---- */

static bool tally_step(struct sp_tally *tally, const struct step *step)
{
	if (step->kind == FORGET) {
		sp_tally_forget(tally, step->place);
		return true;
	}
	return sp_tally_set(tally, hash_of(step->topic), step->place, step->count);
}

static bool topic_agrees(struct sp_tally *tally, const struct model *model, uint32_t topic)
{
	for (unsigned place = 0; place <= PLACES; place++) {
		if (sp_tally_others(tally, hash_of(topic), place) != model_others(model, topic, place)) {
			return false;
		}
	}
	return true;
}

static bool agrees(struct sp_tally *tally, const struct model *model)
{
	for (uint32_t topic = 0; topic < TOPICS; topic++) {
		if (!topic_agrees(tally, model, topic)) {
			return false;
		}
	}
	return true;
}

/* What must hold between two calls: each entry is in its bucket's chain or free, and once. */
static bool is_sound(struct sp_tally *tally)
{
	uint32_t used = 0, free = 0, chained = 0;

	for (uint32_t number = 1; number <= tally->fresh; number++) {
		used += is_used(entry_at(tally, number));
	}
	for (uint32_t i = 0; i < tally->capacity; i++) {
		for (uint32_t at = tally->heads[i]; at != 0; at = entry_at(tally, at)->next) {
			if (!is_used(entry_at(tally, at)) || ++chained > used ||
				head_of(tally, entry_at(tally, at)->hash) != &tally->heads[i]) {
				return false;
			}
		}
	}
	for (uint32_t at = tally->free; at != 0; at = entry_at(tally, at)->next) {
		if (is_used(entry_at(tally, at)) || ++free > tally->fresh) {
			return false;
		}
	}
	return chained == used && used + free == tally->fresh && tally->unlinked % 2 == 0;
}

/* ---- one process ---- */

static struct sp_tally *made(uint32_t capacity)
{
	struct sp_tally *tally = shared_block(sp_tally_size(capacity));
	struct sp_error error;

	must(sp_tally_init(tally, capacity, &error));
	return tally;
}

static struct {
	struct sp_tally *tally;
	struct model before, after;
} asked;

/* In the middle of a step: whoever asks is told what was true before it or what is after it. */
static void ask_any(void)
{
	uint32_t topic = below(TOPICS);
	unsigned place = below(PLACES + 1);
	uint32_t sum = sp_tally_others(asked.tally, hash_of(topic), place);

	must(sum == model_others(&asked.before, topic, place) ||
		 sum == model_others(&asked.after, topic, place));
}

static uint32_t refused, emptied;

static void beside_a_model(uint32_t capacity, uint32_t steps)
{
	void *tallies[2];
	struct sp_error error;

	memset(&asked, 0, sizeof(asked));
	asked.after.capacity = capacity;
	shared_twice(tallies, sp_tally_size(capacity));
	must(sp_tally_init(tallies[0], capacity, &error));
	for (uint32_t number = 0; number < steps; number++) {
		struct sp_tally *tally = tallies[number % 2];
		struct step step = any_step(number % 1000 < 500);
		bool result;

		asked.before = asked.after;
		result = model_step(&asked.after, &step);
		asked.tally = tallies[below(2)];
		before_write = ask_any;
		must(tally_step(tally, &step) == result);
		before_write = NULL;
		must(is_sound(tally) && topic_agrees(tally, &asked.after, step.topic));
		if (number % 64 == 0) {
			must(agrees(tally, &asked.after));
		}
		refused += !result;
		emptied += model_used(&asked.after) == 0;
	}
	ok(agrees(tallies[0], &asked.after), "beside a model, from two addresses");
	munmap(tallies[0], sp_tally_size(capacity));
	munmap(tallies[1], sp_tally_size(capacity));
}

static void at_random(void)
{
	beside_a_model(1, 3000);
	beside_a_model(2, 4000);
	beside_a_model(8, 8000);
	beside_a_model(32, 12000);
	beside_a_model(64, 12000);
	ok(refused > 100 && emptied > 10, "full and empty at times");
}

static void edges(void)
{
	struct sp_tally *tally = made(2);

	ok(sp_tally_others(tally, 0, 0) == 0 && sp_tally_set(tally, 7, 0, 0) && tally->fresh == 0,
		"empty at first, and nothing is no entry");
	ok(sp_tally_set(tally, 0, 0, 3) && sp_tally_set(tally, UINT64_MAX, SP_TALLY_PLACES - 1, 4) &&
			sp_tally_others(tally, 0, 0) == 0 && sp_tally_others(tally, 0, 1) == 3 &&
			sp_tally_others(tally, UINT64_MAX, 0) == 4,
		"the first and the last place, the lowest and the highest hash; one's own does not count");
	ok(!sp_tally_set(tally, 5, 0, 1) && sp_tally_others(tally, 5, 1) == 0,
		"a third topic has no room in two");
	ok(sp_tally_set(tally, 0, 5, 2) && sp_tally_others(tally, 0, 0) == 2,
		"but another process finds room with a topic that is there");
	ok(sp_tally_set(tally, 0, 0, 0) && !sp_tally_set(tally, 5, 0, 1) &&
			sp_tally_set(tally, 0, 5, 0) && sp_tally_set(tally, 5, 0, 1) &&
			sp_tally_others(tally, 5, 1) == 1 && sp_tally_others(tally, 0, 1) == 0,
		"there is room again when nobody has members of one");
	ok(sp_tally_size(UINT32_C(1) << 30) > UINT64_C(1) << 36, "the largest does not wrap around");
	sp_shared_free(tally, sp_tally_size(2));
}

static uint32_t entered;

static void count_writes(void)
{
	entered++;
}

/* With one's own lock held, whoever wanted it would wait for ever. */
static void without_the_lock(void)
{
	struct sp_tally *tally = made(4);

	sp_tally_set(tally, 1, 0, 1);
	enter(tally);
	before_write = count_writes;
	ok(sp_tally_set(tally, 1, 0, 2) && sp_tally_set(tally, 1, 0, 1) &&
			sp_tally_others(tally, 1, 1) == 1 && sp_tally_others(tally, 2, 1) == 0 && entered == 2,
		"a member more or less, and asking, need no lock");
	before_write = NULL;
	leave(tally);
	sp_shared_free(tally, sp_tally_size(4));
}

/* ---- torn ---- */

#define TORN_CAPACITY 16
#define TORN_STEPS 2500

/* Every block that was kept is as before or as after the step once it is repaired. What was
 * forgotten in part can be forgotten once more. */
static void all_agree(
	const struct model *before, const struct model *after, const struct step *step)
{
	for (uint32_t i = 0; i < torn_count; i++) {
		struct sp_tally *tally = torn_copy(i, 0);

		repair(tally);
		must(is_sound(tally));
		if (step->kind == FORGET) {
			sp_tally_forget(tally, step->place);
			must(is_sound(tally) && agrees(tally, after));
		} else {
			must(agrees(tally, before) || agrees(tally, after));
		}
	}
}

/* The same if the repair of any of them is torn, too. */
static void repairs_agree(
	const struct model *before, const struct model *after, const struct step *step)
{
	struct sp_tally *tally = torn_copy(torn_count > 1 ? below(torn_count) : 0, 1);

	torn_begin(tally, torn_size);
	repair(tally);
	torn_end();
	all_agree(before, after, step);
}

static void torn_anywhere(void)
{
	struct sp_tally *tally = made(TORN_CAPACITY);
	struct model model = {.capacity = TORN_CAPACITY}, before;
	uint32_t points = 0;

	for (uint32_t number = 0; number < TORN_STEPS; number++) {
		struct step step = any_step(number % 200 < 100);

		before = model;
		model_step(&model, &step);
		torn_begin(tally, sp_tally_size(TORN_CAPACITY));
		tally_step(tally, &step);
		torn_end();
		points += torn_count;
		all_agree(&before, &model, &step);
		if (torn_count > 0) {
			repairs_agree(&before, &model, &step);
		}
	}
	ok(points > TORN_STEPS / 2,
		"killed before any write, of a repair as well: it has happened, or it has not");
	sp_shared_free(tally, sp_tally_size(TORN_CAPACITY));
}

/* ---- several processes ---- */

static struct step child_step;

static void one_step(void *tally, unsigned writes)
{
	die_after(writes);
	tally_step(tally, &child_step);
}

/* With processes that are really killed, the lock that tells, and whoever clears up after them. */
static void killed(void)
{
	struct sp_tally *tally = made(TORN_CAPACITY);
	struct model model = {.capacity = TORN_CAPACITY};
	struct step forget = {.kind = FORGET};
	uint32_t found = 0;

	for (uint32_t number = 0; number < 4000; number++) {
		child_step = any_step(number % 200 < 150);
		if (number % 10 != 0) {
			must(tally_step(tally, &child_step) == model_step(&model, &child_step));
			continue;
		}
		waitpid(child(one_step, tally, below(7)), NULL, 0);
		forget.place = child_step.place;
		found += !is_sound(tally);
		tally_step(tally, &forget);
		model_step(&model, &forget);
		enter(tally);
		leave(tally);
		must(is_sound(tally) && agrees(tally, &model));
	}
	ok(tally->repairs > 20 && found > 10,
		"what a killed process leaves is repaired, and none of its members are left");
	sp_shared_free(tally, sp_tally_size(TORN_CAPACITY));
}

#define CHANGERS 4
#define CHANGES 30000
#define STAYS TOPICS /* a topic that nobody else changes, in a bucket with others */

/* Each has topics come and go, and those of the others as well; it ends with as many members of
 * each as its place says. */
static void change_many(void *tally, unsigned place)
{
	seed += place;
	before_write = yield_at_times;
	for (int i = 0; i < CHANGES; i++) {
		uint64_t hash = hash_of(below(TOPICS));
		uint32_t count = below(3);

		must(sp_tally_set(tally, hash, place, count));
		must(sp_tally_others(tally, hash, NOBODY) >= count);
	}
	for (uint32_t topic = 0; topic < TOPICS; topic++) {
		must(sp_tally_set(tally, hash_of(topic), place, place));
	}
}

/* Waits for a child that changes other topics. Returns how often this one was asked for. */
static uint32_t ask_until_end(struct sp_tally *tally, pid_t pid)
{
	uint32_t looks = 0;

	do {
		must(sp_tally_others(tally, hash_of(STAYS), 0) == 99);
		must(sp_tally_set(tally, hash_of(STAYS), CHANGERS, 99));
		must(sp_tally_others(tally, hash_of(below(TOPICS)), NOBODY) <= 2 + 2 + 2 + 3);
		looks++;
	} while (!child_ended(pid));
	return looks;
}

static void several_change(void)
{
	struct sp_tally *tally = made(64);
	uint32_t looks = 0;
	bool all = true;
	pid_t pids[CHANGERS];

	must(sp_tally_set(tally, hash_of(STAYS), CHANGERS, 99));
	for (unsigned i = 0; i < CHANGERS; i++) {
		pids[i] = child(change_many, tally, i);
	}
	for (int i = 0; i < CHANGERS; i++) {
		looks += ask_until_end(tally, pids[i]);
	}
	for (uint32_t topic = 0; topic < TOPICS; topic++) {
		all = all && sp_tally_others(tally, hash_of(topic), NOBODY) == 0 + 1 + 2 + 3;
	}
	ok(all && looks > 1000 && is_sound(tally), "several processes change, and nothing is lost");
	sp_tally_forget(tally, 2);
	ok(sp_tally_others(tally, hash_of(1), NOBODY) == 1 + 3 && is_sound(tally),
		"a place is forgotten, the others stay");
	for (unsigned i = 0; i <= CHANGERS; i++) {
		sp_tally_forget(tally, i);
	}
	for (uint32_t topic = 0; topic < 64; topic++) {
		must(sp_tally_set(tally, topic + 1000, 1, 1));
	}
	ok(!sp_tally_set(tally, 1, 1, 1) && is_sound(tally), "and all of its room can be used again");
	sp_shared_free(tally, sp_tally_size(64));
}

static void yield(void)
{
	sched_yield();
}

static void repair_slowly(void *tally, unsigned place)
{
	before_write = yield;
	must(sp_tally_set(tally, hash_of(0), place, 0));
}

/* Whoever asks while another one repairs is not told that nobody is there. */
static void asked_meanwhile(void)
{
	struct sp_tally *tally = made(64);

	must(sp_tally_set(tally, hash_of(STAYS), CHANGERS, 99));
	for (uint32_t number = 0; number < 300; number++) {
		child_step = (struct step){SET, below(TOPICS), below(2), 0};
		waitpid(child(one_step, tally, below(4)), NULL, 0);
		ask_until_end(tally, child(repair_slowly, tally, 1));
	}
	ok(tally->repairs > 50 && is_sound(tally), "a topic is there while others repair");
	sp_shared_free(tally, sp_tally_size(64));
}

/* ---- scribbled over ---- */

/* Whatever it holds: the page behind the block is protected. */
static void scribbled(void)
{
	uint64_t block[TORN_WORDS] = {0};
	size_t size = sp_tally_size(TORN_CAPACITY);
	struct sp_error error;

	must(size <= sizeof(block) && sp_tally_init((struct sp_tally *) block, TORN_CAPACITY, &error));
	for (uint32_t number = 0; number < 3000; number++) {
		struct sp_tally *tally = (struct sp_tally *) (void *) guarded(block, size);
		bool all = number % 4 == 0; /* the capacity, too: then nothing is believed */

		scribble(tally, size);
		tally->capacity = all ? tally->capacity : TORN_CAPACITY;
		tally->complement = all ? tally->complement : ~tally->capacity;
		tally->fresh = below(2) ? tally->fresh : below(TORN_CAPACITY + 1);
		for (uint32_t i = 0; i < TORN_CAPACITY && below(2) == 0; i++) {
			tally->heads[i] = below(TORN_CAPACITY + 1); /* circles, and chains that meet */
		}
		if (number % 2 == 0) {
			repair(tally);
		}
		for (int i = 0; i < 8; i++) {
			struct step step = any_step(i < 4);

			tally_step(tally, &step);
			sp_tally_others(tally, hash_of(step.topic), step.place);
		}
	}
	ok(true, "a block that is scribbled over: nothing outside of it is touched");
}

int main(int argc, char **argv)
{
	seed = argc > 1 ? strtoull(argv[1], NULL, 10) : seed;
	printf("seed %llu\n", (unsigned long long) seed);
	run(edges);
	run(without_the_lock);
	run(at_random);
	run(several_change);
	run(torn_anywhere);
	run(killed);
	run(asked_meanwhile);
	run(scribbled);
	return check_end();
}
