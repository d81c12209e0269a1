/* SPDX-License-Identifier: MIT */
#include "php/redis/object.h"

#ifdef HAVE_SEATPUSH_REDIS

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"

/* In a child, too: its copies of the descriptors are closed already, so the parent's events stay.
 */
static void close_blocking(struct php_seatpush_redis_blocking *blocking)
{
	if (blocking->loop == NULL) {
		return;
	}
	sp_redis_client_free(blocking->client);
	sp_loop_free(blocking->loop);
	blocking->client = NULL;
	blocking->loop = NULL;
}

void php_seatpush_redis_close_blocking(struct php_seatpush_redis_object *redis)
{
	close_blocking(&redis->blocking);
	close_blocking(&redis->spare);
}

void php_seatpush_redis_close_shared(struct php_seatpush_redis_object *redis, const char *why)
{
	php_seatpush_redis_pool_close(&redis->pool);
	if (redis->shared != NULL) {
		sp_redis_client_close(redis->shared, why);
		redis->shared = NULL;
	}
}

/* Nothing is waiting: the callbacks have returned, or never will. */
static void leave_loop(struct php_seatpush_redis_object *redis)
{
	php_seatpush_redis_pool_close(&redis->pool);
	sp_redis_client_free(redis->shared);
	redis->shared = NULL;
	if (redis->blocking.loop == NULL) {
		redis->exclusive = NULL;
	}
}

void php_seatpush_redis_leave_loop(void)
{
	struct sp_link *list = &SEATPUSH_G(redis_objects);

	for (struct sp_link *link = list->next; link != list; link = link->next) {
		leave_loop(SP_CONTAINER(link, struct php_seatpush_redis_object, all));
	}
}

static struct sp_redis_client *make_client(
	struct php_seatpush_redis_object *redis, struct sp_loop *loop)
{
	struct sp_redis_dsn dsn;
	struct sp_redis_client *client = NULL;
	struct sp_error error;

	if (sp_redis_dsn_parse(&dsn, ZSTR_VAL(redis->dsn), &error)) {
		client = sp_redis_client_new(loop, &dsn, redis->connect_ms, NULL, NULL);
	}
	if (client == NULL) {
		zend_throw_exception(seatpush_ce_RedisException, "no memory for a connection to Redis", 0);
	}
	return client;
}

static struct sp_redis_client *make_on_server(void *arg)
{
	return make_client(arg, SEATPUSH_G(loop));
}

/* False: an exception was thrown. */
static bool make_blocking(
	struct php_seatpush_redis_object *redis, struct php_seatpush_redis_blocking *blocking)
{
	struct sp_error error;

	if (blocking->loop != NULL && !sp_owner_is_us(&blocking->owner)) {
		close_blocking(blocking); /* the parent's: two processes must not use one connection */
	}
	if (blocking->loop == NULL) {
		blocking->loop = sp_loop_new(&error);
		sp_owner_take(&blocking->owner);
		if (blocking->loop == NULL) {
			php_seatpush_throw(&error);
			return false;
		}
	}
	if (blocking->client == NULL) {
		blocking->client = make_client(redis, blocking->loop);
	}
	return blocking->client != NULL;
}

/* For when no server is running. */
static bool route_blocking(
	struct php_seatpush_redis_object *redis, bool exclusive, struct php_seatpush_route *route)
{
	struct php_seatpush_redis_blocking *blocking = exclusive ? &redis->spare : &redis->blocking;

	if (!make_blocking(redis, blocking)) {
		return false;
	}
	route->client = blocking->client;
	route->loop = blocking->loop;
	if (exclusive) {
		route->lent = redis->spare;
		memset(&redis->spare, 0, sizeof(redis->spare));
	}
	return true;
}

/* For the object that transaction() made. */
static bool route_within(
	struct php_seatpush_redis_object *redis, const char *method, struct php_seatpush_route *route)
{
	if (redis->exclusive == NULL) {
		php_seatpush_throw_text(
			"%s: the transaction that this object was made for is over; use your own object",
			method);
		return false;
	}
	if (redis->blocking.loop != NULL && !sp_owner_is_us(&redis->blocking.owner)) {
		php_seatpush_throw_text(
			"%s: the transaction that this object was made for belongs to the parent process",
			method);
		return false;
	}
	route->client = redis->exclusive;
	route->loop = redis->blocking.loop;
	return route->loop != NULL || php_seatpush_check_wait(method);
}

bool php_seatpush_redis_route(struct php_seatpush_redis_object *redis, bool exclusive,
	const char *method, struct php_seatpush_route *route)
{
	memset(route, 0, sizeof(*route));
	sp_owner_take(&route->owner);
	if (redis->dsn == NULL) {
		php_seatpush_throw_text("the parent constructor was not called");
		return false;
	}
	if (redis->within) {
		return route_within(redis, method, route);
	}
	if (!php_seatpush_is_running()) {
		return route_blocking(redis, exclusive, route);
	}
	if (!php_seatpush_check_wait(method)) {
		return false;
	}
	if (exclusive) {
		route->pooled = true;
		route->client = php_seatpush_redis_pool_take(
			&redis->pool, make_on_server, redis, redis->timeout_ms, method);
	} else {
		if (redis->shared == NULL) {
			redis->shared = make_on_server(redis);
		}
		route->client = redis->shared;
	}
	return route->client != NULL;
}

bool php_seatpush_route_ask(const struct php_seatpush_route *route,
	const struct php_seatpush_words *commands, size_t count, uint64_t timeout_ms,
	const char *method, struct php_seatpush_redis_answer *answer)
{
	struct php_seatpush_redis_question question = {.client = route->client,
		.loop = route->loop,
		.commands = commands,
		.count = count,
		.timeout_ms = timeout_ms,
		.generation = route->generation,
		.method = method};

	return php_seatpush_redis_ask(&question, answer);
}

void php_seatpush_redis_return(
	struct php_seatpush_redis_object *redis, struct php_seatpush_route *route, bool clean)
{
	if (route->pooled) {
		php_seatpush_redis_pool_give(&redis->pool, route->client, clean);
	} else if (clean && sp_owner_is_us(&route->owner) && redis->spare.loop == NULL) {
		redis->spare = route->lent;
	} else {
		close_blocking(&route->lent);
	}
}

bool php_seatpush_redis_allow(const char *name, const struct php_seatpush_words *words)
{
	const char *instead = php_seatpush_redis_refusal(name, words);

	if (instead != NULL) {
		php_seatpush_throw_text("%s is refused: %s", name, instead);
	}
	return instead == NULL;
}

#else

void php_seatpush_redis_leave_loop(void)
{
}

#endif
