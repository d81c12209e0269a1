/* SPDX-License-Identifier: MIT */
/*
 * The one way upwards: a table of functions that net is given at start. Each call may run user
 * code, which may do anything to any connection; after it only the connection's state may be relied
 * upon. A callback may wait: then sp_turn_waits() was called before the hook returned, and
 * sp_turn_ended() is called when the callback is over.
 */
#ifndef SP_NET_CONN_HOOKS_H
#define SP_NET_CONN_HOOKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "wire/http_request.h"
#include "wire/ws_message.h"

struct sp_conn;

/* A whole request. Spans and head are valid during the hook. */
struct sp_request {
	const struct sp_http_head *head;
	struct sp_span head_bytes; /* as it came */
	struct sp_span body;       /* decoded */
	uint32_t no;               /* conn->request_no: names the exchange in answers */
	const char *key;           /* on_upgrade: SP_WS_KEY_LEN characters of Sec-WebSocket-Key */
};

struct sp_hooks {
	/* A connection was accepted. */
	void (*on_connect)(struct sp_conn *conn);
	/* A valid upgrade request. The hook answers: sp_session_http_upgrade() or a refusal. */
	void (*on_upgrade)(struct sp_conn *conn, const struct sp_request *request);
	/* A request. The hook answers, now or later: sp_exchange_answer(). */
	void (*on_request)(struct sp_conn *conn, const struct sp_request *request);
	/* A text or binary message; a ping, pong or close frame only if the settings ask for it. */
	void (*on_message)(
		struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *message);
	/* Once for each connection for which on_connect was called. False: the callback waits. */
	bool (*on_close)(struct sp_conn *conn);
	/* The queue went over the high-water mark (full) or below the low one again. */
	void (*on_buffer)(struct sp_conn *conn, bool full);
	/* For connections with SP_CONN_WRITER: there is room in the queue again, or it is closing. */
	void (*on_room)(struct sp_conn *conn);
	/* The connection is freed: so is what the upper floor keeps beside it (sp_conn_extra.upper). */
	void (*on_free)(void *upper);
	/* At the end of each tick, before the flush. */
	void (*on_tick)(void);
};

#endif
