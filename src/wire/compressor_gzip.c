/* SPDX-License-Identifier: MIT */
/*
 * gzip (RFC 1952), by zlib.
 */
#include "wire/compressor_kind.h"

#ifdef HAVE_SEATPUSH_ZLIB

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#define WINDOW (15 + 16) /* of 32 KiB; 16: gzip, not zlib's own format */
#define MEMORY 8
#define AT_ONCE ((size_t) UINT_MAX / 2) /* zlib counts in unsigned int */

struct engine {
	z_stream stream;
	int level; /* 0: the stream is not there */
};

static const char *library(void)
{
	return zlibVersion();
}

static void *make(void)
{
	return calloc(1, sizeof(struct engine));
}

static void forget(struct engine *engine)
{
	if (engine->level != 0) {
		deflateEnd(&engine->stream);
		engine->level = 0;
	}
}

static void end(void *of)
{
	forget(of);
	free(of);
}

static bool begin(void *of, int level)
{
	struct engine *engine = of;

	if (level == engine->level) {
		return deflateReset(&engine->stream) == Z_OK;
	}
	forget(engine);
	if (deflateInit2(&engine->stream, level, Z_DEFLATED, WINDOW, MEMORY, Z_DEFAULT_STRATEGY) !=
		Z_OK) {
		return false;
	}
	engine->level = level;
	return true;
}

static uInt part_of(size_t len)
{
	return (uInt) (len < AT_ONCE ? len : AT_ONCE);
}

static enum sp_step step(void *of, struct sp_compressor_io *io, bool last)
{
	struct engine *engine = of;
	z_stream *stream = &engine->stream;
	uInt in = part_of(io->in_len), room = part_of(io->out_room);
	bool all = in == io->in_len;
	int result;

	stream->next_in = (z_const Bytef *) io->in;
	stream->avail_in = in;
	stream->next_out = (Bytef *) io->out;
	stream->avail_out = room;
	result = deflate(stream, !all ? Z_NO_FLUSH : last ? Z_FINISH : Z_SYNC_FLUSH);
	io->in += in - stream->avail_in;
	io->in_len -= in - stream->avail_in;
	io->out += room - stream->avail_out;
	io->out_room -= room - stream->avail_out;
	if (result == Z_STREAM_ERROR) {
		return SP_STEP_FAILED;
	}
	if (last) {
		return result == Z_STREAM_END ? SP_STEP_DONE : SP_STEP_MORE;
	}
	/* Z_BUF_ERROR: all was flushed before. */
	return io->in_len == 0 && stream->avail_out > 0 ? SP_STEP_DONE : SP_STEP_MORE;
}

const struct sp_compressor_kind sp_compressor_gzip = {library, make, end, begin, step};

#else

static const char *library(void)
{
	return NULL;
}

const struct sp_compressor_kind sp_compressor_gzip = {.library = library};

#endif
