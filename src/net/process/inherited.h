/* SPDX-License-Identifier: MIT */
/*
 * Sockets that a service manager has opened for this process and listens on (socket activation:
 * sd_listen_fds(3)).
 */
#ifndef SP_NET_PROCESS_INHERITED_H
#define SP_NET_PROCESS_INHERITED_H

#include <stdbool.h>
#include <sys/socket.h>

/* When the module is loaded: finds them by LISTEN_PID and LISTEN_FDS, which are gone afterwards. */
void sp_inherited_begin(void);

/* The descriptor of the one with that address, for the caller to own; -1: there is none. */
int sp_inherited_take(const struct sockaddr *address);

/* How many nobody has taken. */
int sp_inherited_left(void);

#endif
