/* SPDX-License-Identifier: MIT */
/*
 * Accepting: connections within the limits are added to the core, and the others are told why they
 * are refused.
 */
#ifndef SP_NET_SERVER_ACCEPT_H
#define SP_NET_SERVER_ACCEPT_H

#include <event2/util.h>

/* The event callback of a listening socket; arg is the listener of a server. */
void sp_accept_event(evutil_socket_t fd, short what, void *arg);

#endif
