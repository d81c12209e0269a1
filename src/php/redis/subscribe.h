/* SPDX-License-Identifier: MIT */
/*
 * subscribeRedis(): messages that are published in Redis go to topics, or to a callback.
 */
#ifndef PHP_SEATPUSH_REDIS_SUBSCRIBE_H
#define PHP_SEATPUSH_REDIS_SUBSCRIBE_H

#include "php.h"

#include "base/error.h"
#include "php/redis/pattern.h"

struct php_seatpush_server;

/* Begins to connect, if there are subscriptions. False: *error says what is wrong. */
bool php_seatpush_subscription_start(struct php_seatpush_server *server, struct sp_error *error);

/* Subscribes to an internal channel, before the start; heard is called for each message. */
void php_seatpush_subscription_listen(
	struct php_seatpush_server *server, zend_string *channel, php_seatpush_heard *heard);

/* Ends the connection; the subscriptions are kept. */
void php_seatpush_subscription_stop(struct php_seatpush_server *server);

/* At the end of each tick. */
void php_seatpush_subscription_step(void);

void php_seatpush_subscription_free(struct php_seatpush_server *server);

/* Lists the callables for the cycle collector. */
void php_seatpush_subscription_gc(struct php_seatpush_server *server, zend_get_gc_buffer *buffer);

/* Facts for stats(): 1 while it is subscribed, messages received, messages that were not UTF-8, how
 * many times Redis went away. */
struct php_seatpush_subscription_facts {
	uint64_t connected, messages, bad, downs;
};
struct php_seatpush_subscription_facts php_seatpush_subscription_facts(
	const struct php_seatpush_server *server);

#endif
