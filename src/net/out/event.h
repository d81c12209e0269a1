/* SPDX-License-Identifier: MIT */
/*
 * Messages as they go to event streams: each is encoded once for all of them.
 */
#ifndef SP_NET_OUT_EVENT_H
#define SP_NET_OUT_EVENT_H

#include "net/out/packet.h"

/* The packet as an event stream gets it, which lives as long as the packet does: a text, or binary
 * data that is UTF-8, as an event; a ping or pong as a comment; raw bytes as they are. NULL: it
 * cannot be one, and packet->formless says so; or out of memory. */
struct sp_packet *sp_packet_event(struct sp_packet *packet);

#endif
