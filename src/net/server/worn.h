/* SPDX-License-Identifier: MIT */
/*
 * A worker that has served long enough asks for another one to follow it.
 */
#ifndef SP_NET_SERVER_WORN_H
#define SP_NET_SERVER_WORN_H

#include "net/server/state.h"

/* Once a second: asks the supervisor, once, when max_calls is reached. */
void sp_worn_look(struct sp_server *server);

#endif
