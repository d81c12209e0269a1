/* SPDX-License-Identifier: MIT */
/*
 * hiredis' parser, bounded: it would allocate as many elements as an array announces, and gather
 * bytes for as long a string as is announced. Here an array grows with its elements as they come,
 * and a reply has an end.
 */
#ifndef SP_NET_REDIS_READER_H
#define SP_NET_REDIS_READER_H

#include <stdbool.h>
#include <stddef.h>

#ifdef HAVE_SEATPUSH_REDIS

#include <hiredis/hiredis.h>

#define SP_REDIS_ELEMENTS_MAX 4194304           /* values in one reply, in all its arrays */
#define SP_REDIS_REPLY_MAX ((size_t) 512 << 20) /* bytes; Redis' own limit of a string */

struct sp_redis_reader;

/* NULL: out of memory. */
struct sp_redis_reader *sp_redis_reader_new(void);

/* NULL is fine. */
void sp_redis_reader_free(struct sp_redis_reader *reader);

/* Copies data. */
void sp_redis_reader_feed(struct sp_redis_reader *reader, const char *data, size_t len);

/* The next reply, which the caller owns. NULL: there is none, see sp_redis_reader_why(). */
redisReply *sp_redis_reader_next(struct sp_redis_reader *reader);

/* What is wrong with what came (static); NULL: nothing, more has to come. */
const char *sp_redis_reader_why(const struct sp_redis_reader *reader);

#endif

#endif
