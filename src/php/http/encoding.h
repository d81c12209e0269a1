/* SPDX-License-Identifier: MIT */
/*
 * Content codings of answers (RFC 9110 §8.4): which are compressed, and what their fields then say.
 */
#ifndef PHP_SEATPUSH_HTTP_ENCODING_H
#define PHP_SEATPUSH_HTTP_ENCODING_H

#include "php.h"

#include "base/span.h"
#include "net/conn/conn.h"

/* Of an answer, as long as it lasts. Zeroed, it goes by the options. */
struct php_seatpush_encoding {
	bool plain; /* its body is never compressed */
	struct sp_compressor
		*compressor; /* owned; what its pieces are compressed with; NULL: nothing */
};

/* What is known of an answer when its head is made. */
struct php_seatpush_coded {
	zend_long status;
	bool has_length; /* the script has said how long the body is */
	zval *fields;    /* borrowed: at first the script's, afterwards those to be sent */
	zval own;        /* owned: those, if they are others, since what they say of the coding is no
						business of the next answer's; undefined: none */
};

/* Ports for which there is something to do. */
static inline bool php_seatpush_encodes(const struct sp_conn *conn)
{
	return conn->listener->settings.http_compression;
}

/* Compresses a body that is there as a whole, if that is to be, and lets *body point to what comes
 * of it. */
void php_seatpush_encode_whole(const struct php_seatpush_encoding *encoding,
	struct php_seatpush_coded *coded, const struct sp_conn *conn, struct sp_span *body);

/* The answer is sent in pieces, of which the first one has len bytes; whole: there is no other one.
 * Afterwards encoding->compressor is there if they are to be compressed. */
void php_seatpush_encode_begin(struct php_seatpush_encoding *encoding,
	struct php_seatpush_coded *coded, const struct sp_conn *conn, size_t len, bool whole);

/* The head is made. */
void php_seatpush_coded_fini(struct php_seatpush_coded *coded);

/* Compresses the next piece, and lets *piece point to what comes of it. False: out of memory, and
 * nothing can follow. */
bool php_seatpush_encode_piece(struct php_seatpush_encoding *encoding, const struct sp_conn *conn,
	struct sp_span *piece, bool last);

/* Nobody looks at what was compressed any more. */
void php_seatpush_encode_forget(const struct sp_conn *conn);

/* No further piece comes. Without a compressor it has no effect. */
void php_seatpush_encode_stop(struct php_seatpush_encoding *encoding);

#endif
