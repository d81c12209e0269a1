/* SPDX-License-Identifier: MIT */
/*
 * The only way upwards: a table of functions that net is given at start. Each call may run user
 * code, which may do anything to any connection; afterwards only the connection's state can be
 * relied on. A callback may wait: then sp_turn_waits() is called before the hook returns, and
 * sp_turn_ended() when the callback is over.
 */
#ifndef SP_NET_CONN_HOOKS_H
#define SP_NET_CONN_HOOKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "wire/http_request.h"
#include "wire/ws_message.h"

struct sp_conn;

/* A complete request. Spans and head are valid during the hook. */
struct sp_request {
	const struct sp_http_head *head;
	struct sp_span head_bytes; /* as received */
	struct sp_span body;       /* decoded */
	uint32_t no;               /* conn->request_no: answers name the exchange by it */
	const char *key;           /* on_upgrade: SP_WS_KEY_LEN characters of Sec-WebSocket-Key */
};

struct sp_hooks {
	/* A connection was accepted. */
	void (*on_connect)(struct sp_conn *conn);
	/* A valid upgrade request. The hook answers it with sp_session_http_upgrade() or a refusal. */
	void (*on_upgrade)(struct sp_conn *conn, const struct sp_request *request);
	/* A request. The hook answers it, now or later, with sp_exchange_answer(). */
	void (*on_request)(struct sp_conn *conn, const struct sp_request *request);
	/* A text or binary message; a ping, pong or close frame only if the settings ask for it. */
	void (*on_message)(
		struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *message);
	/* Called once for each connection for which on_connect was called. False: the callback waits.
	 */
	bool (*on_close)(struct sp_conn *conn);
	/* The queue went above the high-water mark (full), or back below the low one. */
	void (*on_buffer)(struct sp_conn *conn, bool full);
	/* For connections with SP_CONN_WRITER: there is room in the queue again, or the connection is
	 * closing. */
	void (*on_room)(struct sp_conn *conn);
	/* Frees what the upper floor keeps with a connection (sp_conn_extra.upper), as it is freed
	 * itself. */
	void (*on_free)(void *upper);
	/* At the end of each tick, before the flush. */
	void (*on_tick)(void);
};

#endif
