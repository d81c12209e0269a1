/* SPDX-License-Identifier: MIT */
/*
 * The media types by which files are named that are sent: those that are known, and what a script
 * has changed by swoole_mime_type_set() and the like.
 */
#ifndef PHP_SEATPUSH_HTTP_MEDIA_TYPES_H
#define PHP_SEATPUSH_HTTP_MEDIA_TYPES_H

#include "php.h"

#include "base/span.h"

/* The type of a file by its name's extension; valid until a script changes it. data NULL: it is not
 * known. */
struct sp_span php_seatpush_media_type_of(struct sp_span name);

/* The same; one that is not known is application/octet-stream. */
struct sp_span php_seatpush_media_type(const zend_string *path);

/* The request ends. */
void php_seatpush_media_types_fini(void);

#endif
