/* SPDX-License-Identifier: MIT */
#include "net/conn/send.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/uio.h>

#include "net/conn/conn.h"
#include "net/conn/transport.h"
#include "wire/ws_frame.h"

#define BULK_FROM 16             /* a packet with more references is a message to many */
#define RESERVE_PART 4           /* of total_buffer_size; see is_full_for() */
#define KERNEL_AHEAD (16 * 1024) /* unsent bytes that the kernel may hold of conflated data */

/* Everything is sent: ends our side, and waits for the peer's end. */
static void drained(struct sp_conn *conn)
{
	if (conn->state != SP_CONN_CLOSING || (conn->flags & SP_CONN_WAIT_CLOSE)) {
		return;
	}
	if (conn->flags & SP_CONN_PEER_CLOSED) {
		/* Both have sent a close frame, and the server closes first (RFC 6455 §7.1.1). */
		sp_conn_abort(conn, conn->close_code, false);
	} else {
		conn->state = SP_CONN_LINGER;
		sp_conn_pause(conn, false);
		conn->listener->transport->end(conn);
	}
}

static inline void note_progress(struct sp_conn *conn, size_t sent)
{
	struct sp_core *core = sp_conn_core(conn);

	conn->sent_s = core->loop->now_s;
	core->counters.bytes_out += sent;
	/* A closing peer that still reads gets more time; a condemned one does not. */
	if (conn->state == SP_CONN_CLOSING && conn->close_code != SP_WS_CLOSE_TRY_LATER) {
		conn->deadline_s = conn->sent_s + (uint32_t) conn->listener->settings.close_timeout_s + 1;
	}
	if (conn->flags & SP_CONN_WRITER) {
		sp_conn_mark_dirty(conn); /* on_room runs at the end of the tick */
	}
	if ((conn->flags & SP_CONN_BEHIND) && !sp_conn_lags(conn)) {
		conn->flags &= (uint32_t) ~SP_CONN_BEHIND;
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn); /* its next request is looked at at the end of the tick */
	}
	if ((conn->flags & SP_CONN_ABOVE) &&
		conn->queue.bytes <= (size_t) conn->listener->settings.buffer_low_watermark) {
		conn->flags &= (uint32_t) ~SP_CONN_ABOVE;
		sp_conn_mark_dirty(conn); /* BufferEmpty runs at the end of the tick */
	}
}

void sp_conn_flush(struct sp_conn *conn)
{
	bool blocked = (conn->flags & SP_CONN_BLOCKED) != 0;
	size_t sent;

	if (conn->state >= SP_CONN_LINGER) {
		return;
	}
	switch (sp_sendq_write(&conn->queue, conn->listener->transport->send, conn, &sent)) {
	case SP_SENT_ERROR:
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
		return;
	case SP_SENT_BLOCKED:
		sp_conn_block(conn, true);
		break;
	case SP_SENT_ALL:
		if (conn->listener->transport->drain != NULL && !conn->listener->transport->drain(conn)) {
			sp_conn_block(conn, true);
			break;
		}
		if (blocked) {
			sp_conn_block(conn, false);
		}
		drained(conn);
		if (conn->flags & SP_CONN_FILE) {
			sp_conn_mark_dirty(conn); /* its next piece is queued at the end of the tick */
		}
		break;
	}
	if (sent > 0 && conn->state != SP_CONN_DEAD) {
		if (blocked) {
			/* The peer has taken something, so it is alive. */
			conn->received_s = sp_conn_core(conn)->loop->now_s;
			conn->pings = 0;
		}
		note_progress(conn, sent);
	}
}

/* Removes what waits with this key; its reference is the caller's. What the kernel has cannot be
 * taken back, so from the first key on the kernel is given little in advance. */
static struct sp_packet *conflate(struct sp_conn *conn, uint64_t key)
{
#ifdef TCP_NOTSENT_LOWAT
	if (!(conn->flags & SP_CONN_CONFLATES)) {
		int bytes = KERNEL_AHEAD;

		conn->flags |= SP_CONN_CONFLATES;
		setsockopt(sp_conn_fd(conn), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &bytes, sizeof(bytes));
	}
#endif
	return sp_sendq_take_back(&conn->queue, key);
}

/* The replaced packet had been accepted, so it stays if its successor finds no room. */
static void end_conflation(struct sp_conn *conn, struct sp_packet *replaced, enum sp_queued queued)
{
	if (queued == SP_QUEUED) {
		sp_conn_core(conn)->counters.conflated++;
	} else if (conn->state != SP_CONN_DEAD && sp_sendq_append(&conn->queue, replaced)) {
		sp_conn_mark_dirty(conn);
	}
	sp_packet_release(replaced);
}

/* True if all queues together are full for this connection. A reader whose queue holds only packets
 * that others wait for as well is not at fault, and ending it would free nothing: for such readers
 * there is a reserve. A packet that may be left out needs none. */
static bool is_full_for(const struct sp_conn *conn, const struct sp_packet *packet)
{
	const struct sp_core *core = sp_conn_core(conn);
	size_t total = (size_t) core->settings.total_buffer_size;

	return sp_core_is_full(core) &&
		   (packet->course.may_drop || core->packets.bytes >= total + total / RESERVE_PART ||
			   !sp_sendq_is_shared(&conn->queue));
}

/* left: bytes that were removed from the queue in favour of the packet. An empty queue takes a
 * message of any size, since it is written before the limit applies. When all queues together are
 * full, a packet that may be dropped takes the place of as many bytes removed from this queue:
 * receivers share packets, so waiting for the total to fall would empty the queues of the first
 * receivers. A packet with a key may be longer than the one it replaces, since only one of each key
 * waits. */
static bool fits(const struct sp_conn *conn, const struct sp_packet *packet, size_t left)
{
	size_t bytes = conn->queue.bytes;

	return bytes == 0 ||
		   (bytes + packet->len <= (size_t) conn->listener->settings.socket_buffer_size &&
			   (!is_full_for(conn, packet) || (packet->course.may_drop && left >= packet->len) ||
				   (packet->course.key != 0 && left > 0)));
}

/* Makes room for a packet that does not fit. SP_QUEUED: it fits now. The packet itself is not
 * queued. */
static enum sp_queued make_room(struct sp_conn *conn, const struct sp_packet *packet, size_t left)
{
	struct sp_counters *counters = &sp_conn_core(conn)->counters;
	size_t before;
	bool room;

	if (!(conn->flags & SP_CONN_BLOCKED)) {
		sp_conn_flush(conn);
	}
	if (conn->state == SP_CONN_DEAD) {
		return SP_QUEUE_DEAD;
	}
	before = conn->queue.bytes + left;
	while (!(room = fits(conn, packet, before - conn->queue.bytes)) &&
		   sp_sendq_drop_oldest(&conn->queue)) {
		counters->dropped++;
	}
	if (room) {
		return SP_QUEUED;
	}
	counters->dropped += packet->course.may_drop;
	return packet->course.may_drop ? SP_QUEUE_DROPPED : SP_QUEUE_FULL;
}

enum sp_queued sp_conn_make_room(struct sp_conn *conn, size_t len)
{
	const struct sp_packet packet = {.len = len};

	if (!sp_conn_open(conn)) {
		return SP_QUEUE_DEAD;
	}
	return fits(conn, &packet, 0) ? SP_QUEUED : make_room(conn, &packet, 0);
}

static enum sp_queued append(
	struct sp_conn *conn, struct sp_packet *packet, bool limited, size_t left)
{
	enum sp_queued room =
		limited && !fits(conn, packet, left) ? make_room(conn, packet, left) : SP_QUEUED;

	if (room != SP_QUEUED) {
		return room;
	}
	return sp_sendq_append(&conn->queue, packet) ? SP_QUEUED : SP_QUEUE_NOMEM;
}

/* A packet was queued; before: bytes that waited until then. */
static inline void note_queued(struct sp_conn *conn, const struct sp_packet *packet, size_t before)
{
	struct sp_core *core = sp_conn_core(conn);
	const struct sp_port_settings *settings = &conn->listener->settings;

	if (before == 0) {
		conn->sent_s = core->loop->now_s; /* write_timeout counts from now on */
	}
	if (conn->queue.bytes > core->counters.peak_queue) {
		core->counters.peak_queue = conn->queue.bytes;
	}
	if (settings->buffer_high_watermark > 0 &&
		conn->queue.bytes >= (size_t) settings->buffer_high_watermark) {
		conn->flags |= SP_CONN_ABOVE;
	}
	if (packet->refs > BULK_FROM) {
		sp_conn_mark_bulk(conn);
	} else {
		sp_conn_mark_dirty(conn);
	}
}

enum sp_queued sp_conn_queue(struct sp_conn *conn, struct sp_packet *packet, bool limited)
{
	size_t before = conn->queue.bytes;
	struct sp_packet *replaced;
	enum sp_queued queued;

	if (!sp_conn_open(conn)) {
		return SP_QUEUE_DEAD;
	}
	replaced = packet->course.key != 0 ? conflate(conn, packet->course.key) : NULL;
	queued = append(conn, packet, limited, before - conn->queue.bytes);
	if (replaced != NULL) {
		end_conflation(conn, replaced, queued);
	}
	if (queued != SP_QUEUED) {
		return queued;
	}
	note_queued(conn, packet, before);
	if (conn->queue.bytes > SP_CONN_AT_ONCE && !(conn->flags & SP_CONN_BLOCKED)) {
		sp_conn_flush(conn);
	}
	return SP_QUEUED;
}

size_t sp_conn_send_direct(struct sp_conn *conn, const struct iovec *parts, size_t count)
{
	ssize_t sent;

	if (!sp_conn_open(conn) || sp_conn_unsent(conn) || conn->listener->transport->drain != NULL) {
		return 0;
	}
	sent = conn->listener->transport->send(conn, parts, count);
	if (sent <= 0) {
		return 0; /* writing it from the queue will show why */
	}
	note_progress(conn, (size_t) sent);
	return (size_t) sent;
}

enum sp_queued sp_conn_queue_rest(struct sp_conn *conn, struct sp_packet *packet, size_t sent)
{
	if (!sp_sendq_append(&conn->queue, packet)) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false); /* half a frame cannot be taken back */
		return SP_QUEUE_NOMEM;
	}
	sp_sendq_skip(&conn->queue, sent);
	note_queued(conn, packet, 0);
	sp_conn_flush(conn);
	return SP_QUEUED;
}
