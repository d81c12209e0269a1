/* SPDX-License-Identifier: MIT */
/*
 * The server's part in Redis beyond single commands: its lease, the registry's records and its
 * channel to other nodes, and the queues that it consumes.
 */
#ifndef PHP_SEATPUSH_CLUSTER_NODE_H
#define PHP_SEATPUSH_CLUSTER_NODE_H

#include "php.h"

#include "base/error.h"
#include "net/cluster/node.h"
#include "net/cluster/registry.h"

#define PHP_SEATPUSH_PREFIX_MAX 64

struct php_seatpush_server;
struct php_seatpush_publishing;
struct php_seatpush_consumer;

struct php_seatpush_node {
	struct php_seatpush_server *server;
	struct sp_redis_node *core;   /* NULL: not running */
	struct sp_registry *registry; /* NULL: not running, or no Registry has an address */
	bool registers;               /* a Registry has an address */
	zend_string *prefix;          /* of the names of all keys */
	zend_string *channel;         /* where nodes hear of each other's pushes; NULL: unused */
	uint64_t out_ms;              /* since when nothing is recorded; 0: it is */
	struct php_seatpush_consumer *consumers;
};

/* The server's, made if need be. prefix NULL: the option's. NULL: an exception was thrown, since it
 * has another prefix already. */
struct php_seatpush_node *php_seatpush_node_of(
	struct php_seatpush_server *server, zend_string *prefix);

/* Begins to connect, if there is a need. False: *error says what is wrong. */
bool php_seatpush_node_start(struct php_seatpush_server *server, struct sp_error *error);

/* The stop begins: no more items are taken. */
void php_seatpush_node_hurry(struct php_seatpush_server *server);

/* Leaves nothing behind, and disconnects. The loop may be turned. */
void php_seatpush_node_stop(struct php_seatpush_server *server);

void php_seatpush_node_free(struct php_seatpush_server *server);

/* Lists the callables for the cycle collector. */
void php_seatpush_node_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer);

/* Sends a push to all nodes. The number of watchers at other nodes: waits for it if the caller can,
 * or else 0; also 0 while Redis is away. */
zend_long php_seatpush_node_push(struct php_seatpush_server *server, zend_string *key,
	zend_string *data, const struct php_seatpush_publishing *how);

/* Asks for the watchers at other nodes: *out is their number, or with ids their ids are appended to
 * the array *out. False: an exception was thrown. While Redis is away there are none. */
bool php_seatpush_node_ask(
	struct php_seatpush_server *server, zend_string *key, bool ids, const char *method, zval *out);

/* --- consumers, redis_consume.c --- */

/* The node came in: items may be taken. */
void php_seatpush_consumers_enter(struct php_seatpush_node *node);
void php_seatpush_consumers_hurry(struct php_seatpush_node *node);
void php_seatpush_consumers_stop(struct php_seatpush_node *node);
void php_seatpush_consumers_free(struct php_seatpush_node *node);
void php_seatpush_consumers_gc(struct php_seatpush_node *node, zend_get_gc_buffer *buffer);

#endif
