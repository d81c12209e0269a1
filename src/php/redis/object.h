/* SPDX-License-Identifier: MIT */
/*
 * What a SeatPush\Redis object has. On the server's loop it has one client that all callbacks
 * share, and a pool for commands that need a connection of their own. When no server is running, it
 * has a client on a loop of its own, which is turned only while a call waits for an answer: that
 * blocks, like everything else there.
 */
#ifndef PHP_SEATPUSH_REDIS_OBJECT_H
#define PHP_SEATPUSH_REDIS_OBJECT_H

#include "php.h"

#include "net/loop/fork.h"
#include "php/redis/ask.h"
#include "php/redis/commands.h"
#include "php/redis/pool.h"

/* A connection for when no server is running, with a loop of its own. */
struct php_seatpush_redis_blocking {
	struct sp_loop *loop; /* NULL: none */
	struct sp_redis_client *client;
	struct sp_owner owner;
};

struct php_seatpush_redis_object {
	zend_string *dsn;
	uint64_t timeout_ms, connect_ms;
	struct sp_redis_client *shared; /* on the server's loop; NULL: not used there yet */
	struct php_seatpush_redis_pool pool;
	struct php_seatpush_redis_blocking blocking; /* within transaction(): its connection */
	struct php_seatpush_redis_blocking spare;    /* for the next transaction() */
	struct sp_redis_client *exclusive; /* within transaction(): its connection; NULL: it is over */
	bool within;                       /* this object was made by transaction() */
	struct sp_link all;
	zend_object std;
};

/* Where a question is sent. */
struct php_seatpush_route {
	struct sp_redis_client *client;
	struct sp_loop *loop;                    /* NULL: a fiber waits */
	bool pooled;                             /* to be returned to the pool */
	struct php_seatpush_redis_blocking lent; /* the same, when no server is running */
	struct sp_owner owner;
	uint64_t generation; /* only on this connection of the client; 0: on any */
};

static inline struct php_seatpush_redis_object *php_seatpush_redis_of(zend_object *object)
{
	return (struct php_seatpush_redis_object *) ((char *) object -
												 offsetof(struct php_seatpush_redis_object, std));
}

/* Chooses the connection for a command; exclusive: nobody else uses it in the meantime. False: an
 * exception was thrown. */
bool php_seatpush_redis_route(struct php_seatpush_redis_object *redis, bool exclusive,
	const char *method, struct php_seatpush_route *route);

/* The route is no longer needed; clean: no answer is outstanding on it. */
void php_seatpush_redis_return(
	struct php_seatpush_redis_object *redis, struct php_seatpush_route *route, bool clean);

/* Sends count commands as one question; timeout_ms 0: no limit. False: an exception was thrown. */
bool php_seatpush_route_ask(const struct php_seatpush_route *route,
	const struct php_seatpush_words *commands, size_t count, uint64_t timeout_ms,
	const char *method, struct php_seatpush_redis_answer *answer);

/* Closes the connection for when no server is running, but not one that a transaction() uses. */
void php_seatpush_redis_close_blocking(struct php_seatpush_redis_object *redis);

/* Closes the connections on the server's loop. Commands that wait for an answer fail. */
void php_seatpush_redis_close_shared(struct php_seatpush_redis_object *redis, const char *why);

/* The server's loop has ended: all objects close their connections on it. */
void php_seatpush_redis_leave_loop(void);

/* False: an exception was thrown, since the command or method is refused. words: the command's, or
 * NULL. */
bool php_seatpush_redis_allow(const char *name, const struct php_seatpush_words *words);

#endif
