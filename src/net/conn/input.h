/* SPDX-License-Identifier: MIT */
/*
 * The input of a connection: reading it, and accounting for what is kept because it is incomplete
 * or has to wait. What it means is the protocol's business.
 */
#ifndef SP_NET_CONN_INPUT_H
#define SP_NET_CONN_INPUT_H

#include <stddef.h>
#include <event2/util.h>

struct sp_conn;

/* The event callback of a connection's descriptor; arg is the connection. It reads once a turn;
 * what is left makes the descriptor ready again. */
void sp_input_event(evutil_socket_t fd, short what, void *arg);

/* Processes what was read. Borrows data, and may modify it. */
void sp_input_feed(struct sp_conn *conn, char *data, size_t len);

/* At the end of a tick, for connections with SP_CONN_RESUME: continues with what was kept while a
 * request was being answered or a callback waited. */
void sp_input_resume(struct sp_conn *conn);

/* Updates core->input_bytes to what the connection keeps: its input and backlog. */
void sp_input_count(struct sp_conn *conn);

/* Frees conn->input. */
void sp_input_drop(struct sp_conn *conn);

#endif
