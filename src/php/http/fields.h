/* SPDX-License-Identifier: MIT */
/*
 * The header fields and cookies of a response, as PHP arrays. They are checked when they are set,
 * and again when they are written, since the arrays are public properties.
 */
#ifndef PHP_SEATPUSH_HTTP_FIELDS_H
#define PHP_SEATPUSH_HTTP_FIELDS_H

#include "php.h"

#include "base/buf.h"

struct php_seatpush_cookie {
	zend_string *name;
	zend_string *value; /* the rest may be NULL */
	zend_string *path;
	zend_string *domain;
	zend_string *samesite;
	zend_string *priority;
	zend_long expires;
	bool secure;
	bool httponly;
};

enum php_seatpush_fields {
	SEATPUSH_FIELDS_RESPONSE, /* without the server's own fields; with a default Content-Type and
								 Server */
	SEATPUSH_FIELDS_UPGRADE,  /* without the server's own fields */
	SEATPUSH_FIELDS_ALL,      /* for a 101 that user code sends itself */
};

/* Sets a field in the array at *fields (created if necessary): to text, or to each item of list.
 * False: an exception was thrown. */
bool php_seatpush_set_field(
	zval *fields, zend_string *name, zend_string *text, HashTable *list, bool format);

/* Adds a cookie to the array at *cookies. False: an exception was thrown. */
bool php_seatpush_set_cookie(zval *cookies, const struct php_seatpush_cookie *cookie, bool encode);

/* True if user code set a field of that name, ignoring case; with value, only if that is its value,
 * ignoring case. */
bool php_seatpush_fields_have(zval *fields, const char *name, const char *value);

/* Appends the header lines. Entries that have become invalid are left out. False: out of memory. */
bool php_seatpush_put_fields(
	struct sp_buf *out, zval *fields, zval *cookies, enum php_seatpush_fields which);

#endif
