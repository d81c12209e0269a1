/* SPDX-License-Identifier: MIT */
/*
 * What patterns without a callback send to topics.
 */
#ifndef PHP_SEATPUSH_REDIS_TOPICS_H
#define PHP_SEATPUSH_REDIS_TOPICS_H

#include "php/redis/pattern.h"

/* A text for a topic, as the pattern says. */
void php_seatpush_pattern_publish(struct php_seatpush_server *server,
	const struct php_seatpush_pattern *pattern, struct sp_span name, struct sp_span text);

/* Something may have been missed: each topic that a pattern with a gap text is for gets it. */
void php_seatpush_patterns_tell_gap(
	struct php_seatpush_server *server, const struct php_seatpush_pattern *first);

#endif
