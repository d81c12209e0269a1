/* SPDX-License-Identifier: MIT */
/*
 * A question to Redis and the wait for its answer: the caller's fiber waits, or, with a loop of its
 * own, everything does.
 */
#ifndef PHP_SEATPUSH_REDIS_ASK_H
#define PHP_SEATPUSH_REDIS_ASK_H

#include "php.h"

#include "net/redis/client.h"
#include "php/redis/words.h"

struct redisReply;

struct php_seatpush_redis_question {
	struct sp_redis_client *client;
	struct sp_loop *loop; /* the client's, to be turned until the answer comes; NULL: the server's,
						   * and the fiber waits */
	const struct php_seatpush_words *commands; /* one, or several that are one question */
	size_t count;
	void (*send)(void *arg, struct sp_redis_call *call); /* or NULL; sends instead of commands */
	void *arg;
	uint64_t timeout_ms; /* 0: as long as it takes */
	uint64_t generation; /* only on this connection of the client's; 0: on any */
	const char *method;  /* what messages call it: "get()" */
};

/* Both owned, each perhaps NULL; both: nothing was sent, since the client has another connection.
 */
struct php_seatpush_redis_answer {
	struct redisReply *reply;   /* to the last command */
	struct redisReply *refusal; /* the first error among those before */
};

/* Waits until the link is ready, sends, and waits for the answer. False: an exception was thrown.
 * Without a loop, php_seatpush_check_wait() must hold. */
bool php_seatpush_redis_ask(
	const struct php_seatpush_redis_question *question, struct php_seatpush_redis_answer *answer);

void php_seatpush_redis_answer_fini(struct php_seatpush_redis_answer *answer);

#endif
