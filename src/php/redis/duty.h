/* SPDX-License-Identifier: MIT */
/*
 * What a process that shares a machine with others does with what it hears from Redis: the rules
 * are in lead.h, and this is their Redis, journal, clock and log. A process that shares nothing has
 * no duty, but NULL, and passes on everything.
 */
#ifndef PHP_SEATPUSH_REDIS_DUTY_H
#define PHP_SEATPUSH_REDIS_DUTY_H

#include <stdbool.h>

struct php_seatpush_duty;
struct php_seatpush_server;
struct redisReply;
struct sp_redis_link;

/* Passes on a message that was kept; borrows it. */
typedef void php_seatpush_duty_pass(void *arg, struct redisReply *reply);

/* The process has subscriptions, and asks for its turn if there are others. NULL: out of memory. */
struct php_seatpush_duty *php_seatpush_duty_new(
	struct php_seatpush_server *server, php_seatpush_duty_pass *pass, void *arg);

void php_seatpush_duty_free(struct php_seatpush_duty *duty);

/* The link is ready, and the patterns are subscribed to after this. Borrows it until the link is
 * down. */
void php_seatpush_duty_ready(struct php_seatpush_duty *duty, struct sp_redis_link *link);

/* True: the reply was for the duty alone. Borrows it. */
bool php_seatpush_duty_takes(struct php_seatpush_duty *duty, const struct redisReply *reply);

/* How many subscriptions it has of its own; what Redis confirms includes them. */
unsigned php_seatpush_duty_channels(const struct php_seatpush_duty *duty);

/* All patterns are confirmed; after_gap: Redis had been away. True: topics are to be told of that.
 */
bool php_seatpush_duty_up(struct php_seatpush_duty *duty, bool after_gap);
void php_seatpush_duty_down(struct php_seatpush_duty *duty);

enum php_seatpush_duty_verdict {
	SEATPUSH_DUTY_PASS, /* it is to be passed on */
	SEATPUSH_DUTY_DROP,
	SEATPUSH_DUTY_KEPT, /* it was taken */
};

/* A message came. Takes it if KEPT. */
enum php_seatpush_duty_verdict php_seatpush_duty_hears(
	struct php_seatpush_duty *duty, struct redisReply *reply);

/* At the end of each tick. True: topics are to be told now that something may have been missed. */
bool php_seatpush_duty_step(struct php_seatpush_duty *duty);

#endif
