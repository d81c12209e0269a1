/* SPDX-License-Identifier: MIT */
/*
 * The protocol that a connection speaks, as a table of functions: HTTP until an upgrade, then
 * WebSocket; or HTTP until an answer that is an event stream. The connection reads, counts and
 * limits bytes; the protocol gives them meaning. The tables are in net/session/.
 */
#ifndef SP_NET_CONN_PROTOCOL_H
#define SP_NET_CONN_PROTOCOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"

struct sp_conn;

enum sp_protocol_kind {
	SP_PROTOCOL_HTTP,
	SP_PROTOCOL_WS,
	SP_PROTOCOL_EVENTS, /* the answer to a request, which goes on as server-sent events */
	SP_PROTOCOL_PROXY,  /* a head of the PROXY protocol, then HTTP */
};

struct sp_protocol {
	/* Processes what was read. Borrows data, and may modify it. Input that is no longer wanted is
	 * dropped. */
	void (*feed)(struct sp_conn *conn, char *data, size_t len);
	/* Where the next bytes are to be read to, and fed from: *size is how many, at least
	 * SP_WS_ROOM_MIN. NULL: anywhere. May be NULL itself. Called if conn->input is not NULL. */
	char *(*room)(struct sp_conn *conn, size_t *size);
	/* The peer has ended its side. */
	void (*eof)(struct sp_conn *conn);
	/* Delivers what was kept while a callback waited, until one waits again. */
	void (*drain)(struct sp_conn *conn);
	/* A callback of the connection begins to wait. */
	void (*hold)(struct sp_conn *conn);
	/* Bytes of memory in conn->input, which is not NULL. */
	size_t (*kept)(const struct sp_conn *conn);
	/* Frees conn->input, which may be NULL, and sets it to NULL. */
	void (*drop)(struct sp_conn *conn);
	/* Closes an open connection; what is queued goes out first. */
	void (*close)(struct sp_conn *conn, unsigned code, struct sp_span reason);
	/* There is no memory for the incomplete input: tells the peer so, and ends the connection. */
	void (*refuse_memory)(struct sp_conn *conn);
	/* At the end of a tick, for connections with SP_CONN_FILE: queues the next piece. */
	void (*settle)(struct sp_conn *conn);
	/* Checks time-outs and sends pings, once a second. */
	void (*sweep)(struct sp_conn *conn);
	/* Appends conn->input, which may be NULL, for another process. False: that one could not go on
	 * with it, or out of memory. */
	bool (*pack)(const struct sp_conn *conn, struct sp_buf *out);
	/* Makes conn->input of it. False: it makes no sense, or out of memory. */
	bool (*unpack)(struct sp_conn *conn, struct sp_span bytes);
};

#endif
