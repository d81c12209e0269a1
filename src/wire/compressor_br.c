/* SPDX-License-Identifier: MIT */
/*
 * br (RFC 7932), by brotli's encoder. That cannot be used again for another body: it is made for
 * each, from memory that stays.
 */
#include "wire/compressor_kind.h"

#ifdef HAVE_SEATPUSH_BROTLI

#include <brotli/encode.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define WINDOW 16                       /* of 64 KiB */
#define SIZE_HINT (512 * 1024)          /* bytes; from 1 MiB on some levels take 5 MiB more */
#define KEPT_MAX ((size_t) 1024 * 1024) /* bytes that stay from body to body */
#define FITS 2 /* a block is used for what takes this part of it at least */

/* Memory of the encoder. */
struct block {
	struct block *next; /* while it is not in use */
	size_t size;
	max_align_t bytes[];
};

struct engine {
	BrotliEncoderState *encoder; /* owned; NULL: none has been begun */
	struct block *kept;          /* owned; not in use */
	size_t kept_bytes;
};

static const char *library(void)
{
	static char text[16];
	uint32_t version = BrotliEncoderVersion();

	snprintf(text, sizeof(text), "%u.%u.%u", (unsigned) (version >> 24),
		(unsigned) (version >> 12 & 0xFFF), (unsigned) (version & 0xFFF));
	return text;
}

/* Takes a block that is neither too small nor much too large out of those that are kept. */
static struct block *find(struct engine *engine, size_t size)
{
	struct block **place = &engine->kept;
	struct block *block;

	while (*place != NULL && ((*place)->size < size || (*place)->size / FITS > size)) {
		place = &(*place)->next;
	}
	block = *place;
	if (block != NULL) {
		*place = block->next;
		engine->kept_bytes -= block->size;
	}
	return block;
}

static void *take(void *of, size_t size)
{
	struct block *block = find(of, size);

	if (block == NULL && size < SIZE_MAX - sizeof(*block)) {
		block = malloc(sizeof(*block) + size);
		if (block != NULL) {
			block->size = size;
		}
	}
	return block != NULL ? block->bytes : NULL;
}

/* Frees the block that was not in use for the longest time. */
static void free_oldest(struct engine *engine)
{
	struct block **place = &engine->kept;

	while ((*place)->next != NULL) {
		place = &(*place)->next;
	}
	engine->kept_bytes -= (*place)->size;
	free(*place);
	*place = NULL;
}

static void give_back(void *of, void *bytes)
{
	struct engine *engine = of;
	struct block *block;

	if (bytes == NULL) {
		return;
	}
	block = (struct block *) ((char *) bytes - offsetof(struct block, bytes));
	block->next = engine->kept;
	engine->kept = block;
	engine->kept_bytes += block->size;
	while (engine->kept_bytes > KEPT_MAX) {
		free_oldest(engine);
	}
}

static void *make(void)
{
	return calloc(1, sizeof(struct engine));
}

static void forget(struct engine *engine)
{
	if (engine->encoder != NULL) {
		BrotliEncoderDestroyInstance(engine->encoder);
		engine->encoder = NULL;
	}
}

static void end(void *of)
{
	struct engine *engine = of;

	forget(engine);
	while (engine->kept != NULL) {
		free_oldest(engine);
	}
	free(engine);
}

static bool set(struct engine *engine, BrotliEncoderParameter parameter, uint32_t value)
{
	return BrotliEncoderSetParameter(engine->encoder, parameter, value) == BROTLI_TRUE;
}

static bool begin(void *of, int level)
{
	struct engine *engine = of;

	forget(engine);
	engine->encoder = BrotliEncoderCreateInstance(take, give_back, engine);
	return engine->encoder != NULL && set(engine, BROTLI_PARAM_QUALITY, (uint32_t) level) &&
		   set(engine, BROTLI_PARAM_LGWIN, WINDOW) &&
		   set(engine, BROTLI_PARAM_SIZE_HINT, SIZE_HINT);
}

static enum sp_step step(void *of, struct sp_compressor_io *io, bool last)
{
	struct engine *engine = of;
	const uint8_t *in = (const uint8_t *) io->in;
	uint8_t *out = (uint8_t *) io->out;
	size_t in_len = io->in_len, room = io->out_room;

	if (BrotliEncoderCompressStream(engine->encoder,
			last ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_FLUSH, &in_len, &in, &room, &out,
			NULL) != BROTLI_TRUE) {
		return SP_STEP_FAILED;
	}
	io->in = (const char *) in;
	io->in_len = in_len;
	io->out = (char *) out;
	io->out_room = room;
	return in_len > 0 || BrotliEncoderHasMoreOutput(engine->encoder) ? SP_STEP_MORE : SP_STEP_DONE;
}

const struct sp_compressor_kind sp_compressor_br = {library, make, end, begin, step};

#else

static const char *library(void)
{
	return NULL;
}

const struct sp_compressor_kind sp_compressor_br = {.library = library};

#endif
