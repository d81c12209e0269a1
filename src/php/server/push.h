/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_SERVER_PUSH_H
#define PHP_SEATPUSH_SERVER_PUSH_H

#include "php.h"

#include "php/server/object.h"

/* Queues a packet on the connection. False: last_error is set; the connection is gone, or cannot
 * take the packet and is closing. */
bool php_seatpush_deliver(
	struct php_seatpush_server *server, struct sp_conn *conn, struct sp_packet *packet);

#endif
