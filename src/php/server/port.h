/* SPDX-License-Identifier: MIT */
/*
 * Port objects, from C.
 */
#ifndef PHP_SEATPUSH_SERVER_PORT_H
#define PHP_SEATPUSH_SERVER_PORT_H

#include "php.h"

#include "php/server/object.h"

/* Creates a Port object, which the server keeps. False: an exception was thrown. */
bool php_seatpush_port_new(struct php_seatpush_server *server, zend_string *host, zend_long port,
	zend_long type, zval *return_value);

/* Creates $ports[0], through which scripts can reach the settings of the server itself. */
void php_seatpush_port_of_server(struct php_seatpush_server *server, zend_string *host);

/* The server is being destroyed; the object may outlive it. */
void php_seatpush_port_leave_server(zend_object *port);

/* The endpoint of a Port object. */
struct php_seatpush_endpoint *php_seatpush_port_endpoint(zend_object *port);

/* The server, or one of its ports, has a callback for this event. */
bool php_seatpush_registered(
	const struct php_seatpush_server *server, enum php_seatpush_event event);

/* Sets handlers and create_object on SeatPush\Port. */
void php_seatpush_port_init_ce(zend_class_entry *ce);

#endif
