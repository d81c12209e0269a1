/* SPDX-License-Identifier: MIT */
/*
 * How a Table is made and goes. What is done with its rows is in rows.c.
 */
#include "php/shared/table.h"

#include <errno.h>

#include "zend_exceptions.h"

#include "base/hash.h"
#include "net/process/sharing.h"
#include "php/shared/memory.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/shared/table_object.h"
#include "php/shared/walk.h"

#define ROWS_MIN 1024

/* Places of the declared properties, in the stub's order. */
enum { PROPERTY_SIZE, PROPERTY_MEMORY_SIZE };

static zend_object_handlers handlers;

/* NULL: an exception was thrown. */
static struct php_seatpush_table *constructed(zval *object)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(object));

	if (table->rows == 0) {
		php_seatpush_throw_text("the constructor of the Table has not run");
		return NULL;
	}
	return table;
}

SEATPUSH_METHOD(Table, __construct)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(ZEND_THIS));
	zend_long size;
	double proportion;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(size)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(proportion)
	ZEND_PARSE_PARAMETERS_END();

	if (size < 1 || size > SP_TABLE_ROWS_MAX) {
		zend_argument_value_error(1, "must be from 1 to %d rows", SP_TABLE_ROWS_MAX);
		RETURN_THROWS();
	}
	if (table->memory != NULL) {
		php_seatpush_throw_text("the Table has been created already");
		RETURN_THROWS();
	}
	table->rows = ROWS_MIN;
	while (table->rows < size) {
		table->rows *= 2;
	}
	ZVAL_LONG(OBJ_PROP_NUM(&table->std, PROPERTY_SIZE), table->rows);
}

/* False: an exception was thrown. */
static bool check_column(
	const struct php_seatpush_table *table, zend_string *name, zend_long type, zend_long size)
{
	if (table->memory != NULL) {
		php_seatpush_throw_text(
			"the Table has been created already: call column() before create()");
	} else if (ZSTR_LEN(name) == 0 || ZSTR_LEN(name) > SEATPUSH_COLUMN_NAME_MAX) {
		zend_argument_value_error(1, "must have 1 to %d bytes", SEATPUSH_COLUMN_NAME_MAX);
	} else if (zend_hash_exists(table->columns.by_name, name)) {
		zend_argument_value_error(1, "is a column already");
	} else if (zend_hash_num_elements(table->columns.by_name) >= SEATPUSH_COLUMNS_MAX) {
		zend_argument_value_error(
			1, "is one too many: a Table has at most %d columns", SEATPUSH_COLUMNS_MAX);
	} else if (type < SEATPUSH_COLUMN_INT || type > SEATPUSH_COLUMN_STRING) {
		zend_argument_value_error(
			2, "must be Table::TYPE_INT, Table::TYPE_FLOAT or Table::TYPE_STRING");
	} else if (type == SEATPUSH_COLUMN_STRING && (size < 1 || size > SEATPUSH_COLUMN_SIZE_MAX)) {
		zend_argument_value_error(3,
			"must be from 1 to %d for a string: the most bytes that it may have",
			SEATPUSH_COLUMN_SIZE_MAX);
	}
	return EG(exception) == NULL;
}

SEATPUSH_METHOD(Table, column)
{
	struct php_seatpush_table *table = constructed(ZEND_THIS);
	zend_string *name;
	zend_long type, size = 0;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(name)
		Z_PARAM_LONG(type)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(size)
	ZEND_PARSE_PARAMETERS_END();

	if (table == NULL || !check_column(table, name, type, size)) {
		RETURN_THROWS();
	}
	php_seatpush_columns_add(
		&table->columns, name, (enum php_seatpush_column_type) type, (uint32_t) size);
	RETURN_TRUE;
}

/* Children that were forked before go on with what lies at from. */
static bool copy_memory(void *to, void *from, struct sp_error *error)
{
	struct php_seatpush_table_memory *copy = to, *memory = from;

	if (!sp_shared_lock_init(&copy->lock, error)) {
		return false;
	}
	if (sp_shared_lock_enter(&memory->lock)) {
		sp_table_repair(&memory->table);
	}
	sp_table_copy(&copy->table, &memory->table);
	sp_shared_lock_leave(&memory->lock);
	return true;
}

/* False: *error says why. */
static bool map_memory(struct php_seatpush_table *table, bool *is_new, struct sp_error *error)
{
	zend_string *columns = php_seatpush_columns_layout(&table->columns);
	zend_string *layout =
		strpprintf(0, "Table of " ZEND_LONG_FMT " rows: %s", table->rows, ZSTR_VAL(columns));
	const struct sp_sharing_kind kind = {table->memory_size, ZSTR_VAL(layout), copy_memory};

	table->memory = php_seatpush_memory_new(&kind, is_new, error);
	zend_string_release(layout);
	zend_string_release(columns);
	return table->memory != NULL;
}

static void give_back(struct php_seatpush_table *table)
{
	sp_sharing_free(table->memory, table->memory_size);
	table->memory = NULL;
	table->memory_size = 0;
	table->at = SEATPUSH_TABLE_END;
}

/* False: *error says why. */
static bool take_memory(struct php_seatpush_table *table, struct sp_error *error)
{
	uint32_t rows = (uint32_t) table->rows, data_size = table->columns.data_size;
	size_t bytes = sp_table_bytes(rows, data_size);
	size_t before = offsetof(struct php_seatpush_table_memory, table);
	bool is_new;

	if (bytes == 0 || bytes > PTRDIFF_MAX - before) {
		sp_error_set(error, 0, "no memory has that many bytes");
		return false;
	}
	table->memory_size = before + bytes;
	if (!map_memory(table, &is_new, error) ||
		(is_new && !sp_shared_lock_init(&table->memory->lock, error))) {
		give_back(table);
		return false;
	}
	if (is_new) {
		sp_table_init(&table->memory->table, rows, data_size, sp_hash_seed(table));
	}
	return true;
}

SEATPUSH_METHOD(Table, create)
{
	struct php_seatpush_table *table = constructed(ZEND_THIS);
	struct sp_error error;

	ZEND_PARSE_PARAMETERS_NONE();
	if (table == NULL) {
		RETURN_THROWS();
	}
	if (table->memory != NULL) {
		php_seatpush_throw_text("the Table has been created already");
		RETURN_THROWS();
	}
	if (table->columns.data_size == 0) {
		php_seatpush_throw_text("the Table has no columns yet: call column() before create()");
		RETURN_THROWS();
	}
	if (!take_memory(table, &error)) {
		if (error.code == EPROTO) {
			php_seatpush_throw(&error);
			RETURN_THROWS();
		}
		php_seatpush_throw_text("a Table of " ZEND_LONG_FMT
								" rows of %u bytes cannot be had: %s; make it smaller",
			table->rows, table->columns.data_size, error.text);
		RETURN_THROWS();
	}
	ZVAL_LONG(OBJ_PROP_NUM(&table->std, PROPERTY_MEMORY_SIZE), (zend_long) table->memory_size);
	RETURN_TRUE;
}

SEATPUSH_METHOD(Table, destroy)
{
	struct php_seatpush_table *table = constructed(ZEND_THIS);

	ZEND_PARSE_PARAMETERS_NONE();
	if (table == NULL) {
		RETURN_THROWS();
	}
	give_back(table);
	ZVAL_LONG(OBJ_PROP_NUM(&table->std, PROPERTY_MEMORY_SIZE), 0);
	RETURN_TRUE;
}

SEATPUSH_METHOD(Table, getSize)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG(php_seatpush_table_of(Z_OBJ_P(ZEND_THIS))->rows);
}

SEATPUSH_METHOD(Table, getMemorySize)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_LONG((zend_long) php_seatpush_table_of(Z_OBJ_P(ZEND_THIS))->memory_size);
}

static zend_object *create(zend_class_entry *ce)
{
	struct php_seatpush_table *table = zend_object_alloc(sizeof(*table), ce);

	memset(table, 0, offsetof(struct php_seatpush_table, std));
	table->at = SEATPUSH_TABLE_END;
	php_seatpush_columns_init(&table->columns);
	zend_object_std_init(&table->std, ce);
	object_properties_init(&table->std, ce);
	table->std.handlers = &handlers;
	return &table->std;
}

static void destroy(zend_object *object)
{
	struct php_seatpush_table *table = php_seatpush_table_of(object);

	give_back(table);
	php_seatpush_columns_fini(&table->columns);
	zend_object_std_dtor(object);
}

void php_seatpush_table_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->get_iterator = php_seatpush_table_walk;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct php_seatpush_table, std);
	handlers.free_obj = destroy;
	handlers.clone_obj = NULL;
}
