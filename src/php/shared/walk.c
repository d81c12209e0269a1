/* SPDX-License-Identifier: MIT */
/*
 * From row to row: foreach, and the methods of Iterator. The position is a row's number, so rows
 * may come and go during a walk.
 */
#include "php/shared/walk.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/shared/rows.h"

struct walk {
	zend_object_iterator std;
	zend_long at;
	zval row, key; /* of that place; UNDEF: not read yet */
};

static struct php_seatpush_table *walked(zend_object_iterator *iterator)
{
	return php_seatpush_table_of(Z_OBJ(iterator->data));
}

static void forget(struct walk *walk)
{
	zval_ptr_dtor(&walk->row);
	zval_ptr_dtor(&walk->key);
	ZVAL_UNDEF(&walk->row);
	ZVAL_UNDEF(&walk->key);
}

static void free_walk(zend_object_iterator *iterator)
{
	forget((struct walk *) iterator);
	zval_ptr_dtor(&iterator->data);
}

/* Reads the row at the position, or the next one if another process has removed it meanwhile. */
static int valid(zend_object_iterator *iterator)
{
	struct walk *walk = (struct walk *) iterator;
	struct php_seatpush_table *table = walked(iterator);

	while (walk->at != SEATPUSH_TABLE_END && Z_ISUNDEF(walk->row)) {
		if (!php_seatpush_table_row(table, walk->at, &walk->row, &walk->key)) {
			walk->at = php_seatpush_table_next(table, walk->at + 1);
		}
	}
	return walk->at != SEATPUSH_TABLE_END ? SUCCESS : FAILURE;
}

static zval *current(zend_object_iterator *iterator)
{
	return &((struct walk *) iterator)->row;
}

static void key(zend_object_iterator *iterator, zval *key)
{
	ZVAL_COPY(key, &((struct walk *) iterator)->key);
}

static void move_to(zend_object_iterator *iterator, zend_long number)
{
	struct walk *walk = (struct walk *) iterator;

	forget(walk);
	walk->at = php_seatpush_table_next(walked(iterator), number);
}

static void next(zend_object_iterator *iterator)
{
	struct walk *walk = (struct walk *) iterator;

	if (walk->at != SEATPUSH_TABLE_END) {
		move_to(iterator, walk->at + 1);
	}
}

static void rewind_walk(zend_object_iterator *iterator)
{
	move_to(iterator, 0);
}

static const zend_object_iterator_funcs functions = {
	.dtor = free_walk,
	.valid = valid,
	.get_current_data = current,
	.get_current_key = key,
	.move_forward = next,
	.rewind = rewind_walk,
};

zend_object_iterator *php_seatpush_table_walk(zend_class_entry *ce, zval *object, int by_ref)
{
	struct walk *walk;

	(void) ce;
	if (by_ref) {
		zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
		return NULL;
	}
	if (php_seatpush_table_of(Z_OBJ_P(object))->memory == NULL) {
		php_seatpush_throw_text("the Table has no rows yet: call create() after column()");
		return NULL;
	}
	walk = emalloc(sizeof(*walk));
	zend_iterator_init(&walk->std);
	walk->std.funcs = &functions;
	walk->at = SEATPUSH_TABLE_END;
	ZVAL_UNDEF(&walk->row);
	ZVAL_UNDEF(&walk->key);
	ZVAL_OBJ_COPY(&walk->std.data, Z_OBJ_P(object));
	return &walk->std;
}

/* The methods' own position. */

SEATPUSH_METHOD(Table, rewind)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	table->at = php_seatpush_table_next(table, 0);
}

SEATPUSH_METHOD(Table, next)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (table->at != SEATPUSH_TABLE_END) {
		table->at = php_seatpush_table_next(table, table->at + 1);
	}
}

SEATPUSH_METHOD(Table, valid)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	table->at = php_seatpush_table_next(table, table->at);
	RETURN_BOOL(table->at != SEATPUSH_TABLE_END);
}

SEATPUSH_METHOD(Table, current)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!php_seatpush_table_row(table, table->at, return_value, NULL)) {
		RETURN_FALSE;
	}
}

SEATPUSH_METHOD(Table, key)
{
	struct php_seatpush_table *table = php_seatpush_table_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	php_seatpush_table_row(table, table->at, NULL, return_value);
}
