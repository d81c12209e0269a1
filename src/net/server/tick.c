/* SPDX-License-Identifier: MIT */
/*
 * Nothing is freed while an event is being handled: events only mark work. Here, between two turns
 * of the loop, on_close runs, the queues are written and dead connections are freed.
 */
#include "net/server/tick.h"

#include <errno.h>

#include "net/conn/closing.h"
#include "net/conn/conn.h"
#include "net/conn/flush.h"
#include "net/conn/secure.h"
#include "net/conn/turn.h"
#include "net/server/share.h"
#include "net/server/stop.h"
#include "net/server/succession.h"
#include "net/server/worn.h"

static void end_of_tick(struct sp_server *server)
{
	struct sp_core *core = &server->core;

	core->hooks->on_tick();
	if (core->phase == SP_PHASE_STOPPING && !server->closing_all && !core->halted) {
		sp_stop_close_all(server);
	}
	if (!core->halted) {
		sp_closing_run(core);
	}
	if (sp_flush_is_due(core) && core->phase != SP_PHASE_FOREIGN) {
		sp_flush_slice(core);
	}
	if (!core->halted && core->phase != SP_PHASE_FOREIGN) {
		sp_succession_step(server);
	}
	if (!core->halted) {
		sp_turn_feed_starved(core);
		sp_secure_feed(core);
		sp_closing_reap(core);
		sp_stop_progress(server);
	}
	sp_share_note(server);
}

bool sp_server_turn(struct sp_server *server)
{
	struct sp_core *core = &server->core;
	bool poll =
		core->loop->again || sp_flush_is_due(core) || !sp_tailq_empty(&core->agenda.closing);

	core->loop->again = false;
	sp_loop_turn(core->loop, poll);
	if (!core->halted) {
		end_of_tick(server);
	}
	return core->phase != SP_PHASE_OVER && !core->halted;
}

static void on_sweep(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	struct sp_core *core = &server->core;
	struct sp_link *link, *next;

	(void) fd;
	(void) what;
	sp_loop_read_clock(core->loop);
	server->full_at = UINT32_MAX;
	if (core->machine != NULL) {
		sp_machine_count(core->machine, &core->counters);
	}
	sp_worn_look(server);
	for (link = core->connections.next; link != &core->connections && !core->halted; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		if (server->closing_all) {
			sp_stop_sweep(server, conn);
		} else {
			sp_conn_protocol(conn)->sweep(conn);
		}
	}
}

bool sp_tick_init(struct sp_server *server, struct sp_error *error)
{
	static const struct timeval second = {1, 0};

	server->sweep = event_new(server->core.loop->base, -1, EV_PERSIST, on_sweep, server);
	if (server->sweep == NULL || event_add(server->sweep, &second) != 0) {
		sp_error_set(error, ENOMEM, "cannot watch the clock: out of memory");
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
}
