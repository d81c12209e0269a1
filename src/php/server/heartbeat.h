/* SPDX-License-Identifier: MIT */
/*
 * Server::heartbeat(): connections that have been silent for too long.
 */
#ifndef PHP_SEATPUSH_SERVER_HEARTBEAT_H
#define PHP_SEATPUSH_SERVER_HEARTBEAT_H

#include <stdbool.h>

#include "base/buf.h"
#include "net/conn/core.h"

/* Appends the ids of this process' silent connections, as numbers of base/pack.h; closes: and
 * closes them. False: out of memory, and some of them are missing. */
bool php_seatpush_silent(struct sp_core *core, bool closes, struct sp_buf *ids);

#endif
