/* SPDX-License-Identifier: MIT */
/*
 * What is known about commands: the methods of SeatPush\Redis, which have phpredis' names, and the
 * commands that cannot share a connection.
 */
#ifndef PHP_SEATPUSH_REDIS_COMMANDS_H
#define PHP_SEATPUSH_REDIS_COMMANDS_H

#include "php.h"

#include "php/redis/words.h"

/* How a method converts the answer. */
enum php_seatpush_redis_shape {
	SEATPUSH_REDIS_RAW,    /* unchanged: command() */
	SEATPUSH_REDIS_ANY,    /* unchanged, except true for OK and false for nil */
	SEATPUSH_REDIS_OK,     /* true; false for nil (SET NX) */
	SEATPUSH_REDIS_INT,    /* false for nil */
	SEATPUSH_REDIS_BOOL,   /* from 1 and 0 */
	SEATPUSH_REDIS_TEXT,   /* false for nil; a list if a count was given */
	SEATPUSH_REDIS_FLOAT,  /* from a string; false for nil */
	SEATPUSH_REDIS_LIST,   /* with false for each nil; empty for a nil list */
	SEATPUSH_REDIS_MAP,    /* pairs: [field => value] */
	SEATPUSH_REDIS_FIELDS, /* [requested field => value] */
	SEATPUSH_REDIS_SCORES, /* pairs: [member => score] */
	SEATPUSH_REDIS_SCORED, /* SCORES if WITHSCORES is among the words, otherwise LIST */
};

/* How phpredis' order of arguments differs from that of Redis. */
enum php_seatpush_redis_order {
	SEATPUSH_ORDER_PLAIN,
	SEATPUSH_ORDER_PAIRS, /* arrays are [field => value] */
	SEATPUSH_ORDER_BY,    /* a second argument makes it the command with the suffix BY */
	SEATPUSH_ORDER_LREM,  /* key, value, count */
	SEATPUSH_ORDER_EVAL,  /* script, [key or argument], number of keys */
};

struct php_seatpush_redis_method {
	const char *name;
	enum php_seatpush_redis_shape shape;
	enum php_seatpush_redis_order order;
};

/* Finds a method, ignoring case; NULL: there is none of that name. */
const struct php_seatpush_redis_method *php_seatpush_redis_method(const char *name);

/* The nearest method name; NULL: none is near. */
const char *php_seatpush_redis_near(const char *name);

/* What to use instead of a command that would change the shared connection, or of a method of
 * phpredis that does not exist here; NULL: it may be used. words: the command's, or NULL. */
const char *php_seatpush_redis_refusal(const char *name, const struct php_seatpush_words *words);

/* True if the command makes Redis wait. *wait_ms: for how long at most; 0: for ever. */
bool php_seatpush_redis_blocks(const struct php_seatpush_words *words, uint64_t *wait_ms);

/* Builds the words of a method's command; arguments is a list. False: an exception was thrown. */
bool php_seatpush_redis_build(struct php_seatpush_words *words,
	const struct php_seatpush_redis_method *method, HashTable *arguments);

#endif
