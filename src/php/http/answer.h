/* SPDX-License-Identifier: MIT */
/*
 * The answer to one HTTP request: its head, its framing (RFC 9112 §6), and its body, which comes
 * whole, in pieces or from a file. It names its exchange by the connection's id and the request's
 * number, so a late answer finds its own request or nothing.
 */
#ifndef PHP_SEATPUSH_HTTP_ANSWER_H
#define PHP_SEATPUSH_HTTP_ANSWER_H

#include "php.h"

#include "net/conn/conn.h"
#include "php/engine/errors.h"
#include "php/http/answer_facts.h"

/* Sets what the server's getLastError() returns from now on. */
void php_seatpush_answer_note(enum php_seatpush_last_error error);

/* Sets a field as the script does with header(). */
void php_seatpush_answer_set(
	struct php_seatpush_answer *answer, const char *key, struct sp_span text);

/* The connection that is waiting for this answer, or NULL; in a child that a callback forked an
 * exception was thrown then. */
struct sp_conn *php_seatpush_answer_conn(const struct php_seatpush_answer *answer);

/* Sends the whole answer, or the end of one that write() began. False: no request is waiting for
 * it; or the body has another length than the script set, see php_seatpush_misuse(); then the
 * answer is not over. */
bool php_seatpush_answer_end(struct php_seatpush_answer *answer, const char *body, size_t len);

/* True if trailers can follow the body, which is chunked then. */
bool php_seatpush_answer_can_trail(
	const struct php_seatpush_answer *answer, const struct sp_conn *conn);

/* Sends a piece of the body, the first one with the head. While the connection's queue is full the
 * callback waits. False: no request is waiting for the answer any more; or the callback cannot wait
 * here, and the last error says that the queue is full; or an exception was thrown because the
 * server is stopping; or the body is longer than the script said, see php_seatpush_misuse(). */
bool php_seatpush_answer_write(struct php_seatpush_answer *answer, const char *body, size_t len);

/* Sends the head of an answer that does not end, with the first bytes of its body: the connection
 * is an event stream from here on, and the answer is over. False: no request is waiting for it, or
 * the client is gone. */
bool php_seatpush_answer_stream(struct php_seatpush_answer *answer, struct sp_span first);

/* Lets an upgrade's client not in: 403, unless the script has set a status for that, and the
 * connection ends. */
void php_seatpush_answer_refuse(struct php_seatpush_answer *answer, const char *text);

/* The answer was never ended: sends a 500, or, in the middle of a body, lets the client see that
 * the body is cut off. */
void php_seatpush_answer_abandon(struct php_seatpush_answer *answer);

/* Sends length bytes of a file, starting at offset, as the body, and ends the answer. Takes the
 * descriptor. False: as for php_seatpush_answer_end. */
bool php_seatpush_answer_file(
	struct php_seatpush_answer *answer, int fd, int64_t offset, int64_t length);

#endif
