/* SPDX-License-Identifier: MIT */
#ifndef SP_NET_CONN_NONE_H
#define SP_NET_CONN_NONE_H

#include "net/conn/transport.h"

/* In a child that a callback forked: of connections that are the parent's. Each call fails, or does
 * nothing. */
extern const struct sp_transport sp_transport_none;

#endif
