/* SPDX-License-Identifier: MIT */
/*
 * How a server ends: in order, or at once after a fatal.
 */
#ifndef SP_NET_SERVER_STOP_H
#define SP_NET_SERVER_STOP_H

#include "net/server/state.h"

/* Begins the orderly stop: no new connections from now on; those that are open are closed at the
 * end of the tick, after on_tick, so that user code can say goodbye. Idempotent. */
void sp_server_stop(struct sp_server *server);

/* User code may run no more (a fatal): the current turn ends as soon as it can. */
void sp_server_halt(struct sp_server *server);

/* Ends all connections without any hook: close frames with code as far as the kernel takes them.
 * Those that were known stay in the closing list. */
void sp_server_drop_all(struct sp_server *server, unsigned code);

/* At the end of a tick: closes the connections that there are, once the stop has begun. */
void sp_stop_close_all(struct sp_server *server);

/* At the end of a tick: the server is over when all are gone, or the deadline is. */
void sp_stop_progress(struct sp_server *server);

/* In place of the usual sweep, while stopping. */
void sp_stop_sweep(struct sp_conn *conn);

#endif
