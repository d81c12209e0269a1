/* SPDX-License-Identifier: MIT */
#include "net/session/via_proxy.h"

#include <string.h>

#include "net/conn/conn.h"
#include "net/loop/log.h"
#include "net/session/exchange.h"
#include "wire/forwarded.h"

static const char too_many[] = "Too many connections come from your address";

struct sp_peer_name sp_via_proxy_name(const struct sp_address *address, uint16_t port)
{
	struct sp_peer_name name = {
		.family = address->len == 4 ? AF_INET : AF_INET6, .port = port, .addr = {0}};

	memcpy(name.addr, address->bytes, address->len);
	return name;
}

bool sp_via_proxy_hand_over(struct sp_conn *conn, const struct sp_peer_name *name, bool counted)
{
	sp_conn_uncount_peer(conn);
	if (counted && !sp_peer_welcome(conn->listener, conn->member.id, name)) {
		sp_exchange_refuse(conn, 429, too_many);
		return false;
	}
	sp_conn_set_peer(conn, name, counted);
	return true;
}

/* Said once: what counts per address does not count whoever comes through this proxy. */
static void notice_no_client(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);

	if (!core->logged.no_client) {
		core->logged.no_client = true;
		sp_log(SP_LOG_NOTICE,
			"a request of a proxy in trusted_proxies names no client, so remote_addr is the proxy; "
			"if it was no check of the proxy's own, nginx lacks the line: "
			"proxy_set_header X-Forwarded-For $remote_addr;");
	}
}

static bool same_name(const struct sp_peer_name *a, const struct sp_peer_name *b)
{
	return a->family == b->family && memcmp(a->addr, b->addr, sizeof(a->addr)) == 0;
}

bool sp_via_proxy_client(struct sp_conn *conn, const struct sp_http_head *head)
{
	struct sp_conn_extra *extra = sp_conn_extra(&conn->extra);
	struct sp_peer_name now = sp_conn_peer_name(conn), name;
	struct sp_forwarded client;
	enum sp_forwarded_result result;
	bool counted;

	if (extra == NULL) {
		sp_conn_abort(conn, 0, false);
		return false;
	}
	if (extra->hop.family == 0) {
		extra->hop = now;
	}
	result = sp_forwarded_read(head, conn->listener->trusted, &client);
	name =
		result == SP_FORWARDED_KNOWN ? sp_via_proxy_name(&client.address, client.port) : extra->hop;
	/* A client can cause that it is not known, so the proxy is then limited as a client would be.
	 */
	counted = result != SP_FORWARDED_ABSENT;
	if (!counted) {
		notice_no_client(conn);
	}
	if (same_name(&now, &name) && counted == ((conn->flags & SP_CONN_COUNTED) != 0)) {
		conn->peer_port = name.port;
		return true;
	}
	return sp_via_proxy_hand_over(conn, &name, counted);
}

bool sp_via_proxy_lost_upgrade(struct sp_conn *conn, const struct sp_http_head *head)
{
	struct sp_core *core = sp_conn_core(conn);

	if (sp_http_head_find(head, "Sec-WebSocket-Key") == NULL) {
		return false;
	}
	if (!core->logged.no_upgrade) {
		core->logged.no_upgrade = true;
		sp_log(SP_LOG_WARNING,
			"a WebSocket's request came without Upgrade, so it gets 400: the proxy in front does "
			"not pass it on. nginx needs, beside proxy_http_version 1.1, the lines: "
			"proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\";");
	}
	return true;
}
