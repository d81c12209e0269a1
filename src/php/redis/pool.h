/* SPDX-License-Identifier: MIT */
/*
 * Connections to Redis that one callback at a time has to itself: for commands that block, and for
 * what depends on the state of the connection (WATCH). Their number is limited; if none is free,
 * the callback waits.
 */
#ifndef PHP_SEATPUSH_REDIS_POOL_H
#define PHP_SEATPUSH_REDIS_POOL_H

#include "php.h"

#include "base/queue.h"
#include "net/redis/client.h"

#define PHP_SEATPUSH_REDIS_POOL_MAX 16

struct php_seatpush_redis_pool {
	struct sp_redis_client *free[PHP_SEATPUSH_REDIS_POOL_MAX];
	uint32_t free_count;
	uint32_t used;
	struct sp_link waiting;
};

void php_seatpush_redis_pool_init(struct php_seatpush_redis_pool *pool);

/* A client for the caller alone, created by make(arg) if necessary; NULL: an exception was thrown.
 * method: what is waiting, for messages. timeout_ms: how long to wait for a free one; 0: no limit.
 * php_seatpush_check_wait() must hold. */
struct sp_redis_client *php_seatpush_redis_pool_take(struct php_seatpush_redis_pool *pool,
	struct sp_redis_client *(*make)(void *arg), void *arg, uint64_t timeout_ms, const char *method);

/* Returns a client to the pool; clean: the next caller may have it, otherwise it is closed. */
void php_seatpush_redis_pool_give(
	struct php_seatpush_redis_pool *pool, struct sp_redis_client *client, bool clean);

/* Closes the free ones. */
void php_seatpush_redis_pool_close(struct php_seatpush_redis_pool *pool);

#endif
