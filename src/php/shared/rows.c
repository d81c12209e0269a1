/* SPDX-License-Identifier: MIT */
/*
 * What is done with the rows of a Table. While the lock is held, bytes are copied and nothing else
 * happens: no allocation, which may end the script, and no PHP.
 */
#include "php/shared/rows.h"

#include <time.h>

#include "zend_exceptions.h"

#include "net/loop/log.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/misuse.h"

static struct sp_table *enter(const struct php_seatpush_table *table)
{
	if (sp_shared_lock_enter(&table->memory->lock)) {
		sp_table_repair(&table->memory->table);
		sp_log(SP_LOG_WARNING,
			"a process was killed while it changed a Table: the row that it changed may be half "
			"written, all others are whole");
	}
	return &table->memory->table;
}

static void leave(const struct php_seatpush_table *table)
{
	sp_shared_lock_leave(&table->memory->lock);
}

/* NULL: an exception was thrown. */
static struct php_seatpush_table *created(zval *object)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(object));

	if (table->memory == NULL) {
		php_seatpush_throw_text("the Table has no rows yet: call create() after column()");
		return NULL;
	}
	return table;
}

/* False: see php_seatpush_misuse(). */
static bool check_key(zend_string *key)
{
	if (ZSTR_LEN(key) <= SP_TABLE_KEY_MAX) {
		return true;
	}
	php_seatpush_misuse(1, "has %zu bytes, and a key at most %d: use md5($key), for example",
		ZSTR_LEN(key), SP_TABLE_KEY_MAX);
	return false;
}

static struct sp_span span_of(zend_string *key)
{
	return (struct sp_span){ZSTR_VAL(key), ZSTR_LEN(key)};
}

/* What set() was given, as a row's data. */
struct change {
	char *data;
	uint32_t data_size;
	const struct php_seatpush_column *columns[SEATPUSH_COLUMNS_MAX]; /* those that are in data */
	uint32_t count;
};

/* __toString() may have destroyed the Table, and made it again with more columns than change->data
 * has room for. False: an exception was thrown. */
static bool is_same(const struct php_seatpush_table *table, const struct change *change)
{
	if (table->memory == NULL || table->columns.data_size != change->data_size) {
		php_seatpush_throw_text(
			"the Table was destroyed while set() converted a value: do not call destroy() in "
			"__toString()");
		return false;
	}
	return true;
}

/* False: an exception was thrown. Runs PHP, __toString(). */
static bool convert(struct php_seatpush_table *table, HashTable *values, struct change *change)
{
	zend_ulong number;
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_KEY_VAL(values, number, name, value)
	{
		zend_string *own =
			name != NULL ? zend_string_copy(name) : zend_long_to_str((zend_long) number);
		struct php_seatpush_column *column = php_seatpush_column(&table->columns, own, 2);
		zend_long cut =
			column != NULL ? php_seatpush_column_write(column, change->data, value) : -1;

		if (cut > 0 && sp_log_due(&column->cut_logged_s, (uint32_t) time(NULL))) {
			sp_log(SP_LOG_WARNING,
				"Table::set() (%s:%u): a value lost its last " ZEND_LONG_FMT
				" bytes, since the column \"%s\" holds %u: make the column larger",
				zend_get_executed_filename(), zend_get_executed_lineno(), cut, ZSTR_VAL(own),
				column->size);
		}
		zend_string_release(own);
		if (cut < 0 || !is_same(table, change)) {
			return false;
		}
		change->columns[change->count++] = column;
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static void say_full(struct php_seatpush_table *table)
{
	if (sp_log_due(&table->full_logged_s, (uint32_t) time(NULL))) {
		sp_log(SP_LOG_WARNING,
			"a Table (%s:%u) is full: all of its " ZEND_LONG_FMT
			" rows are in use, and set() of another key is false; make it larger, or del() rows",
			zend_get_executed_filename(), zend_get_executed_lineno(), table->rows);
	}
}

/* False: all rows are in use. */
static bool store(struct php_seatpush_table *table, zend_string *key, const struct change *change)
{
	char *row = sp_table_put(enter(table), span_of(key));

	for (uint32_t i = 0; row != NULL && i < change->count; i++) {
		php_seatpush_column_copy(change->columns[i], row, change->data);
	}
	leave(table);
	if (row == NULL) {
		say_full(table);
	}
	return row != NULL;
}

/* 1, 0 if all rows are in use, -1 if an exception was thrown. */
static int set(zval *object, zend_string *key, HashTable *values)
{
	struct php_seatpush_table *table = created(object);
	struct change change = {.count = 0};
	int stored = -1;

	if (table == NULL || !check_key(key)) {
		return -1;
	}
	change.data_size = table->columns.data_size;
	change.data = emalloc(change.data_size);
	if (convert(table, values, &change)) {
		stored = store(table, key, &change);
	}
	efree(change.data);
	return stored;
}

SEATPUSH_METHOD(Table, set)
{
	zend_string *key;
	HashTable *values;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(key)
		Z_PARAM_ARRAY_HT(values)
	ZEND_PARSE_PARAMETERS_END();
	RETURN_BOOL(set(ZEND_THIS, key, values) > 0);
}

/* A copy of the row's data, to be freed; NULL: there is no such row. */
static char *copy_of(const struct php_seatpush_table *table, zend_string *key)
{
	char *copy = emalloc(table->columns.data_size);
	const char *data = sp_table_find(enter(table), span_of(key));

	if (data != NULL) {
		memcpy(copy, data, table->columns.data_size);
	}
	leave(table);
	if (data == NULL) {
		efree(copy);
		return NULL;
	}
	return copy;
}

SEATPUSH_METHOD(Table, get)
{
	struct php_seatpush_table *table = created(ZEND_THIS);
	const struct php_seatpush_column *column = NULL;
	zend_string *key, *field = NULL;
	char *data;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(key)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(field)
	ZEND_PARSE_PARAMETERS_END();

	if (table == NULL) {
		RETURN_THROWS();
	}
	if (field != NULL) {
		column = php_seatpush_column(&table->columns, field, 2);
		if (column == NULL) {
			RETURN_FALSE;
		}
	}
	data = copy_of(table, key);
	if (data == NULL) {
		RETURN_FALSE;
	}
	if (column != NULL) {
		php_seatpush_column_read(column, data, return_value);
	} else {
		php_seatpush_columns_read(&table->columns, data, return_value);
	}
	efree(data);
}

SEATPUSH_METHOD(Table, exists)
{
	struct php_seatpush_table *table = created(ZEND_THIS);
	zend_string *key;
	bool exists;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	if (table == NULL) {
		RETURN_THROWS();
	}
	exists = sp_table_find(enter(table), span_of(key)) != NULL;
	leave(table);
	RETURN_BOOL(exists);
}

static bool remove_row(const struct php_seatpush_table *table, zend_string *key)
{
	bool removed = sp_table_remove(enter(table), span_of(key));

	leave(table);
	return removed;
}

SEATPUSH_METHOD(Table, del)
{
	struct php_seatpush_table *table = created(ZEND_THIS);
	zend_string *key;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	if (table == NULL) {
		RETURN_THROWS();
	}
	RETURN_BOOL(remove_row(table, key));
}

/* Adds to a number in a row's data. */
static void add_to(const struct php_seatpush_column *column, char *data, zval *by, bool negative)
{
	data += column->offset;
	if (column->type == SEATPUSH_COLUMN_FLOAT) {
		double number, delta = zval_get_double(by);

		memcpy(&number, data, sizeof(number));
		number += negative ? -delta : delta;
		memcpy(data, &number, sizeof(number));
	} else {
		uint64_t number, delta = (uint64_t) zval_get_long(by);

		memcpy(&number, data, sizeof(number));
		number += negative ? 0 - delta : delta;
		memcpy(data, &number, sizeof(number));
	}
}

/* incr() and decr(). */
static void add(INTERNAL_FUNCTION_PARAMETERS, bool negative)
{
	struct php_seatpush_table *table = created(ZEND_THIS);
	const struct php_seatpush_column *column;
	zend_string *key, *name;
	zval one, *by = &one;
	char sum[sizeof(int64_t)];
	char *row;

	ZVAL_LONG(&one, 1);
	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(key)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_NUMBER(by)
	ZEND_PARSE_PARAMETERS_END();

	if (table == NULL || !check_key(key)) {
		RETURN_FALSE;
	}
	column = php_seatpush_column(&table->columns, name, 2);
	if (column == NULL) {
		RETURN_FALSE;
	}
	if (column->type == SEATPUSH_COLUMN_STRING) {
		php_seatpush_misuse(2, "names a column of text; only numbers can be added to");
		RETURN_FALSE;
	}
	row = sp_table_put(enter(table), span_of(key));
	if (row != NULL) {
		add_to(column, row, by, negative);
		memcpy(sum, row + column->offset, sizeof(sum));
	}
	leave(table);
	if (row == NULL) {
		say_full(table);
		RETURN_FALSE;
	}
	if (column->type == SEATPUSH_COLUMN_FLOAT) {
		ZVAL_DOUBLE(return_value, 0);
		memcpy(&Z_DVAL_P(return_value), sum, sizeof(sum));
	} else {
		ZVAL_LONG(return_value, 0);
		memcpy(&Z_LVAL_P(return_value), sum, sizeof(sum));
	}
}

SEATPUSH_METHOD(Table, incr)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

SEATPUSH_METHOD(Table, decr)
{
	add(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

SEATPUSH_METHOD(Table, count)
{
	struct php_seatpush_table *table = created(ZEND_THIS);
	uint32_t count;

	ZEND_PARSE_PARAMETERS_NONE();
	if (table == NULL) {
		RETURN_THROWS();
	}
	count = enter(table)->count;
	leave(table);
	RETURN_LONG(count);
}

SEATPUSH_METHOD(Table, stats)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(ZEND_THIS));
	struct sp_table now;

	ZEND_PARSE_PARAMETERS_NONE();
	if (table->memory == NULL) {
		RETURN_FALSE;
	}
	now = *enter(table);
	leave(table);
	array_init(return_value);
	add_assoc_long(return_value, "num", now.count);
	add_assoc_long(return_value, "insert_count", (zend_long) now.inserts);
	add_assoc_long(return_value, "update_count", (zend_long) now.updates);
	add_assoc_long(return_value, "delete_count", (zend_long) now.removals);
	add_assoc_long(return_value, "available_slice_num", now.rows - now.count);
	add_assoc_long(return_value, "total_slice_num", now.rows);
}

zend_long php_seatpush_table_next(const struct php_seatpush_table *table, zend_long number)
{
	uint32_t next;

	if (table->memory == NULL || number < 0) {
		return SEATPUSH_TABLE_END;
	}
	next = sp_table_next(enter(table), (uint32_t) number);
	leave(table);
	return next < table->rows ? (zend_long) next : SEATPUSH_TABLE_END;
}

bool php_seatpush_table_row(
	const struct php_seatpush_table *table, zend_long number, zval *row, zval *key)
{
	struct sp_table *rows;
	char *data, name[SP_TABLE_KEY_MAX];
	size_t len = 0;
	bool used;

	if (table->memory == NULL || number < 0) {
		return false;
	}
	data = emalloc(table->columns.data_size);
	rows = enter(table);
	used = sp_table_next(rows, (uint32_t) number) == (uint32_t) number;
	if (used) {
		struct sp_span span = sp_table_key(rows, (uint32_t) number);

		len = span.len;
		memcpy(name, span.data, len);
		memcpy(data, sp_table_data(rows, (uint32_t) number), table->columns.data_size);
	}
	leave(table);
	if (used && row != NULL) {
		php_seatpush_columns_read(&table->columns, data, row);
	}
	if (used && key != NULL) {
		ZVAL_STRINGL(key, name, len);
	}
	efree(data);
	return used;
}

SEATPUSH_METHOD(Table, offsetGet)
{
	struct php_seatpush_table *table = created(ZEND_THIS);
	zend_string *key;
	char *data;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();

	data = table != NULL ? copy_of(table, key) : NULL;
	if (data != NULL) {
		php_seatpush_columns_read(&table->columns, data, return_value);
		efree(data);
	}
}

SEATPUSH_METHOD(Table, offsetSet)
{
	zend_string *key;
	HashTable *values;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_STR(key)
		Z_PARAM_ARRAY_HT(values)
	ZEND_PARSE_PARAMETERS_END();
	if (set(ZEND_THIS, key, values) == 0) {
		php_seatpush_throw_text("the Table is full: make it larger, or del() rows");
	}
}

SEATPUSH_METHOD(Table, offsetUnset)
{
	struct php_seatpush_table *table = created(ZEND_THIS);
	zend_string *key;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(key)
	ZEND_PARSE_PARAMETERS_END();
	if (table != NULL) {
		remove_row(table, key);
	}
}
