/* SPDX-License-Identifier: MIT */
/*
 * An event stream: the answer to a request, which goes on for as long as both sides like, and in
 * which messages go out as server-sent events (HTML Living Standard §9.2). It ends with the
 * connection, so it needs no framing of its own (RFC 9112 §6.3), and nothing follows the request.
 */
#ifndef SP_NET_SESSION_EVENTS_H
#define SP_NET_SESSION_EVENTS_H

#include "net/conn/conn.h"
#include "net/conn/protocol.h"

extern const struct sp_protocol sp_session_events;

/* The head of the answer is queued: from here on the connection, which awaits that answer, is an
 * event stream. */
void sp_session_events_begin(struct sp_conn *conn);

#endif
