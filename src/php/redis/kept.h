/* SPDX-License-Identifier: MIT */
/*
 * Messages from Redis that wait until it is known whether this process passes them on, in order.
 */
#ifndef PHP_SEATPUSH_REDIS_KEPT_H
#define PHP_SEATPUSH_REDIS_KEPT_H

#include <stdbool.h>
#include <stddef.h>

struct redisReply;

/* Zeroed is empty. */
struct php_seatpush_kept {
	struct php_seatpush_kept_one *first, *last;
	size_t count, bytes;
};

/* Takes the reply of a message. False: there is no room, and it is the caller's. */
bool php_seatpush_kept_append(struct php_seatpush_kept *kept, struct redisReply *reply);

/* Takes off the first one, which is the caller's. NULL: there is none. */
struct redisReply *php_seatpush_kept_shift(struct php_seatpush_kept *kept);

/* Drops all. */
void php_seatpush_kept_fini(struct php_seatpush_kept *kept);

#endif
