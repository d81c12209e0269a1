/* SPDX-License-Identifier: MIT */
/*
 * The HTTP half of the session, for session.c only.
 */
#ifndef SP_NET_SESSION_HTTP_H
#define SP_NET_SESSION_HTTP_H

#include "net/session/session.h"

/* Parses requests until the bytes are used up or one is handed to user code. */
void sp_session_http_feed(struct sp_conn *conn, char *data, size_t len);

/* Takes out what came behind the request that is being answered; the caller frees the bytes. */
struct sp_buf sp_session_http_take_kept(struct sp_conn *conn);

/* Bytes of memory in conn->input. */
size_t sp_session_http_kept(const struct sp_conn *conn);

/* True in the middle of a request's body. */
bool sp_session_http_in_body(const struct sp_conn *conn);

/* Frees a struct sp_http_input. */
void sp_session_http_drop(struct sp_conn *conn);

/* Ends it: what is queued goes out, and what is kept is read by nobody. */
void sp_session_http_end(struct sp_conn *conn);

/* The first deadline of a connection, and the one between two requests. */
void sp_session_http_await(struct sp_conn *conn, bool first);

#endif
