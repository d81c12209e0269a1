/* SPDX-License-Identifier: MIT */
#include "fake_net.h"

#include <errno.h>
#include <sys/uio.h>

#include "fake_script.h"
#include "net/conn/closing.h"
#include "net/conn/flush.h"
#include "net/conn/input.h"
#include "net/conn/transport.h"
#include "net/loop/log.h"
#include "net/session/session.h"

#define KEPT_MAX ((size_t) 64 * 1024) /* as in session/http.c */
#define STRUCTS_MAX ((size_t) 1024)   /* of the structs that keep input, and the least buffers */
#define TICKS_MAX 100000
#define SWEEPS_MAX 8
#define SWEEP_S 1000 /* longer than any time-out */

/* --- the transport --- */

static ssize_t fake_recv(struct sp_conn *conn, void *data, size_t size)
{
	struct fake_net *net = fake_net_of(conn);

	must(data == net->loop.read_buf && net->arriving <= size);
	return (ssize_t) net->arriving;
}

static ssize_t fake_send(void *to, const struct iovec *parts, size_t count)
{
	ssize_t sent = 0;

	if (fake_net_of(to)->blocked) {
		errno = EAGAIN;
		return -1;
	}
	for (size_t i = 0; i < count; i++) {
		sent += (ssize_t) parts[i].iov_len;
	}
	return sent;
}

static bool fake_drain(struct sp_conn *conn)
{
	return !fake_net_of(conn)->held_back;
}

static void fake_half_close(struct sp_conn *conn)
{
	(void) conn;
}

static void fake_close(struct sp_conn *conn, bool reset)
{
	must(sp_buf_printf(
		fake_net_of(conn)->story, "abort %u%s\n", conn->close_code, reset ? " reset" : ""));
}

static const struct sp_transport fake_transport = {
	.recv = fake_recv,
	.send = fake_send,
	.drain = fake_drain,
	.end = fake_half_close,
	.close = fake_close,
};

/* --- what is recorded on the way (--wrap) --- */

enum sp_queued __real_sp_conn_queue(struct sp_conn *conn, struct sp_packet *packet, bool limited);
enum sp_queued __wrap_sp_conn_queue(struct sp_conn *conn, struct sp_packet *packet, bool limited);
void __real_sp_conn_finish(struct sp_conn *conn, unsigned close_code);
void __wrap_sp_conn_finish(struct sp_conn *conn, unsigned close_code);

enum sp_queued __wrap_sp_conn_queue(struct sp_conn *conn, struct sp_packet *packet, bool limited)
{
	struct fake_net *net = fake_net_of(conn);
	enum sp_queued queued = __real_sp_conn_queue(conn, packet, limited);

	if (queued == SP_QUEUED) {
		must(!net->close_sent);
		net->close_sent = sp_conn_gets_messages(conn) && (uint8_t) packet->data[0] == 0x88;
		fake_tell(net, "out ", packet->data, packet->len);
	}
	return queued;
}

void __wrap_sp_conn_finish(struct sp_conn *conn, unsigned close_code)
{
	if (sp_conn_open(conn)) {
		must(sp_buf_printf(fake_net_of(conn)->story, "finish %u\n", close_code));
	}
	__real_sp_conn_finish(conn, close_code);
}

/* --- promises, and the connection's life --- */

/* What is kept stays within the limits, and never exceeds a multiple of what has come. */
static void check_kept(const struct fake_net *net)
{
	const struct sp_conn *conn = net->conn;
	size_t head = (size_t) net->listener.settings.head_max_length;
	size_t body = (size_t) net->listener.settings.package_max_length;
	size_t most = head + body;

	must(net->core.input_bytes == conn->input_bytes + net->others);
	must((conn->input == NULL &&
			 (conn->extra == NULL || sp_tailq_empty(&conn->extra->backlog.items))) ==
		 (conn->input_bytes == 0));
	if (sp_conn_gets_messages(conn)) {
		most = body + (conn->extra != NULL ? conn->extra->backlog.bytes : 0);
	} else if (conn->state == SP_CONN_ANSWER || (conn->flags & SP_CONN_RESUME)) {
		most = KEPT_MAX + SP_LOOP_READ_SIZE;
	}
	must(conn->input_bytes <= STRUCTS_MAX + 2 * (most < net->arrived ? most : net->arrived));
	/* Input that nobody will read is not kept; only the dead keep it until they are freed. */
	must(sp_conn_open(conn) || (conn->flags & SP_CONN_WAIT_CLOSE) || conn->state == SP_CONN_DEAD ||
		 !conn->input);
}

/* Something will still happen to the connection, even if only time passes. */
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

	if (net->conn->flags & SP_CONN_RESUME) {
		fake_settle(net);
	}
	if (net->conn->state == SP_CONN_DEAD) {
		return;
	}
	net->arrived += len;
	net->arriving = len;
	net->loop.read_buf = piece;
	sp_input_event(-1, EV_READ, net->conn);
	memset(piece, 0xDD, len); /* the read buffer may be overwritten from now on */
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

void fake_tick(struct fake_net *net)
{
	fake_pay(net);
	sp_closing_run(&net->core);
	while (sp_flush_is_due(&net->core)) {
		sp_flush_slice(&net->core);
	}
	check_kept(net);
	check_future(net);
}

void fake_unblock(struct fake_net *net)
{
	net->blocked = false;
	sp_input_event(-1, EV_WRITE, net->conn);
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
		net->arriving = 0;
		sp_input_event(-1, EV_READ, net->conn);
		fake_settle(net);
	}
}

void fake_open(struct fake_net *net, const struct fake_plan *plan, struct sp_buf *story)
{
	static struct event_base *base; /* never run: descriptors of -1 are not watched */

	base = base != NULL ? base : event_base_new();
	must(base != NULL);
	sp_log_set_level(SP_LOG_NONE);
	*net = (struct fake_net){.plan = *plan, .story = story};
	net->loop.base = base;
	net->loop.now_s = 1;
	net->loop.born_wall = 1700000000;
	must(sp_core_init(&net->core, &net->loop, &fake_hooks, sp_session_protocols));
	net->core.phase = SP_PHASE_RUNNING;
	net->core.settings.total_input_size = INT64_MAX;
	net->core.settings.total_buffer_size = INT64_MAX;
	net->listener.core = &net->core;
	net->listener.transport = &fake_transport;
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
	net->conn = sp_conn_new(&net->listener, -1, 1, sp_input_event);
	must(net->conn != NULL && sp_conn_table_add(&net->core.table, &net->conn->member));
	sp_list_append(&net->core.connections, &net->conn->all);
	net->core.count = net->listener.connections = 1;
	sp_exchange_await(net->conn, true);
}

static void sweep(struct fake_net *net, uint32_t seconds)
{
	net->loop.now_s += seconds;
	sp_conn_protocol(net->conn)->sweep(net->conn);
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
	if (sp_conn_is_event_stream(conn) && !net->blocked) {
		fake_eof(net); /* as long as its peer takes comments, it lives */
	}
	must(conn->state == SP_CONN_DEAD || sp_buf_puts(net->story, "time passes\n"));
	while (conn->state != SP_CONN_DEAD) {
		must(++sweeps <= SWEEPS_MAX);
		sweep(net, SWEEP_S);
	}
	must((conn->flags & SP_CONN_CLOSE_DONE) != 0);
	must(net->core.count == 0 && net->listener.connections == 0);
	sp_conn_free(conn);
	net->conn = NULL;
	must(net->core.input_bytes == net->others);
	must(net->core.packets.bytes == 0);
	sp_core_fini(&net->core);
}
