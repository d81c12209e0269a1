/* SPDX-License-Identifier: MIT */
#include "php/redis/pool.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <event2/event.h>

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"

/* A caller waiting for a connection; on its own stack. */
struct place {
	struct php_seatpush_wait wait;
	struct sp_link link;
	bool given;
};

void php_seatpush_redis_pool_init(struct php_seatpush_redis_pool *pool)
{
	memset(pool, 0, sizeof(*pool));
	sp_link_init(&pool->waiting);
}

static void on_time(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	php_seatpush_wake(arg);
}

/* Gives the place to the caller that has waited longest. */
static void give_place(struct php_seatpush_redis_pool *pool)
{
	struct sp_link *first = sp_list_shift(&pool->waiting);

	if (first == NULL) {
		pool->used--;
	} else {
		struct place *place = SP_CONTAINER(first, struct place, link);

		place->given = true;
		php_seatpush_wake(&place->wait);
	}
}

/* False: an exception was thrown. */
static bool wait_for_place(
	struct php_seatpush_redis_pool *pool, uint64_t timeout_ms, const char *method)
{
	struct place place = {0};
	struct timeval after = sp_timeval_ms(timeout_ms);
	bool waited;

	place.wait.timer = event_new(SEATPUSH_G(loop)->base, -1, 0, on_time, &place.wait);
	if (place.wait.timer == NULL) {
		zend_throw_exception(seatpush_ce_RedisException, "no memory for a timer", 0);
		return false;
	}
	if (timeout_ms > 0) {
		event_add(place.wait.timer, &after);
	}
	sp_list_append(&pool->waiting, &place.link);
	waited = php_seatpush_wait(&place.wait, method);
	sp_link_remove(&place.link);
	event_free(place.wait.timer);
	if (!waited && place.given) {
		give_place(pool); /* the wait has already ended: give the place to the next one */
	}
	if (waited && !place.given) {
		zend_throw_exception_ex(seatpush_ce_RedisException, 0,
			"%s: all %d connections for blocking commands and transactions were in use for %.1f s; "
			"use consumeRedis() for queues, or let fewer callbacks wait at the same time",
			method, PHP_SEATPUSH_REDIS_POOL_MAX, (double) timeout_ms / 1000.0);
	}
	return waited && place.given;
}

struct sp_redis_client *php_seatpush_redis_pool_take(struct php_seatpush_redis_pool *pool,
	struct sp_redis_client *(*make)(void *arg), void *arg, uint64_t timeout_ms, const char *method)
{
	struct sp_redis_client *client;

	if (pool->used < PHP_SEATPUSH_REDIS_POOL_MAX) {
		pool->used++;
	} else if (!wait_for_place(pool, timeout_ms, method)) {
		return NULL;
	}
	client = pool->free_count > 0 ? pool->free[--pool->free_count] : make(arg);
	if (client == NULL) {
		give_place(pool);
	}
	return client;
}

void php_seatpush_redis_pool_give(
	struct php_seatpush_redis_pool *pool, struct sp_redis_client *client, bool clean)
{
	if (clean) {
		pool->free[pool->free_count++] = client;
	} else {
		sp_redis_client_free(client);
	}
	give_place(pool);
}

void php_seatpush_redis_pool_close(struct php_seatpush_redis_pool *pool)
{
	while (pool->free_count > 0) {
		sp_redis_client_free(pool->free[--pool->free_count]);
	}
}

#endif
