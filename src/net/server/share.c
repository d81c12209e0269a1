/* SPDX-License-Identifier: MIT */
#include "net/server/share.h"

#include <errno.h>
#include <event2/event.h>

#include "net/loop/log.h"
#include "net/process/worker.h"

#define AHEAD_MAX 8   /* connections more than the one with the fewest has */
#define BATCH 8       /* accepted at once, at most, while others accept */
#define LEAVE_US 2000 /* until this process looks again whether somebody waits */

static void on_moment(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	struct sp_link *link;

	(void) fd;
	(void) what;
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		const struct sp_listener *listener = SP_CONTAINER(link, struct sp_listener, link);

		if (listener->event != NULL) {
			event_add(listener->event, NULL);
		}
	}
}

bool sp_share_init(struct sp_server *server, struct sp_error *error)
{
	struct sp_machine_load *load;

	if (server->core.machine == NULL) {
		return true;
	}
	server->moment = evtimer_new(server->core.loop->base, on_moment, server);
	if (server->moment == NULL) {
		sp_error_set(error, ENOMEM, "cannot accept beside others: out of memory");
		return false;
	}
	load = sp_machine_load(server->core.machine);
	load->worker = sp_worker_id();
	load->generation = sp_worker_generation();
	return true;
}

static uint32_t role_of(const struct sp_server *server)
{
	return server->accepts ? server->core.role : SP_MACHINE_IDLE;
}

static bool is_full(const struct sp_server *server)
{
	return sp_core_descriptors(&server->core) >= server->core.max_here ||
		   server->core.count >= server->full_at;
}

void sp_share_note(const struct sp_server *server)
{
	struct sp_machine_load *load;

	if (server->core.machine == NULL) {
		return;
	}
	load = sp_machine_load(server->core.machine);
	__atomic_store_n(&load->full, is_full(server), __ATOMIC_RELAXED);
	__atomic_store_n(&load->connections, server->core.count, __ATOMIC_RELAXED);
	__atomic_store_n(&load->role, role_of(server), __ATOMIC_RELEASE);
}

static void leave(const struct sp_server *server, const struct sp_listener *listener)
{
	static const struct timeval moment = {0, LEAVE_US};

	event_del(listener->event);
	evtimer_add(server->moment, &moment);
}

/* False: nobody else can take it either. */
static bool leave_since_full(struct sp_server *server, const struct sp_listener *listener)
{
	struct sp_core *core = &server->core;

	if (!sp_machine_has_room(core->machine)) {
		return false;
	}
	if (sp_log_due(&core->logged.leaves_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"no descriptors left in this worker, with %u connections (ulimit -n): the other workers "
			"take the next ones",
			core->count);
	}
	leave(server, listener);
	return true;
}

int sp_share_batch(struct sp_server *server, const struct sp_listener *listener, int all)
{
	const struct sp_core *core = &server->core;
	uint32_t least, room;

	if (core->machine == NULL) {
		return all;
	}
	if (is_full(server)) {
		return leave_since_full(server, listener) ? 0 : all;
	}
	room = core->max_here - sp_core_descriptors(core);
	all = room < (uint32_t) all ? (int) room : all;
	least = sp_machine_least(core->machine);
	if (least == UINT32_MAX) {
		return all;
	}
	if (core->count < AHEAD_MAX || core->count - AHEAD_MAX < least) {
		return all < BATCH ? all : BATCH;
	}
	leave(server, listener);
	return 0;
}

bool sp_share_ran_out(struct sp_server *server, const struct sp_listener *listener)
{
	if (server->core.machine == NULL) {
		return false;
	}
	server->full_at = server->core.count;
	sp_share_note(server);
	return leave_since_full(server, listener);
}

void sp_share_fini(struct sp_server *server)
{
	if (server->moment != NULL) {
		event_free(server->moment);
		server->moment = NULL;
	}
}
