/* SPDX-License-Identifier: MIT */
/*
 * Numbers and texts as bytes for another process of the same machine: eight bytes for a number,
 * in this machine's order, and a text after its length.
 */
#ifndef SP_BASE_PACK_H
#define SP_BASE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

/* False: out of memory, and some of it may have been appended. */
bool sp_pack_number(struct sp_buf *out, uint64_t number);
bool sp_pack_text(struct sp_buf *out, struct sp_span text);

/* Begins a text whose length is not known yet; *at is for sp_pack_end(). */
bool sp_pack_begin(struct sp_buf *out, size_t *at);
void sp_pack_end(struct sp_buf *out, size_t at);

/* What is still to be read. Once something is missing, is_bad stays true, and all that is read is 0
 * or empty. */
struct sp_unpack {
	struct sp_span rest;
	bool is_bad;
};

uint64_t sp_unpack_number(struct sp_unpack *from);

/* A number that is at most max; a larger one is bad. */
uint64_t sp_unpack_up_to(struct sp_unpack *from, uint64_t max);

/* Points into what is read. */
struct sp_span sp_unpack_text(struct sp_unpack *from);

#endif
