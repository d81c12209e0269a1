/* SPDX-License-Identifier: MIT */
/*
 * Sends bytes, ends and seconds to the half that a connection's state names.
 */
#include "net/session/session.h"

#include <stdlib.h>
#include <string.h>

#include "net/loop/log.h"
#include "net/server/server.h"
#include "net/session/http.h"
#include "net/session/ws.h"

void sp_session_count_input(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);
	size_t kept = 0;

	if (conn->input != NULL) {
		kept = conn->flags & SP_CONN_WAS_WEBSOCKET ? sp_session_ws_kept(conn)
												   : sp_session_http_kept(conn);
	}
	kept += conn->extra != NULL ? conn->extra->backlog_bytes : 0;
	kept = kept < UINT32_MAX ? kept : UINT32_MAX;
	server->input_bytes += kept;
	server->input_bytes -= conn->input_bytes;
	conn->input_bytes = (uint32_t) kept;
}

static void log_full_input(struct sp_server *server)
{
	if (sp_log_due(&server->input_logged_s, server->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"incomplete requests and messages take more than total_input_size (%lld bytes): those "
			"that grow get 503 or close code 1013",
			(long long) server->settings.total_input_size);
	}
}

/* Each peer is within its own limits, but all together may have sent too much of what is not
 * complete: whoever sends on is refused, since one has to be. */
static void bound_input(struct sp_conn *conn, size_t before)
{
	struct sp_server *server = sp_conn_server(conn);

	if (conn->state >= SP_CONN_CLOSING && !sp_session_ws_speaks(conn)) {
		sp_session_drop_input(conn); /* nobody will read it */
		return;
	}
	if (conn->input_bytes <= before ||
		server->input_bytes <= (size_t) server->settings.total_input_size) {
		return;
	}
	log_full_input(server);
	if (conn->state == SP_CONN_ANSWER || (conn->flags & SP_CONN_WAITING)) {
		sp_conn_pause(conn, true); /* until it is answered */
		return;
	}
	server->counters.refused_input++;
	if (conn->state == SP_CONN_HTTP) {
		sp_session_refuse(conn, 503, "The server has no memory for this request.");
	} else {
		sp_session_close(conn, SP_WS_CLOSE_TRY_LATER, sp_span("no memory for this message now"));
		conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE; /* its framing is lost with the input */
	}
	sp_session_drop_input(conn);
}

void sp_session_feed(struct sp_conn *conn, char *data, size_t len)
{
	size_t before = conn->input_bytes;

	if (sp_session_ws_speaks(conn)) {
		sp_session_ws_feed(conn, data, len);
	} else if (conn->state == SP_CONN_HTTP || conn->state == SP_CONN_ANSWER) {
		sp_session_http_feed(conn, data, len);
	}
	/* Otherwise we are closing, and what still comes is dropped. */
	sp_session_count_input(conn);
	if (conn->input_bytes > 0) {
		bound_input(conn, before);
	}
}

void sp_session_eof(struct sp_conn *conn)
{
	bool websocket = sp_session_ws_speaks(conn);

	/* A peer that only ended its own side still gets the answer that waits for it, and those to
	 * requests that came behind: this is heard again when reading goes on. */
	if (conn->state == SP_CONN_ANSWER && (conn->flags & SP_CONN_FILE)) {
		sp_conn_pause(conn, true);
		return;
	}
	if (!websocket && conn->state < SP_CONN_LINGER && conn->queue.bytes > 0) {
		sp_session_http_end(conn);
		sp_conn_pause(conn, true);
		return;
	}
	sp_conn_abort(conn, websocket ? SP_WS_CLOSE_ABNORMAL : 0, false);
}

void sp_session_callback_waits(struct sp_conn *conn)
{
	if (conn->state == SP_CONN_HTTP && sp_session_http_in_body(conn)) {
		sp_conn_pause(conn, true); /* its body can go on nowhere else */
	}
	conn->flags |= SP_CONN_WAITING;
	sp_conn_server(conn)->waiting++;
}

void sp_session_callback_ended(struct sp_conn *conn)
{
	conn->flags &= (uint32_t) ~SP_CONN_WAITING;
	sp_conn_server(conn)->waiting--;
	if (conn->flags & (SP_CONN_CLOSE_WAITS | SP_CONN_CLOSE_RUNS)) {
		sp_server_close_again(conn);
	} else {
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn);
	}
}

void sp_session_resume(struct sp_conn *conn)
{
	char nothing = '\0'; /* decoders move along their bytes, which NULL does not allow, even by 0 */

	if (conn->flags & SP_CONN_WAITING) {
		return;
	}
	sp_session_ws_drain(conn);
	sp_session_count_input(conn);
	if (sp_conn_open(conn) && !(conn->flags & SP_CONN_WAITING)) {
		sp_conn_pause(conn, false);
		sp_session_feed(conn, &nothing, 0);
	}
}

void sp_session_drop_input(struct sp_conn *conn)
{
	if (conn->input != NULL && (conn->flags & SP_CONN_WAS_WEBSOCKET)) {
		sp_session_ws_drop(conn);
	} else if (conn->input != NULL) {
		sp_session_http_drop(conn);
	}
	sp_session_count_input(conn);
}

void sp_session_close(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_packet *frame;

	if (!sp_conn_open(conn)) {
		return;
	}
	conn->flags |= SP_CONN_BY_SERVER;
	if (conn->state != SP_CONN_WEBSOCKET) {
		sp_session_http_end(conn);
		return;
	}
	frame = sp_packet_new_close(&server->frames, code, reason.data, reason.len);
	if (frame == NULL || sp_conn_queue(conn, frame, false) != SP_QUEUED) {
		sp_conn_abort(conn, code, false);
	} else {
		if (!(conn->flags & SP_CONN_PEER_CLOSED)) {
			conn->flags |= SP_CONN_WAIT_CLOSE;
		}
		sp_conn_keep_reason(conn, reason);
		sp_conn_pause(conn, false);
		sp_conn_finish(conn, code);
	}
	if (frame != NULL) {
		sp_packet_release(frame);
	}
}

/* True if something waits for the peer, and it has taken nothing of it for write_timeout. */
static bool stalled(const struct sp_conn *conn, uint32_t now_s)
{
	return (conn->flags & SP_CONN_BLOCKED) &&
		   now_s - conn->sent_s > conn->listener->settings.write_timeout_s;
}

void sp_session_sweep(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);
	bool websocket = (conn->flags & SP_CONN_WAS_WEBSOCKET) != 0;
	uint32_t now_s = server->loop->now_s;

	/* A WebSocket that is closing has close_timeout. */
	if (stalled(conn, now_s) && (sp_conn_open(conn) || !websocket)) {
		server->counters.timeouts++;
		conn->flags |= SP_CONN_BY_SERVER;
		sp_conn_abort(conn, websocket ? SP_WS_CLOSE_ABNORMAL : 0, true);
		return;
	}
	if (conn->state == SP_CONN_WEBSOCKET) {
		sp_session_ws_sweep(conn);
		return;
	}
	if (conn->state == SP_CONN_HTTP && (conn->flags & (SP_CONN_WAITING | SP_CONN_STARVED))) {
		if (conn->deadline_s != 0) {
			conn->deadline_s++; /* it is we who are late: its time stands still */
		}
		return;
	}
	if (conn->state == SP_CONN_CLOSING && !websocket && conn->queue.bytes > 0) {
		return; /* the rest of an answer has the time that every answer has */
	}
	if (conn->deadline_s == 0 || now_s < conn->deadline_s) {
		return;
	}
	if (conn->state >= SP_CONN_CLOSING) {
		sp_conn_abort(conn, conn->close_code, conn->state == SP_CONN_CLOSING);
	} else if (conn->state == SP_CONN_HTTP && conn->input != NULL) {
		server->counters.timeouts++;
		sp_session_refuse(conn, 408, "The request did not arrive in time.");
	} else if (conn->state == SP_CONN_HTTP && conn->queue.bytes == 0) {
		server->counters.timeouts += conn->request_no == 0; /* it never said a word */
		sp_conn_finish(conn, 0);
	}
}
