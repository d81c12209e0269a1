/* SPDX-License-Identifier: MIT */
/*
 * A listening socket with its settings: what all connections of a port have in common.
 */
#ifndef SP_NET_CONN_LISTENER_H
#define SP_NET_CONN_LISTENER_H

#include <stdbool.h>
#include <stdint.h>
#include <event2/event.h>

#include "base/error.h"
#include "base/queue.h"
#include "net/conn/settings.h"
#include "net/loop/fork.h"

struct sp_core;
struct sp_networks;
struct sp_tls_port;
struct sp_transport;

/* Socket types; the numbers are those that scripts know as SWOOLE_SOCK_*. */
enum sp_sock_type {
	SP_SOCK_TCP = 1,
	SP_SOCK_TCP6 = 3,
	SP_SOCK_UNIX = 5,
	SP_SOCK_SSL = 512, /* a bit added to the others */
};

struct sp_listener {
	struct sp_core *core;                 /* borrowed */
	const struct sp_transport *transport; /* of its connections */
	struct sp_port_settings settings;
	struct sp_link link; /* in the server's list, in the order in which they were opened */
	struct event *event;
	struct sp_tls_port *tls;     /* owned; NULL: it speaks no TLS, or has not been started */
	struct sp_networks *trusted; /* owned; trusted_proxies; NULL: none */
	void *owner;                 /* the upper floor's; not touched here */
	char *host;                  /* owned; for SP_SOCK_UNIX the path */
	char name[128];              /* for people: "127.0.0.1:9501" */
	int port;                    /* the actual one, even if 0 was asked for */
	int asked_port;
	int fd;               /* -1: closed */
	int type;             /* enum sp_sock_type, without SP_SOCK_SSL */
	bool is_tls;          /* it had that */
	int index;            /* 0 is the server's own */
	uint32_t connections; /* open ones */
	bool counts_peers;    /* there are limits per address */
	uint64_t peers_seed;  /* what the same address is called at this port, in all processes */
	struct sp_owner bound_by;
	bool bound_path; /* there is a socket file to unlink */
};

/* As scripts know it. */
static inline int sp_listener_type(const struct sp_listener *listener)
{
	return listener->type | (listener->is_tls ? SP_SOCK_SSL : 0);
}

/* Opens, binds and listens. NULL: *error says why and what to do. */
struct sp_listener *sp_listener_new(
	struct sp_core *core, const char *host, int port, int type, struct sp_error *error);

/* Closes it if need be, takes it off its list and frees it. */
void sp_listener_free(struct sp_listener *listener);

/* Applies the settings as they are now. on_acceptable will be called with the listener as argument
 * when a client connects, from sp_listener_accept() on. False: *error says why. */
bool sp_listener_start(
	struct sp_listener *listener, event_callback_fn on_acceptable, struct sp_error *error);

/* False: *error says why. */
bool sp_listener_accept(struct sp_listener *listener, struct sp_error *error);

/* The descriptor, which is the caller's from now on, and so is the socket file. */
int sp_listener_hand_over(struct sp_listener *listener);

/* Undoes sp_listener_start(): the socket goes on listening, and nobody accepts. */
void sp_listener_unwatch(struct sp_listener *listener);

/* Stops listening, and removes the socket file unless another process may serve there: this is a
 * child, or a child has a copy of what was not started yet. */
void sp_listener_close(struct sp_listener *listener);

/* In a child: closes the descriptor, and nothing else is touched. */
void sp_listener_renounce(struct sp_listener *listener);

#endif
