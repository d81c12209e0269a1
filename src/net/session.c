/* SPDX-License-Identifier: MIT */
/*
 * Sends bytes, ends and seconds to the half that a connection's state names.
 */
#include "net/session.h"

#include <stdlib.h>
#include <string.h>

#include "net/server.h"
#include "net/session_http.h"
#include "net/session_ws.h"

#define SEND_STALL_S 60 /* an HTTP peer that takes nothing for so long is given up */

static bool speaks_websocket(const struct sp_conn *conn)
{
	return conn->state == SP_CONN_WEBSOCKET ||
		   (conn->state == SP_CONN_CLOSING && (conn->flags & SP_CONN_WAIT_CLOSE));
}

void sp_session_feed(struct sp_conn *conn, char *data, size_t len)
{
	if (speaks_websocket(conn)) {
		sp_session_ws_feed(conn, data, len);
	} else if (conn->state == SP_CONN_HTTP || conn->state == SP_CONN_ANSWER) {
		sp_session_http_feed(conn, data, len);
	}
	/* Otherwise we are closing, and what still comes is dropped. */
}

void sp_session_eof(struct sp_conn *conn)
{
	bool websocket = speaks_websocket(conn);

	/* A peer that only ended its own side still gets the answer that waits for it. */
	if (!websocket && conn->state < SP_CONN_LINGER && conn->queue.bytes > 0) {
		sp_conn_finish(conn, 0);
		sp_conn_pause(conn, true);
		return;
	}
	sp_conn_abort(conn, websocket ? SP_WS_CLOSE_ABNORMAL : 0, false);
}

void sp_session_resume(struct sp_conn *conn)
{
	if (sp_conn_open(conn)) {
		sp_conn_pause(conn, false);
		sp_session_feed(conn, NULL, 0);
	}
}

void sp_session_drop_input(struct sp_conn *conn)
{
	if (conn->input == NULL) {
		return;
	}
	if (conn->flags & SP_CONN_WAS_WEBSOCKET) {
		sp_session_ws_drop(conn);
	} else {
		sp_session_http_drop(conn);
	}
}

void sp_session_close(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_frame *frame;

	if (!sp_conn_open(conn)) {
		return;
	}
	conn->flags |= SP_CONN_BY_SERVER;
	if (conn->state != SP_CONN_WEBSOCKET) {
		sp_conn_finish(conn, 0);
		return;
	}
	frame = sp_frame_new_close(&server->queued_bytes, code, reason.data, reason.len);
	if (frame == NULL || sp_conn_queue(conn, frame, SIZE_MAX) != SP_QUEUED) {
		sp_conn_abort(conn, code, false);
	} else {
		conn->flags |= SP_CONN_WAIT_CLOSE;
		sp_conn_keep_reason(conn, reason);
		sp_conn_pause(conn, false);
		sp_conn_finish(conn, code);
	}
	if (frame != NULL) {
		sp_frame_release(frame);
	}
}

static bool stalled(const struct sp_conn *conn, uint32_t now_s)
{
	return conn->queue.bytes == 0 || now_s - conn->sent_s >= SEND_STALL_S;
}

void sp_session_sweep(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);
	uint32_t now_s = server->loop->now_s;

	if (conn->state == SP_CONN_WEBSOCKET) {
		sp_session_ws_sweep(conn);
		return;
	}
	if (conn->deadline_s == 0 || now_s < conn->deadline_s) {
		return;
	}
	if (conn->state >= SP_CONN_CLOSING) {
		sp_conn_abort(conn, conn->close_code, conn->state == SP_CONN_CLOSING);
	} else if (conn->state == SP_CONN_HTTP && conn->input != NULL) {
		server->counters.timeouts++;
		sp_session_refuse(conn, 408, "The request did not arrive in time.", "");
	} else if (conn->state == SP_CONN_HTTP && stalled(conn, now_s)) {
		sp_conn_finish(conn, 0);
	}
}
