/* SPDX-License-Identifier: MIT */
/*
 * The fields of a response that mean something to the server itself, and what a script may make
 * of them: which value is sent, and which is refused with what reason.
 */
#ifndef PHP_SEATPUSH_HTTP_RULES_H
#define PHP_SEATPUSH_HTTP_RULES_H

#include "php.h"

#include "base/span.h"

/* What the fields are for: some mean something else in an upgrade's answer. */
enum php_seatpush_answer_kind {
	SEATPUSH_ANSWER_PLAIN,
	SEATPUSH_ANSWER_OUR_101, /* BeforeHandshakeResponse: fields that the server's own 101 gets */
	SEATPUSH_ANSWER_OWN_101, /* Handshake: user code's own */
	SEATPUSH_ANSWER_TRAILER, /* what follows a chunked body (RFC 9112 §7.1.2) */
};

struct php_seatpush_field_rules {
	enum php_seatpush_answer_kind kind;
	zend_string *offered; /* the request's Sec-WebSocket-Protocol; NULL: none */
	uint8_t deflate;      /* what can be agreed on permessage-deflate, see wire/ws_deflate.h */
};

enum php_seatpush_known_field {
	SEATPUSH_FIELD_NONE,
	SEATPUSH_FIELD_TYPE,
	SEATPUSH_FIELD_SERVER,
	SEATPUSH_FIELD_DATE,
	SEATPUSH_FIELD_LENGTH,
	SEATPUSH_FIELD_CODING,
	SEATPUSH_FIELD_CONNECTION,
	SEATPUSH_FIELD_UPGRADE,
	SEATPUSH_FIELD_ACCEPT,
	SEATPUSH_FIELD_EXTENSIONS,
	SEATPUSH_FIELD_SUBPROTOCOL,
};

/* Which of them has this name, any case. */
enum php_seatpush_known_field php_seatpush_known_field_of(struct sp_span name);

/* True if a recipient needs the field before the body, or must not merge it into the head (RFC 9110
 * §6.5.1). */
bool php_seatpush_field_is_of_head(struct sp_span name);

/* A second one would contradict the first. */
bool php_seatpush_field_is_single(enum php_seatpush_known_field known);

/* The number of a Content-Length (RFC 9110 §8.6); -1: it is none. */
int64_t php_seatpush_field_length(struct sp_span value);

/* True for a list of tokens, at least one. */
bool php_seatpush_field_is_list(struct sp_span list);

/* Why the server does not send this field, for the caller to release; NULL: it does. */
zend_string *php_seatpush_field_objection(const struct php_seatpush_field_rules *rules,
	enum php_seatpush_known_field known, struct sp_span value);

#endif
