/* SPDX-License-Identifier: MIT */
/*
 * One connection to Redis, kept for ever: every step has a time-out, a dead peer is noticed, and a
 * lost connection is made again after a growing, jittered pause. It parses replies with hiredis and
 * hands them on; what they mean is for the owner to know.
 */
#ifndef SP_NET_REDIS_LINK_H
#define SP_NET_REDIS_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/loop/loop.h"
#include "wire/redis_dsn.h"

struct redisReply;
struct sp_redis_link;

/* Called from the loop; none may free the link. */
struct sp_redis_events {
	/* Logged in: commands may be sent. */
	void (*on_ready)(void *arg);
	/* Redis could not be reached, or the link was lost. Called each time; borrows why, a text. */
	void (*on_down)(void *arg, const char *why);
	/* A reply that is not part of logging in. Takes it: freeReplyObject(). */
	void (*on_reply)(void *arg, struct redisReply *reply);
	/* Nothing has come for long: sends a command, so that a dead peer is noticed. False: Redis
	 * would not answer one now. */
	bool (*on_silence)(void *arg);
};

/* Starts to connect. connect_ms: how long each address, and then the login, may take. Takes dsn's
 * texts, even on failure; borrows events for its life. NULL: out of memory. */
struct sp_redis_link *sp_redis_link_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	uint64_t connect_ms, const struct sp_redis_events *events, void *arg);

void sp_redis_link_free(struct sp_redis_link *link);

bool sp_redis_link_ready(const struct sp_redis_link *link);

/* Why the link is in the pause before the next attempt; NULL: it is not. Borrowed. */
const char *sp_redis_link_why(const struct sp_redis_link *link);

/* Ends that pause: tries at once. */
void sp_redis_link_hurry(struct sp_redis_link *link);

/* "redis://127.0.0.1:6379/0": for people to read, without user and password. Borrowed. */
const char *sp_redis_link_name(const struct sp_redis_link *link);

/* Sends a command of argc words. It is written at the next turn of the loop, together with whatever
 * else is sent until then. lengths NULL: the words are NUL-terminated. False: the link is not
 * ready, or too much is waiting to be sent. */
bool sp_redis_link_send(
	struct sp_redis_link *link, int argc, const char **argv, const size_t *lengths);

/* For an owner to whom the link is of no use: it counts as lost, and is tried again. */
void sp_redis_link_fail(struct sp_redis_link *link, const char *why);

/* "0.14.1": the version of hiredis that SeatPush was built with. */
const char *sp_redis_hiredis_version(void);

#endif
