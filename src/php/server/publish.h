/* SPDX-License-Identifier: MIT */
/*
 * A message to all subscribers of a topic.
 */
#ifndef PHP_SEATPUSH_SERVER_PUBLISH_H
#define PHP_SEATPUSH_SERVER_PUBLISH_H

#include "php.h"

#include "php/server/object.h"

/* How a message is published. Zeroed: as the topic's rule says, or with neither conflation nor
 * window. */
struct php_seatpush_publishing {
	zend_long opcode;             /* SP_WS_TEXT or SP_WS_BINARY */
	zend_long except;             /* the connection that does not get it; 0: none */
	bool key_given, window_given; /* these two override the rule */
	struct sp_span key;           /* conflateKey; borrowed */
	uint32_t window_ms;
};

/* For publish() and for push() of a Registry: reads conflateKey and windowMs as given. False: an
 * exception was thrown. window_arg is the argument number of windowMs. */
bool php_seatpush_publishing_init(struct php_seatpush_publishing *how, const zend_string *key,
	bool window_given, zend_long window_ms, uint32_t window_arg);

/* Whom a message was published to. */
struct php_seatpush_reach {
	uint32_t here;   /* connections that accepted it, or will be given it when a window ends */
	uint32_t nearby; /* subscribers that other processes of this server have */
};

/* For publish(). False: an exception was thrown. */
bool php_seatpush_publish(struct php_seatpush_server *server, zend_string *topic, zend_string *data,
	const struct php_seatpush_publishing *how, struct php_seatpush_reach *reach);

/* The same for a message that came from elsewhere. topic NULL: nobody is subscribed to it. The
 * packet must not be shared yet. */
void php_seatpush_pass_on(struct php_seatpush_server *server, struct sp_span name,
	struct sp_topic *topic, struct sp_packet *packet, const struct php_seatpush_publishing *how);

/* The same, only to the connections of this process. */
void php_seatpush_pass_on_here(struct php_seatpush_server *server, struct sp_topic *topic,
	struct sp_packet *packet, const struct php_seatpush_publishing *how);

/* The packet for a message to many connections: a reference, or NULL and an exception was thrown.
 * data and opcode are arguments 2 and 3. */
struct sp_packet *php_seatpush_message(struct php_seatpush_server *server, zend_string *data,
	zend_long opcode, const struct sp_packet_course *course);

#endif
