/* SPDX-License-Identifier: MIT */
/*
 * The protocol after an upgrade: messages in, answers to control frames, the closing handshake,
 * pings.
 */
#ifndef SP_NET_SESSION_WS_H
#define SP_NET_SESSION_WS_H

#include <stddef.h>
#include <stdint.h>

#include "net/conn/conn.h"
#include "net/conn/protocol.h"

extern const struct sp_protocol sp_session_ws;

/* The open connection is a WebSocket from here on. deflate: what is agreed on permessage-deflate,
 * see wire/ws_deflate.h. early: what came after the request and before our 101; borrowed, and may
 * be modified. */
void sp_session_ws_begin(struct sp_conn *conn, uint8_t deflate, char *early, size_t len);

#endif
