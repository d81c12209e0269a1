/* SPDX-License-Identifier: MIT */
/*
 * Signals wake the loop and are handled there: TERM and INT stop the server, HUP reopens the log.
 */
#ifndef SP_NET_SERVER_WAKE_H
#define SP_NET_SERVER_WAKE_H

#include "base/error.h"
#include "net/server/state.h"

/* False: *error says why. */
bool sp_wake_init(struct sp_server *server, struct sp_error *error);
void sp_wake_fini(struct sp_server *server);

#endif
