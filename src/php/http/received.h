/* SPDX-License-Identifier: MIT */
/*
 * What is kept of a request, on its own and whatever becomes of its connection, so that the arrays
 * of a Request object can be made from it when somebody looks at them.
 */
#ifndef PHP_SEATPUSH_HTTP_RECEIVED_H
#define PHP_SEATPUSH_HTTP_RECEIVED_H

#include "php.h"

#include <time.h>

#include "net/conn/conn.h"

/* Zeroed is none. */
struct php_seatpush_received {
	zend_string *head; /* as received; owned; NULL: this is no request of a client */
	zend_string *body; /* decoded; owned; NULL: none */
	struct sp_span method, path, query; /* in the head */
	struct timespec at;
	struct sp_peer_name peer;
	struct sp_address own; /* address, at which it was received */
	int own_port;
	int minor_version;
};

void php_seatpush_received_init(
	struct php_seatpush_received *out, struct sp_conn *conn, const struct sp_request *request);
void php_seatpush_received_fini(struct php_seatpush_received *received);

/* The caller owns it. */
zend_string *php_seatpush_received_method(const struct php_seatpush_received *received);

/* What becomes $header and $server: *out becomes an array. */
void php_seatpush_received_header(zval *out, const struct php_seatpush_received *received);
void php_seatpush_received_server(zval *out, const struct php_seatpush_received *received);

/* $cookie: an array, or null if there is no such field. */
void php_seatpush_received_cookie(zval *out, const struct php_seatpush_received *received);

/* When the module starts, and when it ends. */
void php_seatpush_received_startup(void);
void php_seatpush_received_shutdown(void);

#endif
