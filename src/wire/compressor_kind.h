/* SPDX-License-Identifier: MIT */
/*
 * What compressor.c needs of each library.
 */
#ifndef SP_WIRE_COMPRESSOR_KIND_H
#define SP_WIRE_COMPRESSOR_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* What is to be read, and where there is room. A step moves both on. */
struct sp_compressor_io {
	const char *in;
	size_t in_len;
	char *out;
	size_t out_room;
};

enum sp_step {
	SP_STEP_DONE, /* all was read, and all that came of it was written */
	SP_STEP_MORE, /* it needs more room */
	SP_STEP_FAILED,
};

struct sp_compressor_kind {
	const char *(*library)(void); /* its version; NULL: this was built without it */
	void *(*make)(void);          /* NULL: out of memory */
	void (*free)(void *engine);
	bool (*begin)(void *engine, int level);
	enum sp_step (*step)(void *engine, struct sp_compressor_io *io, bool last);
};

extern const struct sp_compressor_kind sp_compressor_gzip;
extern const struct sp_compressor_kind sp_compressor_br;
extern const struct sp_compressor_kind sp_compressor_zstd;

#endif
