/* SPDX-License-Identifier: MIT */
/*
 * Which connections have which topics, in all workers. The functions that say so may wait for the
 * other workers' answers, a second at most; the log says if one is missing. method is what it calls
 * the call: "subscribers()". Those with pack in their names answer another worker.
 */
#ifndef PHP_SEATPUSH_SERVER_ROSTER_H
#define PHP_SEATPUSH_SERVER_ROSTER_H

#include "php.h"

#include "base/buf.h"
#include "net/conn/conn.h"
#include "php/server/object.h"

/* A list of names; empty if the connection is gone. Or an exception was thrown. */
void php_seatpush_list_topics(
	struct php_seatpush_server *server, zend_long fd, const char *method, zval *return_value);

/* A list of ids. Or an exception was thrown. */
void php_seatpush_list_subscribers(
	struct php_seatpush_server *server, zend_string *topic, const char *method, zval *return_value);

/* How many there are in all workers; in the others; and those that this worker has. These do not
 * wait. */
zend_long php_seatpush_subscriber_count(
	const struct php_seatpush_server *server, zend_string *topic);
zend_long php_seatpush_nearby_count(const struct php_seatpush_server *server, zend_string *topic);
void php_seatpush_list_own_subscribers(
	const struct php_seatpush_server *server, zend_string *topic, zval *return_value);
zend_long php_seatpush_own_subscriber_count(
	const struct php_seatpush_server *server, zend_string *topic);

/* For topicStats(): an array, or null, or an exception was thrown. */
void php_seatpush_topic_stats(
	struct php_seatpush_server *server, zend_string *topic, zval *return_value);

/* False: out of memory. */
bool php_seatpush_topics_pack(const struct sp_conn *conn, struct sp_buf *out);
bool php_seatpush_subscribers_pack(
	const struct sp_core *core, struct sp_span topic, struct sp_buf *out);
bool php_seatpush_topic_stats_pack(
	const struct sp_core *core, struct sp_span topic, struct sp_buf *out);

#endif
