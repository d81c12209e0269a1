/* SPDX-License-Identifier: MIT */
/*
 * One connection to Redis, kept for ever: every step has a time-out, a dead peer is noticed, and
 * what was lost is connected again with a growing, jittered pause. It reads replies (hiredis'
 * parser) and hands them on; what they mean is the owner's.
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

/* All are called from the loop; none may free the link. */
struct sp_redis_events {
	/* Logged in: commands may be sent. */
	void (*on_ready)(void *arg);
	/* It could not be reached, or was lost: each time. why is a text; borrowed. */
	void (*on_down)(void *arg, const char *why);
	/* A reply that is not part of logging in. Takes it: freeReplyObject(). */
	void (*on_reply)(void *arg, struct redisReply *reply);
	/* Nothing came for long: send something that is answered, so that a dead peer shows. False:
	 * nothing would be answered now. */
	bool (*on_silence)(void *arg);
};

/* Begins to connect. connect_ms: for an address to answer, and to log in. Takes dsn's texts in any
 * case; events are borrowed. NULL: out of memory. */
struct sp_redis_link *sp_redis_link_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	uint64_t connect_ms, const struct sp_redis_events *events, void *arg);

void sp_redis_link_free(struct sp_redis_link *link);

bool sp_redis_link_ready(const struct sp_redis_link *link);

/* Why it is in the pause before it is tried again; NULL: it is not. Borrowed. */
const char *sp_redis_link_why(const struct sp_redis_link *link);

/* If it is in that pause: tries at once. */
void sp_redis_link_hurry(struct sp_redis_link *link);

/* "redis://127.0.0.1:6379/0": for people, without user and password. Borrowed. */
const char *sp_redis_link_name(const struct sp_redis_link *link);

/* Sends a command of argc words; written at the next turn of the loop, with what else is sent until
 * then. lengths NULL: they end with a NUL. False: it is not ready, or too much waits to be sent
 * already. */
bool sp_redis_link_send(
	struct sp_redis_link *link, int argc, const char **argv, const size_t *lengths);

/* The owner finds that it is of no use: it is lost, and tried again. */
void sp_redis_link_fail(struct sp_redis_link *link, const char *why);

/* "0.14.1": the version of hiredis that this was built with. */
const char *sp_redis_hiredis_version(void);

#endif
