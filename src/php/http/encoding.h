/* SPDX-License-Identifier: MIT */
/*
 * Content codings of answers (RFC 9110 §8.4): which are compressed, and what their fields then say.
 */
#ifndef PHP_SEATPUSH_HTTP_ENCODING_H
#define PHP_SEATPUSH_HTTP_ENCODING_H

#include "base/span.h"
#include "php/http/answer.h"

/* While a head is being made, the answer has fields that are not the script's: what they say of the
 * coding is no business of the next answer's. */
struct php_seatpush_encoding {
	zval *own;   /* the script's, borrowed; NULL: the answer has them */
	zval fields; /* owned, if own is not NULL */
};

/* Ports for which the other functions have something to do. */
static inline bool php_seatpush_encodes(const struct sp_conn *conn)
{
	return conn->listener->settings.http_compression;
}

/* Compresses a body that is there as a whole, if that is to be, and lets *body point to what comes
 * of it. */
void php_seatpush_encode_whole(struct php_seatpush_answer *answer, const struct sp_conn *conn,
	struct sp_span *body, struct php_seatpush_encoding *encoding);

/* The answer is sent in pieces, of which the first one has len bytes; whole: there is no other one.
 * Afterwards answer->compressor is there if they are to be compressed. */
void php_seatpush_encode_begin(struct php_seatpush_answer *answer, const struct sp_conn *conn,
	size_t len, bool whole, struct php_seatpush_encoding *encoding);

/* The head is made: the answer has the script's fields again. */
void php_seatpush_encode_said(
	struct php_seatpush_answer *answer, struct php_seatpush_encoding *encoding);

/* Compresses the next piece with answer->compressor, and lets *piece point to what comes of it.
 * False: out of memory, and nothing can follow. */
bool php_seatpush_encode_piece(struct php_seatpush_answer *answer, const struct sp_conn *conn,
	struct sp_span *piece, bool last);

/* Nobody looks at what was compressed any more. */
void php_seatpush_encode_forget(const struct sp_conn *conn);

/* No further piece comes. Without a compressor it has no effect. */
void php_seatpush_encode_stop(struct php_seatpush_answer *answer);

#endif
