/* SPDX-License-Identifier: MIT */
/*
 * A worker retires: another one accepts, and this one's connections are asked to come back (1012),
 * not all at once if there is time. Those that are still to be closed are served until then.
 */
#ifndef SP_NET_SERVER_RETIRE_H
#define SP_NET_SERVER_RETIRE_H

#include "net/server/state.h"

/* Stops listening now, and closes all connections in the course of that time; then the server
 * stops. */
void sp_server_retire(struct sp_server *server, uint64_t over_ms);

/* The others move to another process: closes those with TLS in the course of reload_spread. */
void sp_retire_secure(struct sp_server *server);

void sp_retire_fini(struct sp_server *server);

#endif
