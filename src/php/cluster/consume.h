/* SPDX-License-Identifier: MIT */
/*
 * consumeRedis(): what a node does with its consumers.
 */
#ifndef PHP_SEATPUSH_CLUSTER_CONSUME_H
#define PHP_SEATPUSH_CLUSTER_CONSUME_H

#include "php.h"

struct php_seatpush_node;

/* The node is registered: items may be taken. */
void php_seatpush_consumers_enter(struct php_seatpush_node *node);
void php_seatpush_consumers_hurry(struct php_seatpush_node *node);
void php_seatpush_consumers_stop(struct php_seatpush_node *node);
void php_seatpush_consumers_free(struct php_seatpush_node *node);
void php_seatpush_consumers_gc(struct php_seatpush_node *node, zend_get_gc_buffer *buffer);

#endif
