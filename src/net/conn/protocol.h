/* SPDX-License-Identifier: MIT */
/*
 * What a connection speaks, as a table of functions: HTTP until an upgrade, then WebSocket. The
 * connection reads, counts and limits; the protocol gives meaning. net/session/ has the tables.
 */
#ifndef SP_NET_CONN_PROTOCOL_H
#define SP_NET_CONN_PROTOCOL_H

#include <stddef.h>

#include "base/span.h"

struct sp_conn;

enum sp_protocol_kind {
	SP_PROTOCOL_HTTP,
	SP_PROTOCOL_WS,
};

struct sp_protocol {
	/* Takes in what was read. data may be changed. What nobody wants any more is dropped. */
	void (*feed)(struct sp_conn *conn, char *data, size_t len);
	/* The peer sends nothing more. */
	void (*eof)(struct sp_conn *conn);
	/* Hands on what was kept while a callback waited, until one waits again. */
	void (*drain)(struct sp_conn *conn);
	/* A callback of the connection begins to wait. */
	void (*hold)(struct sp_conn *conn);
	/* Bytes of memory in conn->input, which is not NULL. */
	size_t (*kept)(const struct sp_conn *conn);
	/* Frees conn->input, and sets it to NULL; it may be NULL. */
	void (*drop)(struct sp_conn *conn);
	/* We end an open connection: what is queued goes first. */
	void (*close)(struct sp_conn *conn, unsigned code, struct sp_span reason);
	/* There is no memory for what it is in the middle of: says so and ends. */
	void (*refuse_memory)(struct sp_conn *conn);
	/* The end of a tick, for connections with SP_CONN_FILE: queues what comes next. */
	void (*settle)(struct sp_conn *conn);
	/* Time-outs and pings, once a second. */
	void (*sweep)(struct sp_conn *conn);
};

#endif
