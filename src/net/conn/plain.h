/* SPDX-License-Identifier: MIT */
/*
 * The transport that sends bytes as they are, on a socket.
 */
#ifndef SP_NET_CONN_PLAIN_H
#define SP_NET_CONN_PLAIN_H

#include "net/conn/transport.h"

extern const struct sp_transport sp_transport_plain;

#endif
