/* SPDX-License-Identifier: MIT */
/*
 * Which connections watch what, on all nodes that share a Redis. On this node the topics are the
 * truth; who joins and leaves them is written to Redis afterwards, in order, many at a time. If
 * something could not be written, everything is registered again.
 *
 * Keys, each after the prefix: key:KEY (set of tokens), watchers:TOKEN:KEY (set of ids), keys:TOKEN
 * (set of keys).
 */
#ifndef SP_NET_CLUSTER_REGISTRY_H
#define SP_NET_CLUSTER_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/cluster/node.h"
#include "net/topics/topics.h"

struct sp_registry;

/* Observes topics until it is freed. Borrows node for its life; the node's owner calls
 * sp_registry_enter(). NULL: out of memory. */
struct sp_registry *sp_registry_new(
	struct sp_loop *loop, struct sp_topics *topics, struct sp_redis_node *node);

void sp_registry_free(struct sp_registry *registry);

/* The node has come in: registers all topics. */
void sp_registry_enter(struct sp_registry *registry);

/* The answer is the number, or the ids as texts, of the watchers at other nodes. Changes made
 * before the call count. The node must be in. */
void sp_registry_count(
	struct sp_registry *registry, struct sp_redis_call *call, struct sp_span key);
void sp_registry_watchers(
	struct sp_registry *registry, struct sp_redis_call *call, struct sp_span key);

/* Publishes payload to all nodes that listen on channel, including this one. The answer is the
 * number of watchers at other nodes; call may be NULL. */
void sp_registry_publish(struct sp_registry *registry, struct sp_redis_call *call,
	struct sp_span key, struct sp_span channel, struct sp_span payload);

#endif
