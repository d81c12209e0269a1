/* SPDX-License-Identifier: MIT */
/*
 * The frames of a WebSocket server, judged before anything else reads them (RFC 6455 §5): headers,
 * and close frames whole. What is fine is handed on as it came.
 */
#ifndef SP_WIRE_WS_SERVER_FRAMES_H
#define SP_WIRE_WS_SERVER_FRAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "wire/ws_frame.h"

#define SP_WS_SERVER_WHY_MAX 80

/* All zero at first, except for these two. */
struct sp_ws_server_frames {
	size_t max_length; /* longest message in bytes, at most 2 GiB */
	bool deflate;      /* permessage-deflate was negotiated */

	bool in_message; /* a message has begun and goes on */
	bool compressed; /* that message is */
	bool in_close;   /* the close frame's payload is gathered in held */
	bool closed;     /* nothing counts after a close frame */
	uint64_t left;   /* payload bytes of the current frame that are still to come */
	uint64_t length; /* payload bytes of the message, as announced so far */
	size_t held_len;
	uint8_t held[SP_WS_HEADER_MAX + SP_WS_CONTROL_MAX]; /* not handed on yet */

	uint16_t code; /* to close with */
	char why[SP_WS_SERVER_WHY_MAX];
};

/* Judges data, and appends to *onward what is fine so far. False: the server broke the protocol,
 * see code and why (or out of memory: 1006), and nothing may be fed afterwards. */
bool sp_ws_server_frames_feed(
	struct sp_ws_server_frames *frames, const char *data, size_t len, struct sp_buf *onward);

#endif
