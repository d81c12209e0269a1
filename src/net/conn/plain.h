/* SPDX-License-Identifier: MIT */
/*
 * The transport that moves bytes over a socket as they are.
 */
#ifndef SP_NET_CONN_PLAIN_H
#define SP_NET_CONN_PLAIN_H

#include "net/conn/transport.h"

extern const struct sp_transport sp_transport_plain;

#endif
