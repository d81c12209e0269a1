/* SPDX-License-Identifier: MIT */
/*
 * Pieces of a chunked body (RFC 9112 §7.1).
 */
#ifndef PHP_SEATPUSH_HTTP_CHUNK_H
#define PHP_SEATPUSH_HTTP_CHUNK_H

#include "php.h"

#include "base/buf.h"
#include "base/span.h"

#define SEATPUSH_CHUNK_EDGES 22 /* bytes around the data of a chunk, at most */

/* Appends a chunk, "5\r\nhello\r\n", if there is data; and if it is the last one, the end of the
 * body with the trailers in that array. False: out of memory. */
bool php_seatpush_put_chunk(struct sp_buf *out, zval *trailers, struct sp_span data, bool last);

#endif
