/* SPDX-License-Identifier: MIT */
/*
 * One message to a channel, through a connection that exists for it alone: the one that is
 * subscribed may not publish.
 */
#ifndef PHP_SEATPUSH_REDIS_MARKER_H
#define PHP_SEATPUSH_REDIS_MARKER_H

#include <stdbool.h>

#include "net/loop/loop.h"
#include "wire/redis_dsn.h"

struct php_seatpush_marker;

/* Begins to connect. Takes dsn's texts, even on failure; copies the others. NULL: out of memory. */
struct php_seatpush_marker *php_seatpush_marker_new(
	struct sp_loop *loop, struct sp_redis_dsn *dsn, const char *channel, const char *text);

/* Not in a callback of its connection. marker may be NULL. */
void php_seatpush_marker_free(struct php_seatpush_marker *marker);

/* Published, refused, or Redis could not be reached. */
bool php_seatpush_marker_is_over(const struct php_seatpush_marker *marker);

/* What Redis has answered instead. Borrowed. NULL: it has not refused it. */
const char *php_seatpush_marker_refusal(const struct php_seatpush_marker *marker);

#endif
