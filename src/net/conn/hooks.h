/* SPDX-License-Identifier: MIT */
/*
 * The one way upwards: a table of functions that net is given at start. Each call may run user
 * code, which may do anything to any connection; after it only the result and the connection's
 * state may be relied upon.
 */
#ifndef SP_NET_CONN_HOOKS_H
#define SP_NET_CONN_HOOKS_H

#include "net/session/session.h"

/* How a call into user code ended, as its caller must know it. */
enum sp_door {
	SP_DOOR_ALIVE,     /* the connection is as it was */
	SP_DOOR_GONE,      /* the connection is closing or closed: touch it no more */
	SP_DOOR_SUSPENDED, /* the callback waits; sp_session_callback_waits() was told */
	SP_DOOR_STOP,      /* the process is to end: return to the loop at once */
};

struct sp_hooks {
	/* A connection was accepted. */
	enum sp_door (*on_connect)(struct sp_conn *conn);
	/* A valid WebSocket upgrade request. The hook answers: sp_session_upgrade() or a refusal. */
	enum sp_door (*on_upgrade)(struct sp_conn *conn, const struct sp_request *request);
	/* A request. The hook answers, now or later: sp_session_answer(). */
	enum sp_door (*on_request)(struct sp_conn *conn, const struct sp_request *request);
	/* A text or binary message; a ping, pong or close frame only if the settings ask for it. */
	enum sp_door (*on_message)(
		struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *message);
	/* Once for each connection for which on_connect was called. */
	enum sp_door (*on_close)(struct sp_conn *conn);
	/* The queue went over the high-water mark (full) or below the low one again. */
	enum sp_door (*on_buffer)(struct sp_conn *conn, bool full);
	/* There is room in the queue again, or the connection is closing: for conn->extra->writer. */
	void (*on_room)(struct sp_conn *conn);
	/* At the end of each tick, before the flush. */
	void (*on_tick)(void);
};

#endif
