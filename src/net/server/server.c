/* SPDX-License-Identifier: MIT */
/*
 * The server's life: made, started, stopped; connections in and looked up. What happens at the
 * end of a tick is in tick.c.
 */
#include "net/server/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/peers.h"
#include "net/conn/backlog.h"
#include "net/loop/descriptor.h"
#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/session/http.h"
#include "net/server/tick.h"
#include "net/topics/rules.h"
#include "net/delivery/window.h"

#define DESCRIPTOR_RESERVE 64u /* for listeners, logs, and the script's own files and sockets */

static const char full_answer[] =
	"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
	"Content-Type: text/plain\r\nContent-Length: 47\r\n\r\n"
	"The server is full. Please try again in a bit.\n";
static const char peer_answer[] =
	"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nConnection: close\r\n"
	"Content-Type: text/plain\r\nContent-Length: 44\r\n\r\n"
	"Too many connections come from your address\n";

struct sp_server *sp_server_new(struct sp_loop *loop, const struct sp_hooks *hooks)
{
	struct sp_server *server = calloc(1, sizeof(*server));

	if (server == NULL || !sp_conn_table_init(&server->table)) {
		free(server);
		return NULL;
	}
	server->loop = loop;
	server->hooks = hooks;
	server->reserve_fd = -1;
	server->ids.state_fd = -1;
	server->dirty_last = &server->dirty_first;
	server->bulk_last = &server->bulk_first;
	server->closing_last = &server->closing_first;
	server->starved_last = &server->starved_first;
	server->wait_slots = 1;
	sp_topics_init(&server->topics);
	sp_link_init(&server->topic_rules);
	sp_link_init(&server->windows);
	sp_link_init(&server->listeners);
	sp_link_init(&server->connections);
	sp_link_init(&server->dead);
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
	free_conns(&server->connections);
	free_conns(&server->dead);
	while (!sp_link_alone(&server->listeners)) {
		sp_listener_free(SP_CONTAINER(server->listeners.next, struct sp_listener, link));
	}
	sp_topics_fini(&server->topics);
	sp_topic_rules_fini(&server->topic_rules);
	sp_tick_fini(server);
	sp_ids_stop(&server->ids);
	sp_conn_table_fini(&server->table);
	sp_packet_account_fini(&server->frames);
	if (server->reserve_fd >= 0) {
		close(server->reserve_fd);
	}
	free(server);
}

static void set_max_conn(struct sp_server *server)
{
	uint64_t descriptors = sp_process_raise_descriptors();
	uint64_t possible = descriptors > (uint64_t) 2 * DESCRIPTOR_RESERVE
							? descriptors - DESCRIPTOR_RESERVE
							: descriptors / 2;
	uint64_t wished = (uint64_t) server->settings.max_conn;

	if (possible > UINT32_MAX) {
		possible = UINT32_MAX;
	}
	if (wished > possible) {
		sp_log(SP_LOG_WARNING,
			"max_conn is %llu, but the descriptor limit of %llu allows %llu: raise it with "
			"ulimit -n or LimitNOFILE=",
			(unsigned long long) wished, (unsigned long long) descriptors,
			(unsigned long long) possible);
	}
	server->max_conn = (uint32_t) (wished > 0 && wished < possible ? wished : possible);
}

bool sp_server_start(struct sp_server *server, struct sp_error *error)
{
	const struct sp_server_settings *settings = &server->settings;
	struct sp_link *link;

	set_max_conn(server);
	sp_loop_read_clock(server->loop);
	server->reserve_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
	if (!sp_ids_start(&server->ids, (unsigned) settings->node_id, settings->state_file, error) ||
		!sp_tick_init(server, error)) {
		return false;
	}
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		if (!sp_listener_start(SP_CONTAINER(link, struct sp_listener, link), error)) {
			return false;
		}
	}
	server->phase = SP_SERVER_RUNNING;
	return true;
}

/* Says so on a descriptor that was just accepted, and closes it. */
static void turn_away(int fd, const char *answer, size_t len)
{
	char unread[4096];

	if (send(fd, answer, len, MSG_NOSIGNAL) > 0) {
		shutdown(fd, SHUT_WR);
		/* What was read does not turn our answer into a reset. */
		if (recv(fd, unread, sizeof(unread), 0) < 0) {
			/* nothing came yet */
		}
	}
	close(fd);
}

void sp_server_refuse(struct sp_server *server, int fd)
{
	server->counters.refused_full++;
	if (!server->full_logged) {
		server->full_logged = true;
		sp_log(SP_LOG_WARNING,
			"full: %u connections, the limit is %u (max_conn, or the descriptor limit: ulimit -n); "
			"new ones get 503 until some end",
			server->count, server->max_conn);
	}
	turn_away(fd, full_answer, sizeof(full_answer) - 1);
}

struct peer_name {
	uint8_t family; /* 0: not known */
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

/* False: the address has had its share, and was told. */
static bool welcome(struct sp_listener *listener, int fd, const struct peer_name *peer)
{
	struct sp_server *server = listener->server;
	const struct sp_port_settings *settings = &listener->settings;
	uint32_t now_s = server->loop->now_s;
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
	server->counters.refused_peers++;
	if (sp_log_due(&server->peer_logged_s, now_s)) {
		inet_ntop(peer->family, peer->addr, text, sizeof(text));
		sp_log(SP_LOG_WARNING,
			"too many connections from %s: above %s, they get 429 until it is less", text,
			verdict == SP_PEER_TOO_MANY ? "max_conn_per_ip" : "accept_rate_per_ip");
	}
	turn_away(fd, peer_answer, sizeof(peer_answer) - 1);
	return false;
}

void sp_server_accept(struct sp_listener *listener, int fd, const void *addr, size_t addr_len)
{
	struct sp_server *server = listener->server;
	struct peer_name peer = name_of(addr, addr_len);
	struct sp_conn *conn;

	if (server->count >= server->max_conn) {
		sp_server_refuse(server, fd);
		return;
	}
	if (server->halted) {
		close(fd);
		return;
	}
	if (!welcome(listener, fd, &peer)) {
		return;
	}
	conn = sp_conn_new(listener, fd, sp_ids_next(&server->ids));
	if (conn != NULL && !sp_conn_table_add(&server->table, conn)) {
		sp_conn_free(conn);
		conn = NULL;
	}
	if (conn == NULL) {
		sp_peers_leave(listener->peers, peer.addr, sp_addr_len(peer.family), server->loop->now_s);
		return;
	}
	conn->family = peer.family;
	conn->peer_port = peer.port;
	memcpy(conn->peer_addr, peer.addr, sizeof(conn->peer_addr));
	sp_list_append(&server->connections, &conn->all);
	server->count++;
	if (server->count > server->counters.peak_count) {
		server->counters.peak_count = server->count;
	}
	listener->connections++;
	server->counters.accepted++;
	server->full_logged = false;
	sp_session_http_await(conn, true);
	server->hooks->on_connect(conn);
}

struct sp_conn *sp_server_find(struct sp_server *server, int64_t id, enum sp_lookup *why)
{
	struct sp_conn *conn = id > 0 ? sp_conn_table_find(&server->table, id) : NULL;

	if (conn != NULL) {
		*why = SP_FOUND;
	} else if (id > 0 && sp_id_node(id) != server->ids.node) {
		*why = SP_OTHER_NODE;
	} else {
		*why = SP_GONE;
	}
	return conn;
}

bool sp_server_is_full(const struct sp_server *server)
{
	return server->frames.bytes >= (size_t) server->settings.total_buffer_size;
}

static struct sp_conn *first_open(
	struct sp_server *server, struct sp_link *link, int64_t above, const struct sp_listener *only)
{
	for (; link != &server->connections; link = link->next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		if (conn->id > above && sp_conn_open(conn) && (only == NULL || conn->listener == only)) {
			return conn;
		}
	}
	return NULL;
}

struct sp_conn *sp_server_after(
	struct sp_server *server, int64_t id, const struct sp_listener *only)
{
	struct sp_conn *conn = id > 0 ? sp_conn_table_find(&server->table, id) : NULL;
	bool listed = conn != NULL && conn->state != SP_CONN_DEAD;

	return first_open(server, listed ? conn->all.next : server->connections.next, id, only);
}

void sp_server_stop(struct sp_server *server)
{
	struct sp_link *link;

	if (server->phase != SP_SERVER_RUNNING) {
		return;
	}
	server->phase = SP_SERVER_STOPPING;
	server->stop_deadline_ms = sp_clock_ms() + sp_signals_grace_ms(server->settings.stop_timeout_s);
	sp_signals_arm();
	sp_tick_hurry(server);
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		sp_listener_close(SP_CONTAINER(link, struct sp_listener, link));
	}
	server->loop->again = true;
}

void sp_server_halt(struct sp_server *server)
{
	server->halted = true;
	sp_loop_break(server->loop);
}

/* The callbacks that waited are gone: nothing is to be waited for. */
static void forget_waits(struct sp_server *server, struct sp_link *list)
{
	for (struct sp_link *link = list->next; link != list; link = link->next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		conn->flags &= (uint32_t) ~SP_CONN_WRITER;
		if (!(conn->flags & SP_CONN_WAITING)) {
			continue; /* what has ended in this very tick is in the list already */
		}
		conn->flags &= (uint32_t) ~SP_CONN_WAITING;
		if (conn->extra != NULL) {
			sp_backlog_drop(conn->extra); /* after a fatal only on_close runs */
		}
		if (conn->flags & (SP_CONN_CLOSE_WAITS | SP_CONN_CLOSE_RUNS)) {
			sp_server_close_again(conn);
		}
	}
	server->waiting = 0;
}

void sp_server_drop_all(struct sp_server *server, unsigned code)
{
	struct sp_link *link, *next;

	forget_waits(server, &server->connections);
	forget_waits(server, &server->dead);
	for (link = server->listeners.next; link != &server->listeners; link = link->next) {
		sp_listener_close(SP_CONTAINER(link, struct sp_listener, link));
	}
	for (link = server->connections.next; link != &server->connections; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		sp_session_close(conn, code, sp_span(""));
		if (!(conn->flags & SP_CONN_BLOCKED)) {
			sp_conn_flush(conn);
		}
		sp_conn_abort(conn, code, false);
	}
	server->phase = SP_SERVER_OVER;
}
