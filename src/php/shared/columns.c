/* SPDX-License-Identifier: MIT */
#include "php/shared/columns.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "php/engine/misuse.h"

static void free_column(zval *column)
{
	efree(Z_PTR_P(column));
}

void php_seatpush_columns_init(struct php_seatpush_columns *columns)
{
	ALLOC_HASHTABLE(columns->by_name);
	zend_hash_init(columns->by_name, 0, NULL, free_column, false);
	columns->data_size = 0;
}

void php_seatpush_columns_fini(struct php_seatpush_columns *columns)
{
	zend_array_destroy(columns->by_name);
}

void php_seatpush_columns_add(struct php_seatpush_columns *columns, zend_string *name,
	enum php_seatpush_column_type type, uint32_t size)
{
	struct php_seatpush_column *column = emalloc(sizeof(*column));

	column->type = type;
	column->cut_logged_s = 0;
	column->size = type == SEATPUSH_COLUMN_STRING ? size : sizeof(int64_t);
	column->offset = columns->data_size;
	columns->data_size += type == SEATPUSH_COLUMN_STRING
							  ? (uint32_t) ((sizeof(uint32_t) + size + 7) & ~(size_t) 7)
							  : sizeof(int64_t);
	zend_hash_add_new_ptr(columns->by_name, name, column);
}

struct php_seatpush_column *php_seatpush_column(
	const struct php_seatpush_columns *columns, zend_string *name, uint32_t arg)
{
	struct php_seatpush_column *column = zend_hash_find_ptr(columns->by_name, name);
	smart_str names = {0};
	zend_string *one;

	if (column != NULL) {
		return column;
	}
	ZEND_HASH_FOREACH_STR_KEY(columns->by_name, one)
	{
		smart_str_appends(&names, names.s != NULL ? ", " : "");
		smart_str_append(&names, one);
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&names);
	php_seatpush_misuse(arg, "names the column \"%s\", which the table does not have; it has: %s",
		ZSTR_VAL(name), ZSTR_VAL(names.s));
	smart_str_free(&names);
	return NULL;
}

static zend_long write_string(const struct php_seatpush_column *column, char *data, zval *value)
{
	zend_string *text = zval_try_get_string(value);
	uint32_t len;
	zend_long cut;

	if (text == NULL) {
		return -1;
	}
	len = (uint32_t) MIN(ZSTR_LEN(text), column->size);
	cut = (zend_long) (ZSTR_LEN(text) - len);
	memcpy(data, &len, sizeof(len));
	memcpy(data + sizeof(len), ZSTR_VAL(text), len);
	zend_string_release(text);
	return cut;
}

zend_long php_seatpush_column_write(
	const struct php_seatpush_column *column, char *data, zval *value)
{
	data += column->offset;
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_ARRAY) {
		zend_type_error("A Table holds no arrays: store json_encode($value) in a string column");
		return -1;
	}
	switch (column->type) {
	case SEATPUSH_COLUMN_INT: {
		int64_t number = zval_get_long(value);

		memcpy(data, &number, sizeof(number));
		break;
	}
	case SEATPUSH_COLUMN_FLOAT: {
		double number = zval_get_double(value);

		memcpy(data, &number, sizeof(number));
		break;
	}
	case SEATPUSH_COLUMN_STRING:
		return write_string(column, data, value);
	}
	return EG(exception) != NULL ? -1 : 0;
}

void php_seatpush_column_copy(const struct php_seatpush_column *column, char *to, const char *from)
{
	uint32_t len;

	to += column->offset;
	from += column->offset;
	if (column->type == SEATPUSH_COLUMN_STRING) {
		memcpy(&len, from, sizeof(len));
		memcpy(to, from, sizeof(len) + len);
	} else {
		memcpy(to, from, column->size);
	}
}

void php_seatpush_column_read(
	const struct php_seatpush_column *column, const char *data, zval *value)
{
	data += column->offset;
	switch (column->type) {
	case SEATPUSH_COLUMN_INT: {
		int64_t number;

		memcpy(&number, data, sizeof(number));
		ZVAL_LONG(value, (zend_long) number);
		break;
	}
	case SEATPUSH_COLUMN_FLOAT: {
		double number;

		memcpy(&number, data, sizeof(number));
		ZVAL_DOUBLE(value, number);
		break;
	}
	case SEATPUSH_COLUMN_STRING: {
		uint32_t len;

		memcpy(&len, data, sizeof(len));
		/* After a process was killed while it wrote, the length may be anything. */
		ZVAL_STRINGL(value, data + sizeof(len), MIN(len, column->size));
		break;
	}
	}
}

void php_seatpush_columns_read(
	const struct php_seatpush_columns *columns, const char *data, zval *row)
{
	struct php_seatpush_column *column;
	zend_string *name;

	array_init_size(row, zend_hash_num_elements(columns->by_name));
	ZEND_HASH_FOREACH_STR_KEY_PTR(columns->by_name, name, column)
	{
		zval value;

		php_seatpush_column_read(column, data, &value);
		zend_symtable_update(Z_ARRVAL_P(row), name, &value);
	}
	ZEND_HASH_FOREACH_END();
}

zend_string *php_seatpush_columns_layout(const struct php_seatpush_columns *columns)
{
	const struct php_seatpush_column *column;
	smart_str layout = {0};
	zend_string *name;

	ZEND_HASH_FOREACH_STR_KEY_PTR(columns->by_name, name, column)
	{
		smart_str_appends(&layout, layout.s != NULL ? ", " : "");
		smart_str_append(&layout, name);
		switch (column->type) {
		case SEATPUSH_COLUMN_INT:
			smart_str_appends(&layout, " int");
			break;
		case SEATPUSH_COLUMN_FLOAT:
			smart_str_appends(&layout, " float");
			break;
		case SEATPUSH_COLUMN_STRING:
			smart_str_appends(&layout, " string ");
			smart_str_append_unsigned(&layout, column->size);
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return smart_str_extract(&layout);
}
