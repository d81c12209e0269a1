/* SPDX-License-Identifier: MIT */
/*
 * All protocols that a connection can speak, indexed by enum sp_protocol_kind.
 */
#ifndef SP_NET_SESSION_SESSION_H
#define SP_NET_SESSION_SESSION_H

#include "net/conn/protocol.h"

extern const struct sp_protocol *const sp_session_protocols[];

#endif
