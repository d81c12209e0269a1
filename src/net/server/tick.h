/* SPDX-License-Identifier: MIT */
/*
 * The end of a tick: close callbacks, the flush, freeing; and the second's sweep. For server.c
 * and conn.c; the functions that the upper floor calls are in server.h.
 */
#ifndef SP_NET_SERVER_TICK_H
#define SP_NET_SERVER_TICK_H

#include "net/server/server.h"

/* The sweep timer and the watch on signals. False: *error says why. */
bool sp_tick_init(struct sp_server *server, struct sp_error *error);
void sp_tick_fini(struct sp_server *server);

/* While stopping, the sweep comes more often. */
void sp_tick_hurry(struct sp_server *server);

#endif
