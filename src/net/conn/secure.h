/* SPDX-License-Identifier: MIT */
/*
 * The transport that moves bytes over TLS. Handshakes are work that anybody can cause: only so many
 * are under way at a time, and the others wait for theirs, unread.
 */
#ifndef SP_NET_CONN_SECURE_H
#define SP_NET_CONN_SECURE_H

#include "net/conn/transport.h"

struct sp_core;
struct sp_tls_peer;

extern const struct sp_transport sp_transport_tls;

/* Its TLS, borrowed. NULL: it has none, or nothing was received yet. */
struct sp_tls_peer *sp_secure_peer(const struct sp_conn *conn);

/* It waits for its handshake. */
bool sp_secure_is_parked(const struct sp_conn *conn);

/* At the end of a tick: lets connections begin whose handshakes have waited. While some wait, one
 * whose handshake makes no headway is given up. */
void sp_secure_feed(struct sp_core *core);

#endif
