/* SPDX-License-Identifier: MIT */
#ifndef PHP_SEATPUSH_TASK_TASK_OBJECT_H
#define PHP_SEATPUSH_TASK_TASK_OBJECT_H

#include "php.h"

struct php_seatpush_task;

/* *out is the object that a Task callback gets with the option task_object. References the task. */
void php_seatpush_task_object_new(zval *out, struct php_seatpush_task *task, zval *data);

void php_seatpush_task_init_ce(zend_class_entry *ce);

#endif
