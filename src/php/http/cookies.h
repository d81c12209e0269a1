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
	zend_string *path;  /* NULL: "/"; empty: none */
	zend_string *domain;
	zend_string *samesite;
	zend_string *priority;
	zend_long expires;
	bool encode; /* the value; otherwise it is sent as it is */
	bool secure;
	bool httponly;
	bool partitioned;
};

/* Whether it may be sent. False: see php_seatpush_misuse(), of argument number arg. */
bool php_seatpush_check_cookie_name(const zend_string *name, uint32_t arg);
bool php_seatpush_check_cookie_value(const zend_string *value, uint32_t arg); /* not encoded */
bool php_seatpush_check_cookie_attribute(const zend_string *text, uint32_t arg);
bool php_seatpush_check_cookie_expires(zend_long expires, uint32_t arg);

/* The same for all of the arguments of Response::cookie(). */
bool php_seatpush_check_cookie(const struct php_seatpush_cookie *cookie);

/* The line of a cookie that was checked; the caller owns it. */
zend_string *php_seatpush_cookie_line(const struct php_seatpush_cookie *cookie);

/* Adds the line of a cookie that was checked to the array at *cookies. */
void php_seatpush_set_cookie(zval *cookies, const struct php_seatpush_cookie *cookie);

#endif
