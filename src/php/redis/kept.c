/* SPDX-License-Identifier: MIT */
#include "php/redis/kept.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <stdlib.h>

#include <hiredis/hiredis.h>

#define COUNT_MAX 65536
#define BYTES_MAX ((size_t) 8 * 1024 * 1024)

struct php_seatpush_kept_one {
	struct php_seatpush_kept_one *next;
	redisReply *reply;
};

static size_t bytes_of(const redisReply *reply)
{
	size_t bytes = 0;

	for (size_t i = 0; i < reply->elements; i++) {
		bytes += (size_t) reply->element[i]->len;
	}
	return bytes;
}

bool php_seatpush_kept_append(struct php_seatpush_kept *kept, redisReply *reply)
{
	size_t bytes = bytes_of(reply);
	struct php_seatpush_kept_one *one;

	if (kept->count == COUNT_MAX || bytes > BYTES_MAX - kept->bytes) {
		return false;
	}
	one = calloc(1, sizeof(*one));
	if (one == NULL) {
		return false;
	}
	one->reply = reply;
	if (kept->last != NULL) {
		kept->last->next = one;
	} else {
		kept->first = one;
	}
	kept->last = one;
	kept->count++;
	kept->bytes += bytes;
	return true;
}

redisReply *php_seatpush_kept_shift(struct php_seatpush_kept *kept)
{
	struct php_seatpush_kept_one *one = kept->first;
	redisReply *reply;

	if (one == NULL) {
		return NULL;
	}
	reply = one->reply;
	kept->first = one->next;
	kept->last = one->next != NULL ? kept->last : NULL;
	kept->count--;
	kept->bytes -= bytes_of(reply);
	free(one);
	return reply;
}

void php_seatpush_kept_fini(struct php_seatpush_kept *kept)
{
	redisReply *reply;

	while ((reply = php_seatpush_kept_shift(kept)) != NULL) {
		freeReplyObject(reply);
	}
}

#endif
