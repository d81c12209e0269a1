/* SPDX-License-Identifier: MIT */
/*
 * Options that are lists: an array of strings, or one string with commas, which is how they are
 * stored.
 */
#ifndef PHP_SEATPUSH_SERVER_OPTION_LIST_H
#define PHP_SEATPUSH_SERVER_OPTION_LIST_H

#include "php.h"

#include "php/server/option.h"

bool php_seatpush_option_is_list(const struct php_seatpush_option *option);

/* False: a ValueError was thrown. */
bool php_seatpush_option_check_list(const struct php_seatpush_option *option, zval *value);

/* The value, which has been checked: a string of the caller's, or NULL if it is unset. */
zend_string *php_seatpush_option_list(const struct php_seatpush_option *option, zval *value);

#endif
