/* SPDX-License-Identifier: MIT */
#include "net/server/server.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "net/conn/conn.h"
#include "net/conn/plain.h"
#include "net/conn/secure.h"
#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/server/accept.h"
#include "net/server/retire.h"
#include "net/server/share.h"
#include "net/server/succession.h"
#include "net/server/tick.h"
#include "net/server/wake.h"
#include "net/session/session.h"
#include "net/topics/rules.h"
#include "wire/ws_frame.h"

#define DESCRIPTOR_RESERVE 64u /* for listeners, logs, and the script's own files and sockets */

struct sp_server *sp_server_new(struct sp_loop *loop, const struct sp_hooks *hooks)
{
	struct sp_server *server = calloc(1, sizeof(*server));

	if (server == NULL || !sp_core_init(&server->core, loop, hooks, sp_session_protocols)) {
		free(server);
		return NULL;
	}
	server->claim = sp_claim_new(&(struct sp_error){0});
	if (server->claim == NULL) {
		sp_core_fini(&server->core);
		free(server);
		return NULL;
	}
	server->reserve_fd = -1;
	server->full_at = UINT32_MAX;
	server->farewell = (struct sp_farewell){SP_WS_CLOSE_GOING_AWAY, "server is stopping"};
	sp_link_init(&server->listeners);
	sp_link_init(&server->topic_rules);
	sp_windows_init(&server->windows, &server->core);
	return server;
}

static void free_conns(struct sp_link *list)
{
	while (!sp_link_alone(list)) {
		sp_conn_free(SP_CONTAINER(list->next, struct sp_conn, all));
	}
}

void sp_server_free(struct sp_server *server)
{
	if (server == NULL) {
		return;
	}
	sp_fork_unwatch(&server->forks);
	sp_succession_fini(server);
	free_conns(&server->core.connections);
	free_conns(&server->core.agenda.dead);
	while (!sp_link_alone(&server->listeners)) {
		sp_listener_free(SP_CONTAINER(server->listeners.next, struct sp_listener, link));
	}
	sp_topic_rules_fini(&server->topic_rules);
	sp_tick_fini(server);
	sp_wake_fini(server);
	sp_share_fini(server);
	sp_retire_fini(server);
	sp_core_fini(&server->core);
	if (server->reserve_fd >= 0) {
		close(server->reserve_fd);
	}
	sp_claim_free(server->claim);
	free(server);
}

struct sp_listener *sp_server_listen(
	struct sp_server *server, const char *host, int port, int type, struct sp_error *error)
{
	struct sp_listener *listener = sp_listener_new(&server->core, host, port, type, error);

	if (listener == NULL) {
		return NULL;
	}
	listener->transport = listener->is_tls ? &sp_transport_tls : &sp_transport_plain;
	if (!sp_link_alone(&server->listeners)) {
		listener->index = SP_CONTAINER(server->listeners.prev, struct sp_listener, link)->index + 1;
	}
	sp_list_append(&server->listeners, &listener->link);
	return listener;
}

static void set_max_conn(struct sp_core *core)
{
	uint64_t descriptors = sp_process_raise_descriptors();
	uint64_t possible = descriptors > (uint64_t) 2 * DESCRIPTOR_RESERVE
							? descriptors - DESCRIPTOR_RESERVE
							: descriptors / 2;
	uint64_t wished = (uint64_t) core->settings.max_conn;

	possible = possible < UINT32_MAX ? possible : UINT32_MAX;
	core->max_here = (uint32_t) possible;
	possible *= (uint64_t) core->settings.worker_num;
	possible = possible < UINT32_MAX ? possible : UINT32_MAX;
	if (wished > possible) {
		sp_log(SP_LOG_WARNING,
			"max_conn is %llu, but the descriptor limit of %llu allows %llu: raise it with "
			"ulimit -n or LimitNOFILE=",
			(unsigned long long) wished, (unsigned long long) descriptors,
			(unsigned long long) possible);
	}
	core->max_conn = (uint32_t) (wished > 0 && wished < possible ? wished : possible);
}

bool sp_server_claim(struct sp_server *server, struct sp_error *error)
{
	if (sp_claim_take(server->claim)) {
		return true;
	}
	sp_error_set(error, EALREADY,
		"this server was started in another process, which this script forked: one process serves; "
		"for a server in each, make it after the fork");
	return false;
}

/* All that is open is the parent's, and so is the way it ends. */
static void renounce(struct sp_fork_watch *watch)
{
	struct sp_server *server = SP_CONTAINER(watch, struct sp_server, forks);
	struct sp_core *core = &server->core;
	struct sp_link *link;

	core->phase = SP_PHASE_FOREIGN;
	core->halted = true;
	sp_loop_break(core->loop);
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		sp_listener_renounce(SP_CONTAINER(link, struct sp_listener, link));
	}
	for (link = core->connections.next; link != &core->connections; link = link->next) {
		sp_conn_renounce(SP_CONTAINER(link, struct sp_conn, all));
	}
	sp_ids_renounce(&core->ids);
	sp_succession_renounce(server);
	if (server->reserve_fd >= 0) {
		close(server->reserve_fd);
		server->reserve_fd = -1;
	}
	sp_signals_restore();
}

void sp_server_watch_forks(struct sp_server *server)
{
	sp_fork_watch(&server->forks, renounce);
}

static bool start_ids(struct sp_core *core, struct sp_error *error)
{
	struct sp_roll *roll = core->machine != NULL ? core->machine->roll : NULL;

	return sp_ids_start(
		&core->ids, (unsigned) core->settings.node_id, roll, core->settings.state_file, error);
}

/* False: *error says why, and some of it has begun. */
static bool start(struct sp_server *server, struct sp_error *error)
{
	struct sp_link *link;

	set_max_conn(&server->core);
	sp_loop_read_clock(server->core.loop);
	server->reserve_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
	if (!sp_succession_join(server, error) || !start_ids(&server->core, error) ||
		!sp_tick_init(server, error) || !sp_wake_init(server, error) ||
		!sp_share_init(server, error)) {
		return false;
	}
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		if (!sp_listener_start(
				SP_CONTAINER(link, struct sp_listener, link), sp_accept_event, error)) {
			return false;
		}
	}
	server->core.phase = SP_PHASE_RUNNING;
	sp_server_watch_forks(server);
	return true;
}

/* What start() and its failure have left, so that it can be tried again. */
static void undo_start(struct sp_server *server)
{
	struct sp_link *link;

	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		sp_listener_unwatch(SP_CONTAINER(link, struct sp_listener, link));
	}
	sp_tick_fini(server);
	sp_wake_fini(server);
	sp_share_fini(server);
	sp_succession_fini(server);
	sp_ids_stop(&server->core.ids);
	if (server->reserve_fd >= 0) {
		close(server->reserve_fd);
		server->reserve_fd = -1;
	}
}

bool sp_server_start(struct sp_server *server, struct sp_error *error)
{
	if (start(server, error)) {
		return true;
	}
	undo_start(server);
	return false;
}

bool sp_server_accept(struct sp_server *server, struct sp_error *error)
{
	struct sp_link *link;

	for (link = server->listeners.next; link != &server->listeners && !server->core.is_apart;
		 link = link->next) {
		if (!sp_listener_accept(SP_CONTAINER(link, struct sp_listener, link), error)) {
			return false;
		}
	}
	server->accepts = true;
	if (server->core.machine != NULL) {
		sp_machine_count(server->core.machine, &server->core.counters);
	}
	sp_share_note(server);
	if (server->core.is_apart && server->core.machine != NULL) {
		sp_machine_ring(server->core.machine, ~UINT32_C(0)); /* tasks may wait for it */
	}
	return true;
}
