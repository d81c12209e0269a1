/* SPDX-License-Identifier: MIT */
/*
 * An open WebSocket. A decoder on the stack delivers a message that was read in one piece, without
 * copying it; only a connection in the middle of a message keeps a decoder of its own.
 */
#include "net/session/ws.h"

#include <stdlib.h>
#include <string.h>

#include "base/system.h"
#include "net/conn/backlog.h"
#include "net/conn/input.h"
#include "net/conn/send.h"
#include "net/session/compressed.h"
#include "net/session/rates.h"
#include "wire/ws_message.h"

#define KEPT_MAX ((size_t) 64 * 1024)  /* bytes of messages kept while a callback waits */
#define TURN_MAX ((size_t) 256 * 1024) /* bytes to inflate, before others have their turn */
#define PINGS_MAX 2                    /* the peer counts as gone with this many unanswered */

static size_t kept(const struct sp_conn *conn)
{
	const struct sp_ws_message *decoder = conn->input;

	return sizeof(*decoder) + decoder->gathered.cap;
}

/* A decoder for this connection, which holds nothing yet. */
static void init(const struct sp_conn *conn, struct sp_ws_message *decoder)
{
	sp_ws_message_init(
		decoder, (size_t) conn->listener->settings.package_max_length, conn->form != SP_FORM_FRAME);
	decoder->lender = sp_conn_core(conn)->hooks->lender;
}

static char *room(struct sp_conn *conn, size_t *size)
{
	return sp_ws_message_room(conn->input, size);
}

static void drop(struct sp_conn *conn)
{
	struct sp_ws_message *decoder = conn->input;

	if (decoder != NULL) {
		sp_ws_message_fini(decoder);
		free(decoder);
		conn->input = NULL;
	}
}

/* Puts our close frame after what is queued, and then waits for the peer's. */
static void close_websocket(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	struct sp_packet *packet =
		sp_packet_new_close(&sp_conn_core(conn)->packets, code, reason.data, reason.len);

	conn->flags |= SP_CONN_BY_SERVER;
	if (packet == NULL || sp_conn_queue(conn, packet, false) != SP_QUEUED) {
		sp_conn_abort(conn, code, false);
	} else {
		if (!(conn->flags & SP_CONN_PEER_CLOSED)) {
			conn->flags |= SP_CONN_WAIT_CLOSE;
		}
		sp_conn_extra_set_reason(&conn->extra, reason);
		sp_conn_pause(conn, false);
		sp_conn_finish(conn, code);
	}
	if (packet != NULL) {
		sp_packet_release(packet);
	}
}

/* The same, but ignores whatever the peer still sends. */
static void close_deaf(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	sp_conn_close(conn, code, reason);
	conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE;
}

/* A ping or pong of our own. */
static void send_control(struct sp_conn *conn, uint8_t opcode, const void *data, size_t len)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_packet *packet = sp_packet_new_ws(&core->packets, true, 0, opcode, data, len);
	enum sp_queued queued = packet == NULL ? SP_QUEUE_NOMEM : sp_conn_queue(conn, packet, true);

	/* A frame that finds no room is left out: a peer that reads will be pinged, or answered,
	 * another time (RFC 6455 §5.5.3). But a peer that pings without reading is held to its queue's
	 * limit like any other. */
	if (queued == SP_QUEUE_NOMEM) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	} else if (queued == SP_QUEUE_FULL && opcode == SP_WS_PONG && !sp_core_is_full(core)) {
		sp_conn_close(conn, SP_WS_CLOSE_TRY_LATER, sp_span("reader is too slow"));
	}
	if (packet != NULL) {
		sp_packet_release(packet);
	}
}

/* True if a callback is waiting, or has ended and what was kept in the meantime has not been
 * delivered yet. That happens at the end of a tick, and not necessarily of this one. Also if the
 * connection's turn is over, see TURN_MAX. */
static bool is_behind(const struct sp_conn *conn)
{
	return (conn->flags & (SP_CONN_WAITING | SP_CONN_RESUME)) ||
		   (conn->extra != NULL && !sp_tailq_empty(&conn->extra->backlog.items));
}

/* A connection runs one callback at a time: keeps what would start the next one. False: it may
 * start now. */
static bool keep_for_later(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	struct sp_conn_extra *extra;

	if (!is_behind(conn)) {
		return false;
	}
	extra = sp_conn_extra(&conn->extra);
	if (extra == NULL || !sp_backlog_add(&extra->backlog, event, data)) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	} else if (extra->backlog.bytes > KEPT_MAX) {
		sp_conn_pause(conn, true);
	}
	return true;
}

/* RFC 6455 §5.5.1: the answer to a close frame is a close frame with its code. */
static void on_close_frame(struct sp_conn *conn, const struct sp_ws_event_data *close)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_packet *answer;

	conn->flags |= SP_CONN_PEER_CLOSED;
	if (conn->state == SP_CONN_CLOSING) {
		conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE;
		sp_conn_mark_dirty(conn);
		return;
	}
	if (conn->listener->settings.open_close_frame) {
		core->hooks->on_message(conn, SP_WS_EVENT_CLOSE, close);
		if (conn->state != SP_CONN_ESTABLISHED) {
			conn->flags &= (uint32_t) ~SP_CONN_WAIT_CLOSE;
			return;
		}
	}
	sp_conn_extra_set_reason(&conn->extra, (struct sp_span){close->payload, close->len});
	answer = sp_packet_new_close(&core->packets, close->close_code, NULL, 0);
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
	sp_conn_core(conn)->counters.protocol_errors++;
	/* The framing is lost, so the peer's close frame could not be recognised. */
	close_deaf(conn, bad->close_code, (struct sp_span){bad->payload, bad->len});
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
		sp_conn_core(conn)->hooks->on_message(conn, event, data);
	} else if (event == SP_WS_EVENT_PING) {
		send_control(conn, SP_WS_PONG, data->payload, data->len);
	}
}

/* False: it was a message that ends the connection. */
static SP_NOINLINE bool on_compressed(
	struct sp_conn *conn, enum sp_ws_event event, struct sp_ws_event_data data)
{
	struct sp_core *core = sp_conn_core(conn);
	bool whole = sp_compressed_inflate(conn, &data);

	if (whole) {
		core->counters.messages_in++;
		core->inflated_in_turn += data.len;
		core->hooks->on_message(conn, event, &data);
	} else {
		on_bad(conn, &data);
	}
	sp_compressed_forget(core);
	/* A few bytes may inflate to megabytes: the next ones wait for the end of the tick. */
	if (core->inflated_in_turn > TURN_MAX && conn->state == SP_CONN_ESTABLISHED) {
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn);
	}
	return whole;
}

/* The same. */
static bool on_data(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	if (data->compressed) {
		return on_compressed(conn, event, *data);
	}
	sp_conn_core(conn)->counters.messages_in++;
	sp_conn_core(conn)->hooks->on_message(conn, event, data);
	return true;
}

/* What a connection that is closing has sent is looked at before its on_close, and not later. */
static bool turn_is_over(const struct sp_conn *conn)
{
	return conn->state == SP_CONN_ESTABLISHED && (conn->flags & SP_CONN_RESUME);
}

static void drain(struct sp_conn *conn)
{
	struct sp_backlog_item *item;

	sp_conn_core(conn)->inflated_in_turn = 0;
	/* Even for a peer that is gone, since it sent this before. Not if we closed. */
	while (conn->extra != NULL && !(conn->flags & (SP_CONN_WAITING | SP_CONN_BY_SERVER)) &&
		   !turn_is_over(conn) && !sp_conn_core(conn)->halted &&
		   (item = sp_backlog_take(&conn->extra->backlog)) != NULL) {
		if (item->event == SP_WS_EVENT_MESSAGE) {
			if (!on_data(conn, item->event, &item->data)) {
				sp_backlog_drop(&conn->extra->backlog); /* nothing counts after it */
			}
		} else if (item->event != SP_WS_EVENT_CLOSE) {
			sp_conn_core(conn)->hooks->on_message(conn, item->event, &item->data);
		} else if (conn->state == SP_CONN_ESTABLISHED) {
			on_close_frame(conn, &item->data);
		}
		free(item);
	}
}

/* False: nothing more may be fed. */
static bool handle(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *data)
{
	bool open = conn->state == SP_CONN_ESTABLISHED;

	switch (event) {
	case SP_WS_EVENT_MORE:
		return false;
	case SP_WS_EVENT_CLOSE:
		if (open && keep_for_later(conn, event, data)) {
			conn->flags |= SP_CONN_PEER_CLOSED; /* even if we close in the meantime */
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
	return sp_conn_listens(conn);
}

/* A decoder in the middle of a message moves to the connection; an idle one is freed. */
static void put_back(
	struct sp_conn *conn, struct sp_ws_message *decoder, struct sp_ws_message *on_stack, bool more)
{
	struct sp_ws_message *kept;

	if (!more || sp_ws_message_idle(decoder) || conn->state == SP_CONN_DEAD) {
		if (decoder == on_stack) {
			sp_ws_message_fini(decoder);
		} else {
			drop(conn);
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

/* Closes a connection that sends more frames a second than it may, and returns false. */
static bool within_rates(struct sp_conn *conn, struct sp_ws_message *decoder)
{
	const char *what = sp_rates_exceeded(conn, decoder);

	if (what == NULL) {
		return true;
	}
	if (conn->state == SP_CONN_ESTABLISHED) {
		sp_conn_core(conn)->counters.floods++;
		/* It is not worth reading the rest of the flood for a close frame. */
		close_deaf(conn, SP_WS_CLOSE_POLICY, sp_span(what));
	} else {
		sp_conn_abort(conn, conn->close_code, false);
	}
	return false;
}

static void feed(struct sp_conn *conn, char *data, size_t len)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_ws_message on_stack;
	struct sp_ws_message *decoder = conn->input;
	struct sp_ws_event_data out;
	enum sp_ws_event event;
	bool more;

	if (!sp_conn_listens(conn)) {
		return;
	}
	core->inflated_in_turn = 0;
	if (decoder == NULL) {
		decoder = &on_stack;
		init(conn, decoder);
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
	} while (more && !core->halted);
	put_back(conn, decoder, &on_stack, more);
}

static void eof(struct sp_conn *conn)
{
	/* A peer that has only ended its own side still gets what waits for it. */
	if (!sp_conn_listens(conn) && conn->state < SP_CONN_LINGER && sp_conn_unsent(conn)) {
		sp_input_drop(conn);
		sp_conn_pause(conn, true);
	} else {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	}
}

/* Messages that arrive in the meantime are kept in the backlog. */
static void hold(struct sp_conn *conn)
{
	(void) conn;
}

static void refuse_memory(struct sp_conn *conn)
{
	/* The framing is lost with the input. */
	close_deaf(conn, SP_WS_CLOSE_TRY_LATER, sp_span("no memory for this message now"));
}

/* Files are sent over HTTP only. */
static void settle(struct sp_conn *conn)
{
	(void) conn;
}

/* Sends pings, and gives up on a peer that answers none of them. */
static void ping(struct sp_conn *conn)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	uint32_t now_s = sp_conn_core(conn)->loop->now_s;
	uint32_t idle = now_s - conn->received_s;

	if (conn->flags & SP_CONN_PAUSED) {
		conn->received_s = now_s; /* we are not reading */
		return;
	}
	/* While data waits, a ping would queue behind it, and what the peer takes of that data shows
	 * whether it is alive. */
	if (settings->heartbeat_idle_s > 0 && idle > settings->heartbeat_idle_s) {
		sp_conn_give_up(conn, SP_WS_CLOSE_ABNORMAL);
	} else if (settings->ping_interval_s > 0 && !(conn->flags & SP_CONN_BLOCKED) &&
			   idle >= settings->ping_interval_s * (conn->pings + 1)) {
		if (conn->pings == PINGS_MAX) {
			sp_conn_give_up(conn, SP_WS_CLOSE_ABNORMAL);
		} else {
			conn->pings++;
			send_control(conn, SP_WS_PING, NULL, 0);
		}
	}
}

static void sweep(struct sp_conn *conn)
{
	if (conn->state == SP_CONN_ESTABLISHED && sp_conn_stalled(conn)) {
		sp_conn_give_up(conn, SP_WS_CLOSE_ABNORMAL);
	} else if (conn->state == SP_CONN_ESTABLISHED) {
		ping(conn);
	} else if (sp_conn_overdue(conn)) {
		sp_conn_abort(conn, conn->close_code, conn->state == SP_CONN_CLOSING);
	}
}

static bool pack(const struct sp_conn *conn, struct sp_buf *out)
{
	return conn->input == NULL || sp_ws_message_pack(conn->input, out);
}

static bool unpack(struct sp_conn *conn, struct sp_span bytes)
{
	struct sp_ws_message *decoder;

	if (bytes.len == 0) {
		return true;
	}
	decoder = malloc(sizeof(*decoder));
	if (decoder == NULL) {
		return false;
	}
	init(conn, decoder);
	conn->input = decoder;
	return sp_ws_message_unpack(decoder, bytes);
}

const struct sp_protocol sp_session_ws = {
	.feed = feed,
	.room = room,
	.eof = eof,
	.drain = drain,
	.hold = hold,
	.kept = kept,
	.drop = drop,
	.close = close_websocket,
	.refuse_memory = refuse_memory,
	.settle = settle,
	.sweep = sweep,
	.pack = pack,
	.unpack = unpack,
};

/* A peer should wait for the 101, but frames that came before it are not lost. They are kept like
 * those that arrive while a callback waits, since this may run in the middle of one. */
static void keep_early(struct sp_conn *conn, char *data, size_t len)
{
	bool waits = (conn->flags & SP_CONN_WAITING) != 0;

	conn->flags |= SP_CONN_WAITING;
	feed(conn, data, len);
	sp_input_count(conn);
	if (!waits) {
		conn->flags &= (uint32_t) ~SP_CONN_WAITING;
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn);
	}
}

void sp_session_ws_begin(struct sp_conn *conn, uint8_t deflate, char *early, size_t len)
{
	sp_conn_pause(conn, false); /* too much early input may have paused it */
	conn->protocol = SP_PROTOCOL_WS;
	conn->state = SP_CONN_ESTABLISHED;
	conn->deadline_s = 0;
	conn->pings = 0;
	conn->form = deflate & SP_WS_DEFLATE_WINDOW;
	sp_conn_enroll(conn);
	if (len > 0) {
		keep_early(conn, early, len);
	}
}
