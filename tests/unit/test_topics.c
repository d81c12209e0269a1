/* SPDX-License-Identifier: MIT */
/*
 * How many members topics have, as on_count is told, beside a plain table of who is in which: at
 * random, with members that leave, come back, and are lent. An argument is another seed.
 * with: src/net/topics/topics.c
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "guard.h"
#include "net/topics/topics.h"

#define TOPICS 6
#define MEMBERS 9

static uint64_t seed = 20261220;

static uint32_t below(uint32_t limit)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (seed >> 33) % limit;
}

enum where { HERE, LENT, LEFT };

struct all {
	struct sp_topics topics;
	struct sp_member members[MEMBERS];
	bool listed[MEMBERS][TOPICS];
	enum where where[MEMBERS];
	uint32_t told[TOPICS]; /* by on_count */
	int32_t changed[TOPICS];
};

static struct sp_span name_of(uint32_t topic)
{
	static const char *const names[TOPICS] = {"a", "b", "room 1", "room 2", "x", "y"};

	return sp_span(names[topic]);
}

static uint32_t number_of(const struct sp_topic *topic)
{
	uint32_t number = 0;

	while (!sp_span_equals(sp_topic_name(topic), name_of(number).data)) {
		number++;
	}
	return number;
}

static void on_count(void *arg, const struct sp_topic *topic, uint32_t count)
{
	((struct all *) arg)->told[number_of(topic)] = count;
}

static void on_change(void *arg, const struct sp_topic *topic, int64_t id, bool joined)
{
	(void) id;
	((struct all *) arg)->changed[number_of(topic)] += joined ? 1 : -1;
}

static uint32_t count(const struct all *all, uint32_t topic, enum where where)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < MEMBERS; i++) {
		found += all->listed[i][topic] && all->where[i] == where;
	}
	return found;
}

static bool agrees(const struct all *all)
{
	uint64_t memberships = 0;

	for (uint32_t i = 0; i < TOPICS; i++) {
		uint32_t here = count(all, i, HERE), lent = count(all, i, LENT);
		const struct sp_topic *topic = sp_topics_find(&all->topics, name_of(i));

		memberships += here;
		if (all->told[i] != here + lent || all->changed[i] != (int32_t) here ||
			(topic == NULL) != (here + lent + count(all, i, LEFT) == 0) ||
			(topic != NULL && (sp_topic_count(topic) != here || sp_topic_lent(topic) != lent))) {
			return false;
		}
	}
	return memberships == all->topics.memberships;
}

/* What may become of a member that is where it is. */
static void step(struct all *all, uint32_t number, uint32_t topic, uint32_t dice)
{
	struct sp_member *member = &all->members[number];
	bool *listed = all->listed[number];

	if (dice < 4 && all->where[number] == HERE) {
		must(sp_topics_subscribe(&all->topics, member, name_of(topic), 10) == SP_SUBSCRIBED);
		listed[topic] = true;
	} else if (dice < 6) {
		must(sp_topics_unsubscribe(&all->topics, member, name_of(topic)) == listed[topic]);
		listed[topic] = false;
	} else if (dice == 6) {
		sp_topics_leave(&all->topics, member);
		all->where[number] = LEFT;
	} else if (dice < 9) {
		sp_topics_lend(&all->topics, member);
		all->where[number] = all->where[number] == LEFT ? LEFT : LENT;
	} else if (dice < 12 && all->where[number] != HERE) {
		must(sp_topics_rejoin(&all->topics, member));
		all->where[number] = HERE;
	} else if (dice == 12) {
		sp_topics_forget(&all->topics, member);
		memset(listed, 0, sizeof(all->listed[number]));
		all->where[number] = HERE;
	}
}

static void at_random(void)
{
	static struct all all;
	uint32_t lent = 0;

	sp_topics_init(&all.topics);
	all.topics.on_count = on_count;
	all.topics.on_change = on_change;
	all.topics.on_count_arg = all.topics.on_change_arg = &all;
	for (uint32_t number = 0; number < 20000; number++) {
		step(&all, below(MEMBERS), below(TOPICS), below(13));
		must(agrees(&all));
		lent += count(&all, 0, LENT) > 0;
	}
	ok(lent > 1000, "told after each step");
	for (uint32_t i = 0; i < MEMBERS; i++) {
		sp_topics_forget(&all.topics, &all.members[i]);
	}
	ok(all.topics.count == 0 && all.told[0] == 0, "nobody is left");
	sp_topics_fini(&all.topics);
}

/* The same in two processes, and another one for each name. */
static void hashes(void)
{
	struct sp_topics one, other;

	sp_topics_init(&one);
	sp_topics_init(&other);
	other.seed = one.seed;
	ok(sp_topics_hash(&one, sp_span("a")) == sp_topics_hash(&other, sp_span("a")) &&
			sp_topics_hash(&one, sp_span("a")) != sp_topics_hash(&one, sp_span("b")),
		"a topic has one hash wherever the seed is the same");
}

int main(int argc, char **argv)
{
	seed = argc > 1 ? strtoull(argv[1], NULL, 10) : seed;
	printf("seed %llu\n", (unsigned long long) seed);
	run(at_random);
	run(hashes);
	return check_end();
}
