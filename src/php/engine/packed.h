/* SPDX-License-Identifier: MIT */
/*
 * Values as bytes, for another process that runs the same script: a text as it is, all others as
 * serialize() writes them.
 */
#ifndef PHP_SEATPUSH_ENGINE_PACKED_H
#define PHP_SEATPUSH_ENGINE_PACKED_H

#include "php.h"
#include "zend_smart_str.h"

#include "base/span.h"

/* Appends the value. False: an exception was thrown. */
bool php_seatpush_pack(zval *value, smart_str *bytes);

/* May call user code, such as __unserialize(). *value is the caller's. False: it makes no sense, or
 * an exception was thrown, and *value is NULL. */
bool php_seatpush_unpack(struct sp_span bytes, zval *value);

#endif
