/* SPDX-License-Identifier: MIT */
#include "php/task/record.h"

#include <stdlib.h>
#include <sys/time.h>

#include "net/process/worker.h"
#include "php/engine/callback.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"
#include "php/server/object.h"

#define US_PER_S 1e6

struct php_seatpush_task *php_seatpush_task_new(zend_long id, zval *data)
{
	struct php_seatpush_task *task = ecalloc(1, sizeof(*task));
	struct timeval now;

	gettimeofday(&now, NULL);
	sp_link_init(&task->link);
	task->refs = 1;
	task->id = id;
	task->dispatched_s = (double) now.tv_sec + (double) now.tv_usec / US_PER_S;
	ZVAL_COPY_VALUE(&task->data, data);
	task->aimed_at = -1;
	return task;
}

zend_long php_seatpush_task_caller(const struct php_seatpush_task *task)
{
	return task->hooks != NULL ? task->caller_worker : sp_worker_number();
}

/* No further result goes there. */
static void end_wait(struct php_seatpush_task *task)
{
	struct php_seatpush_awaited *awaited = task->awaited;

	task->awaited = NULL;
	awaited->task = NULL;
	awaited->over = true;
	if (--*awaited->left == 0) {
		php_seatpush_wake(awaited->wait);
	}
}

void php_seatpush_task_release(struct php_seatpush_task *task)
{
	if (--task->refs > 0) {
		return;
	}
	if (task->awaited != NULL) {
		end_wait(task);
	}
	if (task->hooks != NULL && !task->told_end) {
		task->hooks->end(task);
	}
	free(task->letter);
	sp_link_remove(&task->link);
	php_seatpush_callback_fini(&task->finish);
	zval_ptr_dtor(&task->data);
	efree(task);
}

void php_seatpush_task_await(struct php_seatpush_task *task, struct php_seatpush_awaited *awaited)
{
	awaited->task = task;
	task->awaited = awaited;
	task->was_awaited = true;
}

void php_seatpush_task_forget(struct php_seatpush_awaited *awaited)
{
	if (awaited->task != NULL) {
		awaited->task->awaited = NULL;
		awaited->task = NULL;
	}
}

bool php_seatpush_task_finish(struct php_seatpush_task *task, zval *result)
{
	struct php_seatpush_callback *callback = &task->finish;
	zval args[3];

	if (task->hooks != NULL) {
		return task->hooks->result(task, result);
	}
	if (task->awaited != NULL) {
		ZVAL_COPY_DEREF(&task->awaited->result, result);
		end_wait(task);
		return true;
	}
	if (task->was_awaited || !php_seatpush_is_running()) {
		return false;
	}
	if (!php_seatpush_callback_is_set(callback)) {
		callback = php_seatpush_server_callback(SEATPUSH_ON_FINISH);
	}
	if (callback == NULL) {
		return false;
	}
	php_seatpush_server_zval(&args[0]);
	ZVAL_LONG(&args[1], task->id);
	ZVAL_COPY_DEREF(&args[2], result);
	php_seatpush_call(callback, "Finish", 3, args, NULL, NULL);
	if (!SEATPUSH_G(fatal)) {
		zval_ptr_dtor(&args[2]);
		zval_ptr_dtor(&args[0]);
	}
	return true;
}
