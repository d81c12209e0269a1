/* SPDX-License-Identifier: MIT */
/*
 * What comes from outside wakes the loop and is handled there: signals (TERM and INT stop the
 * server, USR1 reloads, HUP reopens the log), and what the supervisor of a worker says.
 */
#ifndef SP_NET_SERVER_WAKE_H
#define SP_NET_SERVER_WAKE_H

#include "base/error.h"
#include "net/server/state.h"

/* False: *error says why. */
bool sp_wake_init(struct sp_server *server, struct sp_error *error);
void sp_wake_fini(struct sp_server *server);

/* Asks the supervisor for a reload. False: there is none, which is logged. */
bool sp_wake_reload(void);

#endif
