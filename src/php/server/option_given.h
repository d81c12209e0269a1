/* SPDX-License-Identifier: MIT */
/*
 * How the text of an error names the value that an option was given.
 */
#ifndef PHP_SEATPUSH_SERVER_OPTION_GIVEN_H
#define PHP_SEATPUSH_SERVER_OPTION_GIVEN_H

#include "php.h"

#include "php/server/option.h"

/* ", "25s" given: write 25", or without the last part. The caller releases it. */
zend_string *php_seatpush_given_text(const struct php_seatpush_option *option, zval *value);

#endif
