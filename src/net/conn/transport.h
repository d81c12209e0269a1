/* SPDX-License-Identifier: MIT */
/*
 * How bytes come and go on a connection, as a table of functions. A port has one.
 */
#ifndef SP_NET_CONN_TRANSPORT_H
#define SP_NET_CONN_TRANSPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "net/out/sendq.h"

struct sp_conn;

struct sp_transport {
	/* As recv(2): the bytes, 0 at the peer's end, -1 and errno. */
	ssize_t (*recv)(struct sp_conn *conn, void *data, size_t size);
	/* As sendmsg(2), for sp_sendq_write(); to is the connection. */
	sp_send_fn *send;
	/* We send nothing more. */
	void (*end)(struct sp_conn *conn);
	/* Closes the descriptor; reset: with RST. */
	void (*close)(struct sp_conn *conn, bool reset);
};

#endif
