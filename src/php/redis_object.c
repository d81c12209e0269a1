/* SPDX-License-Identifier: MIT */
#include "php/redis_object.h"

#include "php/redis.h"

#ifdef HAVE_SEATPUSH_REDIS

#include "zend_exceptions.h"

#include "php/classes.h"
#include "php/errors.h"
#include "php/globals.h"
#include "php/wait.h"

void php_seatpush_redis_close_blocking(struct php_seatpush_redis_object *redis)
{
	struct sp_error error;

	if (redis->loop == NULL) {
		return;
	}
	if (redis->pid != getpid()) {
		sp_loop_after_fork(redis->loop, &error); /* or else the parent's events would go */
	}
	sp_redis_client_free(redis->blocking);
	sp_loop_free(redis->loop);
	redis->blocking = NULL;
	redis->loop = NULL;
}

void php_seatpush_redis_close_shared(struct php_seatpush_redis_object *redis, const char *why)
{
	php_seatpush_redis_pool_close(&redis->pool);
	if (redis->shared != NULL) {
		sp_redis_client_close(redis->shared, why);
		redis->shared = NULL;
	}
}

/* Nobody waits: callbacks have returned, or never will. */
static void leave_loop(struct php_seatpush_redis_object *redis)
{
	php_seatpush_redis_pool_close(&redis->pool);
	sp_redis_client_free(redis->shared);
	redis->shared = NULL;
	if (redis->loop == NULL) {
		redis->own = NULL;
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
static bool make_blocking(struct php_seatpush_redis_object *redis)
{
	struct sp_error error;

	if (redis->loop != NULL && redis->pid != getpid()) {
		php_seatpush_redis_close_blocking(
			redis); /* the parent's, and two must not speak on one connection */
	}
	if (redis->loop == NULL) {
		redis->loop = sp_loop_new(&error);
		redis->pid = getpid();
		if (redis->loop == NULL) {
			php_seatpush_throw(&error);
			return false;
		}
	}
	if (redis->blocking == NULL) {
		redis->blocking = make_client(redis, redis->loop);
	}
	return redis->blocking != NULL;
}

bool php_seatpush_redis_route(struct php_seatpush_redis_object *redis, bool own, const char *method,
	struct php_seatpush_route *route)
{
	memset(route, 0, sizeof(*route));
	if (redis->dsn == NULL) {
		php_seatpush_throw_text("the parent constructor was not called");
		return false;
	}
	if (redis->within && redis->own == NULL) {
		php_seatpush_throw_text(
			"%s: the transaction that this object was given to is over; use your own object",
			method);
		return false;
	}
	if (!php_seatpush_is_running()) {
		struct php_seatpush_redis_object *whose = redis->within ? redis->of : redis;

		if (!make_blocking(whose)) {
			return false;
		}
		route->client = whose->blocking;
		route->loop = whose->loop;
		return true;
	}
	if (!php_seatpush_check_wait(method)) {
		return false;
	}
	if (redis->within) {
		route->client = redis->own;
	} else if (own) {
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

bool php_seatpush_redis_ask(const struct php_seatpush_route *route,
	const struct php_seatpush_words *commands, size_t count, uint64_t timeout_ms,
	const char *method, struct php_seatpush_answer *answer)
{
	struct php_seatpush_question question = {.client = route->client,
		.loop = route->loop,
		.commands = commands,
		.count = count,
		.timeout_ms = timeout_ms,
		.method = method};

	return php_seatpush_ask(&question, answer);
}

void php_seatpush_redis_return(
	struct php_seatpush_redis_object *redis, const struct php_seatpush_route *route, bool clean)
{
	if (route->pooled) {
		php_seatpush_redis_pool_give(&redis->pool, route->client, clean);
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
