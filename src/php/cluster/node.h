/* SPDX-License-Identifier: MIT */
/*
 * The server as a node in Redis: its lease, its records in the registry, its channel to other
 * nodes, and the queues that it consumes.
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
	zend_string *prefix;          /* prefix of all keys */
	zend_string *channel;         /* for pushes between nodes; NULL: unused */
	uint64_t out_ms; /* since when the node has been unregistered; 0: it is registered */
	struct php_seatpush_consumer *consumers; /* owned by consume.c */
};

/* The server's node, created if necessary. prefix NULL: the one in the options. NULL: an exception
 * was thrown, since the node already has another prefix. */
struct php_seatpush_node *php_seatpush_node_of(
	struct php_seatpush_server *server, zend_string *prefix);

#endif
