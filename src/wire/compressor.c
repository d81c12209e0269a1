/* SPDX-License-Identifier: MIT */
#include "wire/compressor.h"

#include <stdlib.h>

#include "wire/compressor_kind.h"

#define ROOM_LEAST ((size_t) 4096) /* bytes by which the output grows at least */
#define ROOM_PART 2                /* it grows by this part of what is there */

struct sp_compressor {
	enum sp_coding coding;
	void *engine; /* owned; what the kind has made */
};

static const struct sp_compressor_kind *const kinds[SP_CODINGS] = {
	[SP_CODING_GZIP] = &sp_compressor_gzip,
	[SP_CODING_BR] = &sp_compressor_br,
	[SP_CODING_ZSTD] = &sp_compressor_zstd,
};

const char *sp_compressor_library(enum sp_coding coding)
{
	return kinds[coding] != NULL ? kinds[coding]->library() : NULL;
}

unsigned sp_compressors_available(void)
{
	unsigned available = 0;

	for (enum sp_coding coding = SP_CODING_IDENTITY; coding < SP_CODINGS; coding++) {
		available |= sp_compressor_library(coding) != NULL ? 1U << coding : 0;
	}
	return available;
}

struct sp_compressor *sp_compressor_new(enum sp_coding coding)
{
	struct sp_compressor *compressor = calloc(1, sizeof(*compressor));

	if (compressor == NULL) {
		return NULL;
	}
	compressor->coding = coding;
	compressor->engine = kinds[coding]->make();
	if (compressor->engine == NULL) {
		free(compressor);
		return NULL;
	}
	return compressor;
}

void sp_compressor_free(struct sp_compressor *compressor)
{
	if (compressor != NULL) {
		kinds[compressor->coding]->free(compressor->engine);
		free(compressor);
	}
}

enum sp_coding sp_compressor_coding(const struct sp_compressor *compressor)
{
	return compressor->coding;
}

bool sp_compressor_begin(struct sp_compressor *compressor, int level)
{
	return kinds[compressor->coding]->begin(compressor->engine, level);
}

/* Makes room behind what is there, but not for more than max. False: out of memory. */
static bool make_room(struct sp_buf *out, size_t max)
{
	size_t more = out->len / ROOM_PART;

	if (more < ROOM_LEAST) {
		more = ROOM_LEAST;
	}
	if (more > max - out->len) {
		more = max - out->len;
	}
	return out->cap - out->len >= more || sp_buf_reserve(out, more);
}

enum sp_compressed sp_compressor_feed(struct sp_compressor *compressor, const void *data,
	size_t len, bool last, struct sp_buf *out, size_t max)
{
	const struct sp_compressor_kind *kind = kinds[compressor->coding];
	struct sp_compressor_io io = {data, len, NULL, 0};
	enum sp_step step = len > 0 || last ? SP_STEP_MORE : SP_STEP_DONE;

	while (step == SP_STEP_MORE) {
		if (out->len >= max) {
			return SP_COMPRESS_TOO_LONG;
		}
		if (!make_room(out, max)) {
			return SP_COMPRESS_NOMEM;
		}
		io.out = out->data + out->len;
		io.out_room = (out->cap < max ? out->cap : max) - out->len;
		step = kind->step(compressor->engine, &io, last);
		out->len = (size_t) (io.out - out->data);
	}
	return step == SP_STEP_DONE ? SP_COMPRESSED : SP_COMPRESS_NOMEM;
}
