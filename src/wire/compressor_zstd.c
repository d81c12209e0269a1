/* SPDX-License-Identifier: MIT */
/*
 * zstd (RFC 8878), by libzstd.
 */
#include "wire/compressor_kind.h"

#ifdef HAVE_SEATPUSH_ZSTD

#include <zstd.h>

#define WINDOW 16 /* of 64 KiB; a reader need not have more than 8 MiB (RFC 9659 §3) */
#define FAST 3    /* levels up to here have small tables by themselves */
#define TABLE 16  /* of 2^16 entries, which is as far as the window reaches */

static const char *library(void)
{
	return ZSTD_versionString();
}

static void *make(void)
{
	return ZSTD_createCCtx();
}

static void end(void *engine)
{
	ZSTD_freeCCtx(engine);
}

static bool set(void *engine, ZSTD_cParameter parameter, int value)
{
	return !ZSTD_isError(ZSTD_CCtx_setParameter(engine, parameter, value));
}

static bool begin(void *engine, int level)
{
	int table = level > FAST ? TABLE : 0; /* 0: as the level has it */

	return !ZSTD_isError(ZSTD_CCtx_reset(engine, ZSTD_reset_session_only)) &&
		   set(engine, ZSTD_c_compressionLevel, level) && set(engine, ZSTD_c_windowLog, WINDOW) &&
		   set(engine, ZSTD_c_hashLog, table) && set(engine, ZSTD_c_chainLog, table);
}

static enum sp_step step(void *engine, struct sp_compressor_io *io, bool last)
{
	ZSTD_inBuffer in = {io->in, io->in_len, 0};
	ZSTD_outBuffer out = {io->out, io->out_room, 0};
	size_t left = ZSTD_compressStream2(engine, &out, &in, last ? ZSTD_e_end : ZSTD_e_flush);

	if (ZSTD_isError(left)) {
		return SP_STEP_FAILED;
	}
	if (in.pos > 0) {
		io->in += in.pos;
		io->in_len -= in.pos;
	}
	io->out += out.pos;
	io->out_room -= out.pos;
	return left == 0 && io->in_len == 0 ? SP_STEP_DONE : SP_STEP_MORE;
}

const struct sp_compressor_kind sp_compressor_zstd = {library, make, end, begin, step};

#else

static const char *library(void)
{
	return NULL;
}

const struct sp_compressor_kind sp_compressor_zstd = {.library = library};

#endif
