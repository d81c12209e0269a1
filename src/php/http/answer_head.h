/* SPDX-License-Identifier: MIT */
/*
 * The head of an answer: status line, fields, and what the server says by itself.
 */
#ifndef PHP_SEATPUSH_HTTP_ANSWER_HEAD_H
#define PHP_SEATPUSH_HTTP_ANSWER_HEAD_H

#include "php.h"

#include "base/buf.h"
#include "net/conn/conn.h"
#include "php/http/answer_facts.h"
#include "wire/http_response.h"

/* How the end of the body is marked (RFC 9112 §6). */
enum php_seatpush_framing {
	SEATPUSH_FRAMING_LENGTH,
	SEATPUSH_FRAMING_CHUNKED,
	SEATPUSH_FRAMING_UNTIL_CLOSE,
};

/* The answer to HEAD, and the statuses that have no content (RFC 9110 §6.4.1). */
static inline bool php_seatpush_has_no_body(
	const struct sp_conn *conn, const struct php_seatpush_answer *answer)
{
	return (conn->flags & SP_CONN_HEAD_ONLY) || sp_http_status_bodiless((int) answer->status);
}

/* Appends it. length: of the body, with that framing. False: out of memory. */
bool php_seatpush_put_head(struct sp_buf *out, struct sp_conn *conn,
	struct php_seatpush_answer *answer, enum php_seatpush_framing framing, size_t length);

#endif
