/* SPDX-License-Identifier: MIT */
/*
 * What is done with the rows of a Table.
 */
#ifndef PHP_SEATPUSH_SHARED_ROWS_H
#define PHP_SEATPUSH_SHARED_ROWS_H

#include "php.h"

#include "php/shared/table_object.h"

/* The first row in use from number on, or SEATPUSH_TABLE_END. */
zend_long php_seatpush_table_next(const struct php_seatpush_table *table, zend_long number);

/* A copy of the row of that number, which the caller frees, and its key; either may be NULL. False:
 * there is no such row any more. */
bool php_seatpush_table_row(
	const struct php_seatpush_table *table, zend_long number, zval *row, zval *key);

#endif
