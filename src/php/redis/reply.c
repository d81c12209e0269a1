/* SPDX-License-Identifier: MIT */
#include "php/redis/reply.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#include "zend_exceptions.h"

#include "php/engine/class_entries.h"

static void put_text(zval *out, const redisReply *reply)
{
	ZVAL_STRINGL(out, reply->str, (size_t) reply->len);
}

/* Unchanged; nil becomes null, or false if nil_is_false. An error inside a list (from a script)
 * becomes its text. */
static void put_plain(zval *out, const redisReply *reply, bool nil_is_false)
{
	zval element;

	switch (reply->type) {
	case REDIS_REPLY_INTEGER:
		ZVAL_LONG(out, reply->integer);
		break;
	case REDIS_REPLY_NIL:
		ZVAL_NULL(out);
		if (nil_is_false) {
			ZVAL_FALSE(out);
		}
		break;
	case REDIS_REPLY_ARRAY:
		array_init_size(out, (uint32_t) reply->elements);
		for (size_t i = 0; i < reply->elements; i++) {
			put_plain(&element, reply->element[i], nil_is_false);
			add_next_index_zval(out, &element);
		}
		break;
	default:
		put_text(out, reply);
	}
}

/* A string that is a number as Redis writes it, including "inf". */
static void put_float(zval *out, const redisReply *reply)
{
	if (reply->type == REDIS_REPLY_NIL) {
		ZVAL_FALSE(out);
	} else if (reply->type == REDIS_REPLY_INTEGER) {
		ZVAL_DOUBLE(out, (double) reply->integer);
	} else if (reply->str != NULL) {
		ZVAL_DOUBLE(out, strtod(reply->str, NULL));
	} else {
		ZVAL_FALSE(out);
	}
}

/* Names and values alternate. */
static void put_map(zval *out, const redisReply *reply, bool scores)
{
	zval value;

	array_init(out);
	for (size_t i = 0; reply->type == REDIS_REPLY_ARRAY && i + 1 < reply->elements; i += 2) {
		const redisReply *name = reply->element[i];

		if (name->str == NULL) {
			continue;
		}
		if (scores) {
			put_float(&value, reply->element[i + 1]);
		} else {
			put_plain(&value, reply->element[i + 1], true);
		}
		zend_symtable_str_update(Z_ARRVAL_P(out), name->str, (size_t) name->len, &value);
	}
}

/* The first two words are the command and the key. */
static void put_fields(zval *out, const redisReply *reply, const struct php_seatpush_words *words)
{
	zval value;

	array_init(out);
	for (size_t i = 0;
		 reply->type == REDIS_REPLY_ARRAY && i < reply->elements && i + 2 < (size_t) words->count;
		 i++) {
		put_plain(&value, reply->element[i], true);
		zend_symtable_update(Z_ARRVAL_P(out), words->held[i + 2], &value);
	}
}

static bool with_scores(const struct php_seatpush_words *words)
{
	for (int i = 1; i < words->count; i++) {
		if (php_seatpush_word_is(words, i, "WITHSCORES")) {
			return true;
		}
	}
	return false;
}

static void put_list(zval *out, const redisReply *reply)
{
	if (reply->type == REDIS_REPLY_NIL) {
		array_init(out);
	} else {
		put_plain(out, reply, true);
	}
}

static bool is_ok(const redisReply *reply)
{
	return reply->type == REDIS_REPLY_STATUS && strcmp(reply->str, "OK") == 0;
}

bool php_seatpush_redis_is_text(const redisReply *reply, const char *text)
{
	return reply->type == REDIS_REPLY_STRING && (size_t) reply->len == strlen(text) &&
		   memcmp(reply->str, text, strlen(text)) == 0;
}

bool php_seatpush_redis_is_error(const redisReply *reply)
{
	return reply->type == REDIS_REPLY_ERROR;
}

bool php_seatpush_redis_value(zval *out, const redisReply *reply,
	enum php_seatpush_redis_shape shape, const struct php_seatpush_words *words)
{
	if (reply->type == REDIS_REPLY_ERROR) {
		zend_throw_exception(seatpush_ce_RedisException, reply->str, 0);
		return false;
	}
	switch (shape) {
	case SEATPUSH_REDIS_RAW:
		put_plain(out, reply, false);
		break;
	case SEATPUSH_REDIS_OK:
		if (reply->type == REDIS_REPLY_STRING) {
			put_text(out, reply); /* SET with GET, PING with a text */
		} else {
			ZVAL_BOOL(out, reply->type != REDIS_REPLY_NIL);
		}
		break;
	case SEATPUSH_REDIS_BOOL:
		ZVAL_BOOL(out, reply->type == REDIS_REPLY_INTEGER && reply->integer != 0);
		break;
	case SEATPUSH_REDIS_ANY:
		put_plain(out, reply, true);
		if (is_ok(reply)) {
			zval_ptr_dtor(out);
			ZVAL_TRUE(out);
		}
		break;
	case SEATPUSH_REDIS_INT:
	case SEATPUSH_REDIS_TEXT:
		put_plain(out, reply, true);
		break;
	case SEATPUSH_REDIS_FLOAT:
		put_float(out, reply);
		break;
	case SEATPUSH_REDIS_LIST:
		put_list(out, reply);
		break;
	case SEATPUSH_REDIS_MAP:
		put_map(out, reply, false);
		break;
	case SEATPUSH_REDIS_FIELDS:
		put_fields(out, reply, words);
		break;
	case SEATPUSH_REDIS_SCORES:
		put_map(out, reply, true);
		break;
	case SEATPUSH_REDIS_SCORED:
		if (with_scores(words)) {
			put_map(out, reply, true);
		} else {
			put_list(out, reply);
		}
		break;
	}
	return true;
}

#endif
