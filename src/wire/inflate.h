/* SPDX-License-Identifier: MIT */
/*
 * Inflates what permessage-deflate (RFC 7692) has compressed, as it arrives. The window has the
 * largest size there is, and is kept from message to message unless the caller resets it, so it
 * does not matter what was negotiated about either.
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
	SP_INFLATE_BAD,      /* not deflate data, or not all of it */
	SP_INFLATE_NOMEM,
};

/* NULL: out of memory, or built without zlib. */
struct sp_inflate *sp_inflate_new(void);

/* NULL is fine. */
void sp_inflate_free(struct sp_inflate *inflate);

/* Forgets the window, and whatever was begun: the next message is inflated on its own. False: out
 * of memory. */
bool sp_inflate_reset(struct sp_inflate *inflate);

/* Inflates the next part of a message and appends it to out, which never exceeds max + 1 bytes.
 * last: the message ends with this part, and it is bad if its data ends elsewhere. What ends with a
 * last block (BFINAL) may lack the octet that RFC 7692 §7.2.3.4 wants after it, and an empty
 * message may have no data at all. After a failure only sp_inflate_reset() and sp_inflate_free()
 * may be called. */
enum sp_inflated sp_inflate_feed(struct sp_inflate *inflate, const void *data, size_t len,
	bool last, struct sp_buf *out, size_t max);

/* "1.2.13": the version of zlib in use. */
const char *sp_inflate_library(void);

#endif
