/* SPDX-License-Identifier: MIT */
/*
 * foreach over a Table: each has a position of its own.
 */
#ifndef PHP_SEATPUSH_SHARED_WALK_H
#define PHP_SEATPUSH_SHARED_WALK_H

#include "php.h"

zend_object_iterator *php_seatpush_table_walk(zend_class_entry *ce, zval *object, int by_ref);

#endif
