/* SPDX-License-Identifier: MIT */
/*
 * The ports that the supervisor holds open and passes to each worker. A worker finds its own by
 * what it asks for: host, port and type.
 */
#ifndef SP_NET_PROCESS_PORTS_H
#define SP_NET_PROCESS_PORTS_H

#include <stdbool.h>

#include "net/process/channel.h"

struct sp_ports {
	struct sp_shared_port *all; /* places are kept, so that their numbers are */
	int count;
};

/* Takes the descriptor of a port that this process has opened. False: out of memory, and it is
 * closed. type: a unix socket's path is host, and is_path is true. */
bool sp_ports_add(
	struct sp_ports *ports, const char *host, int port, int type, bool is_path, int descriptor);

/* The same for one that a worker has opened; wave: that of the worker, see hand.h. */
bool sp_ports_adopt(
	struct sp_ports *ports, const struct sp_message *opened, int descriptor, unsigned wave);

/* Sends all of them, and SP_MESSAGE_BEGIN. False: errno says why. */
bool sp_ports_send(const struct sp_ports *ports, int channel);

/* A worker of that wave listens on this one. */
void sp_ports_taken(struct sp_ports *ports, int number, unsigned wave);

/* These workers serve: ports that none of them has taken are closed. */
void sp_ports_keep(struct sp_ports *ports, unsigned wave);

/* These workers failed: ports that they opened are closed. */
void sp_ports_drop(struct sp_ports *ports, unsigned wave);

/* In a child of the supervisor: they are the parent's. Does only what a signal handler may. */
void sp_ports_renounce(struct sp_ports *ports);

/* remove: socket files, too. */
void sp_ports_fini(struct sp_ports *ports, bool remove);

#endif
