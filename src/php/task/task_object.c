/* SPDX-License-Identifier: MIT */
/*
 * The class Task: what a Task callback gets with the option task_object.
 */
#include "php/task/task_object.h"

#include "zend_exceptions.h"

#include "net/process/worker.h"
#include "php/engine/class_entries.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/server/object.h"
#include "php/task/record.h"

/* Places of the declared properties, in the stub's order. */
enum { PROPERTY_DATA, PROPERTY_DISPATCH_TIME, PROPERTY_ID, PROPERTY_WORKER_ID };

struct task_object {
	struct php_seatpush_task *task; /* a reference */
	zend_object std;
};

static zend_object_handlers handlers;

static struct task_object *task_object_of(zend_object *object)
{
	return (struct task_object *) ((char *) object - offsetof(struct task_object, std));
}

void php_seatpush_task_object_new(zval *out, struct php_seatpush_task *task, zval *data)
{
	struct task_object *object;

	object_init_ex(out, seatpush_ce_Task);
	object = task_object_of(Z_OBJ_P(out));
	object->task = task;
	task->refs++;
	ZVAL_COPY(OBJ_PROP_NUM(&object->std, PROPERTY_DATA), data);
	ZVAL_DOUBLE(OBJ_PROP_NUM(&object->std, PROPERTY_DISPATCH_TIME), task->dispatched_s);
	ZVAL_LONG(OBJ_PROP_NUM(&object->std, PROPERTY_ID), task->id);
	ZVAL_LONG(OBJ_PROP_NUM(&object->std, PROPERTY_WORKER_ID), php_seatpush_task_caller(task));
}

SEATPUSH_METHOD(Task, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

SEATPUSH_METHOD(Task, finish)
{
	struct php_seatpush_task *task = task_object_of(Z_OBJ_P(ZEND_THIS))->task;
	zval *data;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(data)
	ZEND_PARSE_PARAMETERS_END();

	RETVAL_BOOL(task != NULL && php_seatpush_task_finish(task, data));
	if (SEATPUSH_G(fatal)) {
		zend_bailout();
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct task_object *object = zend_object_alloc(sizeof(*object), ce);

	memset(object, 0, offsetof(struct task_object, std));
	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &handlers;
	return &object->std;
}

static void free_object(zend_object *std)
{
	struct task_object *object = task_object_of(std);

	if (object->task != NULL) {
		php_seatpush_task_release(object->task);
	}
	zend_object_std_dtor(std);
}

static HashTable *get_gc(zend_object *std, zval **table, int *count)
{
	const struct php_seatpush_task *task = task_object_of(std)->task;
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	if (task != NULL && task->refs == 1) { /* the Task callback has ended: it is this object's */
		zend_get_gc_buffer_add_zval(buffer, (zval *) &task->finish.callable);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(std);
}

void php_seatpush_task_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct task_object, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
