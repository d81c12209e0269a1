/* SPDX-License-Identifier: MIT */
#include "net/redis/reader.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <stdlib.h>

#define FIRST_ELEMENTS ((size_t) 4) /* room that an array gets at first */

struct sp_redis_reader {
	redisReader *parser;
	redisReplyObjectFunctions functions; /* ours, before those of hiredis */
	const redisReplyObjectFunctions *theirs;
	size_t values;  /* in the current reply so far */
	size_t waiting; /* bytes fed since the last reply */
	const char *why;
};

static struct sp_redis_reader *reader_of(const redisReadTask *task)
{
	return task->privdata;
}

/* A value is about to be put into its array: makes room for it there, and counts it. Room doubles
 * whenever the number of elements is a power of two. The array's count is what it has, so that it
 * can be freed at any time. False: too many, or out of memory. */
static bool make_room(const redisReadTask *task)
{
	struct sp_redis_reader *reader = reader_of(task);
	redisReply *array = task->parent != NULL ? task->parent->obj : NULL;
	size_t index = (size_t) task->idx;
	redisReply **bigger;

	if (++reader->values > SP_REDIS_ELEMENTS_MAX) {
		reader->why = "a reply has more than 4194304 values";
		return false;
	}
	if (array == NULL) {
		return true;
	}
	if (index == 0 || (index >= FIRST_ELEMENTS && (index & (index - 1)) == 0)) {
		bigger = realloc(
			array->element, (index == 0 ? FIRST_ELEMENTS : index * 2) * sizeof(*array->element));
		if (bigger == NULL) {
			return false;
		}
		array->element = bigger;
	}
	array->element[index] = NULL;
	array->elements = index + 1;
	return true;
}

static void *create_string(const redisReadTask *task, char *text, size_t len)
{
	return make_room(task) ? reader_of(task)->theirs->createString(task, text, len) : NULL;
}

/* The count's type differs between versions of hiredis. */
#if HIREDIS_MAJOR >= 1
static void *create_array(const redisReadTask *task, size_t count)
#else
static void *create_array(const redisReadTask *task, int count)
#endif
{
	if (count > SP_REDIS_ELEMENTS_MAX) {
		reader_of(task)->why = "a reply has more than 4194304 values";
		return NULL;
	}
	return make_room(task) ? reader_of(task)->theirs->createArray(task, 0) : NULL;
}

static void *create_integer(const redisReadTask *task, long long value)
{
	return make_room(task) ? reader_of(task)->theirs->createInteger(task, value) : NULL;
}

static void *create_nil(const redisReadTask *task)
{
	return make_room(task) ? reader_of(task)->theirs->createNil(task) : NULL;
}

#if HIREDIS_MAJOR >= 1

static void *create_double(const redisReadTask *task, double value, char *text, size_t len)
{
	return make_room(task) ? reader_of(task)->theirs->createDouble(task, value, text, len) : NULL;
}

static void *create_bool(const redisReadTask *task, int value)
{
	return make_room(task) ? reader_of(task)->theirs->createBool(task, value) : NULL;
}

#endif

struct sp_redis_reader *sp_redis_reader_new(void)
{
	struct sp_redis_reader *reader = calloc(1, sizeof(*reader));

	if (reader == NULL || (reader->parser = redisReaderCreate()) == NULL) {
		free(reader);
		return NULL;
	}
	reader->theirs = reader->parser->fn;
	reader->functions = *reader->theirs;
	reader->functions.createString = create_string;
	reader->functions.createArray = create_array;
	reader->functions.createInteger = create_integer;
	reader->functions.createNil = create_nil;
#if HIREDIS_MAJOR >= 1
	reader->functions.createDouble = create_double;
	reader->functions.createBool = create_bool;
#endif
	reader->parser->fn = &reader->functions;
	reader->parser->privdata = reader;
	return reader;
}

void sp_redis_reader_free(struct sp_redis_reader *reader)
{
	if (reader != NULL) {
		redisReaderFree(reader->parser);
		free(reader);
	}
}

void sp_redis_reader_feed(struct sp_redis_reader *reader, const char *data, size_t len)
{
	reader->waiting += len;
	redisReaderFeed(reader->parser, data, len);
}

redisReply *sp_redis_reader_next(struct sp_redis_reader *reader)
{
	void *reply = NULL;

	if (reader->why != NULL) {
		return NULL;
	}
	if (redisReaderGetReply(reader->parser, &reply) != REDIS_OK) {
		reader->why = reader->why != NULL ? reader->why : "it does not speak the Redis protocol";
		return NULL;
	}
	if (reply != NULL) {
		reader->values = 0;
		reader->waiting = 0;
	} else if (reader->waiting > SP_REDIS_REPLY_MAX) {
		reader->why = "a reply is longer than 512 MiB";
	}
	return reply;
}

const char *sp_redis_reader_why(const struct sp_redis_reader *reader)
{
	return reader->why;
}

#endif
