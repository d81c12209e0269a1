/* SPDX-License-Identifier: MIT */
/*
 * The TLS of a connection, and its place among the handshakes that are under way.
 */
#ifndef SP_NET_CONN_SHAKING_H
#define SP_NET_CONN_SHAKING_H

#include <stdbool.h>
#include <stdint.h>

#include "net/conn/agenda.h"
#include "net/stream/tls_peer.h"

struct sp_conn;

struct sp_secure {
	struct sp_tls_peer *peer; /* owned */
	struct sp_conn *conn;     /* borrowed */
	struct sp_agenda *agenda; /* borrowed */
	struct sp_link shaking;   /* agenda->shaking, during the handshake */
	uint32_t began_s;         /* loop seconds */
};

/* Takes the peer, whose handshake begins. NULL: out of memory, and it is freed. */
struct sp_secure *sp_secure_new(
	struct sp_conn *conn, struct sp_agenda *agenda, struct sp_tls_peer *peer, uint32_t now_s);

/* Frees it without a word to the peer. secure may be NULL. */
void sp_secure_free(struct sp_secure *secure);

/* Its handshake is under way. */
static inline bool sp_secure_is_shaking(const struct sp_secure *secure)
{
	return !sp_link_alone(&secure->shaking);
}

/* The handshake is over, in whatever way. */
void sp_secure_end_shaking(struct sp_secure *secure);

#endif
