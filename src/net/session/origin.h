/* SPDX-License-Identifier: MIT */
/*
 * Whether a page may open a WebSocket or an event stream, and the log lines that tell the owner of
 * the site about such pages.
 */
#ifndef SP_NET_SESSION_ORIGIN_H
#define SP_NET_SESSION_ORIGIN_H

#include <stdbool.h>

#include "net/conn/conn.h"
#include "wire/http_request.h"

/* What a request says of the page that makes it. */
struct sp_page {
	struct sp_span origin; /* Origin. Programs other than browsers usually send none: it is empty */
	struct sp_span host;   /* Host; empty: none */
	bool has_cookies;
};

struct sp_page sp_page_of(const struct sp_http_head *head);

/* what: that it would open, "a WebSocket". False: refuse with 403. */
bool sp_page_allowed(struct sp_conn *conn, const struct sp_page *page, const char *what);

#endif
