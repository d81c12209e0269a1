/* SPDX-License-Identifier: MIT */
/*
 * Topics: names, and the members that watch them. Only the floor above knows what a member is: it
 * embeds a struct sp_member. Publishing walks a plain array of members; a member's first topic
 * needs no memory of its own. A topic exists while it has members.
 */
#ifndef SP_NET_TOPICS_TOPICS_H
#define SP_NET_TOPICS_TOPICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

#define SP_TOPIC_NAME_MAX 255

struct sp_topic;

/* Of a topic, since it came into being. */
struct sp_topic_counters {
	uint64_t published; /* including what a window held */
	uint64_t queued;    /* messages, to all its members */
	uint64_t bytes;     /* of those, frame headers included */
	uint64_t coalesced, conflated, dropped;
	uint32_t peak; /* most members at one time */
};

/* A member's place in a topic. */
struct sp_membership {
	struct sp_topic *topic;
	uint32_t slot; /* index in its members; or one of those below */
};

#define SP_NO_SLOT UINT32_MAX /* the member has left */
#define SP_LENT_SLOT (UINT32_MAX - 1)

/* The topics of a member. Zeroed is empty. */
struct sp_memberships {
	union {
		struct sp_membership one;   /* cap 0 */
		struct sp_membership *many; /* cap > 0; owned */
	} of;
	uint16_t count;
	uint16_t cap;
};

struct sp_member {
	int64_t id;
	struct sp_memberships topics;
};

/* Something that is kept with a topic, such as a window: the topic owns it, and frees it when the
 * topic ends. */
struct sp_topic_attachment {
	void (*free)(struct sp_topic_attachment *attachment);
};

struct sp_topics {
	struct sp_topic **buckets;
	uint32_t size;        /* of buckets, a power of two; 0: no table yet */
	uint32_t count;       /* topics */
	uint64_t memberships; /* of members that have not left */
	uint64_t seed;
	/* Called when a member joins or leaves; must not change any topic. May be NULL. */
	void (*on_change)(void *arg, const struct sp_topic *topic, int64_t id, bool joined);
	void *on_change_arg;
	/* Called when a topic has another number of members, those that are lent included; must not
	 * change any topic. May be NULL. */
	void (*on_count)(void *arg, const struct sp_topic *topic, uint32_t count);
	void *on_count_arg;
};

void sp_topics_init(struct sp_topics *topics);

/* All members must have forgotten their topics. */
void sp_topics_fini(struct sp_topics *topics);

enum sp_subscribed {
	SP_SUBSCRIBED, /* even if it was subscribed before */
	SP_SUBSCRIBE_TOO_MANY,
	SP_SUBSCRIBE_NOMEM,
};

/* name: 1 to SP_TOPIC_NAME_MAX bytes; copied. max: topics that a member may have, at most
 * UINT16_MAX. */
enum sp_subscribed sp_topics_subscribe(
	struct sp_topics *topics, struct sp_member *member, struct sp_span name, int64_t max);

/* False: it was not a member. */
bool sp_topics_unsubscribe(struct sp_topics *topics, struct sp_member *member, struct sp_span name);

/* The member gets nothing more and no longer counts. Its list stays, and can be read. */
void sp_topics_leave(struct sp_topics *topics, struct sp_member *member);

/* The same, but it is still counted: it is on its way to another process, which may not have it
 * yet. Until it is forgotten or leaves. */
void sp_topics_lend(struct sp_topics *topics, struct sp_member *member);

/* Undoes either: the member gets messages again. False: out of memory, and it gets those of some.
 */
bool sp_topics_rejoin(struct sp_topics *topics, struct sp_member *member);

/* Empties the member's list. */
void sp_topics_forget(struct sp_topics *topics, struct sp_member *member);

/* NULL: nobody watches it. */
struct sp_topic *sp_topics_find(const struct sp_topics *topics, struct sp_span name);

/* Calls each for every topic; it may not subscribe or unsubscribe anyone. */
void sp_topics_each(
	const struct sp_topics *topics, void (*each)(void *arg, struct sp_topic *topic), void *arg);

struct sp_span sp_topic_name(const struct sp_topic *topic);

/* Members are numbered from 0, in no particular order. When one leaves, the last takes its
 * number. */
uint32_t sp_topic_count(const struct sp_topic *topic);
struct sp_member *sp_topic_member(const struct sp_topic *topic, uint32_t i);

struct sp_topic_counters *sp_topic_counters(struct sp_topic *topic);

/* What is attached to the topic. NULL: nothing. */
struct sp_topic_attachment *sp_topic_attachment(const struct sp_topic *topic);

/* Takes attachment, and frees what was attached before. NULL: attaches nothing. */
void sp_topic_attach(struct sp_topic *topic, struct sp_topic_attachment *attachment);

/* How many are lent. */
uint32_t sp_topic_lent(const struct sp_topic *topic);

/* The same in all processes that share the seed, and for no other name. */
uint64_t sp_topics_hash(const struct sp_topics *topics, struct sp_span name);

/* A number that tells messages of one topic and key from all others. Never 0. */
uint64_t sp_topics_key(const struct sp_topics *topics, struct sp_span name, struct sp_span key);

/* The i-th entry of a member's list. */
const struct sp_membership *sp_membership_at(const struct sp_memberships *list, uint16_t i);

#endif
