/* SPDX-License-Identifier: MIT */
/*
 * A turn of the loop and what follows it: woken callbacks, Close callbacks, the flush, freeing.
 * Also the sweep once a second.
 */
#ifndef SP_NET_SERVER_TICK_H
#define SP_NET_SERVER_TICK_H

#include "base/error.h"
#include "net/server/state.h"

/* Runs one turn of the loop and the end of the tick. False: the server is over. */
bool sp_server_turn(struct sp_server *server);

/* Sets up the sweep timer. False: *error says why. */
bool sp_tick_init(struct sp_server *server, struct sp_error *error);
void sp_tick_fini(struct sp_server *server);

#endif
