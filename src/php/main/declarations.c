/* SPDX-License-Identifier: MIT */
#include "php/main/declarations.h"

#include "php.h"

#include "php/engine/class_entries.h"
#include "stubs/swoole_methods_arginfo.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define CHECKED (ZEND_ACC_HAS_RETURN_TYPE | ZEND_ACC_HAS_TYPE_HINTS | ZEND_ACC_VARIADIC)

static const struct {
	zend_class_entry **ce;
	const zend_function_entry *methods;
	size_t count;
} declared[] = {
	{&seatpush_ce_Server, class_Swoole_Server_methods, COUNT(class_Swoole_Server_methods)},
	{&seatpush_ce_Port, class_Swoole_Port_methods, COUNT(class_Swoole_Port_methods)},
	{&seatpush_ce_Request, class_Swoole_Request_methods, COUNT(class_Swoole_Request_methods)},
	{&seatpush_ce_Response, class_Swoole_Response_methods, COUNT(class_Swoole_Response_methods)},
	{&seatpush_ce_Frame, class_Swoole_Frame_methods, COUNT(class_Swoole_Frame_methods)},
	{&seatpush_ce_CloseFrame, class_Swoole_Frame_methods, COUNT(class_Swoole_Frame_methods)},
	{&seatpush_ce_Timer, class_Swoole_Timer_methods, COUNT(class_Swoole_Timer_methods)},
	{&seatpush_ce_Channel, class_Swoole_Channel_methods, COUNT(class_Swoole_Channel_methods)},
	{&seatpush_ce_WaitGroup, class_Swoole_WaitGroup_methods, COUNT(class_Swoole_WaitGroup_methods)},
	{&seatpush_ce_Coroutine, class_Swoole_Coroutine_methods, COUNT(class_Swoole_Coroutine_methods)},
};

/* For each entry of declared: the functions that the engine made of Swoole's declarations. They own
 * what the methods borrow. */
static HashTable made[COUNT(declared)];

struct replaced {
	zend_internal_function *method;
	zend_internal_function own; /* as it was */
};

static struct replaced
	replaced[COUNT(class_Swoole_Server_methods) + COUNT(class_Swoole_Port_methods) +
			 COUNT(class_Swoole_Request_methods) + COUNT(class_Swoole_Response_methods) +
			 2 * COUNT(class_Swoole_Frame_methods) + COUNT(class_Swoole_Timer_methods) +
			 COUNT(class_Swoole_Channel_methods) + COUNT(class_Swoole_WaitGroup_methods) +
			 COUNT(class_Swoole_Coroutine_methods)];
static size_t replaced_count;

/* The server's properties have no types in Swoole, so subclasses declare them again without. */
static struct {
	zend_property_info *property;
	zend_type own;
} untyped[24];
static size_t untyped_count;

/* What a declaration is: the arguments, and the flags that say what a debug PHP checks a call and
 * its result against. None of it is checked, since the code takes and returns more; a
 * debug PHP compares only the number of arguments. */
static void declare(
	zend_internal_function *method, const zend_internal_function *as, uint32_t flags)
{
	method->arg_info = as->arg_info;
	method->num_args = as->num_args;
	method->required_num_args = as->required_num_args;
	method->fn_flags = (method->fn_flags & ~(uint32_t) CHECKED) | (as->fn_flags & flags);
}

static void replace(HashTable *methods, HashTable *declarations)
{
	zend_string *name;
	zend_internal_function *as, *method;

	ZEND_HASH_FOREACH_STR_KEY_PTR(declarations, name, as)
	{
		method = zend_hash_find_ptr(methods, name);
		if (method != NULL) {
			replaced[replaced_count++] = (struct replaced){method, *method};
			declare(method, as, ZEND_ACC_VARIADIC);
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void take_types(zend_class_entry *ce)
{
	zend_property_info *property;

	ZEND_HASH_FOREACH_PTR (&ce->properties_info, property) {
		if (untyped_count < COUNT(untyped)) {
			untyped[untyped_count].property = property;
			untyped[untyped_count++].own = property->type;
			property->type = (zend_type) ZEND_TYPE_INIT_NONE(0);
		}
	}
	ZEND_HASH_FOREACH_END();
}

void php_seatpush_declarations_begin(void)
{
	for (size_t i = 0; i < COUNT(declared); i++) {
		zend_hash_init(&made[i], (uint32_t) declared[i].count, NULL, ZEND_FUNCTION_DTOR, true);
		zend_register_functions(NULL, declared[i].methods, &made[i], MODULE_PERSISTENT);
		replace(&(*declared[i].ce)->function_table, &made[i]);
	}
	take_types(seatpush_ce_Server);
	seatpush_ce_Timer->ce_flags &= ~(uint32_t) ZEND_ACC_FINAL; /* as in Swoole */
}

void php_seatpush_declarations_end(void)
{
	if (replaced_count == 0) {
		return;
	}
	while (replaced_count > 0) {
		const struct replaced *last = &replaced[--replaced_count];

		declare(last->method, &last->own, CHECKED);
	}
	while (untyped_count > 0) {
		untyped_count--;
		untyped[untyped_count].property->type = untyped[untyped_count].own;
	}
	for (size_t i = 0; i < COUNT(declared); i++) {
		zend_hash_destroy(&made[i]);
	}
}
