/* SPDX-License-Identifier: MIT */
/*
 * The answer to one HTTP request on its way out: its head, its framing (RFC 9112 §6), its body
 * whole, in pieces or from a file. It names its exchange by the connection's id and the
 * request's number, so a late one finds its own request or nothing.
 */
#ifndef PHP_SEATPUSH_HTTP_ANSWER_H
#define PHP_SEATPUSH_HTTP_ANSWER_H

#include "php.h"

#include "net/conn/conn.h"
#include "php/engine/errors.h"

#define SEATPUSH_STATUS_SWITCHING 101

struct php_seatpush_answer {
	int64_t id;
	uint32_t request_no;
	zend_long status;
	zend_string *reason; /* owned; NULL: the standard one */
	zval *fields;        /* borrowed from the Response object: header and cookie */
	zval *cookies;
	bool over;  /* ended, or let go */
	bool begun; /* write() has sent the head */
};

/* What getLastError() of the server says from now on. */
void php_seatpush_answer_note(enum php_seatpush_last_error error);

/* The connection that waits for this answer, or NULL. */
struct sp_conn *php_seatpush_answer_conn(const struct php_seatpush_answer *answer);

/* Sends the whole answer, or the end of one begun by write. False: nobody waits for it. */
bool php_seatpush_answer_end(struct php_seatpush_answer *answer, const char *body, size_t len);

/* Sends a piece of the body, the first with the head. While the connection's queue is full the
 * callback waits. False: nobody waits for the answer any more, or it cannot wait here (then the
 * last error says that the queue is full), or an exception was thrown because the server stops. */
bool php_seatpush_answer_write(struct php_seatpush_answer *answer, const char *body, size_t len);

/* Sends length bytes of a file from offset on as the body, and ends the answer. Takes the
 * descriptor. False: nobody waits for it. */
bool php_seatpush_answer_file(
	struct php_seatpush_answer *answer, int fd, int64_t offset, int64_t length);

#endif
