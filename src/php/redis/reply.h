/* SPDX-License-Identifier: MIT */
/*
 * From the answers of Redis to PHP values.
 */
#ifndef PHP_SEATPUSH_REDIS_REPLY_H
#define PHP_SEATPUSH_REDIS_REPLY_H

#include "php.h"

#include "php/redis/commands.h"

struct redisReply;

/* Sets *out from an answer. words: those of its command, needed for FIELDS and SCORED. Borrows
 * both. False: the answer was an error, and a RedisException with its text was thrown. */
bool php_seatpush_redis_value(zval *out, const struct redisReply *reply,
	enum php_seatpush_redis_shape shape, const struct php_seatpush_words *words);

/* True if the answer, or a part of one, is this text. */
bool php_seatpush_redis_is_text(const struct redisReply *reply, const char *text);

/* True if the answer is an error. */
bool php_seatpush_redis_is_error(const struct redisReply *reply);

#endif
