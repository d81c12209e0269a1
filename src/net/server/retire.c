/* SPDX-License-Identifier: MIT */
#include "net/server/retire.h"

#include "net/conn/conn.h"
#include "net/conn/hooks.h"
#include "net/loop/log.h"
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

static bool is_concerned(const struct sp_server *server, const struct sp_conn *conn)
{
	return conn->listener->is_tls || !server->retires_secure;
}

/* How many are still to be closed, or closing. */
static uint32_t count_left(const struct sp_server *server)
{
	const struct sp_link *all = &server->core.connections;
	uint32_t count = 0;

	if (!server->retires_secure) {
		return server->core.count;
	}
	for (const struct sp_link *link = all->next; link != all; link = link->next) {
		count += SP_CONTAINER(link, struct sp_conn, all)->listener->is_tls;
	}
	return count;
}

/* Closes the oldest ones, so many that count are left, but none that is asking, unless all is true.
 * True: all that are left are asking. */
static bool close_down_to(struct sp_server *server, uint32_t count, bool all)
{
	struct sp_link *list = &server->core.connections;
	uint32_t left = count_left(server);
	struct sp_link *link, *next;
	bool asking = false;

	for (link = list->next; link != list && left > count; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next; /* a failed write takes the connection off this list */
		if (!is_concerned(server, conn)) {
			continue;
		}
		if (is_asking(conn) && !all) {
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
	uint32_t left = count_left(server);

	if (passed < all && left > 0) {
		close_down_to(server, (uint32_t) (server->retire_count * (all - passed) / all), false);
	} else if (!close_down_to(server, 0, false) || passed >= all + GRACE_MS) {
		if (server->retires_secure) {
			close_down_to(server, 0, true);
			sp_retire_fini(server);
		} else {
			sp_server_stop(server);
		}
	}
}

static void on_step(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	step(arg);
}

static void begin(struct sp_server *server, uint64_t over_ms)
{
	static const struct timeval interval = {0, STEP_US};

	server->retire_from_ms = sp_clock_ms();
	server->retire_ms = over_ms;
	server->retire_count = count_left(server);
	server->retire = event_new(server->core.loop->base, -1, EV_PERSIST, on_step, server);
	if (server->retire == NULL || event_add(server->retire, &interval) != 0) {
		sp_server_stop(server);
	}
	step(server);
}

void sp_server_retire(struct sp_server *server, uint64_t over_ms)
{
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
	begin(server, over_ms);
}

/* What TLS has agreed on lies in OpenSSL, and cannot go to another process. */
void sp_retire_secure(struct sp_server *server)
{
	int64_t over_s = server->core.settings.reload_spread_s;
	uint32_t count;

	server->retires_secure = true;
	count = count_left(server);
	if (count > 0) {
		sp_log(SP_LOG_INFO,
			"reload: %u connections with TLS cannot move: they are closed with 1012, over %lld s "
			"(reload_spread)",
			(unsigned) count, (long long) over_s);
		begin(server, (uint64_t) over_s * 1000);
	}
}

void sp_retire_fini(struct sp_server *server)
{
	if (server->retire != NULL) {
		event_free(server->retire);
		server->retire = NULL;
	}
}
