/* SPDX-License-Identifier: MIT */
#include "net/server/retire.h"

#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/server/stop.h"
#include "wire/ws_frame.h"

#define STEP_US 50000 /* between two steps */
#define GRACE_MS 1000 /* for requests that are on their way when the time is over */

/* A request may be on its way: whoever closes it now loses that. Its answer says that it is the
 * last one. */
static bool is_asking(const struct sp_conn *conn)
{
	return conn->state == SP_CONN_HTTP;
}

/* Closes the oldest ones, so many that count are left. True: all that are left are asking. */
static bool close_down_to(struct sp_server *server, uint32_t count)
{
	struct sp_link *all = &server->core.connections;
	uint32_t left = server->core.count;
	struct sp_link *link, *next;
	bool asking = false;

	for (link = all->next; link != all && left > count; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next; /* a failed write takes the connection off this list */
		if (is_asking(conn)) {
			asking = true;
		} else if (sp_conn_open(conn)) {
			sp_stop_close(server, conn);
		}
		left--;
	}
	return asking;
}

static void step(struct sp_server *server)
{
	uint64_t passed = sp_clock_ms() - server->retire_from_ms;
	uint64_t all = server->retire_ms;

	if (passed < all && server->core.count > 0) {
		close_down_to(server, (uint32_t) (server->retire_count * (all - passed) / all));
	} else if (!close_down_to(server, 0) || passed >= all + GRACE_MS) {
		sp_server_stop(server);
	}
}

static void on_step(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	step(arg);
}

void sp_server_retire(struct sp_server *server, uint64_t over_ms)
{
	static const struct timeval interval = {0, STEP_US};

	if (server->core.phase != SP_PHASE_RUNNING || server->retire != NULL) {
		return;
	}
	server->farewell = (struct sp_farewell){SP_WS_CLOSE_RESTART, "server restarts: come back"};
	sp_stop_listening(server);
	server->core.hooks->on_hand_over();
	if (server->core.phase == SP_PHASE_FOREIGN) {
		return; /* it has forked */
	}
	server->core.last_answers = true;
	server->retire_from_ms = sp_clock_ms();
	server->retire_ms = over_ms;
	server->retire_count = server->core.count;
	server->retire = event_new(server->core.loop->base, -1, EV_PERSIST, on_step, server);
	if (server->retire == NULL || event_add(server->retire, &interval) != 0) {
		sp_server_stop(server);
	}
	step(server);
}

void sp_retire_fini(struct sp_server *server)
{
	if (server->retire != NULL) {
		event_free(server->retire);
		server->retire = NULL;
	}
}
