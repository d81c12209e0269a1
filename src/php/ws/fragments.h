/* SPDX-License-Identifier: MIT */
/*
 * Messages that a script pushes in fragments: they are collected, so that nothing is sent between
 * them.
 */
#ifndef PHP_SEATPUSH_WS_FRAGMENTS_H
#define PHP_SEATPUSH_WS_FRAGMENTS_H

#include "net/conn/conn.h"
#include "php/ws/outgoing.h"

enum php_seatpush_gather {
	SEATPUSH_GATHERED,        /* waiting for the last fragment */
	SEATPUSH_GATHER_COMPLETE, /* *packet is a reference to the whole message */
	SEATPUSH_GATHER_THROWN,   /* an exception was thrown; what was collected stays */
};

/* True if this push is part of a fragmented message on that connection. */
bool php_seatpush_is_fragment(const struct sp_conn *conn, const struct php_seatpush_outgoing *out);

enum php_seatpush_gather php_seatpush_gather(
	struct sp_conn *conn, const struct php_seatpush_outgoing *out, struct sp_packet **packet);

#endif
