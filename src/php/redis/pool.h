/* SPDX-License-Identifier: MIT */
/*
 * Connections to Redis that one callback at a time has for its own: for commands that block, and
 * for what depends on the state of the connection (WATCH). Bounded; who finds none waits.
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

/* A client for the caller alone, made by make(arg) if need be; NULL: an exception was thrown.
 * method: what waits, for messages. timeout_ms: for one to become free; 0: as long as it takes.
 * php_seatpush_check_wait() must hold. */
struct sp_redis_client *php_seatpush_redis_pool_take(struct php_seatpush_redis_pool *pool,
	struct sp_redis_client *(*make)(void *arg), void *arg, uint64_t timeout_ms, const char *method);

/* Gives it back; clean: the next one may have it, or else it is closed. */
void php_seatpush_redis_pool_give(
	struct php_seatpush_redis_pool *pool, struct sp_redis_client *client, bool clean);

/* Closes those that are free. */
void php_seatpush_redis_pool_close(struct php_seatpush_redis_pool *pool);

#endif
