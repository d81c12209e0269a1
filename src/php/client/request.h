/* SPDX-License-Identifier: MIT */
/*
 * What SeatPush\Client is to ask for: the parts of its URL, further fields and subprotocols,
 * checked, since libwebsockets would send whatever it is given.
 */
#ifndef PHP_SEATPUSH_CLIENT_REQUEST_H
#define PHP_SEATPUSH_CLIENT_REQUEST_H

#include "php.h"

struct php_seatpush_client_request {
	bool tls;
	int port;
	zend_string *host;         /* an IPv6 address without brackets */
	zend_string *authority;    /* of the Host field */
	zend_string *target;       /* path and query */
	zend_string *fields;       /* each with CRLF; NULL: none */
	zend_string *subprotocols; /* "a, b"; NULL: none */
};

/* Of the arguments of the constructor; headers and subprotocols may be NULL. False: an exception
 * was thrown. To be ended with fini in both cases. */
bool php_seatpush_client_request_init(struct php_seatpush_client_request *request,
	const zend_string *url, HashTable *headers, HashTable *subprotocols);

void php_seatpush_client_request_fini(struct php_seatpush_client_request *request);

#endif
