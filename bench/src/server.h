/* SPDX-License-Identifier: MIT */
/* The server under test: a command that this tool starts, or a process that already runs. */
#ifndef BENCH_SERVER_H
#define BENCH_SERVER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "options.h"

struct server;

/* Starts options->server by the shell in a process group of its own, pinned to core (-1: free), and
 * waits until it accepts connections; or attaches to options->pid. NULL: stderr says why. */
struct server *server_new(const struct options *options, int core);

/* The group of a server started here gets TERM, and KILL after three seconds. One that was attached
 * to keeps running. */
void server_free(struct server *server);

pid_t server_pid(const struct server *server);

uint16_t server_port(const struct server *server);

/* False: it has ended. */
bool server_alive(struct server *server);

#endif
