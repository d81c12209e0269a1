/* SPDX-License-Identifier: MIT */
#include "net/session/events.h"

#include <limits.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "net/conn/input.h"
#include "net/conn/send.h"
#include "wire/event_stream.h"
#include "wire/ws_frame.h"

#define HEARD_MAX 4096 /* bytes that a peer may send for nothing */
#define PINGS_LOST 3   /* intervals without any sign of a peer */

/* Nothing that a client sends means anything here: it may have sent further requests in advance,
 * but only a few. */
static void feed(struct sp_conn *conn, char *data, size_t len)
{
	(void) data;
	conn->rate_data += (uint32_t) (len < HEARD_MAX ? len : HEARD_MAX);
	if (sp_conn_open(conn) && conn->rate_data >= HEARD_MAX) {
		sp_conn_core(conn)->counters.floods++;
		sp_conn_close(conn, SP_WS_CLOSE_POLICY, sp_span("an event stream takes no messages"));
	}
}

static void eof(struct sp_conn *conn)
{
	if (conn->state == SP_CONN_CLOSING && sp_conn_unsent(conn)) {
		sp_conn_pause(conn, true);
	} else {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	}
}

/* No input is kept. */
static void nothing(struct sp_conn *conn)
{
	(void) conn;
}

static size_t kept(const struct sp_conn *conn)
{
	(void) conn;
	return 0;
}

static void close_stream(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	conn->flags |= SP_CONN_BY_SERVER;
	sp_conn_extra_set_reason(&conn->extra, reason);
	sp_conn_pause(conn, false);
	sp_conn_finish(conn, code);
}

/* There is no answer to it, but a peer that is gone cannot take it. */
static void send_comment(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_packet *packet =
		sp_packet_new_raw(&core->packets, SP_EVENT_COMMENT, sizeof(SP_EVENT_COMMENT) - 1, NULL, 0);

	if (packet == NULL || sp_conn_queue(conn, packet, true) == SP_QUEUE_NOMEM) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	}
	if (packet != NULL) {
		sp_packet_release(packet);
	}
}

static void sweep(struct sp_conn *conn)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	uint32_t silent_s = sp_conn_core(conn)->loop->now_s - conn->sent_s;

	if (sp_conn_open(conn) && sp_conn_stalled(conn)) {
		sp_conn_give_up(conn, SP_WS_CLOSE_ABNORMAL);
	} else if (sp_conn_open(conn)) {
		if (settings->ping_interval_s > 0 && !sp_conn_unsent(conn) &&
			silent_s >= settings->ping_interval_s) {
			send_comment(conn);
		}
	} else if (sp_conn_overdue(conn)) {
		sp_conn_abort(conn, conn->close_code, conn->state == SP_CONN_CLOSING);
	}
}

static bool pack(const struct sp_conn *conn, struct sp_buf *out)
{
	(void) conn;
	(void) out;
	return true;
}

static bool unpack(struct sp_conn *conn, struct sp_span bytes)
{
	(void) conn;
	return bytes.len == 0;
}

const struct sp_protocol sp_session_events = {
	.feed = feed,
	.eof = eof,
	.drain = nothing,
	.hold = nothing,
	.kept = kept,
	.drop = nothing,
	.close = close_stream,
	.refuse_memory = nothing,
	.settle = nothing,
	.sweep = sweep,
	.pack = pack,
	.unpack = unpack,
};

/* Nobody answers a comment, so the kernel is asked to notice that a peer acknowledges nothing. It
 * counts a peer that reads nothing among those, and that one has write_timeout. */
static void watch_peer(const struct sp_conn *conn)
{
#ifdef TCP_USER_TIMEOUT
	const struct sp_port_settings *settings = &conn->listener->settings;
	int64_t lost_s = settings->ping_interval_s * PINGS_LOST;
	int64_t limit_s = lost_s > settings->write_timeout_s ? lost_s : settings->write_timeout_s;
	int ms = limit_s < INT_MAX / 1000 ? (int) limit_s * 1000 : INT_MAX;

	if (settings->ping_interval_s > 0) {
		setsockopt(sp_conn_fd(conn), IPPROTO_TCP, TCP_USER_TIMEOUT, &ms, sizeof(ms));
	}
#else
	(void) conn;
#endif
}

void sp_session_events_begin(struct sp_conn *conn)
{
	if (!sp_conn_open(conn)) {
		return;
	}
	sp_conn_core(conn)->counters.responses++;
	sp_input_drop(conn); /* requests that came in advance */
	sp_conn_pause(conn, false);
	conn->protocol = SP_PROTOCOL_EVENTS;
	conn->state = SP_CONN_ESTABLISHED;
	conn->form = SP_FORM_EVENT;
	conn->flags &= (uint32_t) ~(SP_CONN_BEHIND | SP_CONN_RESUME);
	conn->deadline_s = 0;
	conn->rate_data = 0;
	conn->sent_s = sp_conn_core(conn)->loop->now_s;
	sp_conn_enroll(conn);
	watch_peer(conn);
}
