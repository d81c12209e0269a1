/* SPDX-License-Identifier: MIT */
/*
 * A turn of the loop and what follows it: callbacks that were woken, Close callbacks, the flush,
 * freeing; and the second's sweep.
 */
#ifndef SP_NET_SERVER_TICK_H
#define SP_NET_SERVER_TICK_H

#include "base/error.h"
#include "net/server/state.h"

/* One turn of the loop and the end of the tick. False: the server is over. */
bool sp_server_turn(struct sp_server *server);

/* The sweep timer. False: *error says why. */
bool sp_tick_init(struct sp_server *server, struct sp_error *error);
void sp_tick_fini(struct sp_server *server);

#endif
