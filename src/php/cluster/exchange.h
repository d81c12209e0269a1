/* SPDX-License-Identifier: MIT */
/*
 * What nodes tell each other: pushes, and which connections watch which key.
 */
#ifndef PHP_SEATPUSH_CLUSTER_EXCHANGE_H
#define PHP_SEATPUSH_CLUSTER_EXCHANGE_H

#include "php.h"

#include "php/server/publish.h"

/* A push from another node, as it came through the channel. False: it claims to be text and is not
 * UTF-8. */
bool php_seatpush_heard_push(struct php_seatpush_server *server, const char *payload, size_t len);

/* Sends a push to all nodes. Returns the number of watchers at other nodes: waits for it if the
 * caller can wait, otherwise returns 0. Also returns 0 while Redis is away. */
zend_long php_seatpush_node_push(struct php_seatpush_server *server, zend_string *key,
	zend_string *data, const struct php_seatpush_publishing *how);

/* Asks for the watchers at other nodes: *out becomes their number; with ids, their ids are appended
 * to the array *out instead. False: an exception was thrown. While Redis is away there are none. */
bool php_seatpush_node_ask(
	struct php_seatpush_server *server, zend_string *key, bool ids, const char *method, zval *out);

#endif
