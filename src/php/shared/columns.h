/* SPDX-License-Identifier: MIT */
/*
 * The columns of a Table: where each lies in a row's data, and values to bytes and back. The bytes
 * are a plain copy, so no PHP runs while the table's lock is held.
 */
#ifndef PHP_SEATPUSH_SHARED_COLUMNS_H
#define PHP_SEATPUSH_SHARED_COLUMNS_H

#include "php.h"

#define SEATPUSH_COLUMNS_MAX 128
#define SEATPUSH_COLUMN_NAME_MAX 63         /* bytes */
#define SEATPUSH_COLUMN_SIZE_MAX (16 << 20) /* bytes of a string */

enum php_seatpush_column_type {
	SEATPUSH_COLUMN_INT = 1,
	SEATPUSH_COLUMN_FLOAT,
	SEATPUSH_COLUMN_STRING
};

struct php_seatpush_column {
	enum php_seatpush_column_type type;
	uint32_t size;   /* of its value, without the length that stands before a string */
	uint32_t offset; /* in the row's data */
	uint32_t cut_logged_s;
};

struct php_seatpush_columns {
	HashTable *by_name; /* struct php_seatpush_column *, in the order in which they were added */
	uint32_t data_size;
};

void php_seatpush_columns_init(struct php_seatpush_columns *columns);
void php_seatpush_columns_fini(struct php_seatpush_columns *columns);

/* size: of a string. It must be within the limits, and the name new. */
void php_seatpush_columns_add(struct php_seatpush_columns *columns, zend_string *name,
	enum php_seatpush_column_type type, uint32_t size);

/* NULL: there is no such column; see php_seatpush_misuse(): the text about argument arg says which
 * there are. */
struct php_seatpush_column *php_seatpush_column(
	const struct php_seatpush_columns *columns, zend_string *name, uint32_t arg);

/* Copies the column's value from one row's data to another's. */
void php_seatpush_column_copy(const struct php_seatpush_column *column, char *to, const char *from);

/* Writes the value, converted, to the column's place in data. Returns how many bytes of a string
 * were cut off; -1: an exception was thrown. */
zend_long php_seatpush_column_write(
	const struct php_seatpush_column *column, char *data, zval *value);

void php_seatpush_column_read(
	const struct php_seatpush_column *column, const char *data, zval *value);

/* "count int, name string 32", which the caller frees. */
zend_string *php_seatpush_columns_layout(const struct php_seatpush_columns *columns);

/* The row by column name. */
void php_seatpush_columns_read(
	const struct php_seatpush_columns *columns, const char *data, zval *row);

#endif
