/* SPDX-License-Identifier: MIT */
/*
 * A question to Redis and the wait for its answer. On the server's loop the caller's fiber waits;
 * on a loop of the client's own, the whole process does.
 */
#ifndef PHP_SEATPUSH_REDIS_ASK_H
#define PHP_SEATPUSH_REDIS_ASK_H

#include "php.h"

#include "net/redis/client.h"
#include "php/redis/words.h"

struct redisReply;

struct php_seatpush_redis_question {
	struct sp_redis_client *client;
	struct sp_loop *loop; /* the client's own, which is turned until the answer comes; NULL: the
							 server's, and the fiber waits */
	const struct php_seatpush_words *commands; /* one command, or several that form one question */
	size_t count;
	void (*send)(void *arg, struct sp_redis_call *call); /* or NULL; called instead of commands */
	void *arg;
	uint64_t timeout_ms; /* 0: no limit */
	uint64_t generation; /* only on this connection of the client; 0: on any */
	const char *method;  /* what messages call it: "get()" */
};

/* Both are owned, and each may be NULL. Both NULL: nothing was sent, since the client has another
 * connection. */
struct php_seatpush_redis_answer {
	struct redisReply *reply;   /* to the last command */
	struct redisReply *refusal; /* the first error among the earlier ones */
};

/* Waits until the link is ready, sends, and waits for the answer. False: an exception was thrown.
 * If loop is NULL, php_seatpush_check_wait() must hold. */
bool php_seatpush_redis_ask(
	const struct php_seatpush_redis_question *question, struct php_seatpush_redis_answer *answer);

void php_seatpush_redis_answer_fini(struct php_seatpush_redis_answer *answer);

#endif
