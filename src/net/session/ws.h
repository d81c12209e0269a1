/* SPDX-License-Identifier: MIT */
/*
 * The WebSocket half of the session, for session.c only.
 */
#ifndef SP_NET_SESSION_WS_H
#define SP_NET_SESSION_WS_H

#include "net/session/session.h"

/* True if what comes in is frames: also while our own close frame waits for its answer. */
static inline bool sp_session_ws_speaks(const struct sp_conn *conn)
{
	return conn->state == SP_CONN_WEBSOCKET ||
		   (conn->state == SP_CONN_CLOSING && (conn->flags & SP_CONN_WAIT_CLOSE));
}

/* Takes messages and control frames out of the bytes. Also while our own close frame waits for
 * its answer; then only a close frame means anything. */
void sp_session_ws_feed(struct sp_conn *conn, char *data, size_t len);

/* Bytes of memory in conn->input. */
size_t sp_session_ws_kept(const struct sp_conn *conn);

/* Hands on what was kept while a callback waited, until one waits again. */
void sp_session_ws_drain(struct sp_conn *conn);

/* Frees the decoder. */
void sp_session_ws_drop(struct sp_conn *conn);

/* Pings, and gives up on a peer that answers none. */
void sp_session_ws_sweep(struct sp_conn *conn);

#endif
