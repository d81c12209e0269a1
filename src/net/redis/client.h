/* SPDX-License-Identifier: MIT */
/*
 * Commands and their replies over one link to Redis. All callers share the connection, and replies
 * come in the order of the commands. Nothing is ever sent twice: if the link is lost, a call that
 * was sent and not answered fails, and its owner is told that it may have been executed.
 */
#ifndef SP_NET_REDIS_CLIENT_H
#define SP_NET_REDIS_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/queue.h"
#include "net/loop/loop.h"
#include "net/redis/link.h"

struct redisReply;
struct sp_redis_client;

/* One or more commands with one answer. Zeroed except for done and timeout_ms; its owner keeps it
 * until done is called, or cancels it. */
struct sp_redis_call {
	/* Called once. reply: the last one; takes it. NULL: there will be none, and why says so. */
	void (*done)(struct sp_redis_call *call, struct redisReply *reply, const char *why);
	uint64_t timeout_ms; /* for the answer; 0: no limit */
	struct redisReply
		*refusal; /* the first error among the replies before the last; owned by the call's owner */
	uint64_t deadline_ms;
	uint32_t replies;    /* still to come */
	uint32_t skip_after; /* replies after them that nobody waits for any more */
	struct sp_link link;
};

/* The link became ready (why is NULL) or was lost. From the loop; may not free the client. */
typedef void sp_redis_state(void *arg, const char *why);

/* Starts to connect. Takes dsn's texts, even on failure. on_state: or NULL. NULL: out of memory. */
struct sp_redis_client *sp_redis_client_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	uint64_t connect_ms, sp_redis_state *on_state, void *arg);

/* Forgets the calls that wait: their done is not called. */
void sp_redis_client_free(struct sp_redis_client *client);

/* The same, but the calls that wait fail first. */
void sp_redis_client_close(struct sp_redis_client *client, const char *why);

struct sp_redis_link *sp_redis_client_link(struct sp_redis_client *client);

/* Increases each time the link becomes ready: a new connection has none of the state that Redis
 * kept for the former one (WATCH). */
uint64_t sp_redis_client_generation(const struct sp_redis_client *client);

/* Calls done when the link is ready, without reply and why, or when it could not become ready.
 * Perhaps at once. */
void sp_redis_client_await(struct sp_redis_client *client, struct sp_redis_call *call);

/* Sends a command; call NULL: nobody wants the answer. Several in a row with the same call have one
 * answer, the reply to the last one. If the link is not ready, or is lost, done is called before
 * this returns, and further commands of that call are dropped. */
void sp_redis_client_send(struct sp_redis_client *client, struct sp_redis_call *call, int argc,
	const char **argv, const size_t *lengths);

/* The owner no longer wants the answer: it will be dropped, and done is not called. */
void sp_redis_client_cancel(struct sp_redis_client *client, struct sp_redis_call *call);

#endif
