/* SPDX-License-Identifier: MIT */
/*
 * Connections in: those that are welcome become connections of the core, and the others are told
 * why they are not.
 */
#ifndef SP_NET_SERVER_ACCEPT_H
#define SP_NET_SERVER_ACCEPT_H

#include <event2/util.h>

/* Somebody connects to a listener of a server, which is arg. */
void sp_accept_event(evutil_socket_t fd, short what, void *arg);

#endif
