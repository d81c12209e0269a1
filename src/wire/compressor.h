/* SPDX-License-Identifier: MIT */
/*
 * Compresses the bodies of HTTP responses. A compressor is for one coding and for one body at a
 * time, and is used again for the next one. All look 64 KiB back at most, so that many can be at
 * work at the same time: with level 1 gzip takes 260 KiB, br 600 KiB and zstd 520 KiB, and with the
 * higher levels br and zstd take up to 3 MiB.
 */
#ifndef SP_WIRE_COMPRESSOR_H
#define SP_WIRE_COMPRESSOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "wire/http_coding.h"

struct sp_compressor;

enum sp_compressed {
	SP_COMPRESSED,
	SP_COMPRESS_TOO_LONG, /* it would be longer than max */
	SP_COMPRESS_NOMEM,
};

/* A bit for each coding that this was built with: 1 << SP_CODING_GZIP ... */
unsigned sp_compressors_available(void);

/* "1.2.13": the version of the library for a coding; NULL: this was built without it. */
const char *sp_compressor_library(enum sp_coding coding);

/* A compressor for a coding that is available. NULL: out of memory. */
struct sp_compressor *sp_compressor_new(enum sp_coding coding);

/* NULL is fine. */
void sp_compressor_free(struct sp_compressor *compressor);

enum sp_coding sp_compressor_coding(const struct sp_compressor *compressor);

/* Forgets the body before, whether or not it came to its end, and begins another one. level: 1 to
 * 9, from fast to small. False: out of memory. */
bool sp_compressor_begin(struct sp_compressor *compressor, int level);

/* Compresses the next piece of the body and appends to out all that its reader needs to see it.
 * last: the body ends with it. max: bytes that out may have then. After a failure only
 * sp_compressor_begin() and sp_compressor_free() may be called, and out has what has come until
 * then. */
enum sp_compressed sp_compressor_feed(struct sp_compressor *compressor, const void *data,
	size_t len, bool last, struct sp_buf *out, size_t max);

#endif
