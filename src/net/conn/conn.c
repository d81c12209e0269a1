/* SPDX-License-Identifier: MIT */
/*
 * One event watches a descriptor: for reading, and for writing too while the kernel's buffer is
 * full. Reading takes one recv(2) a turn; what is left makes the descriptor ready again.
 */
#include "net/conn/conn.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/conn/backlog.h"
#include "net/conn/listener.h"
#include "net/server/server.h"
#include "net/session/session.h"
#include "wire/ws_frame.h"

#define FLUSH_AT_ONCE \
	((size_t) 64 * 1024) /* bytes; design: more than this does not wait for the tick */

#define BULK_FROM 16 /* references, from where on a message is one to many */

#define KERNEL_AHEAD (16 * 1024) /* bytes not sent yet that it may have of conflated data */

static void on_event(evutil_socket_t fd, short what, void *arg);

struct sp_server *sp_conn_server(const struct sp_conn *conn)
{
	return conn->listener->server;
}

struct sp_conn *sp_conn_new(struct sp_listener *listener, int fd, int64_t id)
{
	struct sp_conn *conn = calloc(1, sizeof(*conn));
	struct sp_loop *loop = listener->server->loop;

	if (conn == NULL) {
		close(fd);
		return NULL;
	}
	conn->id = id;
	conn->listener = listener;
	conn->state = SP_CONN_HTTP;
	conn->connected_s = conn->received_s = conn->sent_s = loop->now_s;
	sp_link_init(&conn->all);
	sp_sendq_init(&conn->queue);
	if (event_assign(&conn->event, loop->base, fd, EV_READ | EV_PERSIST, on_event, conn) != 0 ||
		event_add(&conn->event, NULL) != 0) {
		close(fd);
		free(conn);
		return NULL;
	}
	return conn;
}

void sp_conn_free(struct sp_conn *conn)
{
	if (conn->state != SP_CONN_DEAD) {
		event_del(&conn->event);
		close(sp_conn_fd(conn));
	}
	sp_link_remove(&conn->all);
	sp_topics_forget(&sp_conn_server(conn)->topics, conn);
	if (conn->extra != NULL) {
		sp_backlog_drop(conn->extra); /* before the input is counted for the last time */
	}
	sp_session_drop_input(conn);
	sp_sendq_fini(&conn->queue);
	sp_conn_extra_free(conn->extra);
	free(conn);
}

static void watch(struct sp_conn *conn)
{
	short want = EV_PERSIST;
	int fd = sp_conn_fd(conn);

	if (!(conn->flags & SP_CONN_PAUSED)) {
		want |= EV_READ;
	}
	if (conn->flags & SP_CONN_BLOCKED) {
		want |= EV_WRITE;
	}
	event_del(&conn->event);
	event_assign(&conn->event, sp_conn_server(conn)->loop->base, fd, want, on_event, conn);
	if (want != EV_PERSIST) {
		event_add(&conn->event, NULL);
	}
}

static void set_flag(struct sp_conn *conn, uint32_t flag, bool on)
{
	bool is = (conn->flags & flag) != 0;

	if (is != on) {
		conn->flags ^= flag;
		watch(conn);
	}
}

void sp_conn_pause(struct sp_conn *conn, bool pause)
{
	if (conn->state != SP_CONN_DEAD) {
		set_flag(conn, SP_CONN_PAUSED, pause);
	}
}

void sp_conn_mark_dirty(struct sp_conn *conn)
{
	if (!(conn->flags & SP_CONN_DIRTY)) {
		sp_server_add_dirty(conn);
	}
}

void sp_conn_mark_bulk(struct sp_conn *conn)
{
	if (!(conn->flags & (SP_CONN_DIRTY | SP_CONN_BULK))) {
		sp_server_add_bulk(conn);
	}
}

/* All is sent: says so to the peer, and waits for its end. */
static void drained(struct sp_conn *conn)
{
	if (conn->state != SP_CONN_CLOSING || (conn->flags & SP_CONN_WAIT_CLOSE)) {
		return;
	}
	if (conn->flags & SP_CONN_PEER_CLOSED) {
		/* Both have said goodbye, and the server ends first (RFC 6455 §7.1.1). */
		sp_conn_abort(conn, conn->close_code, false);
	} else {
		conn->state = SP_CONN_LINGER;
		sp_conn_pause(conn, false);
		shutdown(sp_conn_fd(conn), SHUT_WR);
	}
}

static void note_life(struct sp_conn *conn)
{
	conn->received_s = sp_conn_server(conn)->loop->now_s;
	conn->pings = 0;
}

static void note_progress(struct sp_conn *conn, size_t sent)
{
	struct sp_server *server = sp_conn_server(conn);

	conn->sent_s = server->loop->now_s;
	server->counters.bytes_out += sent;
	/* A closing peer that still reads is given its time anew; a condemned one is not. */
	if (conn->state == SP_CONN_CLOSING && conn->close_code != SP_WS_CLOSE_TRY_LATER) {
		conn->deadline_s = conn->sent_s + (uint32_t) conn->listener->settings.close_timeout_s + 1;
	}
	if (conn->flags & SP_CONN_WRITER) {
		sp_conn_mark_dirty(conn); /* it is told at the end of the tick */
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
	switch (sp_sendq_write(&conn->queue, sp_conn_fd(conn), &sent)) {
	case SP_SENT_ERROR:
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
		return;
	case SP_SENT_BLOCKED:
		set_flag(conn, SP_CONN_BLOCKED, true);
		break;
	case SP_SENT_ALL:
		set_flag(conn, SP_CONN_BLOCKED, false);
		drained(conn);
		if (conn->flags & SP_CONN_FILE) {
			sp_conn_mark_dirty(conn); /* its next piece is queued at the end of the tick */
		}
		break;
	}
	if (sent > 0 && conn->state != SP_CONN_DEAD) {
		if (blocked) {
			note_life(conn); /* the peer has taken something */
		}
		note_progress(conn, sent);
	}
}

/* Takes out what waits with this key; its reference is the caller's. Data that the kernel has
 * cannot leave, so from the first key on it is given little in advance. */
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

/* A state whose successor found no place was accepted, so it stays. */
static void end_conflation(struct sp_conn *conn, struct sp_packet *replaced, enum sp_queued queued)
{
	if (queued == SP_QUEUED) {
		sp_conn_server(conn)->counters.conflated++;
	} else if (conn->state != SP_CONN_DEAD && sp_sendq_append(&conn->queue, replaced)) {
		sp_conn_mark_dirty(conn);
	}
	sp_packet_release(replaced);
}

/* An empty queue takes a message of any size: it is written before the limit counts. When all
 * queues together are full, what may be left out takes the place of as much that left this queue;
 * receivers share frames, so waiting for the total to sink would empty the queues of the first. A
 * state may be longer than the one that it replaces: of each key there is one. */
static bool fits(const struct sp_conn *conn, const struct sp_packet *frame, size_t left)
{
	size_t bytes = conn->queue.bytes;

	return bytes == 0 ||
		   (bytes + frame->len <= (size_t) conn->listener->settings.socket_buffer_size &&
			   (!sp_server_is_full(sp_conn_server(conn)) ||
				   (frame->course.may_drop && left >= frame->len) ||
				   (frame->course.key != 0 && left > 0)));
}

/* For a frame that does not fit; nothing has been queued if it does not then, either. left: bytes
 * that have left the queue for its sake. */
static enum sp_queued make_room(struct sp_conn *conn, const struct sp_packet *frame, size_t left)
{
	struct sp_counters *counters = &sp_conn_server(conn)->counters;
	size_t before;
	bool room;

	if (!(conn->flags & SP_CONN_BLOCKED)) {
		sp_conn_flush(conn);
	}
	if (conn->state == SP_CONN_DEAD) {
		return SP_QUEUE_DEAD;
	}
	before = conn->queue.bytes + left;
	while (!(room = fits(conn, frame, before - conn->queue.bytes)) &&
		   sp_sendq_drop_oldest(&conn->queue)) {
		counters->dropped++;
	}
	if (room) {
		return SP_QUEUED;
	}
	counters->dropped += frame->course.may_drop;
	return frame->course.may_drop ? SP_QUEUE_DROPPED : SP_QUEUE_FULL;
}

/* left: as with fits(). */
static enum sp_queued append(
	struct sp_conn *conn, struct sp_packet *frame, bool limited, size_t left)
{
	enum sp_queued room =
		limited && !fits(conn, frame, left) ? make_room(conn, frame, left) : SP_QUEUED;

	if (room != SP_QUEUED) {
		return room;
	}
	return sp_sendq_append(&conn->queue, frame) ? SP_QUEUED : SP_QUEUE_NOMEM;
}

enum sp_queued sp_conn_queue(struct sp_conn *conn, struct sp_packet *frame, bool limited)
{
	struct sp_server *server = sp_conn_server(conn);
	const struct sp_port_settings *settings = &conn->listener->settings;
	size_t before = conn->queue.bytes;
	struct sp_packet *replaced = frame->course.key != 0 ? conflate(conn, frame->course.key) : NULL;
	enum sp_queued queued = append(conn, frame, limited, before - conn->queue.bytes);

	if (replaced != NULL) {
		end_conflation(conn, replaced, queued);
	}
	if (queued != SP_QUEUED) {
		return queued;
	}
	if (before == 0) {
		conn->sent_s = server->loop->now_s; /* from now on the peer's slowness counts */
	}
	if (conn->queue.bytes > server->counters.peak_queue) {
		server->counters.peak_queue = conn->queue.bytes;
	}
	if (settings->buffer_high_watermark > 0 &&
		conn->queue.bytes >= (size_t) settings->buffer_high_watermark) {
		conn->flags |= SP_CONN_ABOVE;
	}
	if (frame->refs > BULK_FROM) {
		sp_conn_mark_bulk(conn);
	} else {
		sp_conn_mark_dirty(conn);
	}
	if (conn->queue.bytes > FLUSH_AT_ONCE && !(conn->flags & SP_CONN_BLOCKED)) {
		sp_conn_flush(conn);
	}
	return SP_QUEUED;
}

void sp_conn_finish(struct sp_conn *conn, unsigned close_code)
{
	if (!sp_conn_open(conn)) {
		return;
	}
	conn->state = SP_CONN_CLOSING;
	conn->close_code = (uint16_t) close_code;
	conn->deadline_s =
		sp_conn_server(conn)->loop->now_s + (uint32_t) conn->listener->settings.close_timeout_s + 1;
	sp_server_add_closing(conn);
	sp_conn_mark_dirty(conn);
}

void sp_conn_abort(struct sp_conn *conn, unsigned close_code, bool reset)
{
	struct linger hard = {1, 0};

	if (conn->state == SP_CONN_DEAD) {
		return;
	}
	if (sp_conn_open(conn)) {
		conn->close_code = (uint16_t) close_code;
	}
	event_del(&conn->event);
	if (reset) {
		setsockopt(sp_conn_fd(conn), SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
	}
	close(sp_conn_fd(conn));
	conn->state = SP_CONN_DEAD;
	sp_sendq_fini(&conn->queue);
	sp_server_add_closing(conn);
	sp_server_bury(conn);
}

void sp_conn_peer(const struct sp_conn *conn, char *out, size_t size)
{
	if (conn->family == AF_UNIX ||
		inet_ntop(conn->family, conn->peer_addr, out, (socklen_t) size) == NULL) {
		out[0] = '\0';
	}
}

static void read_some(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);
	ssize_t n;

	if (conn->flags & SP_CONN_RESUME) {
		return; /* what came before is looked at first, at the end of the tick */
	}
	/* Nothing that waits or is closing begins a callback by what it sends. */
	if (server->wait_slots <= 0 && sp_conn_open(conn) && !(conn->flags & SP_CONN_WAITING)) {
		sp_server_starve(conn);
		return;
	}
	n = recv(sp_conn_fd(conn), server->loop->read_buf, SP_LOOP_READ_SIZE, 0);

	if (n > 0) {
		server->counters.bytes_in += (size_t) n;
		note_life(conn);
		sp_session_feed(conn, server->loop->read_buf, (size_t) n);
	} else if (n == 0) {
		sp_session_eof(conn);
	} else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	}
}

static void on_event(evutil_socket_t fd, short what, void *arg)
{
	struct sp_conn *conn = arg;

	(void) fd;
	if (sp_conn_server(conn)->halted) {
		return;
	}
	if (what & EV_WRITE) {
		sp_conn_flush(conn);
	}
	if ((what & EV_READ) && conn->state != SP_CONN_DEAD) {
		read_some(conn);
	}
}
