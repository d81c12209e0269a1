/* SPDX-License-Identifier: MIT */
#include "php/task/runner.h"

#include <stdlib.h>

#include "zend_exceptions.h"

#include "net/loop/log.h"
#include "php/engine/callback.h"
#include "php/engine/fiber.h"
#include "php/engine/packed.h"
#include "php/server/letters.h"
#include "php/task/record.h"
#include "php/task/report.h"
#include "php/task/task_object.h"

/* Moves the data out of the task. False: what another process has sent cannot be read. */
static bool take_out(struct php_seatpush_task *task, zval *data)
{
	bool taken;

	if (task->letter == NULL) {
		ZVAL_COPY_VALUE(data, &task->data);
		ZVAL_UNDEF(&task->data);
		return true;
	}
	taken = php_seatpush_unpack(php_seatpush_letter_bytes(task->letter), data);
	free(task->letter);
	task->letter = NULL;
	if (!taken) {
		sp_log(SP_LOG_WARNING,
			"task " ZEND_LONG_FMT
			" of worker %d is dropped, since unserialize() cannot read its data: "
			"give it arrays and texts in place of objects",
			task->id, task->caller_worker);
		zend_clear_exception();
	}
	return taken;
}

/* Takes the data. How many arguments there are. */
static uint32_t make_args(struct php_seatpush_task *task, bool as_object, zval *data, zval args[4])
{
	php_seatpush_server_zval(&args[0]);
	if (as_object) {
		php_seatpush_task_object_new(&args[1], task, data);
		zval_ptr_dtor(data);
		return 2;
	}
	ZVAL_LONG(&args[1], task->id);
	ZVAL_LONG(&args[2], php_seatpush_task_caller(task));
	ZVAL_COPY_VALUE(&args[3], data);
	return 4;
}

/* Calls Task; *result is UNDEF if it did not return. */
static void call_task(
	struct php_seatpush_server *server, struct php_seatpush_task *task, zval *result)
{
	zval args[4], data;
	uint32_t count;

	ZVAL_UNDEF(result);
	if (!take_out(task, &data)) {
		return;
	}
	count = make_args(task, server->tasks->as_object, &data, args);
	task->fiber = php_seatpush_fiber_current();
	php_seatpush_call(
		&server->endpoint.callbacks.of[SEATPUSH_ON_TASK], "Task", count, args, result, NULL);
	if (SEATPUSH_G(fatal)) {
		return;
	}
	task->fiber = NULL;
	for (uint32_t i = 0; i < count; i++) {
		zval_ptr_dtor(&args[i]);
	}
}

/* What Task has returned. */
static void finish(struct php_seatpush_task *task, zval *result)
{
	if (task->hooks != NULL) {
		php_seatpush_report_done(task, result);
	} else if (!Z_ISUNDEF_P(result) && Z_TYPE_P(result) != IS_NULL) {
		php_seatpush_task_finish(task, result);
	}
}

/* From its call until it is over, in a coroutine. It is still in the queue. */
static void run_task(void *arg)
{
	struct php_seatpush_task *task = arg;
	struct php_seatpush_server *server = SEATPUSH_G(server);
	struct php_seatpush_tasks *tasks = server->tasks;
	zval result;

	sp_link_remove(&task->link);
	sp_list_append(&tasks->running, &task->link);
	tasks->queued_count--;
	tasks->running_count++;
	server->net->core.tasks_run++;
	if (task->hooks != NULL && server->net->core.machine != NULL) {
		sp_mailbox_begin(sp_machine_mailbox(server->net->core.machine), task->at);
	}
	call_task(server, task, &result);
	if (SEATPUSH_G(fatal)) {
		return;
	}
	sp_link_remove(&task->link);
	tasks->running_count--;
	tasks->finishing_count++;
	php_seatpush_tasks_counted(server);
	finish(task, &result);
	if (SEATPUSH_G(fatal)) {
		return;
	}
	tasks->finishing_count--;
	zval_ptr_dtor(&result);
	php_seatpush_task_release(task);
	php_seatpush_tasks_counted(server);
}

void php_seatpush_run_here(const struct php_seatpush_tasks *tasks)
{
	bool over;

	for (uint32_t n = tasks->at_once;
		 n > 0 && !SEATPUSH_G(fatal) && php_seatpush_task_may_run(tasks); n--) {
		/* Without memory for a stack, the next tick tries again. */
		if (!php_seatpush_call_detached(
				run_task, SP_CONTAINER(tasks->queue.next, struct php_seatpush_task, link), &over)) {
			return;
		}
	}
}
