/* SPDX-License-Identifier: MIT */
/*
 * A server's life, which puts the parts together: it is made, its ports are opened, it is started
 * and freed.
 */
#ifndef SP_NET_SERVER_SERVER_H
#define SP_NET_SERVER_SERVER_H

#include <stdbool.h>

#include "base/error.h"
#include "net/conn/hooks.h"
#include "net/conn/listener.h"
#include "net/loop/loop.h"
#include "net/server/state.h"

/* hooks are borrowed for the server's life. NULL: out of memory. */
struct sp_server *sp_server_new(struct sp_loop *loop, const struct sp_hooks *hooks);

/* Closes everything at once, without hooks. */
void sp_server_free(struct sp_server *server);

/* Opens a port. The server owns the listener. NULL: *error says why and what to do. */
struct sp_listener *sp_server_listen(
	struct sp_server *server, const char *host, int port, int type, struct sp_error *error);

/* The right to start it, which of all processes that have a copy only one gets. */
bool sp_server_claim(struct sp_server *server, struct sp_error *error);

/* In a child that is forked from now on, all that is open is the parent's. Part of
 * sp_server_start(); a supervisor does no more than this. */
void sp_server_watch_forks(struct sp_server *server);

/* Everything but accepting: descriptor limit, ids, listeners. False: *error says why. */
bool sp_server_start(struct sp_server *server, struct sp_error *error);

/* Accepts from now on. False: *error says why. */
bool sp_server_accept(struct sp_server *server, struct sp_error *error);

#endif
