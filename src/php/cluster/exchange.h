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

/* Sends a push to all nodes. Returns the number of watchers at other nodes, which other processes
 * of this server are, too: waits for it if the caller can wait. Otherwise, and while Redis is away,
 * returns nearby. */
zend_long php_seatpush_node_push(struct php_seatpush_server *server, zend_string *key,
	zend_string *data, const struct php_seatpush_publishing *how, uint32_t nearby);

/* Asks for the watchers at other nodes, of which other workers of this server are some: *out
 * becomes their number; with ids, their ids are appended to the array *out instead. *answered:
 * false without Redis, or while it is away. False: an exception was thrown. */
bool php_seatpush_node_ask(struct php_seatpush_server *server, zend_string *key, bool ids,
	const char *method, zval *out, bool *answered);

#endif
