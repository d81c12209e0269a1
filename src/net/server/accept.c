/* SPDX-License-Identifier: MIT */
#include "net/server/accept.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/peers.h"
#include "net/conn/conn.h"
#include "net/conn/input.h"
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

struct peer_name {
	uint8_t family; /* 0: unknown */
	uint8_t addr[16];
	uint16_t port;
};

static struct peer_name name_of(const void *address, size_t len)
{
	struct peer_name name = {0};
	const struct sockaddr *any = address;

	if (len < sizeof(sa_family_t)) {
		return name;
	}
	name.family = (uint8_t) any->sa_family;
	if (any->sa_family == AF_INET) {
		const struct sockaddr_in *in = address;

		memcpy(name.addr, &in->sin_addr, sizeof(in->sin_addr));
		name.port = ntohs(in->sin_port);
	} else if (any->sa_family == AF_INET6) {
		const struct sockaddr_in6 *in6 = address;

		memcpy(name.addr, &in6->sin6_addr, sizeof(in6->sin6_addr));
		name.port = ntohs(in6->sin6_port);
	}
	return name;
}

/* False: the address is over its limit, and the peer was told. */
static bool welcome(struct sp_listener *listener, int fd, const struct peer_name *peer)
{
	struct sp_core *core = listener->core;
	const struct sp_port_settings *settings = &listener->settings;
	uint32_t now_s = core->loop->now_s;
	char text[INET6_ADDRSTRLEN] = "";
	enum sp_peer_verdict verdict;

	if (listener->peers == NULL) {
		return true;
	}
	verdict = sp_peers_enter(listener->peers, peer->addr, sp_addr_len(peer->family), now_s,
		settings->max_conn_per_ip, settings->accept_rate_per_ip);
	if (verdict == SP_PEER_WELCOME) {
		return true;
	}
	core->counters.refused_peers++;
	if (sp_log_due(&core->logged.peer_s, now_s)) {
		inet_ntop(peer->family, peer->addr, text, sizeof(text));
		sp_log(SP_LOG_WARNING,
			"too many connections from %s: above %s, so new ones get 429 until they are below it",
			text, verdict == SP_PEER_TOO_MANY ? "max_conn_per_ip" : "accept_rate_per_ip");
	}
	turn_away(fd, peer_answer, sizeof(peer_answer) - 1);
	return false;
}

static void accept_one(struct sp_listener *listener, int fd, const void *addr, size_t addr_len)
{
	struct sp_core *core = listener->core;
	struct peer_name peer = name_of(addr, addr_len);
	struct sp_conn *conn;

	if (core->count >= core->max_conn) {
		refuse(core, fd);
		return;
	}
	if (core->halted) {
		close(fd);
		return;
	}
	if (!welcome(listener, fd, &peer)) {
		return;
	}
	conn = sp_conn_new(listener, fd, sp_ids_next(&core->ids), sp_input_event);
	if (conn == NULL) {
		close(fd);
	} else if (!sp_conn_table_add(&core->table, &conn->member)) {
		sp_conn_free(conn);
		conn = NULL;
	}
	if (conn == NULL) {
		sp_peers_leave(listener->peers, peer.addr, sp_addr_len(peer.family), core->loop->now_s);
		return;
	}
	conn->family = peer.family;
	conn->peer_port = peer.port;
	memcpy(conn->peer_addr, peer.addr, sizeof(conn->peer_addr));
	sp_list_append(&core->connections, &conn->all);
	core->count++;
	if (core->count > core->counters.peak_count) {
		core->counters.peak_count = core->count;
	}
	listener->connections++;
	core->counters.accepted++;
	core->logged.full = false;
	sp_exchange_await(conn, true);
	core->hooks->on_connect(conn);
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
