/* SPDX-License-Identifier: MIT */
/*
 * Requests that come through a proxy: whose they are (trusted_proxies), and that one of them has
 * lost its Upgrade on the way.
 */
#ifndef SP_NET_SESSION_VIA_PROXY_H
#define SP_NET_SESSION_VIA_PROXY_H

#include <stdbool.h>

#include "net/conn/peer.h"
#include "wire/address.h"
#include "wire/http_request.h"

struct sp_conn;

struct sp_peer_name sp_via_proxy_name(const struct sp_address *address, uint16_t port);

/* The connection becomes that client's; counted: limits per address count it. False: the client
 * has had its share, and the connection was refused. */
bool sp_via_proxy_hand_over(struct sp_conn *conn, const struct sp_peer_name *name, bool counted);

/* For a connection with SP_CONN_PROXIED, with the head of each request: its address is that of the
 * client whom the proxy names. False: the request was refused. */
bool sp_via_proxy_client(struct sp_conn *conn, const struct sp_http_head *head);

/* True if the request is an upgrade from which a proxy has taken Upgrade; logs it once. */
bool sp_via_proxy_lost_upgrade(struct sp_conn *conn, const struct sp_http_head *head);

#endif
