/* SPDX-License-Identifier: MIT */
/*
 * This server as one of several that share a Redis. What it keeps there is under its name, a random
 * token, and counts only during its lease, which it renews. The others clean up what a node without
 * a lease has left behind. All writes are Lua scripts, so each is executed whole or not at all.
 *
 * Keys, each after the prefix: nodes (hash: token to number), lease:TOKEN, number:N (the token that
 * has this number; it long outlives the lease, so that no id is given out twice), and what
 * registry.c and consumers keep.
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

/* Called from the loop; none may free the node. */
struct sp_redis_node_events {
	/* The node has a lease, and nothing is registered under its name: register everything. */
	void (*on_in)(void *arg);
	/* The lease or the connection is lost, or could not be had. Called once until the node is in
	 * again, which it tries for ever. */
	void (*on_out)(void *arg, const char *why);
};

struct sp_redis_node_settings {
	const char *prefix; /* borrowed */
	uint64_t lease_ms;
	unsigned number; /* the number wanted; 0: any that is free, from 1 to 255 */
};

/* Starts to connect. Takes dsn's texts, even on failure; borrows events and the prefix for its
 * life. NULL: out of memory. */
struct sp_redis_node *sp_redis_node_new(struct sp_loop *loop, struct sp_redis_dsn *dsn,
	const struct sp_redis_node_settings *settings, const struct sp_redis_node_events *events,
	void *arg);

/* Removes what the node has registered, and its lease, if Redis answers within half a second;
 * otherwise they go when the lease ends. orderly: what the node has taken off lists goes back and
 * does not count as failed; otherwise the node that cleans up puts it back. Turns the loop. */
void sp_redis_node_leave(struct sp_redis_node *node, bool orderly);

void sp_redis_node_free(struct sp_redis_node *node);

/* True: the node has its lease, so what it has registered counts. */
bool sp_redis_node_is_in(const struct sp_redis_node *node);

/* The node's number; 0: it has none. */
unsigned sp_redis_node_number(const struct sp_redis_node *node);

/* Borrowed. */
const char *sp_redis_node_token(const struct sp_redis_node *node);
struct sp_redis_client *sp_redis_node_client(struct sp_redis_node *node);

/* Runs a Lua script. Its ARGV: the prefix, the token, and the argc words. call: as for
 * sp_redis_client_send(). */
void sp_redis_node_eval(struct sp_redis_node *node, struct sp_redis_call *call, const char *script,
	int argc, const char **argv, const size_t *lengths);

/* Tells the node that a script found its lease ended. */
void sp_redis_node_lease_lost(struct sp_redis_node *node);

#endif
