/* SPDX-License-Identifier: MIT */
/*
 * What a SeatPush\Redis object has. On the server's loop it has one client that all callbacks
 * share, and a pool for what needs a connection of its own. Where no server runs it has a client on
 * a loop of its own, which is turned only while somebody waits: that blocks, as anything else
 * there.
 */
#ifndef PHP_SEATPUSH_REDIS_OBJECT_H
#define PHP_SEATPUSH_REDIS_OBJECT_H

#include <unistd.h>

#include "php.h"

#include "php/redis/ask.h"
#include "php/redis/commands.h"
#include "php/redis/pool.h"

/* A connection for where no server runs, and a loop that is turned for it alone. */
struct php_seatpush_redis_blocking {
	struct sp_loop *loop; /* NULL: none */
	struct sp_redis_client *client;
	pid_t pid; /* whose it is */
};

struct php_seatpush_redis_object {
	zend_string *dsn;
	uint64_t timeout_ms, connect_ms;
	struct sp_redis_client *shared; /* on the server's loop; NULL: not used there yet */
	struct php_seatpush_redis_pool pool;
	struct php_seatpush_redis_blocking blocking; /* within transaction(): its connection */
	struct php_seatpush_redis_blocking spare;    /* for the next transaction() */
	struct sp_redis_client *exclusive; /* within transaction(): its connection; NULL: it is over */
	bool within;                       /* this is what transaction() made */
	struct sp_link all;
	zend_object std;
};

/* Where a question goes. */
struct php_seatpush_route {
	struct sp_redis_client *client;
	struct sp_loop *loop;                    /* NULL: a fiber waits */
	bool pooled;                             /* to be given back */
	struct php_seatpush_redis_blocking lent; /* the same, where no server runs */
	uint64_t generation; /* only on this connection of the client's; 0: on any */
};

static inline struct php_seatpush_redis_object *php_seatpush_redis_of(zend_object *object)
{
	return (struct php_seatpush_redis_object *) ((char *) object -
												 offsetof(struct php_seatpush_redis_object, std));
}

/* Which connection a command takes; exclusive: one that nobody else uses meanwhile. False: an
 * exception was thrown. */
bool php_seatpush_redis_route(struct php_seatpush_redis_object *redis, bool exclusive,
	const char *method, struct php_seatpush_route *route);

/* The route is not needed any more; clean: no answer is to come on it. */
void php_seatpush_redis_return(
	struct php_seatpush_redis_object *redis, struct php_seatpush_route *route, bool clean);

/* Asks count commands as one question; timeout_ms 0: as long as it takes. False: an exception was
 * thrown. */
bool php_seatpush_route_ask(const struct php_seatpush_route *route,
	const struct php_seatpush_words *commands, size_t count, uint64_t timeout_ms,
	const char *method, struct php_seatpush_redis_answer *answer);

/* Closes what it has where no server runs; what a transaction() uses stays. */
void php_seatpush_redis_close_blocking(struct php_seatpush_redis_object *redis);

/* Closes what it has on the server's loop. What waits for an answer fails. */
void php_seatpush_redis_close_shared(struct php_seatpush_redis_object *redis, const char *why);

/* The server's loop is over: all objects close what they have on it. */
void php_seatpush_redis_leave_loop(void);

/* False: an exception was thrown, since the command or method is refused. words: NULL, or the
 * command's. */
bool php_seatpush_redis_allow(const char *name, const struct php_seatpush_words *words);

#endif
