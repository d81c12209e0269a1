/* SPDX-License-Identifier: MIT */
/*
 * How the server becomes a node, and how it leaves.
 */
#ifndef PHP_SEATPUSH_CLUSTER_LIFE_H
#define PHP_SEATPUSH_CLUSTER_LIFE_H

#include "php.h"

#include "base/error.h"

struct php_seatpush_server;

/* Begins to connect, if necessary. False: *error says what is wrong. */
bool php_seatpush_node_start(struct php_seatpush_server *server, struct sp_error *error);

/* The stop begins: no more items are taken. */
void php_seatpush_node_hurry(struct php_seatpush_server *server);

/* Removes everything of this node from Redis, and disconnects. May turn the loop. */
void php_seatpush_node_stop(struct php_seatpush_server *server);

void php_seatpush_node_free(struct php_seatpush_server *server);

/* Lists the callables for the cycle collector. */
void php_seatpush_node_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer);

#endif
