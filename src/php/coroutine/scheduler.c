/* SPDX-License-Identifier: MIT */
#include "php/coroutine/scheduler.h"

#include "zend_exceptions.h"

#include "php/coroutine/coroutine.h"
#include "php/coroutine/go.h"
#include "php/coroutine/task.h"
#include "php/engine/errors.h"
#include "php/engine/events.h"
#include "php/engine/misuse.h"

struct task {
	struct php_seatpush_callback callback;
	zval *args; /* owned */
	uint32_t argc;
	zend_long times;
};

struct scheduler {
	struct task *tasks; /* owned */
	uint32_t count;
	zend_long coroutines; /* of all tasks */
	bool started;
	zend_object std;
};

static zend_object_handlers handlers;

static struct scheduler *scheduler_of(zend_object *object)
{
	return (struct scheduler *) ((char *) object - offsetof(struct scheduler, std));
}

/* False: an exception was thrown, or see php_seatpush_misuse(). */
static bool has_room(const struct scheduler *scheduler, zend_long times, uint32_t arg)
{
	zend_long max = php_seatpush_max_coroutine();

	if (scheduler->started) {
		php_seatpush_throw_text(
			"this Scheduler has started: start further coroutines with Coroutine::create()");
	} else if (times < 0) {
		php_seatpush_misuse(arg, "must not be negative");
	} else if (times > max - scheduler->coroutines) {
		php_seatpush_throw_text("a Scheduler takes " ZEND_LONG_FMT
								" coroutines, as many as max_coroutine allows: raise it with set()",
			max);
	} else {
		return true;
	}
	return false;
}

static void add_task(struct scheduler *scheduler, const zend_fcall_info *fci,
	const zend_fcall_info_cache *fcc, zend_long times)
{
	struct task *task;

	scheduler->tasks =
		safe_erealloc(scheduler->tasks, scheduler->count + 1, sizeof(*scheduler->tasks), 0);
	task = &scheduler->tasks[scheduler->count++];
	scheduler->coroutines += times;
	php_seatpush_callback_init(&task->callback, (zval *) &fci->function_name, fcc);
	task->times = times;
	task->argc = fci->param_count;
	task->args = safe_emalloc(fci->param_count, sizeof(zval), 0);
	for (uint32_t i = 0; i < fci->param_count; i++) {
		ZVAL_COPY(&task->args[i], &fci->params[i]);
	}
}

ZEND_METHOD(Swoole_Coroutine_Scheduler, add);
ZEND_METHOD(Swoole_Coroutine_Scheduler, add)
{
	struct scheduler *scheduler = scheduler_of(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_VARIADIC('*', fci.params, fci.param_count)
	ZEND_PARSE_PARAMETERS_END();

	if (has_room(scheduler, 1, 1)) {
		add_task(scheduler, &fci, &fcc, 1);
	}
	zend_release_fcall_info_cache(&fcc);
}

ZEND_METHOD(Swoole_Coroutine_Scheduler, parallel);
ZEND_METHOD(Swoole_Coroutine_Scheduler, parallel)
{
	struct scheduler *scheduler = scheduler_of(Z_OBJ_P(ZEND_THIS));
	zend_fcall_info fci;
	zend_fcall_info_cache fcc;
	zend_long times;

	ZEND_PARSE_PARAMETERS_START(2, -1)
		Z_PARAM_LONG(times)
		Z_PARAM_FUNC(fci, fcc)
		Z_PARAM_VARIADIC('*', fci.params, fci.param_count)
	ZEND_PARSE_PARAMETERS_END();

	if (has_room(scheduler, times, 1)) {
		add_task(scheduler, &fci, &fcc, times);
	}
	zend_release_fcall_info_cache(&fcc);
}

/* The tasks are taken out first: what ends here may run user code. */
static void free_tasks(struct scheduler *scheduler)
{
	struct task *tasks = scheduler->tasks;
	uint32_t count = scheduler->count;

	scheduler->tasks = NULL;
	scheduler->count = 0;
	for (uint32_t i = 0; i < count; i++) {
		php_seatpush_callback_fini(&tasks[i].callback);
		for (uint32_t j = 0; j < tasks[i].argc; j++) {
			zval_ptr_dtor(&tasks[i].args[j]);
		}
		efree(tasks[i].args);
	}
	if (tasks != NULL) {
		efree(tasks);
	}
}

static void start_all(const struct scheduler *scheduler)
{
	for (uint32_t i = 0; i < scheduler->count; i++) {
		const struct task *task = &scheduler->tasks[i];
		zend_fcall_info fci = {
			.size = sizeof(fci), .params = task->args, .param_count = task->argc};
		zval id;

		ZVAL_COPY_VALUE(&fci.function_name, &task->callback.callable);
		for (zend_long n = 0; n < task->times && EG(exception) == NULL; n++) {
			php_seatpush_go(&fci, &task->callback.fcc, NULL, &id);
		}
	}
}

ZEND_METHOD(Swoole_Coroutine_Scheduler, start);
ZEND_METHOD(Swoole_Coroutine_Scheduler, start)
{
	struct scheduler *scheduler = scheduler_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();
	if (!has_room(scheduler, 0, 0) || !php_seatpush_may_run("Scheduler::start()")) {
		RETURN_THROWS();
	}
	if (scheduler->coroutines == 0) {
		RETURN_FALSE;
	}
	scheduler->started = true;
	start_all(scheduler);
	free_tasks(scheduler);
	if (EG(exception) == NULL) {
		RETVAL_TRUE;
		php_seatpush_coroutines_run();
	}
}

static zend_object *create(zend_class_entry *ce)
{
	struct scheduler *scheduler = zend_object_alloc(sizeof(*scheduler), ce);

	memset(scheduler, 0, offsetof(struct scheduler, std));
	zend_object_std_init(&scheduler->std, ce);
	object_properties_init(&scheduler->std, ce);
	scheduler->std.handlers = &handlers;
	return &scheduler->std;
}

static void free_object(zend_object *object)
{
	free_tasks(scheduler_of(object));
	zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
	struct scheduler *scheduler = scheduler_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	for (uint32_t i = 0; i < scheduler->count; i++) {
		zend_get_gc_buffer_add_zval(buffer, &scheduler->tasks[i].callback.callable);
		for (uint32_t j = 0; j < scheduler->tasks[i].argc; j++) {
			zend_get_gc_buffer_add_zval(buffer, &scheduler->tasks[i].args[j]);
		}
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return zend_std_get_properties(object);
}

void php_seatpush_scheduler_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct scheduler, std);
	handlers.free_obj = free_object;
	handlers.get_gc = get_gc;
	handlers.clone_obj = NULL;
}
