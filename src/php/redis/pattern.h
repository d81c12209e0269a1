/* SPDX-License-Identifier: MIT */
/*
 * A server's subscriptions in Redis: a list, in the order in which they were made.
 */
#ifndef PHP_SEATPUSH_REDIS_PATTERN_H
#define PHP_SEATPUSH_REDIS_PATTERN_H

#include "php.h"

#include "php/engine/events.h"
#include "php/server/publish.h"

#define PHP_SEATPUSH_INTERNAL_CHANNELS "__seatpush__:" /* no pattern of a user gets these */

/* A message on an internal channel. False: it was to be sent on as text, and is no UTF-8. */
typedef bool php_seatpush_heard(
	struct php_seatpush_server *server, const char *payload, size_t len);

struct php_seatpush_pattern {
	struct php_seatpush_pattern *next;
	zend_string *text;
	size_t literal; /* bytes at the start of the text that match only themselves; 0: all do */
	struct php_seatpush_callback callback; /* UNDEF: messages go to topics */
	zend_string *gap;                      /* NULL: none */
	zend_string *key;                      /* conflateKey; NULL: none */
	struct php_seatpush_publishing how;    /* for topics; its key is the one above */
	php_seatpush_heard *heard;             /* for an internal channel; NULL: a script's pattern */
};

/* Appends a pattern, which the list owns. gap: NULL, or the text that topics get after a loss. Both
 * strings are referenced. */
struct php_seatpush_pattern *php_seatpush_pattern_add(
	struct php_seatpush_pattern **first, zend_string *text, zend_string *gap);

/* NULL: there is none with this text. */
struct php_seatpush_pattern *php_seatpush_pattern_find(
	struct php_seatpush_pattern *first, const char *text, size_t len);

/* The channel is for servers among themselves. */
bool php_seatpush_channel_is_internal(const char *channel, size_t len);

void php_seatpush_patterns_free(struct php_seatpush_pattern **first);

/* Lists the callables for the cycle collector. */
void php_seatpush_patterns_gc(struct php_seatpush_pattern *first, zend_get_gc_buffer *buffer);

#endif
