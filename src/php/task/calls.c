/* SPDX-License-Identifier: MIT */
/*
 * Server::task(), those that wait for the result, and finish().
 */
#include "php.h"

#include "zend_exceptions.h"

#include "php/coroutine/pause.h"
#include "php/engine/compat.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"
#include "php/engine/misuse.h"
#include "php/server/object.h"
#include "php/task/tasks.h"

#define SECONDS_MIN 0.001
#define SECONDS_MAX 31536000.0
#define TIMEOUT 0.5 /* seconds, Swoole's default */

/* Which of the two: they differ in what becomes of a task that takes too long. */
enum late { LATE_IS_MISSING, LATE_IS_FALSE };

/* The server, if it accepts tasks; NULL: an exception was thrown. */
static struct php_seatpush_server *with_tasks(zval *object, const char *method)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(object));

	if (php_seatpush_running(server, method) == NULL) {
		return NULL;
	}
	if (server->supervisor != NULL) {
		php_seatpush_throw_text(
			"%s() is for workers: this is the supervisor, which calls Start, and serves nobody: call it "
			"in WorkerStart, if $server->worker_id is 0",
			method);
		return NULL;
	}
	if (server->tasks == NULL) {
		php_seatpush_throw_text(
			"%s() has no callback that could run the task: call $server->on('Task', function "
			"($server, $taskId, $srcWorkerId, $data) { ... }) before start()",
			method);
		return NULL;
	}
	return server;
}

SEATPUSH_METHOD(Server, task)
{
	struct php_seatpush_server *server;
	struct php_seatpush_task *task;
	zend_fcall_info fci = {0};
	zend_fcall_info_cache fcc = {0};
	zend_long worker = -1;
	zval *data;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ZVAL(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(worker)
		Z_PARAM_FUNC_OR_NULL(fci, fcc)
	ZEND_PARSE_PARAMETERS_END();

	server = with_tasks(ZEND_THIS, "task");
	task = server != NULL ? php_seatpush_tasks_add(server, data, 2, worker) : NULL;
	RETVAL_FALSE;
	if (task != NULL) {
		if (fci.size != 0) {
			php_seatpush_callback_init(&task->finish, &fci.function_name, &fcc);
		}
		RETVAL_LONG(task->id);
	}
	if (fci.size != 0) {
		zend_release_fcall_info_cache(&fcc);
	}
}

/* True if the caller may wait that long for tasks; false: an exception was thrown, or see
 * php_seatpush_misuse(). */
static bool may_wait(const struct php_seatpush_server *server, double timeout, const char *method)
{
	if (!(timeout >= SECONDS_MIN && timeout <= SECONDS_MAX)) {
		php_seatpush_misuse(2, "must be at least 0.001 seconds, and at most a year");
		return false;
	}
	if (php_seatpush_tasks_current(server) != NULL) {
		php_seatpush_throw_text(
			"%s cannot wait in a Task callback, where it could wait behind itself: call task(), or "
			"do the work right there",
			method);
		return false;
	}
	return php_seatpush_check_wait(method);
}

struct await {
	struct php_seatpush_pause pause;
	struct php_seatpush_awaited *all;
	uint32_t count, left;
};

static void forget_all(const struct await *await)
{
	for (uint32_t i = 0; i < await->count; i++) {
		php_seatpush_task_forget(&await->all[i]);
	}
}

static void abandon(struct php_seatpush_wait *wait)
{
	forget_all(SP_CONTAINER(wait, struct await, pause.wait));
}

/* Waits until all are over, or for that long; 0: not at all. None of them is known to a task
 * afterwards. */
static void await_all(
	struct php_seatpush_awaited *all, uint32_t count, double timeout, const char *method)
{
	struct await await = {.all = all, .count = count};

	php_seatpush_pause_init(&await.pause);
	await.pause.wait.ends_at_stop = false; /* tasks go on while the stop's time lasts */
	await.pause.wait.abandon = abandon;
	for (uint32_t i = 0; i < count; i++) {
		all[i].wait = &await.pause.wait;
		all[i].left = &await.left;
		await.left += all[i].task != NULL;
	}
	if (await.left > 0 && timeout > 0) {
		php_seatpush_pause(&await.pause, timeout, method);
	}
	forget_all(&await);
}

/* Appends a task and waits for nothing yet. */
static void begin_awaited(struct php_seatpush_server *server, zval *data, zend_long aimed_at,
	struct php_seatpush_awaited *awaited)
{
	struct php_seatpush_task *task = php_seatpush_tasks_add(server, data, 3, aimed_at);

	memset(awaited, 0, sizeof(*awaited));
	awaited->over = task == NULL;
	if (task != NULL) {
		php_seatpush_task_await(task, awaited);
	}
}

SEATPUSH_METHOD(Server, taskwait)
{
	struct php_seatpush_awaited awaited;
	struct php_seatpush_server *server;
	double timeout = TIMEOUT;
	zend_long worker = -1;
	zval *data;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ZVAL(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
		Z_PARAM_LONG(worker)
	ZEND_PARSE_PARAMETERS_END();

	server = with_tasks(ZEND_THIS, "taskwait");
	if (server == NULL || !may_wait(server, timeout, "taskwait()")) {
		RETURN_FALSE;
	}
	begin_awaited(server, data, worker, &awaited);
	if (EG(exception) != NULL) {
		RETURN_THROWS();
	}
	await_all(&awaited, 1, timeout, "taskwait()");
	if (EG(exception) != NULL) {
		zval_ptr_dtor(&awaited.result);
		RETURN_THROWS();
	}
	if (Z_ISUNDEF(awaited.result)) {
		RETURN_FALSE;
	}
	RETURN_COPY_VALUE(&awaited.result);
}

/* Moves the results into an array with the keys of tasks. */
static void take_results(
	HashTable *tasks, struct php_seatpush_awaited *all, enum late late, zval *return_value)
{
	struct php_seatpush_awaited *awaited = all;
	zend_string *name;
	zend_ulong index;

	array_init_size(return_value, zend_hash_num_elements(tasks));
	ZEND_HASH_FOREACH_KEY (tasks, index, name) {
		zval *result = &awaited->result;

		if (Z_ISUNDEF_P(result) && (awaited->over || late == LATE_IS_FALSE)) {
			ZVAL_FALSE(result);
		}
		if (!Z_ISUNDEF_P(result) && name != NULL) {
			zend_hash_add_new(Z_ARRVAL_P(return_value), name, result);
		} else if (!Z_ISUNDEF_P(result)) {
			zend_hash_index_add_new(Z_ARRVAL_P(return_value), index, result);
		}
		awaited++;
	}
	ZEND_HASH_FOREACH_END();
}

static void wait_for_many(
	INTERNAL_FUNCTION_PARAMETERS, const char *name, const char *method, enum late late)
{
	struct php_seatpush_awaited *all;
	struct php_seatpush_server *server;
	double timeout = TIMEOUT;
	uint32_t count, begun = 0;
	HashTable *tasks;
	zval *data;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT(tasks)
		Z_PARAM_OPTIONAL
		Z_PARAM_DOUBLE(timeout)
	ZEND_PARSE_PARAMETERS_END();

	server = with_tasks(ZEND_THIS, name);
	if (server == NULL || !may_wait(server, timeout, method)) {
		RETURN_FALSE;
	}
	count = zend_hash_num_elements(tasks);
	all = safe_emalloc(count, sizeof(*all), 0);
	ZEND_HASH_FOREACH_VAL (tasks, data) {
		if (EG(exception) == NULL) {
			begin_awaited(server, data, -1, &all[begun++]);
		}
	}
	ZEND_HASH_FOREACH_END();
	await_all(all, begun, EG(exception) == NULL ? timeout : 0, method);
	if (EG(exception) == NULL) {
		take_results(tasks, all, php_seatpush_tasks_as_coroutines(server) ? LATE_IS_FALSE : late,
			return_value);
	} else {
		for (uint32_t i = 0; i < begun; i++) {
			zval_ptr_dtor(&all[i].result);
		}
	}
	efree(all);
}

SEATPUSH_METHOD(Server, taskWaitMulti)
{
	wait_for_many(
		INTERNAL_FUNCTION_PARAM_PASSTHRU, "taskWaitMulti", "taskWaitMulti()", LATE_IS_MISSING);
	if (Z_TYPE_P(return_value) == IS_ARRAY &&
		zend_hash_num_elements(Z_ARRVAL_P(return_value)) == 0 &&
		zend_hash_num_elements(Z_ARRVAL_P(ZEND_CALL_ARG(execute_data, 1))) > 0) {
		zval_ptr_dtor(return_value);
		RETURN_FALSE;
	}
}

SEATPUSH_METHOD(Server, taskCo)
{
	wait_for_many(INTERNAL_FUNCTION_PARAM_PASSTHRU, "taskCo", "taskCo()", LATE_IS_FALSE);
}

SEATPUSH_METHOD(Server, finish)
{
	struct php_seatpush_server *server;
	struct php_seatpush_task *task;
	zval *data;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(data)
	ZEND_PARSE_PARAMETERS_END();

	server = with_tasks(ZEND_THIS, "finish");
	if (server == NULL) {
		RETURN_THROWS();
	}
	task = php_seatpush_tasks_current(server);
	if (task == NULL || task->in_finish) {
		php_seatpush_throw_text(
			"finish() knows no task here: call it in the Task callback itself; elsewhere use "
			"$task->finish(), with the option task_object");
		RETURN_THROWS();
	}
	task->in_finish = true;
	RETVAL_BOOL(php_seatpush_task_finish(task, data));
	if (SEATPUSH_G(fatal)) {
		zend_bailout();
	}
	task->in_finish = false;
}
