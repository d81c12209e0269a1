/* SPDX-License-Identifier: MIT */
#include "wire/deflate.h"

#ifdef HAVE_SEATPUSH_ZLIB

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#define TAIL 4 /* bytes that a sender leaves out (RFC 7692 §7.2.1) */

struct sp_deflate {
	z_stream stream;
};

bool sp_deflate_available(void)
{
	return true;
}

struct sp_deflate *sp_deflate_new(unsigned window, int level, int memory)
{
	struct sp_deflate *compressor = calloc(1, sizeof(*compressor));

	if (compressor != NULL && deflateInit2(&compressor->stream, level, Z_DEFLATED, -(int) window,
								  memory, Z_DEFAULT_STRATEGY) != Z_OK) {
		free(compressor);
		return NULL;
	}
	return compressor;
}

void sp_deflate_free(struct sp_deflate *compressor)
{
	if (compressor != NULL) {
		deflateEnd(&compressor->stream);
		free(compressor);
	}
}

enum sp_deflated sp_deflate_message(
	struct sp_deflate *compressor, const void *data, size_t len, struct sp_buf *out, size_t max)
{
	z_stream *stream = &compressor->stream;
	/* zlib has written all if it leaves room, so there is one byte more than it needs. */
	size_t room = TAIL + 1;

	out->len = 0;
	if (len > UINT_MAX || max > UINT_MAX - room) {
		return SP_DEFLATE_TOO_LONG;
	}
	room += max;
	if (!sp_buf_reserve(out, room) || deflateReset(stream) != Z_OK) {
		return SP_DEFLATE_NOMEM;
	}
	stream->next_in = (z_const Bytef *) data;
	stream->avail_in = (uInt) len;
	stream->next_out = (Bytef *) out->data;
	stream->avail_out = (uInt) room;
	if (deflate(stream, Z_SYNC_FLUSH) != Z_OK || stream->avail_out == 0) {
		return SP_DEFLATE_TOO_LONG;
	}
	out->len = room - stream->avail_out - TAIL;
	return SP_DEFLATED;
}

#else

bool sp_deflate_available(void)
{
	return false;
}

struct sp_deflate *sp_deflate_new(unsigned window, int level, int memory)
{
	(void) window;
	(void) level;
	(void) memory;
	return NULL;
}

void sp_deflate_free(struct sp_deflate *compressor)
{
	(void) compressor;
}

enum sp_deflated sp_deflate_message(
	struct sp_deflate *compressor, const void *data, size_t len, struct sp_buf *out, size_t max)
{
	(void) compressor;
	(void) data;
	(void) len;
	(void) max;
	out->len = 0;
	return SP_DEFLATE_NOMEM;
}

#endif
