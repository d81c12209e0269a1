/* SPDX-License-Identifier: MIT */
#include "net/server/succession.h"

#include <errno.h>
#include <unistd.h>

#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/delivery/relay.h"
#include "net/handover/mover.h"
#include "net/handover/taker.h"
#include "net/loop/log.h"
#include "net/process/worker.h"
#include "net/server/retire.h"
#include "net/server/stop.h"
#include "wire/ws_frame.h"

static void on_bell(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;

	(void) fd;
	(void) what;
	sp_machine_heard(server->core.machine);
	sp_relay_read(&server->windows);
}

/* Times and keys mean the same in all processes. */
static void take_facts(struct sp_core *core)
{
	const struct sp_machine_facts *facts = core->machine->facts;

	core->topics.seed = facts->seed;
	core->loop->born_ms = facts->born_ms;
	core->loop->born_wall = (time_t) facts->born_wall;
	sp_loop_read_clock(core->loop);
}

bool sp_succession_join(struct sp_server *server, struct sp_error *error)
{
	struct sp_core *core = &server->core;

	core->role = sp_worker_runs_tasks() ? SP_MACHINE_RUNS_TASKS
				 : sp_worker_is_own()   ? SP_MACHINE_IS_OWN
										: SP_MACHINE_ACCEPTS;
	core->is_apart = core->role != SP_MACHINE_ACCEPTS;
	core->machine = sp_worker_machine();
	if (core->machine == NULL) {
		return true;
	}
	take_facts(core);
	if (!core->is_apart) {
		sp_relay_join(core);
	}
	server->bell = event_new(
		core->loop->base, sp_machine_bell(core->machine), EV_READ | EV_PERSIST, on_bell, server);
	if (server->bell == NULL || event_add(server->bell, NULL) != 0) {
		sp_error_set(error, ENOMEM, "cannot listen to other workers: out of memory");
		return false;
	}
	return true;
}

void sp_succession_take(struct sp_server *server, int fd)
{
	struct sp_taker *taker;

	if (server->core.machine == NULL || server->taker_count == SP_MACHINE_PLACES) {
		close(fd); /* the process before closes its connections */
		return;
	}
	taker = sp_taker_new(&server->windows, &server->listeners, fd);
	if (taker != NULL) {
		server->takers[server->taker_count++] = taker;
		server->windows.off = true;
	}
}

static void on_mover_end(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;

	(void) fd;
	(void) what;
	if (server->core.count + server->core.on_their_way > 0) {
		sp_log(SP_LOG_WARNING,
			"reload: %u connections have not moved within max_wait_time, since %s: they are closed",
			server->core.count + server->core.on_their_way,
			server->core.on_their_way > 0 ? "a callback of the new worker blocks"
										  : "their callbacks wait");
	}
	sp_server_stop(server);
}

static bool set_end(struct sp_server *server, uint64_t within_ms)
{
	struct timeval after = sp_timeval_ms(within_ms);

	server->mover_end = evtimer_new(server->core.loop->base, on_mover_end, server);
	return server->mover_end != NULL && evtimer_add(server->mover_end, &after) == 0;
}

void sp_succession_give(struct sp_server *server, int fd, uint64_t within_ms)
{
	struct sp_core *core = &server->core;

	if (core->phase != SP_PHASE_RUNNING || server->mover != NULL || core->machine == NULL) {
		close(fd);
		sp_server_stop(server);
		return;
	}
	server->farewell = (struct sp_farewell){SP_WS_CLOSE_RESTART, "server restarts: come back"};
	sp_stop_listening(server);
	server->mover = sp_mover_new(&server->windows, &server->listeners, fd, server->farewell.reason);
	core->hooks->on_hand_over(); /* it may fork: the socket has an owner by now */
	if (core->phase == SP_PHASE_FOREIGN) {
		return;
	}
	sp_windows_flush(&server->windows);
	server->windows.off = true;
	sp_retire_secure(server);
	if (server->mover == NULL || !set_end(server, within_ms)) {
		sp_server_stop(server);
	}
	core->loop->again = true;
}

/* All have moved, and those that the process before still has come here first. */
static bool is_done(const struct sp_server *server)
{
	const struct sp_core *core = &server->core;

	return core->count == 0 && core->on_their_way == 0 && core->waiting == 0 &&
		   core->unfinished == 0 && !core->stays && server->taker_count == 0;
}

static void end_taker(struct sp_server *server, unsigned i)
{
	sp_log(SP_LOG_INFO, "reload: %u connections came from the process before",
		sp_taker_count(server->takers[i]));
	sp_taker_free(server->takers[i]);
	server->takers[i] = server->takers[--server->taker_count];
	server->windows.off = server->mover != NULL || server->taker_count > 0;
}

static void step_takers(struct sp_server *server)
{
	for (unsigned i = server->taker_count; i-- > 0;) {
		sp_taker_announce(server->takers[i]);
		if (server->core.phase == SP_PHASE_FOREIGN) {
			return; /* its callback has forked */
		}
		if (sp_taker_has_ended(server->takers[i])) {
			end_taker(server, i);
		}
	}
}

void sp_succession_step(struct sp_server *server)
{
	step_takers(server);
	if (server->mover == NULL || server->core.phase != SP_PHASE_RUNNING) {
		return;
	}
	sp_machine_count(server->core.machine, &server->core.counters);
	if (sp_mover_step(server->mover)) {
		server->core.loop->again = true;
	}
	if (sp_mover_has_ended(server->mover) || is_done(server)) {
		sp_log(SP_LOG_INFO, "reload: %u connections have moved, %u were closed",
			sp_mover_moved(server->mover), sp_mover_refused(server->mover) + server->core.count);
		evtimer_del(server->mover_end);
		sp_server_stop(server);
	}
}

void sp_succession_renounce(struct sp_server *server)
{
	if (server->mover != NULL) {
		sp_mover_renounce(server->mover);
	}
	for (unsigned i = 0; i < server->taker_count; i++) {
		sp_taker_renounce(server->takers[i]);
	}
	server->core.machine = NULL; /* it is given up in net/process/worker.c */
}

void sp_succession_fini(struct sp_server *server)
{
	struct event **events[] = {&server->bell, &server->mover_end};

	sp_mover_free(server->mover);
	server->mover = NULL;
	while (server->taker_count > 0) {
		sp_taker_free(server->takers[--server->taker_count]);
	}
	for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++) {
		if (*events[i] != NULL) {
			event_free(*events[i]);
			*events[i] = NULL;
		}
	}
	if (server->core.machine != NULL) {
		sp_machine_count(server->core.machine, &server->core.counters);
		sp_journal_leave(server->core.machine->journal, server->core.machine->place);
		server->core.machine = NULL;
	}
}
