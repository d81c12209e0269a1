/* SPDX-License-Identifier: MIT */
/*
 * The media types (RFC 9110 §8.3.1) of the files that a page is made of.
 */
#ifndef SP_WIRE_MEDIA_TYPE_H
#define SP_WIRE_MEDIA_TYPE_H

#include "base/span.h"

/* The type that the extension of path (any case) stands for; "application/octet-stream" if it is
 * not known. Static. */
const char *sp_media_type(struct sp_span path);

#endif
