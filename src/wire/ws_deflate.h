/* SPDX-License-Identifier: MIT */
/*
 * The negotiation of permessage-deflate (RFC 7692 §7.1): which of a client's offers the server
 * accepts, and its answer. Every message is compressed on its own here, both ways (no context
 * takeover), so what is left to remember of an agreement fits in one byte.
 */
#ifndef SP_WIRE_WS_DEFLATE_H
#define SP_WIRE_WS_DEFLATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "wire/http_request.h"

/* An agreement is a byte: 0 is none, otherwise the window of what the server compresses is in these
 * bits: 9 to 15, the power of two of its size in bytes. */
#define SP_WS_DEFLATE_WINDOW 0x0F
/* The client has asked for a window, so the answer must name one. */
#define SP_WS_DEFLATE_ASKED 0x10

#define SP_WS_DEFLATE_WINDOW_MIN 9 /* zlib cannot deflate with a window of 2^8 bytes */
#define SP_WS_DEFLATE_WINDOW_MAX 15
#define SP_WS_DEFLATE_ANSWER_MAX 128 /* bytes that an answer needs, with its NUL */

/* Chooses the first offer that the server can accept, in all Sec-WebSocket-Extensions fields of the
 * request. window: the largest that the server uses. *agreed is 0 if there is none. False: a field
 * is malformed, and the handshake fails (RFC 6455 §9.1). */
bool sp_ws_deflate_choose(const struct sp_http_head *head, unsigned window, uint8_t *agreed);

/* The value of Sec-WebSocket-Extensions that says what was agreed, which is not 0. Returns text. */
const char *sp_ws_deflate_answer(uint8_t agreed, char text[SP_WS_DEFLATE_ANSWER_MAX]);

/* A script answers the handshake itself, with this value of Sec-WebSocket-Extensions: what is
 * agreed then, which is within what could be agreed. 0: the value promises more than that, or
 * something else. */
uint8_t sp_ws_deflate_read_answer(struct sp_span value, uint8_t agreed);

#endif
