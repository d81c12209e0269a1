/* SPDX-License-Identifier: MIT */
/*
 * The class Cookie.
 */
#ifndef PHP_SEATPUSH_HTTP_COOKIE_H
#define PHP_SEATPUSH_HTTP_COOKIE_H

#include "php.h"

void php_seatpush_cookie_init_ce(zend_class_entry *ce);

#endif
