/* SPDX-License-Identifier: MIT */
/*
 * Nothing is freed while an event is being handled: events only mark, and here, between two
 * turns of the loop, on_close runs, the queues are written and the dead are freed. The flush is
 * sliced, so that a message to many does not keep the loop from everything else.
 */
#include "net/server/tick.h"

#include <errno.h>
#include <string.h>

#include "base/peers.h"
#include "base/system.h"
#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/session/file.h"
#include "net/session/ws.h"
#include "net/delivery/window.h"

#define FLUSH_SLICE_NS 2000000u /* time for one slice of the flush */
#define CLOCK_EVERY 16          /* connections between two looks at the clock */
#define BULK_EVERY 8            /* answers between two receivers of a fan-out */
#define HURRY_US 50000

void sp_server_add_dirty(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);

	conn->flags |= SP_CONN_DIRTY;
	conn->next_dirty = NULL;
	*server->dirty_last = conn;
	server->dirty_last = &conn->next_dirty;
}

void sp_server_add_bulk(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);

	conn->flags |= SP_CONN_BULK;
	conn->next_bulk = NULL;
	*server->bulk_last = conn;
	server->bulk_last = &conn->next_bulk;
	server->bulk_in++;
}

void sp_server_close_again(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);

	conn->next_closing = NULL;
	*server->closing_last = conn;
	server->closing_last = &conn->next_closing;
}

void sp_server_add_closing(struct sp_conn *conn)
{
	if (conn->flags & SP_CONN_CLOSE_QUEUED) {
		return;
	}
	conn->flags |= SP_CONN_CLOSE_QUEUED;
	sp_topics_leave(&sp_conn_server(conn)->topics, conn);
	sp_server_close_again(conn);
}

void sp_server_bury(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);

	server->count--;
	conn->listener->connections--;
	sp_peers_leave(
		conn->listener->peers, conn->peer_addr, sp_addr_len(conn->family), server->loop->now_s);
	sp_link_remove(&conn->all);
	sp_list_append(&server->dead, &conn->all);
}

static void finish_close(struct sp_server *server, struct sp_conn *conn)
{
	conn->flags |= SP_CONN_CLOSE_DONE;
	sp_topics_forget(&server->topics, conn);
	sp_conn_table_remove(&server->table, conn->id);
}

/* on_close, once all that came before has ended. */
static void run_close(struct sp_server *server, struct sp_conn *conn)
{
	if (conn->flags & SP_CONN_CLOSE_RUNS) {
		finish_close(server, conn);
		return;
	}
	if (conn->flags & SP_CONN_WRITER) {
		server->hooks->on_room(conn); /* there will be none */
	}
	sp_session_ws_drain(conn);
	if (conn->flags & SP_CONN_WAITING) {
		conn->flags |= SP_CONN_CLOSE_WAITS;
		return;
	}
	server->counters.closed++;
	if (conn->close_code == SP_WS_CLOSE_ABNORMAL) {
		server->counters.aborted++;
	}
	if (server->hooks->on_close(conn) == SP_DOOR_SUSPENDED) {
		conn->flags |= SP_CONN_CLOSE_RUNS;
	} else {
		finish_close(server, conn);
	}
}

void sp_server_run_closing(struct sp_server *server)
{
	struct sp_conn *conn;

	while (!server->halted && (conn = server->closing_first) != NULL) {
		server->closing_first = conn->next_closing;
		if (server->closing_first == NULL) {
			server->closing_last = &server->closing_first;
		}
		run_close(server, conn);
	}
}

void sp_server_starve(struct sp_conn *conn)
{
	struct sp_server *server = sp_conn_server(conn);

	sp_conn_pause(conn, true);
	if (!(conn->flags & SP_CONN_STARVED)) {
		conn->flags |= SP_CONN_STARVED;
		conn->next_starved = NULL;
		*server->starved_last = conn;
		server->starved_last = &conn->next_starved;
	}
}

/* As many as there is room for are read from again, in the order in which they were put off. */
static void feed_starved(struct sp_server *server)
{
	struct sp_conn *conn;
	int64_t slots = server->wait_slots;

	while (slots > 0 && (conn = server->starved_first) != NULL) {
		server->starved_first = conn->next_starved;
		if (server->starved_first == NULL) {
			server->starved_last = &server->starved_first;
		}
		conn->flags &= (uint32_t) ~SP_CONN_STARVED;
		if (sp_conn_open(conn) && !(conn->flags & SP_CONN_WAITING)) {
			sp_conn_pause(conn, false);
			slots--;
		}
	}
}

static struct sp_conn *next_bulk(struct sp_server *server)
{
	struct sp_conn *conn = server->bulk_first;

	server->bulk_first = conn->next_bulk;
	if (server->bulk_first == NULL) {
		server->bulk_last = &server->bulk_first;
	}
	conn->flags &= (uint32_t) ~SP_CONN_BULK;
	SP_PREFETCH(conn->next_bulk);
	server->bulk_out++;
	return conn;
}

/* What is written now: those that are dirty, and the receivers of messages to many. Who becomes
 * dirty meanwhile is not among them. */
struct flush {
	struct sp_server *server;
	struct sp_conn *dirty; /* still to come */
	struct sp_conn **last;
	uint64_t began_ns;
	unsigned count;
};

static struct flush begin_flush(struct sp_server *server)
{
	struct flush flush = {server, server->dirty_first, server->dirty_last, sp_clock_ns(), 0};

	server->dirty_first = NULL;
	server->dirty_last = &server->dirty_first;
	if (server->frames.bytes > server->counters.peak_queued) {
		server->counters.peak_queued = server->frames.bytes;
	}
	return flush;
}

/* NULL: no more, or not now. Who is answered does not wait behind a fan-out to thousands; and a
 * fan-out goes on, one connection in BULK_EVERY, when there is no end of answers. */
static struct sp_conn *next_to_flush(struct flush *flush)
{
	struct sp_conn *conn = flush->dirty;
	bool bulk = conn == NULL || flush->count % BULK_EVERY == BULK_EVERY - 1;

	if (flush->server->halted || (flush->count % CLOCK_EVERY == CLOCK_EVERY - 1 &&
									 sp_clock_ns() - flush->began_ns > FLUSH_SLICE_NS)) {
		return NULL;
	}
	flush->count++;
	if (bulk && flush->server->bulk_first != NULL) {
		return next_bulk(flush->server);
	}
	if (conn != NULL) {
		flush->dirty = conn->next_dirty;
		conn->flags &= (uint32_t) ~SP_CONN_DIRTY;
	}
	return conn;
}

/* Those that are left come first the next time. */
static void end_flush(struct flush *flush)
{
	struct sp_server *server = flush->server;

	if (flush->dirty != NULL) {
		*flush->last = server->dirty_first;
		if (server->dirty_first == NULL) {
			server->dirty_last = flush->last;
		}
		server->dirty_first = flush->dirty;
	}
	server->flushed_ms = sp_clock_ms();
}

static bool buffer_changed(const struct sp_conn *conn)
{
	return sp_conn_open(conn) &&
		   ((conn->flags & SP_CONN_ABOVE) != 0) != ((conn->flags & SP_CONN_TOLD_ABOVE) != 0);
}

/* True if the end of the tick has more to do for it than to write. */
static bool unsettled(const struct sp_conn *conn)
{
	return (conn->flags & (SP_CONN_RESUME | SP_CONN_FILE | SP_CONN_WRITER)) || buffer_changed(conn);
}

static void flush_one(struct sp_conn *conn)
{
	if (!(conn->flags & SP_CONN_BLOCKED)) {
		sp_conn_flush(conn);
	}
}

/* What was put off until the tick's end for one connection. */
static void settle(struct sp_server *server, struct sp_conn *conn)
{
	if (conn->flags & SP_CONN_RESUME) {
		conn->flags &= (uint32_t) ~SP_CONN_RESUME;
		sp_session_resume(conn);
	}
	flush_one(conn);
	if ((conn->flags & SP_CONN_FILE) && conn->state != SP_CONN_DEAD) {
		sp_session_file_next(conn);
	}
	if ((conn->flags & SP_CONN_WRITER) && conn->queue.bytes == 0) {
		server->hooks->on_room(conn);
	}
	if (buffer_changed(conn) && !(conn->flags & SP_CONN_WAITING)) {
		conn->flags ^= SP_CONN_TOLD_ABOVE;
		server->hooks->on_buffer(conn, (conn->flags & SP_CONN_ABOVE) != 0);
	}
}

static void flush_slice(struct sp_server *server)
{
	struct flush flush = begin_flush(server);
	struct sp_conn *conn;

	while ((conn = next_to_flush(&flush)) != NULL) {
		settle(server, conn);
	}
	end_flush(&flush);
}

void sp_server_flush_some(struct sp_server *server)
{
	struct flush flush = begin_flush(server);
	struct sp_conn *conn;

	while ((conn = next_to_flush(&flush)) != NULL) {
		flush_one(conn);
		if (unsettled(conn)) {
			sp_conn_mark_dirty(conn); /* what may call user code stays for the tick's end */
		}
	}
	end_flush(&flush);
}

static void reap(struct sp_server *server)
{
	struct sp_link *link, *next;

	for (link = server->dead.next; link != &server->dead; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		if ((conn->flags & SP_CONN_CLOSE_DONE) &&
			!(conn->flags & (SP_CONN_DIRTY | SP_CONN_BULK | SP_CONN_STARVED))) {
			sp_conn_free(conn);
		}
	}
}

static void drop_overdue(struct sp_server *server)
{
	struct sp_link *link, *next;

	for (link = server->connections.next; link != &server->connections; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		sp_session_close(conn, SP_WS_CLOSE_GOING_AWAY, sp_span("")); /* who waited for an answer */
		sp_conn_abort(conn, conn->close_code, false);
	}
}

static void close_all(struct sp_server *server)
{
	struct sp_link *link, *next;

	server->closing_all = true;
	sp_windows_flush(server); /* what user code has said until now */
	for (link = server->connections.next; link != &server->connections; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next; /* a failed write takes the connection off this list */
		/* Whoever waits for an answer gets it; then it ends. */
		if (conn->state == SP_CONN_ANSWER && !(conn->flags & SP_CONN_DETACHED)) {
			conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
		} else {
			sp_session_close(conn, SP_WS_CLOSE_GOING_AWAY, sp_span("server is stopping"));
		}
	}
}

static void progress_stop(struct sp_server *server)
{
	if (!server->closing_all) {
		return;
	}
	if (server->count > 0 && sp_clock_ms() >= server->stop_deadline_ms) {
		drop_overdue(server);
	}
	if (server->count == 0 && server->closing_first == NULL && server->waiting == 0) {
		server->phase = SP_SERVER_OVER;
	}
}

static void end_of_tick(struct sp_server *server)
{
	server->hooks->on_tick();
	if (server->phase == SP_SERVER_STOPPING && !server->closing_all && !server->halted) {
		close_all(server);
	}
	if (!server->halted) {
		sp_server_run_closing(server);
	}
	if (server->dirty_first != NULL || server->bulk_first != NULL) {
		flush_slice(server);
	}
	if (!server->halted) {
		feed_starved(server);
		reap(server);
		progress_stop(server);
	}
}

bool sp_server_turn(struct sp_server *server)
{
	bool poll = server->loop->again || server->dirty_first != NULL || server->bulk_first != NULL ||
				server->closing_first != NULL;

	server->loop->again = false;
	sp_loop_turn(server->loop, poll);
	if (!server->halted) {
		end_of_tick(server);
	}
	return server->phase != SP_SERVER_OVER && !server->halted;
}

static void sweep_stopping(struct sp_conn *conn)
{
	if (conn->state == SP_CONN_LINGER) {
		sp_conn_abort(conn, conn->close_code, false); /* it has been told everything */
	} else if (conn->state == SP_CONN_WEBSOCKET || conn->state == SP_CONN_HTTP) {
		/* One whose handshake or answer was on its way when the stop began. */
		sp_session_close(conn, SP_WS_CLOSE_GOING_AWAY, sp_span("server is stopping"));
	} else {
		sp_session_sweep(conn);
	}
}

static void on_sweep(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	struct sp_link *link, *next;

	(void) fd;
	(void) what;
	sp_loop_read_clock(server->loop);
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		sp_peers_sweep(SP_CONTAINER(link, struct sp_listener, link)->peers, server->loop->now_s);
	}
	for (link = server->connections.next; link != &server->connections && !server->halted;
		 link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		if (server->closing_all) {
			sweep_stopping(conn);
		} else {
			sp_session_sweep(conn);
		}
	}
}

static void on_wake(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	unsigned came = sp_signals_take();

	(void) fd;
	(void) what;
	if (came & SP_SIGNAL_RELOAD) {
		sp_log(SP_LOG_NOTICE, "reload: not possible, this one process keeps the code it has; "
							  "restart the server to run new code");
	}
	if ((came & SP_SIGNAL_HANGUP) && !sp_log_reopen()) {
		came |= SP_SIGNAL_STOP;
	}
	if (came & SP_SIGNAL_STOP) {
		sp_log(SP_LOG_INFO, "stopping: %u connections", server->count);
		sp_server_stop(server);
	}
}

bool sp_tick_init(struct sp_server *server, struct sp_error *error)
{
	static const struct timeval second = {1, 0};
	struct event_base *base = server->loop->base;

	server->sweep = event_new(base, -1, EV_PERSIST, on_sweep, server);
	server->wake = event_new(base, sp_signals_fd(), EV_READ | EV_PERSIST, on_wake, server);
	if (server->sweep == NULL || server->wake == NULL || event_add(server->sweep, &second) != 0 ||
		event_add(server->wake, NULL) != 0) {
		sp_error_set(error, ENOMEM, "cannot watch timers and signals: out of memory");
		return false;
	}
	return true;
}

void sp_tick_fini(struct sp_server *server)
{
	if (server->sweep != NULL) {
		event_free(server->sweep);
		server->sweep = NULL;
	}
	if (server->wake != NULL) {
		event_free(server->wake);
		server->wake = NULL;
	}
}

void sp_tick_hurry(struct sp_server *server)
{
	static const struct timeval soon = {0, HURRY_US};

	event_add(server->sweep, &soon);
}
