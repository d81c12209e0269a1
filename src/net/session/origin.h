/* SPDX-License-Identifier: MIT */
/*
 * Whether the page that opens a WebSocket may do so, and the log lines that tell the owner of
 * the site what happens to it.
 */
#ifndef SP_NET_SESSION_ORIGIN_H
#define SP_NET_SESSION_ORIGIN_H

#include <stdbool.h>

#include "net/conn/conn.h"
#include "wire/http_request.h"

/* origin: the value of the Origin field; empty: none, which is what other programs than browsers
 * send, and is allowed. False: refuse with 403. */
bool sp_origin_allowed(
	struct sp_conn *conn, const struct sp_http_head *head, struct sp_span origin);

#endif
