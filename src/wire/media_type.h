/* SPDX-License-Identifier: MIT */
/*
 * The media types (RFC 9110 §8.3.1) of the files that a page is made of.
 */
#ifndef SP_WIRE_MEDIA_TYPE_H
#define SP_WIRE_MEDIA_TYPE_H

#include <stddef.h>

#include "base/span.h"

/* Of what is not known. */
#define SP_MEDIA_TYPE_OTHER "application/octet-stream"

struct sp_media_type {
	const char *extension;
	const char *type;
};

/* The extension of path's last part, without its dot, over the same bytes; empty: it has none. */
struct sp_span sp_media_extension(struct sp_span path);

/* The type that an extension (any case) stands for; NULL: it is not known. Static. */
const char *sp_media_type_of(struct sp_span extension);

/* The known ones, from 0 on; NULL: there are no more. Static. */
const struct sp_media_type *sp_media_type_at(size_t i);

#endif
