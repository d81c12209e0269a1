/* SPDX-License-Identifier: MIT */
/*
 * Compresses messages for permessage-deflate (RFC 7692 §7.2.1), each on its own: what came before
 * is forgotten, so one compressor serves all connections.
 */
#ifndef SP_WIRE_DEFLATE_H
#define SP_WIRE_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct sp_deflate;

enum sp_deflated {
	SP_DEFLATED,
	SP_DEFLATE_TOO_LONG, /* it would be longer than max */
	SP_DEFLATE_NOMEM,
};

/* False: built without zlib, and sp_deflate_new() returns NULL. */
bool sp_deflate_available(void);

/* window: 9 to 15, the power of two of its size; level and memory: 1 to 9, as zlib counts them.
 * Holds about 2^(window + 2) + 2^(memory + 9) bytes. NULL: out of memory. */
struct sp_deflate *sp_deflate_new(unsigned window, int level, int memory);

/* NULL is fine. */
void sp_deflate_free(struct sp_deflate *compressor);

/* Puts the message into out, in place of what is there, without the tail that a sender leaves out.
 * max: bytes that it may have. Unless the result is SP_DEFLATED, out is empty. */
enum sp_deflated sp_deflate_message(
	struct sp_deflate *compressor, const void *data, size_t len, struct sp_buf *out, size_t max);

#endif
