/* SPDX-License-Identifier: MIT */
/*
 * Options that a connection inherits (no delay, keep-alive) are set on the listening socket, so
 * that accepting a connection costs one system call.
 */
#include "net/conn/listener.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/hash.h"
#include "net/conn/core.h"
#include "net/conn/none.h"
#include "net/loop/descriptor.h"
#include "net/process/inherited.h"
#include "net/process/worker.h"
#include "net/stream/tls_port.h"
#include "wire/address.h"

#define FIRST_FREE_PORT 1024 /* below it, only root may listen */
#define PEERS_AT_FIRST 64

union address {
	struct sockaddr any;
	struct sockaddr_in in;
	struct sockaddr_in6 in6;
	struct sockaddr_un un;
};

static void explain(const struct sp_listener *listener, int number, struct sp_error *error)
{
	const char *where = listener->name;

	struct stat info;

	if (number == EADDRINUSE && listener->type == SP_SOCK_UNIX &&
		lstat(listener->host, &info) == 0 && !S_ISSOCK(info.st_mode)) {
		sp_error_set(error, number,
			"cannot listen on %s: a file of that name exists and is not a socket; remove it or "
			"choose another path",
			where);
	} else if (number == EADDRINUSE && listener->type == SP_SOCK_UNIX) {
		sp_error_set(error, number,
			"cannot listen on %s: another process is listening there; stop it or choose another path",
			where);
	} else if (number == EADDRINUSE) {
		sp_error_set(error, number,
			"cannot listen on %s: the port is in use; choose another one, or find who has it "
			"with: ss -ltnp 'sport = :%d'",
			where, listener->port);
	} else if (number == EACCES && listener->port > 0 && listener->port < FIRST_FREE_PORT) {
		sp_error_set(error, number,
			"cannot listen on %s: ports below %d need root; choose a higher one and put a proxy "
			"in front of it",
			where, FIRST_FREE_PORT);
	} else if (number == EADDRNOTAVAIL) {
		sp_error_set(error, number,
			"cannot listen on %s: this machine has no such address; 0.0.0.0 means all", where);
	} else {
		sp_error_set(error, number, "cannot listen on %s: %s", where, strerror(number));
	}
}

/* False: *error says why. */
static bool resolve(
	struct sp_listener *listener, union address *address, socklen_t *len, struct sp_error *error)
{
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE};
	struct addrinfo *found;
	char port[16];
	int result;

	if (listener->type == SP_SOCK_UNIX) {
		if (strlen(listener->host) >= sizeof(address->un.sun_path)) {
			sp_error_set(error, ENAMETOOLONG,
				"cannot listen on %s: a socket's path has at most %zu characters", listener->name,
				sizeof(address->un.sun_path) - 1);
			return false;
		}
		address->un.sun_family = AF_UNIX;
		strcpy(address->un.sun_path, listener->host);
		*len = sizeof(address->un);
		return true;
	}
	hints.ai_family = listener->type == SP_SOCK_TCP6 ? AF_INET6 : AF_INET;
	snprintf(port, sizeof(port), "%d", listener->port);
	result = getaddrinfo(*listener->host ? listener->host : NULL, port, &hints, &found);
	if (result != 0) {
		sp_error_set(error, EINVAL, "cannot listen on %s: %s%s", listener->name,
			gai_strerror(result),
			listener->type == SP_SOCK_TCP ? "; an IPv6 address needs SOCK_TCP6" : "");
		return false;
	}
	memcpy(address, found->ai_addr, found->ai_addrlen);
	*len = found->ai_addrlen;
	freeaddrinfo(found);
	return true;
}

/* A socket file that nobody listens on any more would make bind(2) fail. */
static void remove_stale_file(const union address *address, socklen_t len)
{
	struct stat info;
	int probe;

	if (lstat(address->un.sun_path, &info) != 0 || !S_ISSOCK(info.st_mode)) {
		return;
	}
	probe = sp_socket(AF_UNIX);
	if (probe >= 0) {
		if (connect(probe, &address->any, len) != 0 && errno == ECONNREFUSED) {
			unlink(address->un.sun_path);
		}
		close(probe);
	}
}

static void set_int(int fd, int level, int option, int64_t value)
{
	int number = (int) value;

	setsockopt(fd, level, option, &number, sizeof(number));
}

static void read_port(struct sp_listener *listener)
{
	union address address = {0};
	socklen_t len = sizeof(address);

	if (listener->type != SP_SOCK_UNIX && getsockname(listener->fd, &address.any, &len) == 0) {
		listener->port =
			ntohs(listener->type == SP_SOCK_TCP6 ? address.in6.sin6_port : address.in.sin_port);
	}
}

static bool bind_and_listen(struct sp_listener *listener, struct sp_error *error)
{
	union address address = {0};
	socklen_t len;

	if (!resolve(listener, &address, &len, error)) {
		return false;
	}
	listener->fd = sp_inherited_take(&address.any);
	if (listener->fd >= 0) {
		return true;
	}
	listener->fd = sp_socket(address.any.sa_family);
	if (listener->fd < 0) {
		explain(listener, errno, error);
		return false;
	}
	if (listener->type == SP_SOCK_UNIX) {
		remove_stale_file(&address, len);
	} else {
		set_int(listener->fd, SOL_SOCKET, SO_REUSEADDR, 1);
	}
	if (listener->type == SP_SOCK_TCP6) {
		set_int(listener->fd, IPPROTO_IPV6, IPV6_V6ONLY, 0);
	}
	if (bind(listener->fd, &address.any, len) != 0) {
		explain(listener, errno, error);
		return false;
	}
	listener->bound_path = listener->type == SP_SOCK_UNIX;
	sp_owner_take(&listener->bound_by);
	if (listen(listener->fd, SOMAXCONN) != 0) {
		explain(listener, errno, error);
		return false;
	}
	return true;
}

/* A worker gets the port from its supervisor if that has it, and the supervisor gets it otherwise:
 * then the socket file is the supervisor's, too. */
static bool open_port(struct sp_listener *listener, struct sp_error *error)
{
	listener->fd = sp_worker_take_port(listener->host, listener->asked_port, listener->type);
	if (listener->fd < 0) {
		if (!bind_and_listen(listener, error)) {
			return false;
		}
		if (sp_worker_is()) {
			sp_worker_opened_port(listener->host, listener->asked_port, listener->type,
				listener->bound_path, listener->fd);
			listener->bound_path = false;
		}
	}
	read_port(listener);
	return true;
}

static void set_name(struct sp_listener *listener)
{
	if (listener->type == SP_SOCK_UNIX) {
		snprintf(listener->name, sizeof(listener->name), "unix:%s", listener->host);
	} else {
		snprintf(listener->name, sizeof(listener->name),
			strchr(listener->host, ':') ? "[%s]:%d" : "%s:%d", listener->host, listener->port);
	}
}

struct sp_listener *sp_listener_new(
	struct sp_core *core, const char *host, int port, int type, struct sp_error *error)
{
	struct sp_listener *listener = calloc(1, sizeof(*listener));

	if (listener == NULL || (listener->host = strdup(host)) == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
		free(listener);
		return NULL;
	}
	sp_link_init(&listener->link);
	listener->core = core;
	listener->port = port;
	listener->asked_port = port;
	listener->type = type & ~SP_SOCK_SSL;
	listener->is_tls = (type & SP_SOCK_SSL) != 0;
	listener->fd = -1;
	set_name(listener);
	if (!open_port(listener, error)) {
		sp_listener_free(listener);
		return NULL;
	}
	set_name(listener);
	return listener;
}

void sp_listener_free(struct sp_listener *listener)
{
	sp_listener_close(listener);
	sp_link_remove(&listener->link);
	sp_networks_free(listener->trusted);
	sp_tls_port_free(listener->tls);
	free(listener->host);
	free(listener);
}

void sp_listener_unwatch(struct sp_listener *listener)
{
	if (listener->event != NULL) {
		event_free(listener->event);
		listener->event = NULL;
	}
}

void sp_listener_close(struct sp_listener *listener)
{
	bool started = listener->event != NULL;

	sp_listener_unwatch(listener);
	if (listener->bound_path && (started || sp_owner_is_alone(&listener->bound_by))) {
		unlink(listener->host);
	}
	listener->bound_path = false;
	if (listener->fd >= 0) {
		close(listener->fd);
		listener->fd = -1;
	}
}

void sp_listener_renounce(struct sp_listener *listener)
{
	listener->transport = &sp_transport_none;
	listener->bound_path = false;
	if (listener->fd >= 0) {
		close(listener->fd);
		listener->fd = -1;
	}
}

/* All ports count in one table, which workers share. A port is known there by its name, since that
 * stays the same when a reload opens the ports in another order. */
static bool count_peers(struct sp_listener *listener, struct sp_error *error)
{
	const struct sp_port_settings *settings = &listener->settings;
	struct sp_core *core = listener->core;
	uint64_t seed;

	listener->counts_peers = settings->max_conn_per_ip > 0 || settings->accept_rate_per_ip > 0;
	if (!listener->counts_peers) {
		return true;
	}
	if (core->machine == NULL && core->peers == NULL &&
		(core->peers = sp_peers_new(PEERS_AT_FIRST)) == NULL) {
		sp_error_set(error, ENOMEM, "cannot count the peers of %s: out of memory", listener->name);
		return false;
	}
	seed = core->machine != NULL ? core->machine->facts->seed : sp_hash_seed(listener);
	listener->peers_seed = sp_hash(seed, listener->name, strlen(listener->name));
	return true;
}

/* The secret is common to all processes of the server, if it has several. */
static bool begin_tls(struct sp_listener *listener, struct sp_error *error)
{
	const struct sp_machine *machine = listener->core->machine;
	unsigned char secret[SP_TLS_SECRET];

	if (!listener->is_tls || listener->tls != NULL) {
		return true;
	}
	if (listener->settings.proxy_protocol) {
		sp_error_set(error, EINVAL,
			"%s: proxy_protocol on a port with SSL is not in this version: let the proxy end TLS",
			listener->name);
		return false;
	}
	if (machine != NULL) {
		memcpy(secret, machine->facts->secret, sizeof(secret));
	} else if (!sp_entropy(secret, sizeof(secret))) {
		sp_error_set(error, EIO, "%s: the system has no entropy to give", listener->name);
		return false;
	}
	listener->tls = sp_tls_port_new(&listener->settings.tls, listener->name, secret, error);
	return listener->tls != NULL;
}

bool sp_listener_start(
	struct sp_listener *listener, event_callback_fn on_acceptable, struct sp_error *error)
{
	const struct sp_port_settings *settings = &listener->settings;

	if (listener->type != SP_SOCK_UNIX) {
		set_int(listener->fd, IPPROTO_TCP, TCP_NODELAY, settings->tcp_nodelay);
		set_int(listener->fd, SOL_SOCKET, SO_KEEPALIVE, settings->tcp_keepalive);
#ifdef TCP_KEEPIDLE
		set_int(listener->fd, IPPROTO_TCP, TCP_KEEPIDLE, settings->tcp_keepidle_s);
		set_int(listener->fd, IPPROTO_TCP, TCP_KEEPINTVL, settings->tcp_keepinterval_s);
		set_int(listener->fd, IPPROTO_TCP, TCP_KEEPCNT, settings->tcp_keepcount);
#endif
	}
	if (!begin_tls(listener, error) || !count_peers(listener, error)) {
		return false;
	}
	if (settings->trusted_proxies != NULL && listener->trusted == NULL &&
		(listener->trusted = sp_networks_new(settings->trusted_proxies)) == NULL) {
		sp_error_set(
			error, ENOMEM, "cannot keep trusted_proxies of %s: out of memory", listener->name);
		return false;
	}
	listen(listener->fd, (int) settings->backlog);
	listener->event = event_new(
		listener->core->loop->base, listener->fd, EV_READ | EV_PERSIST, on_acceptable, listener);
	if (listener->event == NULL) {
		sp_error_set(error, ENOMEM, "cannot watch %s: out of memory", listener->name);
		return false;
	}
	return true;
}

bool sp_listener_accept(struct sp_listener *listener, struct sp_error *error)
{
	if (event_add(listener->event, NULL) != 0) {
		sp_error_set(error, ENOMEM, "cannot watch %s: out of memory", listener->name);
		return false;
	}
	return true;
}

int sp_listener_hand_over(struct sp_listener *listener)
{
	int fd = listener->fd;

	listener->fd = -1;
	listener->bound_path = false;
	return fd;
}
