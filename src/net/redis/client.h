/* SPDX-License-Identifier: MIT */
/*
 * Commands and their answers over one link to Redis: whoever asks meanwhile shares the connection,
 * and answers come in the order of the commands. Nothing is ever sent twice: what was sent and not
 * answered when the link is lost fails, and its owner knows that it may have been executed.
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

/* A question. Zeroed but for done and timeout_ms; its owner keeps it until done, or cancels it. */
struct sp_redis_call {
	/* Once. reply: the last one; takes it. NULL: there will be none, and why says so. */
	void (*done)(struct sp_redis_call *call, struct redisReply *reply, const char *why);
	uint64_t timeout_ms;        /* for the answer; 0: as long as it takes */
	struct redisReply *refusal; /* the first error among its replies before the last; owned */
	uint64_t deadline_ms;
	uint32_t replies;    /* to come */
	uint32_t skip_after; /* replies behind them that nobody waits for any more */
	struct sp_link link;
};

/* The link became ready (why NULL), or was lost. From the loop; may not free the client. */
typedef void sp_redis_state(void *arg, const char *why);

/* Begins to connect. Takes dsn's texts in any case. on_state: may be NULL. NULL: out of memory. */
struct sp_redis_client *sp_redis_client_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	uint64_t connect_ms, sp_redis_state *on_state, void *arg);

/* Calls that wait are forgotten: their done is not called. */
void sp_redis_client_free(struct sp_redis_client *client);

/* The same, but those calls fail first. */
void sp_redis_client_close(struct sp_redis_client *client, const char *why);

struct sp_redis_link *sp_redis_client_link(struct sp_redis_client *client);

/* Rises with each time that the link became ready: what Redis knew of the connection (WATCH) is
 * gone when it is another one. */
uint64_t sp_redis_client_generation(const struct sp_redis_client *client);

/* done is called when the link is ready, without reply and why; or when it cannot be. Perhaps at
 * once. */
void sp_redis_client_await(struct sp_redis_client *client, struct sp_redis_call *call);

/* Sends a command; call NULL: nobody wants the answer. Several in a row with the same call are one
 * question, answered by the last one's reply. If the link is not ready, or gets lost, done is
 * called before this returns, and more commands of that call are dropped. */
void sp_redis_client_send(struct sp_redis_client *client, struct sp_redis_call *call, int argc,
	const char **argv, const size_t *lengths);

/* The owner goes; its answer will be dropped. */
void sp_redis_client_cancel(struct sp_redis_client *client, struct sp_redis_call *call);

#endif
