/* SPDX-License-Identifier: MIT */
/*
 * Messages that a script pushes in fragments: they are collected, so that nothing is sent between
 * them.
 */
#ifndef PHP_SEATPUSH_WS_FRAGMENTS_H
#define PHP_SEATPUSH_WS_FRAGMENTS_H

#include "base/span.h"
#include "net/conn/conn.h"

struct php_seatpush_fragment {
	struct sp_span data;
	uint8_t opcode; /* SP_WS_CONTINUATION, SP_WS_TEXT or SP_WS_BINARY */
	bool fin;
};

/* After those from SEATPUSH_GATHER_LATE on, what was collected stays as it was. */
enum php_seatpush_gather {
	SEATPUSH_GATHERED,        /* waiting for the last fragment */
	SEATPUSH_GATHER_COMPLETE, /* *packet is a reference to the whole message */
	SEATPUSH_GATHER_LATE,     /* a message has begun, and this is not its continuation */
	SEATPUSH_GATHER_EARLY,    /* none has begun, and this is a continuation */
	SEATPUSH_GATHER_NOT_UTF8,
	SEATPUSH_GATHER_TOO_LONG,
	SEATPUSH_GATHER_NO_MEMORY,
};

/* True if a message of which this is the opcode and FIN is a fragment wherever it goes. */
static inline bool php_seatpush_is_fragment(uint8_t opcode, bool fin)
{
	return opcode <= SP_WS_BINARY && (!fin || opcode == SP_WS_CONTINUATION);
}

/* A message in fragments has begun on that connection. */
bool php_seatpush_has_fragments(const struct sp_conn *conn);

enum php_seatpush_gather php_seatpush_gather(
	struct sp_conn *conn, const struct php_seatpush_fragment *fragment, struct sp_packet **packet);

/* Says why in push(), whose arguments data and opcode are the second and the third: throws, or see
 * php_seatpush_misuse(). */
void php_seatpush_gather_refuse(enum php_seatpush_gather why);

#endif
