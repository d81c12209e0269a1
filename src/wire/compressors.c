/* SPDX-License-Identifier: MIT */
#include "wire/compressors.h"

#define SCRATCH_MAX ((size_t) 64 * 1024) /* bytes that stay from body to body */

void sp_compressors_fini(struct sp_compressors *compressors)
{
	for (size_t i = 0; i < SP_CODINGS; i++) {
		sp_compressor_free(compressors->spare[i]);
		compressors->spare[i] = NULL;
	}
	sp_buf_fini(&compressors->scratch);
}

struct sp_compressor *sp_compressors_take(
	struct sp_compressors *compressors, enum sp_coding coding, int level)
{
	struct sp_compressor *compressor = compressors->spare[coding];

	if (!(sp_compressors_available() & 1U << coding)) {
		return NULL;
	}
	compressors->spare[coding] = NULL;
	if (compressor == NULL) {
		compressor = sp_compressor_new(coding);
	}
	if (compressor == NULL || !sp_compressor_begin(compressor, level)) {
		sp_compressor_free(compressor);
		return NULL;
	}
	compressors->taken++;
	return compressor;
}

void sp_compressors_give(struct sp_compressors *compressors, struct sp_compressor *compressor)
{
	struct sp_compressor **spare;

	if (compressor == NULL) {
		return;
	}
	compressors->taken--;
	spare = &compressors->spare[sp_compressor_coding(compressor)];
	if (*spare != NULL) {
		sp_compressor_free(*spare);
	}
	*spare = compressor;
}

bool sp_compressors_whole(struct sp_compressors *compressors, enum sp_coding coding, int level,
	const void *data, size_t len)
{
	struct sp_compressor *compressor = sp_compressors_take(compressors, coding, level);
	bool shorter;

	compressors->scratch.len = 0;
	if (compressor == NULL || len == 0) {
		sp_compressors_give(compressors, compressor);
		return false;
	}
	shorter = sp_compressor_feed(compressor, data, len, true, &compressors->scratch, len - 1) ==
			  SP_COMPRESSED;
	sp_compressors_give(compressors, compressor);
	if (!shorter) {
		sp_compressors_forget(compressors);
	}
	return shorter;
}

void sp_compressors_forget(struct sp_compressors *compressors)
{
	compressors->scratch.len = 0;
	if (compressors->scratch.cap > SCRATCH_MAX) {
		sp_buf_fini(&compressors->scratch);
	}
}
