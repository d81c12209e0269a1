/* SPDX-License-Identifier: MIT */
/*
 * One connection to Redis, kept for ever: names are looked up off the loop, every step has a
 * time-out, a dead peer is noticed, and what was lost is connected again with a growing, jittered
 * pause. It reads replies (hiredis' parser) and hands them on; what they mean is the owner's.
 */
#ifndef SP_NET_REDIS_LINK_H
#define SP_NET_REDIS_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "net/loop.h"
#include "wire/redis_dsn.h"

struct redisReply;
struct sp_redis_link;

/* All are called from the loop; none may free the link. */
struct sp_redis_events {
	/* Logged in: commands may be sent. */
	void (*on_ready)(void *arg);
	/* It could not be reached, or was lost; once until it is ready again. why is a text. */
	void (*on_down)(void *arg, const char *why);
	/* A reply that is not part of logging in. Borrowed. */
	void (*on_reply)(void *arg, const struct redisReply *reply);
};

/* Begins to connect. Takes dsn's texts in any case; events are borrowed. NULL: out of memory. */
struct sp_redis_link *sp_redis_link_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	const struct sp_redis_events *events, void *arg);

void sp_redis_link_free(struct sp_redis_link *link);

bool sp_redis_link_ready(const struct sp_redis_link *link);

/* "redis://127.0.0.1:6379/0": for people, without user and password. Borrowed. */
const char *sp_redis_link_name(const struct sp_redis_link *link);

/* Sends a command of argc words when it is ready; otherwise it is dropped, since on_ready will run.
 * Out of memory, the link is lost. */
void sp_redis_link_send(struct sp_redis_link *link, int argc, const char **argv, const size_t *len);

/* The owner finds that it is of no use: it is lost, and tried again. */
void sp_redis_link_fail(struct sp_redis_link *link, const char *why);

/* "0.14.1": the version of hiredis that this was built with. */
const char *sp_redis_hiredis_version(void);

#endif
