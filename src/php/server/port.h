/* SPDX-License-Identifier: MIT */
/*
 * Port objects, from C.
 */
#ifndef PHP_SEATPUSH_SERVER_PORT_H
#define PHP_SEATPUSH_SERVER_PORT_H

#include "php.h"

#include "php/server/object.h"

/* A Port object; it is kept by the server. False: an exception was thrown. */
bool php_seatpush_port_new(struct php_seatpush_server *server, zend_string *host, zend_long port,
	zend_long type, zval *return_value);

/* Makes $ports[0], by which scripts may reach what the server itself is set to. */
void php_seatpush_port_of_server(struct php_seatpush_server *server, zend_string *host);

/* The server ends; the object may live on. */
void php_seatpush_port_leave_server(zend_object *port);

/* The endpoint of a Port object. */
struct php_seatpush_endpoint *php_seatpush_port_endpoint(zend_object *port);

/* Sets handlers and create_object on SeatPush\Port. */
void php_seatpush_port_init_ce(zend_class_entry *ce);

#endif
