/* SPDX-License-Identifier: MIT */
/*
 * What a connection speaks first on a port with proxy_protocol: a head of the PROXY protocol, which
 * says whose it is. Then on_connect is called, and it speaks HTTP.
 */
#ifndef SP_NET_SESSION_PROXY_H
#define SP_NET_SESSION_PROXY_H

#include "net/conn/protocol.h"

extern const struct sp_protocol sp_session_proxy;

#endif
