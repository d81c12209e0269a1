/* SPDX-License-Identifier: MIT */
/*
 * The server as a node in Redis, beyond single commands: its lease, the registry's records and its
 * channel to other nodes, and the queues that it consumes.
 */
#ifndef PHP_SEATPUSH_CLUSTER_NODE_H
#define PHP_SEATPUSH_CLUSTER_NODE_H

#include "php.h"

#include "net/cluster/node.h"
#include "net/cluster/registry.h"

struct php_seatpush_server;
struct php_seatpush_consumer;

struct php_seatpush_node {
	struct php_seatpush_server *server;
	struct sp_redis_node *core;   /* NULL: not running */
	struct sp_registry *registry; /* NULL: not running, or no Registry has an address */
	bool registers;               /* a Registry has an address */
	zend_string *prefix;          /* of the names of all keys */
	zend_string *channel;         /* where nodes hear of each other's pushes; NULL: unused */
	uint64_t out_ms;              /* since when nothing is recorded; 0: it is */
	struct php_seatpush_consumer *consumers; /* consume.c's */
};

/* The server's, made if need be. prefix NULL: the option's. NULL: an exception was thrown, since it
 * has another prefix already. */
struct php_seatpush_node *php_seatpush_node_of(
	struct php_seatpush_server *server, zend_string *prefix);

#endif
