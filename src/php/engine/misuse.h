/* SPDX-License-Identifier: MIT */
/*
 * What a call cannot do with the values that it was given: an exception, or, with Swoole's names, a
 * warning.
 */
#ifndef PHP_SEATPUSH_ENGINE_MISUSE_H
#define PHP_SEATPUSH_ENGINE_MISUSE_H

#include "php.h"

/* A call with a value that is not possible: throws a ValueError. With Swoole's names, where scripts
 * look at the result, it is a warning with the same text, and the method returns false; the caller
 * does so in both cases. A warning may run an error handler, so it must be the last thing that the
 * call does. arg: 0: the text names no argument. */
void php_seatpush_misuse(uint32_t arg, const char *format, ...) ZEND_ATTRIBUTE_FORMAT(printf, 2, 3);

#endif
