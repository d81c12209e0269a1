/* SPDX-License-Identifier: MIT */
/*
 * Response objects, from C.
 */
#ifndef PHP_SEATPUSH_HTTP_RESPONSE_H
#define PHP_SEATPUSH_HTTP_RESPONSE_H

#include "php.h"

#include "base/buf.h"
#include "net/conn/conn.h"
#include "php/http/answer.h"

/* Creates the Response of the current request. If the script never ends it, destroying it sends a
 * 500. */
void php_seatpush_response_new(zval *out, const struct sp_conn *conn);

/* The same, and it remembers what the request said of the page that made it. */
void php_seatpush_response_of_request(
	zval *out, const struct sp_conn *conn, const struct sp_request *request);

/* The same for an upgrade. offered: the request's Sec-WebSocket-Protocol, or NULL. */
void php_seatpush_response_of_upgrade(zval *out, const struct sp_conn *conn,
	enum php_seatpush_answer_kind kind, zend_string *offered);

/* True if the script has answered with it, has begun to answer, or has detached it. */
bool php_seatpush_response_has_begun(zend_object *response);

/* For the server's own 101: appends the fields and cookies that a script added, and marks the
 * response as over, so that the script cannot use it any more. *subprotocol: the script chose one.
 * False: out of memory. */
bool php_seatpush_response_take_fields(
	zend_object *response, struct sp_buf *out, bool *subprotocol);

/* The answer that the object stands for. */
struct php_seatpush_answer *php_seatpush_response_answer(zend_object *response);

/* Sets handlers and create_object on SeatPush\Response. */
void php_seatpush_response_init_ce(zend_class_entry *ce);

#endif
