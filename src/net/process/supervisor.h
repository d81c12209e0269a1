/* SPDX-License-Identifier: MIT */
/*
 * The supervisor: starts the script again as a worker that serves, and another one when that ends
 * or when the script is to be read afresh. It serves nobody itself. Whoever connects while nobody
 * accepts waits in the port's backlog.
 */
#ifndef SP_NET_PROCESS_SUPERVISOR_H
#define SP_NET_PROCESS_SUPERVISOR_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "net/loop/loop.h"
#include "net/process/supervision.h"

/* hooks are borrowed. NULL: *error says why. */
struct sp_supervisor *sp_supervisor_new(struct sp_loop *loop,
	const struct sp_supervisor_settings *settings, const struct sp_supervisor_hooks *hooks,
	void *arg, struct sp_error *error);

/* In a child: touches nothing. Otherwise workers that are left are killed, and ports closed that
 * workers have opened. */
void sp_supervisor_free(struct sp_supervisor *supervisor);

/* A port to pass on, by what the script asked for; is_path: host is the path of a socket file.
 * Takes the descriptor. False: out of memory, and it is closed. */
bool sp_supervisor_add_port(struct sp_supervisor *supervisor, const char *host, int port, int type,
	bool is_path, int descriptor);

/* Starts the first worker. Signals must be caught. False: *error says why. */
bool sp_supervisor_start(struct sp_supervisor *supervisor, struct sp_error *error);

/* Waits for events and handles them. False: it is over, see sp_supervisor_failure(). */
bool sp_supervisor_turn(struct sp_supervisor *supervisor);

/* Why the first worker did not get as far as serving; NULL: it did. */
const char *sp_supervisor_failure(const struct sp_supervisor *supervisor);

void sp_supervisor_stop(struct sp_supervisor *supervisor);

/* Starts the script afresh. If that is being done, once more afterwards. */
void sp_supervisor_reload(struct sp_supervisor *supervisor);

/* All workers open the log and read certificates again. */
void sp_supervisor_reopen(struct sp_supervisor *supervisor);

#endif
