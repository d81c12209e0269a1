/* SPDX-License-Identifier: MIT */
/*
 * on('RedisDown') and on('RedisUp').
 */
#ifndef PHP_SEATPUSH_REDIS_EVENTS_H
#define PHP_SEATPUSH_REDIS_EVENTS_H

struct php_seatpush_server;

/* Call the callback, if there is one. why is borrowed; seconds: how long Redis was away. */
void php_seatpush_redis_tell_down(struct php_seatpush_server *server, const char *why);
void php_seatpush_redis_tell_up(struct php_seatpush_server *server, double seconds);

#endif
