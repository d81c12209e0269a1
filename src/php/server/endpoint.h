/* SPDX-License-Identifier: MIT */
/*
 * What the server and an additional port have in common: opening, set(), on().
 */
#ifndef PHP_SEATPUSH_SERVER_ENDPOINT_H
#define PHP_SEATPUSH_SERVER_ENDPOINT_H

#include "php.h"

#include "net/conn/conn.h"
#include "net/conn/listener.h"
#include "php/engine/events.h"
#include "php/server/options.h"

struct sp_server;

struct php_seatpush_endpoint {
	struct sp_listener *listener; /* borrowed from the core; its owner points to this struct */
	struct php_seatpush_callbacks callbacks;
	struct php_seatpush_options options;
};

/* The endpoint of a connection. */
static inline struct php_seatpush_endpoint *php_seatpush_endpoint_of(const struct sp_conn *conn)
{
	return conn->listener->owner;
}

/* The callback of an event; NULL: none. */
static inline struct php_seatpush_callback *php_seatpush_endpoint_callback(
	struct php_seatpush_endpoint *endpoint, enum php_seatpush_event event)
{
	struct php_seatpush_callback *callback = &endpoint->callbacks.of[event];

	return php_seatpush_callback_is_set(callback) ? callback : NULL;
}

/* Checks the arguments of the constructor or of listen(), and opens the port. NULL: an exception
 * was thrown. */
struct sp_listener *php_seatpush_endpoint_open(struct php_seatpush_endpoint *endpoint,
	struct sp_server *net, zend_string *host, zend_long port, zend_long type);

/* The array in a property, separated; one that a subclass left null becomes an array. NULL: a
 * script has made something else of it. */
zval *php_seatpush_array_in(zval *property);

/* set() and on(). False: an exception was thrown. */
bool php_seatpush_endpoint_set(
	struct php_seatpush_endpoint *endpoint, zval *setting, HashTable *given, bool of_port);
bool php_seatpush_endpoint_on(struct php_seatpush_endpoint *endpoint, zend_string *event,
	zval *callable, const zend_fcall_info_cache *fcc, bool of_port);

/* getCallback(). */
void php_seatpush_endpoint_get_callback(
	struct php_seatpush_endpoint *endpoint, zend_string *event, bool of_port, zval *return_value);

#endif
