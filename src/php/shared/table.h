/* SPDX-License-Identifier: MIT */
/*
 * The class Table.
 */
#ifndef PHP_SEATPUSH_SHARED_TABLE_H
#define PHP_SEATPUSH_SHARED_TABLE_H

#include "php.h"

void php_seatpush_table_init_ce(zend_class_entry *ce);

#endif
