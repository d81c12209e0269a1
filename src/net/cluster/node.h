/* SPDX-License-Identifier: MIT */
/*
 * This server as one of several at the same Redis. What it keeps there is under its name, a random
 * token, and counts only while its lease lives, which it renews; what a node without a lease has
 * left behind is cleaned up by the others. All writes are Lua scripts, so each is whole or not.
 *
 * Keys, each behind the prefix: nodes (hash: token to number), lease:TOKEN, number:N (whose number
 * that is; outlives the lease for long, so that ids are not given twice), and what registry.c and
 * consumers keep.
 */
#ifndef SP_NET_CLUSTER_NODE_H
#define SP_NET_CLUSTER_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/loop/loop.h"
#include "net/redis/client.h"

#define SP_REDIS_NODE_TOKEN 16 /* hexadecimal digits */

struct sp_redis_node;

/* From the loop; none may free the node. */
struct sp_redis_node_events {
	/* It has a lease, and nothing else is kept under its name: register everything. */
	void (*on_in)(void *arg);
	/* Its lease or the connection is lost, or it cannot come in: told once until it is in again,
	 * which it tries for ever. */
	void (*on_out)(void *arg, const char *why);
};

struct sp_redis_node_settings {
	const char *prefix; /* borrowed */
	uint64_t lease_ms;
	unsigned number; /* the one to be taken; 0: any that is free, from 1 to 255 */
};

/* Begins to connect. Takes dsn's texts in any case; the rest is borrowed. NULL: out of memory. */
struct sp_redis_node *sp_redis_node_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	const struct sp_redis_node_settings *settings, const struct sp_redis_node_events *events,
	void *arg);

/* What it has registered goes away, and the lease with it, if Redis answers within half a second;
 * otherwise when the lease ends. orderly: what it has taken off lists goes back, and nothing has
 * failed; otherwise whoever cleans up returns it. Turns the loop. */
void sp_redis_node_leave(struct sp_redis_node *node, bool orderly);

void sp_redis_node_free(struct sp_redis_node *node);

/* True: what is registered counts. */
bool sp_redis_node_is_in(const struct sp_redis_node *node);

/* Its number among the nodes; 0: it has none yet. */
unsigned sp_redis_node_number(const struct sp_redis_node *node);

/* Borrowed. */
const char *sp_redis_node_token(const struct sp_redis_node *node);
struct sp_redis_client *sp_redis_node_client(struct sp_redis_node *node);

/* Runs a Lua script whose ARGV is: prefix, token, and the argc words. call: as in
 * sp_redis_client_send(). */
void sp_redis_node_eval(struct sp_redis_node *node, struct sp_redis_call *call, const char *script,
	int argc, const char **argv, const size_t *lengths);

/* A script found that the lease has ended. */
void sp_redis_node_lease_lost(struct sp_redis_node *node);

#endif
