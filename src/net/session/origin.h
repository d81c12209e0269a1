/* SPDX-License-Identifier: MIT */
/*
 * Whether a page may open a WebSocket, and the log lines that tell the owner of the site about such
 * pages.
 */
#ifndef SP_NET_SESSION_ORIGIN_H
#define SP_NET_SESSION_ORIGIN_H

#include <stdbool.h>

#include "net/conn/conn.h"
#include "wire/http_request.h"

/* origin: the value of the Origin field. Programs other than browsers usually send none: then it is
 * empty, and allowed. False: refuse with 403. */
bool sp_origin_allowed(
	struct sp_conn *conn, const struct sp_http_head *head, struct sp_span origin);

#endif
