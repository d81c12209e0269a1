/* SPDX-License-Identifier: MIT */
/*
 * The compressors of one process. One of each coding is kept while nothing uses it, so a body that
 * is there as a whole costs no allocation; bodies that come in pieces have one each, and only so
 * many at a time.
 */
#ifndef SP_WIRE_COMPRESSORS_H
#define SP_WIRE_COMPRESSORS_H

#include "wire/compressor.h"

/* Zeroed is empty. */
struct sp_compressors {
	struct sp_compressor *spare[SP_CODINGS]; /* owned; NULL: none */
	unsigned taken;                          /* and not given back yet */
	struct sp_buf scratch; /* what was compressed, until sp_compressors_forget() */
};

/* What was taken must have been given back. */
void sp_compressors_fini(struct sp_compressors *compressors);

/* A compressor that has begun a body, for sp_compressors_give(). NULL: out of memory, or the coding
 * is not available. */
struct sp_compressor *sp_compressors_take(
	struct sp_compressors *compressors, enum sp_coding coding, int level);

/* Takes it back. NULL is fine. */
void sp_compressors_give(struct sp_compressors *compressors, struct sp_compressor *compressor);

/* Compresses a whole body into scratch. False: it would not get shorter, or memory has run out. */
bool sp_compressors_whole(struct sp_compressors *compressors, enum sp_coding coding, int level,
	const void *data, size_t len);

/* Nobody looks at scratch any more. */
void sp_compressors_forget(struct sp_compressors *compressors);

#endif
