/* SPDX-License-Identifier: MIT */
/*
 * The cookies that a response sets: the lines that setcookie() of PHP would make of the same
 * arguments.
 */
#ifndef PHP_SEATPUSH_HTTP_COOKIES_H
#define PHP_SEATPUSH_HTTP_COOKIES_H

#include "php.h"

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

/* Adds a cookie to the array at *cookies. False: see
 * php_seatpush_misuse(). */
bool php_seatpush_set_cookie(zval *cookies, const struct php_seatpush_cookie *cookie, bool encode);

#endif
