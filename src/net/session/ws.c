/* SPDX-License-Identifier: MIT */
/*
 * An open WebSocket. A message that was read whole is handed on where it lies, by a decoder on
 * the stack; only a connection in the middle of one keeps a decoder of its own.
 */
#include "net/session/ws.h"

#include <stdlib.h>
#include <string.h>

#include "net/conn/backlog.h"
#include "net/server/server.h"
#include "net/session/http.h"

#define KEPT_MAX ((size_t) 64 * 1024) /* bytes of messages kept while a callback waits */
#define PINGS_MAX 2                   /* so many unanswered ones mean that the peer is gone */

size_t sp_session_ws_kept(const struct sp_conn *conn)
{
	const struct sp_ws_message *decoder = conn->input;

	return sizeof(*decoder) + decoder->gathered.cap;
}

void sp_session_ws_drop(struct sp_conn *conn)
{
	struct sp_ws_message *decoder = conn->input;

	if (decoder != NULL) {
		sp_ws_message_fini(decoder);
		free(decoder);
		conn->input = NULL;
	}
}

void sp_session_send_control(struct sp_conn *conn, uint8_t opcode, const void *data, size_t len)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_packet *frame = sp_packet_new_ws(&server->frames, true, 0, opcode, data, len);
	enum sp_queued queued = frame == NULL ? SP_QUEUE_NOMEM : sp_conn_queue(conn, frame, true);

	/* One that finds no room is left out: who reads is asked, and answered, again (RFC 6455
	 * §5.5.3). But a peer that pings and does not read is in its queue's limit like any other. */
	if (queued == SP_QUEUE_NOMEM) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	} else if (queued == SP_QUEUE_FULL && opcode == SP_WS_PONG && !sp_server_is_full(server)) {
		sp_session_close(conn, SP_WS_CLOSE_TRY_LATER, sp_span("reader is too slow"));
	}
	if (frame != NULL) {
		sp_packet_release(frame);
	}
}

/* True if a callback waits, or has ended and what was kept meanwhile is still to come: that is the
 * end of a tick, and maybe not of this one. */
static bool is_behind(const struct sp_conn *conn)
{
	return (conn->flags & SP_CONN_WAITING) || (conn->extra != NULL && conn->extra->backlog != NULL);
}

/* One callback of a connection at a time: what would run the next one waits its turn. */
static bool keep_for_later(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	struct sp_conn_extra *extra;

	if (!is_behind(conn)) {
		return false;
	}
	extra = sp_conn_extra(conn);
	if (extra == NULL || !sp_backlog_add(extra, event, data)) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	} else if (extra->backlog_bytes > KEPT_MAX) {
		sp_conn_pause(conn, true);
	}
	return true;
}

/* RFC 6455 §5.5.1: the answer to a close frame is a close frame with its code. */
static void on_close_frame(struct sp_conn *conn, const struct sp_ws_event_data *close)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_packet *answer;

	conn->flags |= SP_CONN_PEER_CLOSED;
	if (conn->state == SP_CONN_CLOSING) {
		conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE;
		sp_conn_mark_dirty(conn);
		return;
	}
	if (conn->listener->settings.open_close_frame) {
		server->hooks->on_message(conn, SP_WS_EVENT_CLOSE, close);
		if (conn->state != SP_CONN_WEBSOCKET) {
			conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE;
			return;
		}
	}
	sp_conn_keep_reason(conn, (struct sp_span){close->payload, close->len});
	answer = sp_packet_new_close(&server->frames, close->close_code, NULL, 0);
	if (answer == NULL || sp_conn_queue(conn, answer, false) != SP_QUEUED) {
		sp_conn_abort(conn, close->close_code, false);
	} else {
		sp_conn_finish(conn, close->close_code);
	}
	if (answer != NULL) {
		sp_packet_release(answer);
	}
}

static void on_bad(struct sp_conn *conn, const struct sp_ws_event_data *bad)
{
	if (conn->state == SP_CONN_CLOSING) {
		sp_conn_abort(conn, conn->close_code, false);
		return;
	}
	sp_conn_server(conn)->counters.protocol_errors++;
	sp_session_close(conn, bad->close_code, (struct sp_span){bad->payload, bad->len});
	/* The peer's framing is lost: its close frame could not be recognised. */
	conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE;
}

static void on_ping_pong(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	bool wanted = event == SP_WS_EVENT_PING ? settings->open_ping_frame : settings->open_pong_frame;

	if (wanted && keep_for_later(conn, event, data)) {
		return;
	}
	if (wanted) {
		sp_conn_server(conn)->hooks->on_message(conn, event, data);
	} else if (event == SP_WS_EVENT_PING) {
		sp_session_send_control(conn, SP_WS_PONG, data->payload, data->len);
	}
}

static void on_data(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	sp_conn_server(conn)->counters.messages_in++;
	sp_conn_server(conn)->hooks->on_message(conn, event, data);
}

void sp_session_ws_drain(struct sp_conn *conn)
{
	struct sp_backlog_item *item;

	/* Also of a peer that has gone: it said this before. Not if we closed. */
	while (conn->extra != NULL && conn->extra->backlog != NULL &&
		   !(conn->flags & (SP_CONN_WAITING | SP_CONN_BY_SERVER)) &&
		   !sp_conn_server(conn)->halted) {
		item = sp_backlog_take(conn->extra);
		if (item->event == SP_WS_EVENT_MESSAGE) {
			on_data(conn, item->event, &item->data);
		} else if (item->event != SP_WS_EVENT_CLOSE) {
			sp_conn_server(conn)->hooks->on_message(conn, item->event, &item->data);
		} else if (conn->state == SP_CONN_WEBSOCKET) {
			on_close_frame(conn, &item->data);
		}
		free(item);
	}
}

/* False: nothing more may be fed. */
static bool handle(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	bool open = conn->state == SP_CONN_WEBSOCKET;

	switch (event) {
	case SP_WS_EVENT_MORE:
		return false;
	case SP_WS_EVENT_CLOSE:
		if (open && keep_for_later(conn, event, data)) {
			conn->flags |= SP_CONN_PEER_CLOSED; /* also if it is us who close meanwhile */
			sp_conn_pause(conn, true);          /* nothing comes after it */
			return false;
		}
		on_close_frame(conn, data);
		return false;
	case SP_WS_EVENT_BAD:
		on_bad(conn, data);
		return false;
	case SP_WS_EVENT_PING:
	case SP_WS_EVENT_PONG:
		if (open) {
			on_ping_pong(conn, event, data);
		}
		break;
	case SP_WS_EVENT_MESSAGE:
		if (open && !keep_for_later(conn, event, data)) {
			on_data(conn, event, data);
		}
		break;
	}
	return sp_session_ws_speaks(conn);
}

/* A decoder in the middle of a message moves to the connection; an idle one goes. */
static void put_back(
	struct sp_conn *conn, struct sp_ws_message *decoder, struct sp_ws_message *on_stack, bool more)
{
	struct sp_ws_message *kept;

	if (!more || sp_ws_message_idle(decoder) || conn->state == SP_CONN_DEAD) {
		if (decoder == on_stack) {
			sp_ws_message_fini(decoder);
		} else {
			sp_session_ws_drop(conn);
		}
		return;
	}
	if (decoder != on_stack) {
		return;
	}
	kept = malloc(sizeof(*kept));
	if (kept == NULL) {
		sp_ws_message_fini(on_stack);
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
		return;
	}
	*kept = *on_stack; /* plain data and one owned buffer: may be moved */
	conn->input = kept;
}

/* Closes a connection that sends more frames a second than it may, and says false. A second is
 * the loop's: what came while a callback held the loop is counted when it is read. */
static bool within_rates(struct sp_conn *conn, struct sp_ws_message *decoder)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	uint32_t now_s = sp_conn_server(conn)->loop->now_s;
	uint32_t bare = decoder->bare_frames, data = decoder->data_frames;
	const char *what;

	decoder->bare_frames = decoder->data_frames = 0;
	if (conn->rate_s != now_s) {
		conn->rate_s = now_s;
		conn->rate_bare = 0;
		conn->rate_data = 0;
	}
	bare += conn->rate_bare;
	conn->rate_bare = (uint16_t) (bare < UINT16_MAX ? bare : UINT16_MAX);
	conn->rate_data += data;
	if (settings->control_frame_rate > 0 && bare > settings->control_frame_rate) {
		what = "too many control frames or empty fragments";
	} else if (settings->message_rate > 0 && conn->rate_data > settings->message_rate) {
		what = "too many messages";
	} else {
		return true;
	}
	if (conn->state == SP_CONN_WEBSOCKET) {
		sp_conn_server(conn)->counters.floods++;
		sp_session_close(conn, SP_WS_CLOSE_POLICY, sp_span(what));
		/* The rest of its flood is not worth reading for a close frame. */
		conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE;
	} else {
		sp_conn_abort(conn, conn->close_code, false);
	}
	return false;
}

void sp_session_ws_feed(struct sp_conn *conn, char *data, size_t len)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_ws_message on_stack;
	struct sp_ws_message *decoder = conn->input;
	struct sp_ws_event_data out;
	enum sp_ws_event event;
	bool more;

	if (decoder == NULL) {
		decoder = &on_stack;
		sp_ws_message_init(decoder, (size_t) conn->listener->settings.package_max_length, false);
	}
	do {
		size_t used;

		event = sp_ws_message_feed(decoder, data, len, &used, &out);
		data += used;
		len -= used;
		more = within_rates(conn, decoder);
		if (event == SP_WS_EVENT_MORE) {
			break;
		}
		more = more && handle(conn, event, &out);
	} while (more && !server->halted);
	put_back(conn, decoder, &on_stack, more);
}

/* A peer should wait for the 101, but frames that came before it are not lost: they are kept as
 * those that come while a callback waits, since this may be in the middle of one. */
static void keep_early(struct sp_conn *conn, const struct sp_buf *early)
{
	bool waits = (conn->flags & SP_CONN_WAITING) != 0;

	conn->flags |= SP_CONN_WAITING;
	sp_session_ws_feed(conn, early->data, early->len);
	sp_session_count_input(conn);
	if (!waits) {
		conn->flags &= (uint32_t) ~SP_CONN_WAITING;
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn);
	}
}

void sp_session_upgraded(struct sp_conn *conn)
{
	struct sp_buf early;

	if (!sp_conn_open(conn)) {
		return;
	}
	early = sp_session_http_take_kept(conn);
	sp_conn_pause(conn, false); /* too much may have come early */
	conn->state = SP_CONN_WEBSOCKET;
	conn->flags |= SP_CONN_WAS_WEBSOCKET;
	conn->deadline_s = 0;
	conn->pings = 0;
	if (early.len > 0) {
		keep_early(conn, &early);
	}
	sp_buf_fini(&early);
}

static void give_up(struct sp_conn *conn)
{
	sp_conn_server(conn)->counters.timeouts++;
	conn->flags |= SP_CONN_BY_SERVER;
	sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, true);
}

void sp_session_ws_sweep(struct sp_conn *conn)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	uint32_t now_s = sp_conn_server(conn)->loop->now_s;
	uint32_t idle = now_s - conn->received_s;

	if (conn->flags & SP_CONN_PAUSED) {
		conn->received_s = now_s; /* we do not listen */
		return;
	}
	/* A ping would stand behind what waits: what a peer takes of that shows whether it lives. */
	if (settings->heartbeat_idle_s > 0 && idle > settings->heartbeat_idle_s) {
		give_up(conn);
	} else if (settings->ping_interval_s > 0 && !(conn->flags & SP_CONN_BLOCKED) &&
			   idle >= settings->ping_interval_s * (conn->pings + 1)) {
		if (conn->pings == PINGS_MAX) {
			give_up(conn);
		} else {
			conn->pings++;
			sp_session_send_control(conn, SP_WS_PING, NULL, 0);
		}
	}
}
