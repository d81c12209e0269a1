/* SPDX-License-Identifier: MIT */
#include "fake_net.h"

#include <stdarg.h>

#include "fake_script.h"
#include "net/conn/backlog.h"
#include "net/loop/log.h"
#include "net/session/file.h"

#define FLUSH_AT_ONCE ((size_t) 64 * 1024) /* as in conn.c */
#define KEPT_MAX ((size_t) 64 * 1024)      /* as in session_http.c */
#define STRUCTS_MAX ((size_t) 1024)        /* what keeps input: the structs and the least buffers */
#define TICKS_MAX 100000
#define SWEEPS_MAX 8
#define SWEEP_S 1000 /* longer than any time-out */

/* --- what the session calls --- */

struct sp_server *sp_conn_server(const struct sp_conn *conn)
{
	return conn->listener->server;
}

void sp_log(enum sp_log_level level, const char *format, ...)
{
	char line[1024];
	va_list args;

	(void) level;
	va_start(args, format);
	must(vsnprintf(line, sizeof(line), format, args) >= 0);
	va_end(args);
}

bool sp_log_due(uint32_t *logged_s, uint32_t now_s)
{
	*logged_s = now_s;
	return true;
}

/* No callback waits here. */
void sp_server_close_again(struct sp_conn *conn)
{
	(void) conn;
}

bool sp_server_is_full(const struct sp_server *server)
{
	(void) server;
	return false;
}

void sp_conn_pause(struct sp_conn *conn, bool pause)
{
	if (conn->state != SP_CONN_DEAD) {
		conn->flags &= (uint32_t) ~SP_CONN_PAUSED;
		conn->flags |= pause ? SP_CONN_PAUSED : 0;
	}
}

void sp_conn_mark_dirty(struct sp_conn *conn)
{
	conn->flags |= SP_CONN_DIRTY;
}

void sp_conn_finish(struct sp_conn *conn, unsigned close_code)
{
	struct fake_net *net = fake_net_of(conn);

	if (!sp_conn_open(conn)) {
		return;
	}
	must(sp_buf_printf(net->story, "finish %u\n", close_code));
	conn->state = SP_CONN_CLOSING;
	conn->close_code = (uint16_t) close_code;
	conn->deadline_s = net->loop.now_s + (uint32_t) net->listener.settings.close_timeout_s + 1;
	conn->flags |= SP_CONN_CLOSE_QUEUED;
	sp_conn_mark_dirty(conn);
}

void sp_conn_abort(struct sp_conn *conn, unsigned close_code, bool reset)
{
	struct fake_net *net = fake_net_of(conn);

	if (conn->state == SP_CONN_DEAD) {
		return;
	}
	must(sp_buf_printf(net->story, "abort %u%s\n", close_code, reset ? " reset" : ""));
	if (sp_conn_open(conn)) {
		conn->close_code = (uint16_t) close_code;
	}
	conn->state = SP_CONN_DEAD;
	sp_sendq_fini(&conn->queue);
	conn->flags |= SP_CONN_CLOSE_QUEUED;
}

static void drained(struct sp_conn *conn)
{
	if (conn->state != SP_CONN_CLOSING || (conn->flags & SP_CONN_WAIT_CLOSE)) {
		return;
	}
	if (conn->flags & SP_CONN_PEER_CLOSED) {
		sp_conn_abort(conn, conn->close_code, false);
	} else {
		conn->state = SP_CONN_LINGER;
		sp_conn_pause(conn, false);
	}
}

void sp_conn_flush(struct sp_conn *conn)
{
	if (conn->state >= SP_CONN_LINGER) {
		return;
	}
	if (fake_net_of(conn)->blocked) {
		conn->flags |= conn->queue.bytes > 0 ? SP_CONN_BLOCKED : 0;
		return;
	}
	conn->flags &= (uint32_t) ~SP_CONN_BLOCKED;
	sp_sendq_fini(&conn->queue);
	conn->sent_s = fake_net_of(conn)->loop.now_s;
	drained(conn);
}

enum sp_queued sp_conn_queue(struct sp_conn *conn, struct sp_packet *frame, bool limited)
{
	struct fake_net *net = fake_net_of(conn);
	size_t limit = limited ? (size_t) conn->listener->settings.socket_buffer_size : SIZE_MAX;

	must(sp_conn_open(conn));
	must(!net->close_sent);
	if (limit < frame->len || conn->queue.bytes > limit - frame->len) {
		sp_conn_flush(conn);
		if (conn->queue.bytes > 0) {
			return SP_QUEUE_FULL;
		}
	}
	conn->sent_s = conn->queue.bytes == 0 ? net->loop.now_s : conn->sent_s;
	if (!sp_sendq_append(&conn->queue, frame)) {
		return SP_QUEUE_NOMEM;
	}
	net->close_sent = frame->is_close;
	fake_tell(net, "out ", frame->data, frame->len);
	sp_conn_mark_dirty(conn);
	if (conn->queue.bytes > FLUSH_AT_ONCE) {
		sp_conn_flush(conn);
	}
	return SP_QUEUED;
}

/* --- promises, and the connection's life --- */

/* What is kept stays within the limits, and never above a multiple of what has come. */
static void check_kept(const struct fake_net *net)
{
	const struct sp_conn *conn = net->conn;
	size_t head = (size_t) net->listener.settings.head_max_length;
	size_t body = (size_t) net->listener.settings.package_max_length;
	size_t most = head + body;

	must(net->server.input_bytes == conn->input_bytes + net->others);
	must((conn->input == NULL && (conn->extra == NULL || conn->extra->backlog == NULL)) ==
		 (conn->input_bytes == 0));
	if (conn->flags & SP_CONN_WAS_WEBSOCKET) {
		most = body + (conn->extra != NULL ? conn->extra->backlog_bytes : 0);
	} else if (conn->state == SP_CONN_ANSWER || (conn->flags & SP_CONN_RESUME)) {
		most = KEPT_MAX + SP_LOOP_READ_SIZE;
	}
	must(conn->input_bytes <= STRUCTS_MAX + 2 * (most < net->arrived ? most : net->arrived));
	/* Nobody will read it. (The dead are freed with what they keep.) */
	must(sp_conn_open(conn) || (conn->flags & SP_CONN_WAIT_CLOSE) || conn->state == SP_CONN_DEAD ||
		 !conn->input);
}

/* Something will happen to it, if only that time passes. */
static void check_future(const struct fake_net *net)
{
	const struct sp_conn *conn = net->conn;

	must(conn->state != SP_CONN_HTTP || conn->deadline_s > 0);
	must(conn->state != SP_CONN_CLOSING || conn->deadline_s > 0);
	must(conn->state != SP_CONN_ANSWER || net->owed > 0);
	if (sp_conn_open(conn) && (conn->flags & SP_CONN_PAUSED)) {
		must(conn->state == SP_CONN_ANSWER || (conn->flags & SP_CONN_RESUME));
	}
}

void fake_read(struct fake_net *net, const void *data, size_t len)
{
	char *piece = guarded(data, len);

	net->arrived += len;
	net->conn->received_s = net->loop.now_s;
	net->conn->pings = 0;
	sp_session_feed(net->conn, piece, len);
	memset(piece, 0xDD, len); /* the read buffer is anybody's now */
	check_kept(net);
	check_future(net);
}

size_t fake_feed(struct fake_net *net, const void *data, size_t len, struct cuts cuts)
{
	const char *at = data;
	size_t left = len;

	while (left > 0 && net->conn->state != SP_CONN_DEAD) {
		size_t piece = cuts_next(&cuts, left);

		if (net->conn->flags & SP_CONN_PAUSED) {
			fake_settle(net);
			if (net->conn->flags & SP_CONN_PAUSED) {
				break;
			}
		}
		piece = piece < SP_LOOP_READ_SIZE ? piece : SP_LOOP_READ_SIZE;
		if (piece > 0 && net->conn->state != SP_CONN_DEAD) {
			fake_read(net, at, piece);
			at += piece;
			left -= piece;
		}
	}
	return len - left;
}

/* on_close once, then what settle() in tick.c does. */
void fake_tick(struct fake_net *net)
{
	struct sp_conn *conn = net->conn;

	fake_pay(net);
	if ((conn->flags & SP_CONN_CLOSE_QUEUED) && !(conn->flags & SP_CONN_CLOSE_DONE)) {
		fake_hooks.on_close(conn);
		conn->flags |= SP_CONN_CLOSE_DONE;
	}
	while (conn->flags & SP_CONN_DIRTY) {
		conn->flags &= (uint32_t) ~SP_CONN_DIRTY;
		if (conn->flags & SP_CONN_RESUME) {
			conn->flags &= (uint32_t) ~SP_CONN_RESUME;
			sp_session_resume(conn);
		}
		sp_conn_flush(conn);
	}
	check_kept(net);
	check_future(net);
}

static bool settled(const struct fake_net *net)
{
	uint32_t flags = net->conn->flags;

	return net->owed == 0 && !(flags & SP_CONN_DIRTY) &&
		   (!(flags & SP_CONN_CLOSE_QUEUED) || (flags & SP_CONN_CLOSE_DONE));
}

void fake_settle(struct fake_net *net)
{
	unsigned ticks = 0;

	while (!settled(net)) {
		must(++ticks < TICKS_MAX);
		fake_tick(net);
	}
}

void fake_eof(struct fake_net *net)
{
	fake_settle(net);
	if (net->conn->state != SP_CONN_DEAD && !(net->conn->flags & SP_CONN_PAUSED)) {
		must(sp_buf_puts(net->story, "eof\n"));
		sp_session_eof(net->conn);
		fake_settle(net);
	}
}

void fake_open(struct fake_net *net, const struct fake_plan *plan, struct sp_buf *story)
{
	*net = (struct fake_net){.plan = *plan, .story = story};
	net->loop.now_s = 1;
	net->loop.born_wall = 1700000000;
	net->server.loop = &net->loop;
	net->server.hooks = &fake_hooks;
	net->server.phase = SP_SERVER_RUNNING;
	net->server.settings.total_input_size = INT64_MAX;
	net->listener.server = &net->server;
	net->listener.settings = (struct sp_port_settings){
		.websocket = true,
		.http = true,
		.package_max_length = 100000,
		.head_max_length = 16384,
		.socket_buffer_size = 1 << 20,
		.head_max_fields = SP_HTTP_FIELDS_MAX,
		.handshake_timeout_s = 10,
		.body_timeout_s = 10,
		.write_timeout_s = 10,
		.keepalive_timeout_s = 10,
		.close_timeout_s = 10,
		.ping_interval_s = 10,
	};
	net->conn = calloc(1, sizeof(*net->conn));
	must(net->conn != NULL);
	net->conn->listener = &net->listener;
	net->conn->state = SP_CONN_HTTP;
	net->conn->connected_s = net->conn->received_s = net->conn->sent_s = 1;
	net->conn->deadline_s = 12;
	sp_sendq_init(&net->conn->queue);
}

static void sweep(struct fake_net *net, uint32_t seconds)
{
	net->loop.now_s += seconds;
	sp_session_sweep(net->conn);
	fake_settle(net);
}

void fake_second(struct fake_net *net)
{
	sweep(net, 1);
}

void fake_end(struct fake_net *net)
{
	struct sp_conn *conn = net->conn;
	unsigned sweeps = 0;

	fake_settle(net);
	must(conn->state == SP_CONN_DEAD || sp_buf_puts(net->story, "time passes\n"));
	while (conn->state != SP_CONN_DEAD) {
		must(++sweeps <= SWEEPS_MAX);
		sweep(net, SWEEP_S);
	}
	must((conn->flags & SP_CONN_CLOSE_DONE) != 0);
	if (conn->extra != NULL) {
		sp_backlog_drop(conn->extra);
	}
	sp_session_drop_input(conn);
	sp_sendq_fini(&conn->queue);
	sp_conn_extra_free(conn->extra);
	free(conn);
	net->conn = NULL;
	must(net->server.input_bytes == net->others);
	must(net->server.frames.bytes == 0);
	sp_packet_account_fini(&net->server.frames);
}
