/* SPDX-License-Identifier: MIT */
#include "net/server/stop.h"

#include "net/conn/conn.h"
#include "net/conn/send.h"
#include "net/conn/turn.h"
#include "net/loop/process.h"
#include "net/process/notify.h"
#include "wire/ws_frame.h"

#define HURRY_US 50000 /* between two sweeps while stopping */

void sp_stop_listening(struct sp_server *server)
{
	struct sp_link *link;

	server->accepts = false;
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		sp_listener_close(SP_CONTAINER(link, struct sp_listener, link));
	}
}

void sp_server_stop(struct sp_server *server)
{
	static const struct timeval soon = {0, HURRY_US};
	struct sp_core *core = &server->core;

	if (core->phase != SP_PHASE_RUNNING) {
		return;
	}
	core->phase = SP_PHASE_STOPPING;
	sp_notify_stopping();
	server->stop_deadline_ms = sp_clock_ms() + sp_signals_grace_ms(core->settings.stop_timeout_s);
	sp_signals_arm();
	event_add(server->sweep, &soon);
	sp_stop_listening(server);
	core->loop->again = true;
}

void sp_server_halt(struct sp_server *server)
{
	server->core.halted = true;
	sp_loop_break(server->core.loop);
}

void sp_server_drop_all(struct sp_server *server, unsigned code)
{
	struct sp_core *core = &server->core;
	struct sp_link *link, *next;

	sp_turns_forget(core);
	sp_stop_listening(server);
	for (link = core->connections.next; link != &core->connections; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		sp_conn_close(conn, code, sp_span(""));
		if (!(conn->flags & SP_CONN_BLOCKED)) {
			sp_conn_flush(conn);
		}
		sp_conn_abort(conn, code, false);
	}
	core->phase = SP_PHASE_OVER;
}

/* A client that waits for an answer gets it before its connection ends. */
void sp_stop_close(struct sp_server *server, struct sp_conn *conn)
{
	if (conn->state == SP_CONN_ANSWER && !(conn->flags & SP_CONN_DETACHED)) {
		conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	} else {
		/* Whoever comes again as soon as it is told is not one too many. */
		sp_conn_uncount_peer(conn);
		sp_conn_close(conn, server->farewell.code, sp_span(server->farewell.reason));
	}
}

void sp_stop_close_all(struct sp_server *server)
{
	struct sp_core *core = &server->core;
	struct sp_link *link, *next;

	server->closing_all = true;
	sp_windows_flush(&server->windows); /* what user code has published so far */
	for (link = core->connections.next; link != &core->connections; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next; /* a failed write takes the connection off this list */
		sp_stop_close(server, conn);
	}
}

static void drop_overdue(struct sp_server *server)
{
	struct sp_core *core = &server->core;
	struct sp_link *link, *next;

	for (link = core->connections.next; link != &core->connections; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		/* It was still waiting for an answer. */
		sp_conn_close(conn, server->farewell.code, sp_span(""));
		sp_conn_abort(conn, conn->close_code, false);
	}
}

/* Whatever user code still does: nobody waits for answers of a process without connections. */
static void end(struct sp_core *core)
{
	core->phase = SP_PHASE_OVER;
	if (core->machine != NULL && core->on_their_way == 0) {
		sp_roll_forget(core->machine->roll, (uint16_t) core->machine->place);
	}
}

void sp_stop_progress(struct sp_server *server)
{
	struct sp_core *core = &server->core;
	bool late = sp_clock_ms() >= server->stop_deadline_ms;

	if (!server->closing_all) {
		return;
	}
	if (core->count > 0 && late) {
		drop_overdue(server);
	}
	/* Those on their way to another process are this one's until that has answered. */
	if (core->count == 0 && sp_tailq_empty(&core->agenda.closing) && core->waiting == 0 &&
		(late || (core->unfinished == 0 && core->on_their_way == 0 && !core->stays))) {
		end(core);
	}
}

void sp_stop_sweep(struct sp_server *server, struct sp_conn *conn)
{
	if (conn->state == SP_CONN_LINGER) {
		sp_conn_abort(conn, conn->close_code, false); /* it has been told everything */
	} else if (conn->state == SP_CONN_ESTABLISHED || conn->state == SP_CONN_HTTP) {
		/* Its handshake or answer was under way when the stop began. */
		sp_conn_close(conn, server->farewell.code, sp_span(server->farewell.reason));
	} else {
		sp_conn_protocol(conn)->sweep(conn);
	}
}
