/* SPDX-License-Identifier: MIT */
/*
 * A message to one connection, which waits for room in the queue if the option send_yield says so.
 */
#ifndef PHP_SEATPUSH_SERVER_DELIVER_H
#define PHP_SEATPUSH_SERVER_DELIVER_H

#include "php/server/object.h"

struct sp_packet;

/* Queues a packet, and closes a connection that cannot take it. False: the server's last_error says
 * why. */
bool php_seatpush_deliver(
	struct php_seatpush_server *server, struct sp_conn *conn, struct sp_packet *packet);

/* The same for a single message: with send_yield it waits for room, where it can wait, and closes
 * nothing; the connection may be gone afterwards. It also writes what is waiting, if that is due.
 * method: "push()", for exceptions. False also if the stop ended the wait; then an exception was
 * thrown. */
bool php_seatpush_deliver_one(struct php_seatpush_server *server, struct sp_conn *conn,
	struct sp_packet *packet, const char *method);

#endif
