/* SPDX-License-Identifier: MIT */
/*
 * What permessage-deflate (RFC 7692) has compressed, inflated as it comes. The window is kept from
 * message to message, and is as large as any: so it does not matter what was agreed about either.
 */
#ifndef SP_WIRE_INFLATE_H
#define SP_WIRE_INFLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct sp_inflate;

enum sp_inflated {
	SP_INFLATED,
	SP_INFLATE_TOO_LONG, /* more than max */
	SP_INFLATE_BAD,      /* no such data */
	SP_INFLATE_NOMEM,
};

/* NULL: out of memory. */
struct sp_inflate *sp_inflate_new(void);

/* NULL is fine. */
void sp_inflate_free(struct sp_inflate *inflate);

/* Appends to out what the next part of a message becomes; out is never longer than max and a byte.
 * last: the message ends with it. Nothing but sp_inflate_free() may follow a failure. */
enum sp_inflated sp_inflate_feed(struct sp_inflate *inflate, const void *data, size_t len,
	bool last, struct sp_buf *out, size_t max);

/* "1.2.13": the version of zlib it runs with. */
const char *sp_inflate_library(void);

#endif
