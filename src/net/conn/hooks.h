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

#include "base/buf.h"
#include "base/span.h"
#include "wire/http_request.h"
#include "wire/ws_message.h"

struct sp_conn;
struct sp_core;

/* A complete request. Spans and head are valid during the hook. */
struct sp_request {
	const struct sp_http_head *head;
	struct sp_span head_bytes; /* as received */
	struct sp_span body;       /* decoded */
	uint32_t no;               /* conn->request_no: answers name the exchange by it */
	const char *key;           /* on_upgrade: SP_WS_KEY_LEN characters of Sec-WebSocket-Key */
};

struct sp_hooks {
	const struct sp_ws_lender *lender; /* of memory for long messages; NULL: none */
	/* A connection was accepted. */
	void (*on_connect)(struct sp_conn *conn);
	/* A connection came from the process before, where its on_connect was called. Called before any
	 * other of its hooks; while the callback waits, none is. */
	void (*on_adopt)(struct sp_conn *conn);
	/* A valid upgrade request. The hook answers it with sp_session_http_upgrade() or a refusal. */
	void (*on_upgrade)(struct sp_conn *conn, const struct sp_request *request);
	/* A request. The hook answers it, now or later, with sp_exchange_answer(). */
	void (*on_request)(struct sp_conn *conn, const struct sp_request *request);
	/* A text or binary message; a ping, pong or close frame only if the settings ask for it. */
	void (*on_message)(
		struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *message);
	/* Called once for each connection for which on_connect or on_adopt was called. False: the
	 * callback waits.
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
	/* Appends what the upper floor keeps with a connection (upper, which is not NULL), as bytes for
	 * another process. False: out of memory, and nothing was appended. */
	bool (*on_pack)(void *upper, struct sp_buf *out);
	/* Keeps what on_pack has written with this connection, in place of anything before. False: out
	 * of memory, or the bytes are not whole, and nothing was changed. */
	bool (*on_unpack)(struct sp_conn *conn, struct sp_span bytes);
	/* Another process tells something about a connection that is open: see sp_relay_tell(). Runs no
	 * user code. */
	void (*on_tell)(struct sp_conn *conn, struct sp_span bytes);
	/* Another process asks about a connection, or, if that is NULL, about all that this one has, of
	 * which text may name some. Appends the answer. False: out of memory, or it makes no sense.
	 * Runs no user code. */
	bool (*on_ask)(struct sp_core *core, struct sp_conn *conn, uint32_t what, struct sp_span text,
		struct sp_buf *out);
	/* Another process serves from now on, and connections go there or are closed: what user code
	 * does by itself, as with timers, ends. */
	void (*on_hand_over)(void);
	/* The media type of a file by its name, as user code may have changed it; valid until the next
	 * call of any hook. data NULL: it is not known. Runs no user code. */
	struct sp_span (*media_type)(struct sp_span name);
	/* At the end of each tick, before the flush. */
	void (*on_tick)(void);
};

#endif
