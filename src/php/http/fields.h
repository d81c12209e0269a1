/* SPDX-License-Identifier: MIT */
/*
 * The header fields of a response, as a PHP array. They are checked when they are set, and again
 * when they are written, since the array is a public property. No field is dropped in silence:
 * setting one that cannot be sent throws, and one that was put into the array directly is logged.
 */
#ifndef PHP_SEATPUSH_HTTP_FIELDS_H
#define PHP_SEATPUSH_HTTP_FIELDS_H

#include "php.h"

#include "base/buf.h"
#include "php/http/rules.h"

/* What a script's fields said of the answer as a whole. */
struct php_seatpush_fields_said {
	bool type;        /* it has a Content-Type of its own; so for the others */
	bool server;      /* Server */
	bool date;        /* Date */
	bool subprotocol; /* Sec-WebSocket-Protocol */
	uint8_t deflate;  /* what Sec-WebSocket-Extensions says, see wire/ws_deflate.h */
	bool close;       /* Connection has "close" */
	bool options;     /* Connection has more than that and "keep-alive" */
};

/* The array in a property that holds an array or null; nothing else refers to it afterwards. */
HashTable *php_seatpush_need_array(zval *place);

/* The array at place, or NULL. */
HashTable *php_seatpush_array_of(zval *place);

/* Sets a field in the array at *fields (created if necessary): to text, or to each item of list.
 * False: an exception was thrown, or see php_seatpush_misuse(). */
bool php_seatpush_set_field(zval *fields, const struct php_seatpush_field_rules *rules,
	zend_string *name, zend_string *text, HashTable *list, bool format);

/* True if user code set a field of that name, any case. */
bool php_seatpush_fields_have(zval *fields, const char *name);

/* The Content-Length that user code set; -1: none. */
int64_t php_seatpush_fields_length(zval *fields);

/* Logs, at most once a minute, that a field was not sent. Always true. */
bool php_seatpush_field_left_out(struct sp_span name, const char *why);

/* Appends the header lines, except for Content-Length and Connection, which depend on the
 * connection as well. rules.kind: the kind of answer. Fields that cannot be sent are left out and
 * logged. False: out of memory. */
bool php_seatpush_put_fields(struct sp_buf *out, zval *fields,
	const struct php_seatpush_field_rules *rules, struct php_seatpush_fields_said *said);

/* Appends the line that says which trailers will follow (RFC 9110 §6.6.2), if there are any. False:
 * out of memory. */
bool php_seatpush_put_announcement(struct sp_buf *out, zval *trailers);

/* Appends the lines of user code's cookies. False: out of memory. */
bool php_seatpush_put_cookies(struct sp_buf *out, zval *cookies);

/* Appends ", token" for each option of user code's Connection field, except for close and
 * keep-alive. False: out of memory. */
bool php_seatpush_put_options(struct sp_buf *out, zval *fields);

#endif
