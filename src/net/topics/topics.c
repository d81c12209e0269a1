/* SPDX-License-Identifier: MIT */
/*
 * A hash table of topics. When a member leaves, the topic's last member fills the gap, and that
 * member's own list is searched for the topic; such lists are short.
 */
#include "net/topics/topics.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define BUCKETS_MIN 64u
#define MEMBERS_MIN 4u
#define LIST_MIN 4u

struct sp_topic {
	struct sp_topic *next; /* in its bucket */
	struct sp_member **members;
	struct sp_topic_attachment *attachment; /* NULL: none; owned */
	struct sp_topic_counters counters;
	uint32_t count, cap; /* of members */
	uint32_t refs;       /* memberships, including those of members that have left */
	uint32_t lent;       /* members that have left, and are counted */
	uint16_t name_len;
	char name[];
};

void sp_topics_init(struct sp_topics *topics)
{
	memset(topics, 0, sizeof(*topics));
	topics->seed = sp_hash_seed(topics);
}

void sp_topics_fini(struct sp_topics *topics)
{
	free(topics->buckets);
	topics->buckets = NULL;
	topics->size = 0;
}

struct sp_span sp_topic_name(const struct sp_topic *topic)
{
	return (struct sp_span){topic->name, topic->name_len};
}

uint32_t sp_topic_count(const struct sp_topic *topic)
{
	return topic->count;
}

struct sp_member *sp_topic_member(const struct sp_topic *topic, uint32_t i)
{
	return topic->members[i];
}

struct sp_topic_counters *sp_topic_counters(struct sp_topic *topic)
{
	return &topic->counters;
}

struct sp_topic_attachment *sp_topic_attachment(const struct sp_topic *topic)
{
	return topic->attachment;
}

void sp_topic_attach(struct sp_topic *topic, struct sp_topic_attachment *attachment)
{
	struct sp_topic_attachment *before = topic->attachment;

	topic->attachment = attachment;
	if (before != NULL) {
		before->free(before);
	}
}

uint32_t sp_topic_lent(const struct sp_topic *topic)
{
	return topic->lent;
}

uint64_t sp_topics_hash(const struct sp_topics *topics, struct sp_span name)
{
	return sp_hash(topics->seed, name.data, name.len);
}

uint64_t sp_topics_key(const struct sp_topics *topics, struct sp_span name, struct sp_span key)
{
	uint64_t hash = sp_hash(sp_topics_hash(topics, name), key.data, key.len);

	return hash != 0 ? hash : 1;
}

static struct sp_membership *list_at(struct sp_memberships *list, uint16_t i)
{
	return list->cap == 0 ? &list->of.one : &list->of.many[i];
}

const struct sp_membership *sp_membership_at(const struct sp_memberships *list, uint16_t i)
{
	return list->cap == 0 ? &list->of.one : &list->of.many[i];
}

static struct sp_topic **bucket_of(const struct sp_topics *topics, struct sp_span name)
{
	return &topics->buckets[sp_topics_hash(topics, name) & (topics->size - 1)];
}

struct sp_topic *sp_topics_find(const struct sp_topics *topics, struct sp_span name)
{
	struct sp_topic *topic = topics->size > 0 ? *bucket_of(topics, name) : NULL;

	while (topic != NULL &&
		   (topic->name_len != name.len || memcmp(topic->name, name.data, name.len) != 0)) {
		topic = topic->next;
	}
	return topic;
}

void sp_topics_each(
	const struct sp_topics *topics, void (*each)(void *arg, struct sp_topic *topic), void *arg)
{
	for (uint32_t i = 0; i < topics->size; i++) {
		for (struct sp_topic *topic = topics->buckets[i]; topic != NULL; topic = topic->next) {
			each(arg, topic);
		}
	}
}

/* False only if there is no table at all: if memory runs out for a larger one, chains grow. */
static bool make_room(struct sp_topics *topics)
{
	struct sp_topics bigger = *topics;

	if (topics->count < topics->size) {
		return true;
	}
	bigger.size = topics->size == 0 ? BUCKETS_MIN : topics->size * 2;
	bigger.buckets = calloc(bigger.size, sizeof(struct sp_topic *));
	if (bigger.buckets == NULL) {
		return topics->size > 0;
	}
	for (uint32_t i = 0; i < topics->size; i++) {
		struct sp_topic *topic, *next;

		for (topic = topics->buckets[i]; topic != NULL; topic = next) {
			struct sp_topic **bucket = bucket_of(&bigger, sp_topic_name(topic));

			next = topic->next;
			topic->next = *bucket;
			*bucket = topic;
		}
	}
	free(topics->buckets);
	*topics = bigger;
	return true;
}

static struct sp_topic *get(struct sp_topics *topics, struct sp_span name)
{
	struct sp_topic *topic = sp_topics_find(topics, name);
	struct sp_topic **bucket;

	if (topic != NULL || !make_room(topics)) {
		return topic;
	}
	topic = calloc(1, sizeof(*topic) + name.len);
	if (topic == NULL) {
		return NULL;
	}
	memcpy(topic->name, name.data, name.len);
	topic->name_len = (uint16_t) name.len;
	bucket = bucket_of(topics, name);
	topic->next = *bucket;
	*bucket = topic;
	topics->count++;
	return topic;
}

static void free_if_unused(struct sp_topics *topics, struct sp_topic *topic)
{
	struct sp_topic **place;

	if (topic->refs > 0) {
		return;
	}
	place = bucket_of(topics, sp_topic_name(topic));
	while (*place != topic) {
		place = &(*place)->next;
	}
	*place = topic->next;
	topics->count--;
	sp_topic_attach(topic, NULL);
	free(topic->members);
	free(topic);
}

static bool grow_members(struct sp_topic *topic)
{
	uint32_t cap = topic->cap == 0 ? MEMBERS_MIN : topic->cap * 2;
	struct sp_member **members;

	if (topic->count < topic->cap) {
		return true;
	}
	members = realloc(topic->members, cap * sizeof(struct sp_member *));
	if (members == NULL) {
		return false;
	}
	topic->members = members;
	topic->cap = cap;
	return true;
}

static bool grow_list(struct sp_memberships *list)
{
	uint16_t cap = (uint16_t) (list->cap == 0 ? LIST_MIN : list->cap * 2u);
	struct sp_membership *many;

	if (list->count == 0 || list->count < list->cap) {
		return true;
	}
	if (cap <= list->count) {
		cap = UINT16_MAX;
	}
	many = realloc(list->cap == 0 ? NULL : list->of.many, cap * sizeof(struct sp_membership));
	if (many == NULL) {
		return false;
	}
	if (list->cap == 0) {
		many[0] = list->of.one;
	}
	list->of.many = many;
	list->cap = cap;
	return true;
}

/* The topic's place in a member's list, or -1. */
static int place_in(const struct sp_memberships *list, const struct sp_topic *topic)
{
	for (uint16_t i = 0; i < list->count; i++) {
		if (sp_membership_at(list, i)->topic == topic) {
			return i;
		}
	}
	return -1;
}

static void tell(const struct sp_topics *topics, const struct sp_topic *topic,
	const struct sp_member *member, bool joined)
{
	if (topics->on_change != NULL) {
		topics->on_change(topics->on_change_arg, topic, member->id, joined);
	}
}

static void tell_count(const struct sp_topics *topics, const struct sp_topic *topic)
{
	if (topics->on_count != NULL) {
		topics->on_count(topics->on_count_arg, topic, topic->count + topic->lent);
	}
}

/* There is room. */
static void enter(
	struct sp_topics *topics, struct sp_member *member, struct sp_membership *membership)
{
	struct sp_topic *topic = membership->topic;

	topic->lent -= membership->slot == SP_LENT_SLOT;
	membership->slot = topic->count;
	topic->members[topic->count++] = member;
	if (topic->count > topic->counters.peak) {
		topic->counters.peak = topic->count;
	}
	topics->memberships++;
	tell(topics, topic, member, true);
	tell_count(topics, topic);
}

enum sp_subscribed sp_topics_subscribe(
	struct sp_topics *topics, struct sp_member *member, struct sp_span name, int64_t max)
{
	struct sp_memberships *list = &member->topics;
	struct sp_topic *topic = get(topics, name);
	struct sp_membership *membership;

	if (topic == NULL) {
		return SP_SUBSCRIBE_NOMEM;
	}
	if (place_in(list, topic) >= 0) {
		return SP_SUBSCRIBED;
	}
	if (list->count >= max || list->count == UINT16_MAX) {
		free_if_unused(topics, topic);
		return SP_SUBSCRIBE_TOO_MANY;
	}
	if (!grow_members(topic) || !grow_list(list)) {
		free_if_unused(topics, topic);
		return SP_SUBSCRIBE_NOMEM;
	}
	topic->refs++;
	list->count++;
	membership = list_at(list, (uint16_t) (list->count - 1));
	*membership = (struct sp_membership){topic, SP_NO_SLOT};
	enter(topics, member, membership);
	return SP_SUBSCRIBED;
}

/* Removes the member from the topic; in the member's own list only the slot changes. */
static void take_out(
	struct sp_topics *topics, const struct sp_member *member, struct sp_membership *membership)
{
	struct sp_topic *topic = membership->topic;
	struct sp_member *last = topic->members[--topic->count];

	topics->memberships--;
	if (membership->slot < topic->count) {
		topic->members[membership->slot] = last;
		list_at(&last->topics, (uint16_t) place_in(&last->topics, topic))->slot = membership->slot;
	}
	membership->slot = SP_NO_SLOT;
	tell(topics, topic, member, false);
}

static void leave(
	struct sp_topics *topics, const struct sp_member *member, struct sp_membership *membership)
{
	if (membership->slot == SP_NO_SLOT) {
		return;
	}
	if (membership->slot == SP_LENT_SLOT) {
		membership->topic->lent--;
		membership->slot = SP_NO_SLOT;
	} else {
		take_out(topics, member, membership);
	}
	tell_count(topics, membership->topic);
}

static void lend(
	struct sp_topics *topics, const struct sp_member *member, struct sp_membership *membership)
{
	if (membership->slot != SP_NO_SLOT && membership->slot != SP_LENT_SLOT) {
		take_out(topics, member, membership);
		membership->slot = SP_LENT_SLOT;
		membership->topic->lent++;
	}
}

static void drop(
	struct sp_topics *topics, const struct sp_member *member, struct sp_membership *membership)
{
	leave(topics, member, membership);
	/* A list names a topic once, so this is not the one that was freed before. */
	membership->topic->refs--; /* NOLINT(clang-analyzer-unix.Malloc) */
	free_if_unused(topics, membership->topic);
}

bool sp_topics_unsubscribe(struct sp_topics *topics, struct sp_member *member, struct sp_span name)
{
	struct sp_memberships *list = &member->topics;
	struct sp_topic *topic = sp_topics_find(topics, name);
	int place = topic != NULL ? place_in(list, topic) : -1;

	if (place < 0) {
		return false;
	}
	drop(topics, member, list_at(list, (uint16_t) place));
	list->count--;
	if (place < list->count) {
		*list_at(list, (uint16_t) place) = *list_at(list, list->count);
	}
	if (list->count == 0 && list->cap > 0) {
		free(list->of.many);
		list->cap = 0;
	}
	return true;
}

void sp_topics_leave(struct sp_topics *topics, struct sp_member *member)
{
	for (uint16_t i = 0; i < member->topics.count; i++) {
		leave(topics, member, list_at(&member->topics, i));
	}
}

void sp_topics_lend(struct sp_topics *topics, struct sp_member *member)
{
	for (uint16_t i = 0; i < member->topics.count; i++) {
		lend(topics, member, list_at(&member->topics, i));
	}
}

bool sp_topics_rejoin(struct sp_topics *topics, struct sp_member *member)
{
	for (uint16_t i = 0; i < member->topics.count; i++) {
		struct sp_membership *membership = list_at(&member->topics, i);

		if (!grow_members(membership->topic)) {
			return false;
		}
		enter(topics, member, membership);
	}
	return true;
}

void sp_topics_forget(struct sp_topics *topics, struct sp_member *member)
{
	struct sp_memberships *list = &member->topics;

	for (uint16_t i = 0; i < list->count; i++) {
		drop(topics, member, list_at(list, i));
	}
	if (list->cap > 0) {
		free(list->of.many);
	}
	memset(list, 0, sizeof(*list));
}
