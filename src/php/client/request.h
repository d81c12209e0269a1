/* SPDX-License-Identifier: MIT */
/*
 * What SeatPush\Client will ask for: the parts of its URL, additional fields and subprotocols. They
 * are checked here, since libwebsockets sends whatever it is given.
 */
#ifndef PHP_SEATPUSH_CLIENT_REQUEST_H
#define PHP_SEATPUSH_CLIENT_REQUEST_H

#include "php.h"

struct php_seatpush_client_request {
	bool tls;
	int port;
	zend_string *host;         /* an IPv6 address without brackets */
	zend_string *authority;    /* value of the Host field */
	zend_string *target;       /* path and query */
	zend_string *fields;       /* each ends with CRLF; NULL: none */
	zend_string *subprotocols; /* "a, b"; NULL: none */
};

/* Reads the constructor's arguments; headers and subprotocols may be NULL. False: an exception was
 * thrown. Call fini in either case. */
bool php_seatpush_client_request_init(struct php_seatpush_client_request *request,
	const zend_string *url, HashTable *headers, HashTable *subprotocols);

void php_seatpush_client_request_fini(struct php_seatpush_client_request *request);

#endif
