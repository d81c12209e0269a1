/* SPDX-License-Identifier: MIT */
/*
 * A Table as its methods see it.
 */
#ifndef PHP_SEATPUSH_SHARED_TABLE_OBJECT_H
#define PHP_SEATPUSH_SHARED_TABLE_OBJECT_H

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
	zend_long at; /* for the methods current(), next() ...; SEATPUSH_TABLE_END: at the end */
	uint32_t full_logged_s;
	zend_object std;
};

#define SEATPUSH_TABLE_END (-1)

static inline struct php_seatpush_table *php_seatpush_table_of(zend_object *object)
{
	return (
		struct php_seatpush_table *) ((char *) object - offsetof(struct php_seatpush_table, std));
}

#endif
