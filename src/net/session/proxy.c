/* SPDX-License-Identifier: MIT */
#include "net/session/proxy.h"

#include <stdlib.h>

#include "net/conn/conn.h"
#include "net/loop/log.h"
#include "net/session/exchange.h"
#include "net/session/http.h"
#include "net/session/via_proxy.h"
#include "wire/proxy_head.h"

static void log_bad(struct sp_conn *conn, bool stranger)
{
	struct sp_core *core = sp_conn_core(conn);
	char peer[SP_ADDRESS_TEXT];

	if (!sp_log_due(&core->logged.proxy_s, core->loop->now_s)) {
		return;
	}
	sp_conn_peer(conn, peer);
	if (stranger) {
		sp_log(SP_LOG_WARNING,
			"refused: %s is not in trusted_proxies, and the port has proxy_protocol, so that only "
			"those may connect",
			peer);
	} else {
		sp_log(SP_LOG_WARNING,
			"refused: a connection from %s does not begin with a head of the PROXY protocol, which "
			"proxy_protocol asks for; let the proxy send one (HAProxy: send-proxy-v2; nginx, in "
			"stream: proxy_protocol on), or leave the option out",
			peer);
	}
}

/* The client is known; what came behind the head is a request. */
static void go_on(struct sp_conn *conn, const struct sp_proxy_head *head, char *rest, size_t len)
{
	struct sp_peer_name name = sp_conn_peer_name(conn);

	if (head->client.len > 0) {
		name = sp_via_proxy_name(&head->client, head->port);
		/* That may be a proxy, too, which names the client of each request. */
		conn->flags &= (uint32_t) ~SP_CONN_PROXIED;
		conn->flags |= sp_peer_trusted(conn->listener, &name) ? SP_CONN_PROXIED : 0;
	}
	if (!sp_via_proxy_hand_over(
			conn, &name, head->client.len > 0 && !(conn->flags & SP_CONN_PROXIED))) {
		return;
	}
	conn->protocol = SP_PROTOCOL_HTTP;
	sp_conn_core(conn)->hooks->on_connect(conn);
	if (len > 0) {
		sp_session_http.feed(conn, rest, len);
	}
}

static void keep(struct sp_conn *conn, const char *data, size_t len)
{
	struct sp_buf *kept = calloc(1, sizeof(*kept));

	if (kept == NULL || !sp_buf_append(kept, data, len)) {
		free(kept);
		sp_conn_abort(conn, 0, false);
		return;
	}
	conn->input = kept;
}

static void read_head(struct sp_conn *conn, char *data, size_t len)
{
	bool stranger = conn->listener->trusted != NULL && !(conn->flags & SP_CONN_PROXIED);
	struct sp_proxy_head head;
	size_t used = 0;
	enum sp_proxy_result result = sp_proxy_head_parse(data, len, &head, &used);

	if (result == SP_PROXY_BAD || stranger) {
		log_bad(conn, stranger);
		sp_exchange_refuse(conn, 400, "This port serves only proxies that name their clients.");
	} else if (result == SP_PROXY_MORE) {
		keep(conn, data, len);
	} else {
		go_on(conn, &head, data + used, len - used);
	}
}

static void proxy_feed(struct sp_conn *conn, char *data, size_t len)
{
	struct sp_buf *kept = conn->input;
	struct sp_buf all;

	if (!sp_conn_open(conn) || len == 0) {
		return;
	}
	if (kept == NULL) {
		read_head(conn, data, len);
		return;
	}
	if (!sp_buf_append(kept, data, len)) {
		sp_conn_abort(conn, 0, false);
		return;
	}
	all = *kept;
	free(kept);
	conn->input = NULL;
	read_head(conn, all.data, all.len);
	sp_buf_fini(&all);
}

static void proxy_eof(struct sp_conn *conn)
{
	sp_conn_abort(conn, 0, false);
}

static void proxy_nothing(struct sp_conn *conn)
{
	(void) conn;
}

static size_t proxy_kept(const struct sp_conn *conn)
{
	const struct sp_buf *kept = conn->input;

	return sizeof(*kept) + kept->cap;
}

static void proxy_drop(struct sp_conn *conn)
{
	if (conn->input != NULL) {
		sp_buf_fini(conn->input);
		free(conn->input);
		conn->input = NULL;
	}
}

static void proxy_close(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	(void) code;
	(void) reason;
	conn->flags |= SP_CONN_BY_SERVER;
	sp_exchange_end(conn);
}

static void proxy_refuse_memory(struct sp_conn *conn)
{
	sp_exchange_refuse(conn, 503, "The server has no memory for this request.");
}

static void proxy_sweep(struct sp_conn *conn)
{
	if (sp_conn_stalled(conn)) {
		sp_conn_give_up(conn, 0);
	} else if (sp_conn_overdue(conn)) {
		sp_conn_core(conn)->counters.timeouts += sp_conn_open(conn);
		sp_conn_abort(conn, 0, false);
	}
}

const struct sp_protocol sp_session_proxy = {
	.feed = proxy_feed,
	.eof = proxy_eof,
	.drain = proxy_nothing,
	.hold = proxy_nothing,
	.kept = proxy_kept,
	.drop = proxy_drop,
	.close = proxy_close,
	.refuse_memory = proxy_refuse_memory,
	.settle = proxy_nothing,
	.sweep = proxy_sweep,
};
