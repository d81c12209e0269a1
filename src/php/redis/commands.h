/* SPDX-License-Identifier: MIT */
/*
 * What is known of commands: the methods of SeatPush\Redis, which have phpredis' names, and the
 * commands that cannot share a connection.
 */
#ifndef PHP_SEATPUSH_REDIS_COMMANDS_H
#define PHP_SEATPUSH_REDIS_COMMANDS_H

#include "php.h"

#include "php/redis/words.h"

/* What a method makes of the answer. */
enum php_seatpush_redis_shape {
	SEATPUSH_REDIS_RAW,    /* as it is: command() */
	SEATPUSH_REDIS_ANY,    /* as it is, but true for OK and false for nothing */
	SEATPUSH_REDIS_OK,     /* true; false for nothing (SET NX) */
	SEATPUSH_REDIS_INT,    /* false for nothing */
	SEATPUSH_REDIS_BOOL,   /* of 1 and 0 */
	SEATPUSH_REDIS_TEXT,   /* false for nothing; a list where a count was given */
	SEATPUSH_REDIS_FLOAT,  /* of a text; false for nothing */
	SEATPUSH_REDIS_LIST,   /* with false for nothing; empty for no list */
	SEATPUSH_REDIS_MAP,    /* pairs: [field => value] */
	SEATPUSH_REDIS_FIELDS, /* [field that was asked for => value] */
	SEATPUSH_REDIS_SCORES, /* pairs: [member => score] */
	SEATPUSH_REDIS_SCORED, /* SCORES if WITHSCORES is among the words, or else LIST */
};

/* How phpredis' order of arguments differs from Redis'. */
enum php_seatpush_redis_order {
	SEATPUSH_ORDER_PLAIN,
	SEATPUSH_ORDER_PAIRS, /* arrays are [field => value] */
	SEATPUSH_ORDER_BY,    /* with a second argument it is the command with BY at its end */
	SEATPUSH_ORDER_LREM,  /* key, value, count */
	SEATPUSH_ORDER_EVAL,  /* script, [key or argument], number of keys */
};

struct php_seatpush_redis_method {
	const char *name;
	enum php_seatpush_redis_shape shape;
	enum php_seatpush_redis_order order;
};

/* Without case; NULL: there is none of that name. */
const struct php_seatpush_redis_method *php_seatpush_redis_method(const char *name);

/* The nearest name of a method; NULL: none is near. */
const char *php_seatpush_redis_near(const char *name);

/* What to do instead of a command that would change the shared connection, or of a method of
 * phpredis that has no place here; NULL: it may be used. words: NULL, or the command's. */
const char *php_seatpush_redis_refusal(const char *name, const struct php_seatpush_words *words);

/* True if the command makes Redis wait. *wait_ms: for how long at most; 0: for ever. */
bool php_seatpush_redis_blocks(const struct php_seatpush_words *words, uint64_t *wait_ms);

/* The words of a method's command; arguments is a list. False: an exception was thrown. */
bool php_seatpush_redis_build(struct php_seatpush_words *words,
	const struct php_seatpush_redis_method *method, HashTable *arguments);

#endif
