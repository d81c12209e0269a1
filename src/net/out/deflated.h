/* SPDX-License-Identifier: MIT */
/*
 * Messages as they go to clients that have agreed on permessage-deflate: each is compressed once
 * for all clients with the same window, when the first of them is to get it, and what comes of it
 * stays with the message.
 */
#ifndef SP_NET_OUT_DEFLATED_H
#define SP_NET_OUT_DEFLATED_H

#include <stddef.h>

#include "base/buf.h"
#include "net/out/packet.h"
#include "wire/deflate.h"
#include "wire/ws_deflate.h"

#define SP_DEFLATER_WINDOWS (SP_WS_DEFLATE_WINDOW_MAX - SP_WS_DEFLATE_WINDOW_MIN + 1)

/* The compressors of one server, one for each window that a client has. They are made when they are
 * needed. Zeroed, but for the settings, is empty. */
struct sp_deflater {
	int level, memory; /* as zlib counts them */
	size_t min_length; /* bytes; a shorter message stays as it is, unless course.deflate_short */
	struct sp_deflate *compressors[SP_DEFLATER_WINDOWS]; /* owned; NULL: not needed yet */
	struct sp_buf scratch;
};

void sp_deflater_fini(struct sp_deflater *deflater);

/* The packet as a client with this window gets it, which lives as long as the packet does: another
 * packet, or the same one if it is no text or binary message in one frame, would not get shorter,
 * or memory runs out. */
struct sp_packet *sp_packet_deflated(
	struct sp_deflater *deflater, struct sp_packet *packet, unsigned window);

#endif
