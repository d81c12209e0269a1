/* SPDX-License-Identifier: MIT */
/*
 * The protocol that every connection starts with: requests in, one at a time, and the upgrade to
 * WebSocket.
 */
#ifndef SP_NET_SESSION_HTTP_H
#define SP_NET_SESSION_HTTP_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/span.h"
#include "net/conn/conn.h"
#include "net/conn/protocol.h"
#include "wire/ws_handshake.h"

extern const struct sp_protocol sp_session_http;

/* Appends the field that says what is agreed on permessage-deflate, if anything is. False: out of
 * memory. */
bool sp_session_http_put_extension(struct sp_buf *out, uint8_t deflate);

/* Writes the 101 and makes the connection a WebSocket. accept: Sec-WebSocket-Accept, base64 of the
 * SHA-1 of key and GUID (RFC 6455 §4.2.2). fields: further header lines, each with its CRLF. False:
 * the connection is not open afterwards. */
bool sp_session_http_upgrade(struct sp_conn *conn, const char accept[SP_WS_ACCEPT_LEN],
	struct sp_span subprotocol, struct sp_span fields);

/* User code wrote its own 101: the connection is a WebSocket from here on. deflate: what that said
 * on permessage-deflate. */
void sp_session_http_upgraded(struct sp_conn *conn, uint8_t deflate);

#endif
