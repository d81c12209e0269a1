/* SPDX-License-Identifier: MIT */
/*
 * How a server ends: in order, or at once after a fatal error.
 */
#ifndef SP_NET_SERVER_STOP_H
#define SP_NET_SERVER_STOP_H

#include "net/server/state.h"

/* Begins an orderly stop: accepts no new connections from now on, and closes the open ones at the
 * end of the tick, after on_tick, so that user code can say goodbye. Idempotent. */
void sp_server_stop(struct sp_server *server);

/* User code may no longer run, after a fatal error: the current turn ends as soon as it can. */
void sp_server_halt(struct sp_server *server);

/* Ends all connections without calling hooks. Sends close frames with this code as far as the
 * kernel accepts them. Connections whose on_close has not run stay on agenda.closing. */
void sp_server_drop_all(struct sp_server *server, unsigned code);

/* At the end of the tick in which the stop began: closes all connections. */
void sp_stop_close_all(struct sp_server *server);

/* At the end of a tick: the server is over once all connections are gone and all tasks done;
 * connections that are left at the deadline are dropped, and tasks are not waited for. */
void sp_stop_progress(struct sp_server *server);

/* Replaces the usual sweep while stopping. */
void sp_stop_sweep(struct sp_server *server, struct sp_conn *conn);

/* Nobody is accepted any more. */
void sp_stop_listening(struct sp_server *server);

/* Says the farewell to one; a client that waits for an answer gets that first. */
void sp_stop_close(struct sp_server *server, struct sp_conn *conn);

#endif
