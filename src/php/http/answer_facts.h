/* SPDX-License-Identifier: MIT */
/*
 * What is known of an answer: what the script has set, and how much has been sent.
 */
#ifndef PHP_SEATPUSH_HTTP_ANSWER_FACTS_H
#define PHP_SEATPUSH_HTTP_ANSWER_FACTS_H

#include "php.h"

#include "net/conn/conn.h"
#include "php/http/encoding.h"
#include "php/http/rules.h"
#include "wire/ws_handshake.h"

#define SEATPUSH_STATUS_SWITCHING 101
#define SEATPUSH_STATUS_REFUSES 300 /* from here on a status lets nobody in */

struct php_seatpush_page;

struct php_seatpush_answer {
	int64_t id;
	uint32_t request_no;
	zend_long status;
	zend_string *reason; /* owned; NULL: the standard one */
	zval *fields;        /* borrowed from the Response object: $header, $cookie and $trailer */
	zval *cookies;
	zval *trailers;
	struct php_seatpush_field_rules rules; /* rules.offered is owned */
	struct php_seatpush_page *page;        /* owned; NULL: the request names none */
	int64_t length;                        /* the Content-Length that the script set; -1: none */
	uint64_t written;                      /* bytes of the body so far */
	bool over;                             /* ended, or detached */
	bool begun;                            /* write() has sent the head */
	struct php_seatpush_encoding encoding;
	bool excused;                      /* the callback threw: that it was never ended is no news */
	char accept[SP_WS_ACCEPT_LEN + 1]; /* what a 101 must have; "": not known */
};

#endif
