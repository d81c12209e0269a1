/* SPDX-License-Identifier: MIT */
#include "net/server/accept.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/conn/conn.h"
#include "net/conn/input.h"
#include "net/conn/peer.h"
#include "net/loop/descriptor.h"
#include "net/loop/log.h"
#include "net/server/state.h"
#include "net/session/exchange.h"

#define ACCEPT_BATCH 64

static const char full_answer[] =
	"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
	"Content-Type: text/plain\r\nContent-Length: 47\r\n\r\n"
	"The server is full. Please try again in a bit.\n";
static const char peer_answer[] =
	"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nConnection: close\r\n"
	"Content-Type: text/plain\r\nContent-Length: 44\r\n\r\n"
	"Too many connections come from your address\n";

/* Sends an answer on a descriptor that was just accepted, and closes it. */
static void turn_away(int fd, const char *answer, size_t len)
{
	char unread[4096];

	if (send(fd, answer, len, MSG_NOSIGNAL) > 0) {
		shutdown(fd, SHUT_WR);
		/* Input that is left unread would turn our answer into a reset. */
		if (recv(fd, unread, sizeof(unread), 0) < 0) {
			/* nothing has come yet */
		}
	}
	close(fd);
}

static void refuse(struct sp_core *core, int fd)
{
	core->counters.refused_full++;
	if (!core->logged.full) {
		core->logged.full = true;
		sp_log(SP_LOG_WARNING,
			"full: %u connections, the limit is %u (max_conn, or the descriptor limit: ulimit -n); "
			"new ones get 503 until some end",
			core->count, core->max_conn);
	}
	turn_away(fd, full_answer, sizeof(full_answer) - 1);
}

/* A connection of the descriptor, in the table of ids. NULL: out of memory, and it is closed. */
static struct sp_conn *make(struct sp_listener *listener, int fd)
{
	struct sp_core *core = listener->core;
	struct sp_conn *conn = sp_conn_new(listener, fd, sp_ids_next(&core->ids), sp_input_event);

	if (conn == NULL) {
		close(fd);
	} else if (!sp_conn_table_add(&core->table, &conn->member)) {
		sp_conn_free(conn);
		conn = NULL;
	}
	return conn;
}

static void enlist(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);

	sp_list_append(&core->connections, &conn->all);
	core->count++;
	if (core->count > core->counters.peak_count) {
		core->counters.peak_count = core->count;
	}
	conn->listener->connections++;
	core->counters.accepted++;
	core->logged.full = false;
}

static void accept_one(struct sp_listener *listener, int fd, const void *addr, size_t addr_len)
{
	struct sp_core *core = listener->core;
	struct sp_peer_name peer = sp_peer_name(addr, addr_len);
	/* A proxy's connections are not its own: they are counted once their client is known. */
	bool trusted = sp_peer_trusted(listener, &peer);
	bool counted = !trusted && !listener->settings.proxy_protocol;
	struct sp_conn *conn;

	if (core->count >= core->max_conn) {
		refuse(core, fd);
		return;
	}
	if (core->halted) {
		close(fd);
		return;
	}
	if (counted && !sp_peer_welcome(listener, &peer)) {
		turn_away(fd, peer_answer, sizeof(peer_answer) - 1);
		return;
	}
	conn = make(listener, fd);
	if (conn == NULL) {
		if (counted) {
			sp_peer_left(listener, &peer);
		}
		return;
	}
	sp_conn_set_peer(conn, &peer, counted);
	conn->flags |= trusted ? SP_CONN_PROXIED : 0;
	enlist(conn);
	sp_exchange_await(conn, true);
	if (listener->settings.proxy_protocol) {
		conn->protocol = SP_PROTOCOL_PROXY; /* on_connect comes when the client is known */
	} else {
		core->hooks->on_connect(conn);
	}
}

/* Out of descriptors: the reserve lets us tell one peer why, instead of leaving it in the
 * backlog. */
static void refuse_with_reserve(struct sp_listener *listener)
{
	struct sp_server *server = SP_CONTAINER(listener->core, struct sp_server, core);
	int fd;

	if (server->reserve_fd < 0) {
		return;
	}
	close(server->reserve_fd);
	fd = sp_accept(listener->fd, NULL, NULL);
	if (fd >= 0) {
		refuse(listener->core, fd);
	}
	server->reserve_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
}

void sp_accept_event(evutil_socket_t fd, short what, void *arg)
{
	struct sp_listener *listener = arg;

	(void) what;
	for (int i = 0; i < ACCEPT_BATCH && listener->fd >= 0; i++) {
		struct sockaddr_storage address;
		socklen_t len = sizeof(address);
		int peer;

		address.ss_family = AF_UNSPEC;
		peer = sp_accept(fd, (struct sockaddr *) &address, &len);
		if (peer >= 0) {
			accept_one(listener, peer, &address, len);
		} else if (errno == EMFILE || errno == ENFILE) {
			refuse_with_reserve(listener);
		} else if (errno != ECONNABORTED && errno != EINTR) {
			return; /* EAGAIN; any other error will show up again */
		}
	}
}
