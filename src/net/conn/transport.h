/* SPDX-License-Identifier: MIT */
/*
 * How the bytes of a connection travel, as a table of functions. Each port has one.
 */
#ifndef SP_NET_CONN_TRANSPORT_H
#define SP_NET_CONN_TRANSPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "net/out/sendq.h"

struct sp_conn;

struct sp_transport {
	/* Like recv(2): the number of bytes, 0 at the end of input, or -1 and errno. */
	ssize_t (*recv)(struct sp_conn *conn, void *data, size_t size);
	/* Like sendmsg(2), for sp_sendq_write(); to is the connection. */
	sp_send_fn *send;
	/* Sends what send has taken and the kernel has not. True: nothing of that is left. NULL: send
	 * takes only what the kernel does. */
	bool (*drain)(struct sp_conn *conn);
	/* Ends our side: nothing more is sent. */
	void (*end)(struct sp_conn *conn);
	/* Closes the descriptor; reset: with RST. */
	void (*close)(struct sp_conn *conn, bool reset);
};

#endif
