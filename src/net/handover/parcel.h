/* SPDX-License-Identifier: MIT */
/*
 * A connection as bytes, for another process of the same server, which gets its descriptor as well.
 * What waits to be sent is referred to by number: a packet goes to the other process only once,
 * however many connections have it in their queues.
 */
#ifndef SP_NET_HANDOVER_PARCEL_H
#define SP_NET_HANDOVER_PARCEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

struct sp_conn;
struct sp_core;
struct sp_listener;
struct sp_packet;

/* Raise it when anything in a message between two processes changes. */
#define SP_PARCEL_VERSION 2

/* All packets that one process has passed to the other, by number. Zeroed is empty. */
struct sp_freight {
	struct sp_packet **packets; /* a reference to each; owned */
	size_t count, room;
};

void sp_freight_fini(struct sp_freight *freight);

/* The connection may move now: it stands still, and its callbacks have ended. */
bool sp_parcel_may_move(const struct sp_conn *conn);

/* Appends the connection to parcels, and what the other process does not have yet of the packets in
 * its queue to packets. False: out of memory, or the protocol cannot move now; both are then as
 * before. */
bool sp_parcel_pack(const struct sp_conn *conn, struct sp_freight *freight, struct sp_buf *parcels,
	struct sp_buf *packets);

/* Takes packets over. False: they make no sense, or out of memory. */
bool sp_parcel_unpack_packets(
	struct sp_core *core, struct sp_freight *freight, struct sp_span packets);

/* Which connection it is, and of which port: as the other process numbers them. */
struct sp_parcel_label {
	int64_t id;
	size_t port;
};

/* False: it makes no sense. */
bool sp_parcel_read_label(struct sp_span parcel, struct sp_parcel_label *label);

/* Makes a connection of the parcel, on the listener; takes the descriptor unless it fails. It is
 * among those of the core afterwards. NULL: *why says why. */
struct sp_conn *sp_parcel_unpack(struct sp_listener *listener, struct sp_span parcel, int fd,
	const struct sp_freight *freight, const char **why);

#endif
