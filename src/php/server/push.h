/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_SERVER_PUSH_H
#define PHP_SEATPUSH_SERVER_PUSH_H

#include "php.h"

#include "php/server/object.h"

/* Queues a packet on it. False: it cannot take it and is closing, or is gone; last_error is set. */
bool php_seatpush_deliver(
	struct php_seatpush_server *server, struct sp_conn *conn, struct sp_packet *packet);

#endif
