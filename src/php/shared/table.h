/* SPDX-License-Identifier: MIT */
/*
 * The class Table.
 */
#ifndef PHP_SEATPUSH_SHARED_TABLE_H
#define PHP_SEATPUSH_SHARED_TABLE_H

#include "php.h"

#include "base/table.h"
#include "net/loop/shared.h"
#include "php/shared/columns.h"

struct php_seatpush_table_memory {
	struct sp_shared_lock lock;
	_Alignas(8) struct sp_table table; /* the rows follow */
};

struct php_seatpush_table {
	zend_long rows; /* 0: not constructed */
	struct php_seatpush_columns columns;
	struct php_seatpush_table_memory *memory; /* NULL: not created */
	size_t memory_size;
	zend_long at; /* for the methods current(), next() ...; AT_END: at the end */
	uint32_t full_logged_s, cut_logged_s;
	zend_object std;
};

#define SEATPUSH_TABLE_END (-1)

void php_seatpush_table_init_ce(zend_class_entry *ce);

struct php_seatpush_table *php_seatpush_table_of(zend_object *object);

/* The first row in use from number on, or SEATPUSH_TABLE_END. */
zend_long php_seatpush_table_next(const struct php_seatpush_table *table, zend_long number);

/* A copy of the row of that number, which the caller frees, and its key; either may be NULL. False:
 * there is no such row any more. */
bool php_seatpush_table_row(
	const struct php_seatpush_table *table, zend_long number, zval *row, zval *key);

/* foreach: each has a position of its own. In walk.c. */
zend_object_iterator *php_seatpush_table_walk(zend_class_entry *ce, zval *object, int by_ref);

#endif
