/* SPDX-License-Identifier: MIT */
/*
 * The opening handshake of RFC 6455 §4.2: judges the request, writes the 101. There is no SHA-1
 * and no base64 here: the caller passes in the accept value.
 */
#ifndef SP_WIRE_WS_HANDSHAKE_H
#define SP_WIRE_WS_HANDSHAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"
#include "wire/http_request.h"

#define SP_WS_GUID "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
#define SP_WS_KEY_LEN 24    /* base64 of 16 bytes */
#define SP_WS_ACCEPT_LEN 28 /* base64 of a SHA-1 */

struct sp_ws_upgrade {
	struct sp_span key;    /* Sec-WebSocket-Key: 24 characters, base64 of 16 bytes */
	struct sp_span origin; /* empty if there is none */
};

/* Judges an upgrade request: GET, HTTP/1.1, Host, one well-formed key, version 13 (otherwise 426
 * and the caller adds Sec-WebSocket-Version: 13), no body. True: *out is filled, and its spans
 * point where head's do. False: *refusal is filled. */
bool sp_ws_handshake_check(
	const struct sp_http_head *head, struct sp_ws_upgrade *out, struct sp_http_refusal *refusal);

/* True if name is in the list of a Sec-WebSocket-Protocol field; case matters. */
bool sp_ws_subprotocol_offered(struct sp_span list, struct sp_span name);

/* The first of ours, separated by commas and the best first, that the client offers in any of the
 * head's fields; empty: none. */
struct sp_span sp_ws_subprotocol_choose(const struct sp_http_head *head, struct sp_span ours);

/* Appends the 101 without its final empty line, so that the caller can add fields. subprotocol may
 * be empty. False: out of memory. */
bool sp_ws_handshake_put(
	struct sp_buf *out, const char accept[SP_WS_ACCEPT_LEN], struct sp_span subprotocol);

#endif
