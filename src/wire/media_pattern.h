/* SPDX-License-Identifier: MIT */
/*
 * Lists of media types, in which a type stands for itself, "text/" and an asterisk for all texts,
 * and "*+json" for all types with that suffix (RFC 6838 §4.2.8).
 */
#ifndef SP_WIRE_MEDIA_PATTERN_H
#define SP_WIRE_MEDIA_PATTERN_H

#include <stdbool.h>

#include "base/span.h"

/* Types of which a body usually gets shorter when it is compressed. */
#define SP_MEDIA_COMPRESSIBLE                                                                     \
	"text/*,application/json,application/javascript,application/x-javascript,application/xml,"    \
	"application/x-ndjson,application/wasm,application/rtf,application/vnd.ms-fontobject,*+json," \
	"*+xml,font/ttf,font/otf,font/collection,image/bmp,image/x-icon,image/vnd.microsoft.icon"

/* True for what may stand in such a list. */
bool sp_media_pattern_valid(struct sp_span pattern);

/* True if a Content-Type (any case, with or without parameters) is one of those in the list, whose
 * items are valid and separated by commas. An event stream must be named: what it is compressed
 * with would be held as long as it lasts. */
bool sp_media_listed(struct sp_span list, struct sp_span type);

#endif
