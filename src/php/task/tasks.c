/* SPDX-License-Identifier: MIT */
#include "php/task/tasks.h"

#include "net/loop/log.h"
#include "net/server/server.h"
#include "php/engine/callback.h"
#include "php/engine/fiber.h"
#include "php/engine/globals.h"
#include "php/engine/wait.h"
#include "php/task/task_object.h"

struct php_seatpush_tasks {
	struct sp_link queue;   /* not begun */
	struct sp_link running; /* in their Task callback */
	uint32_t queued_count, running_count;
	uint32_t finishing_count; /* in Finish, after Task has returned */
	uint32_t workers, max_finishing;
	int64_t max_queued;
	bool as_object;     /* what Task gets */
	bool as_coroutines; /* task_enable_coroutine */
	zend_long next_id;
	uint64_t accepted, refused;
	uint32_t refused_logged_s;
};

void php_seatpush_tasks_start(struct php_seatpush_server *server)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	struct php_seatpush_tasks *tasks;

	if (php_seatpush_server_callback(SEATPUSH_ON_TASK) == NULL) {
		return;
	}
	tasks = server->tasks = ecalloc(1, sizeof(*tasks));
	sp_link_init(&tasks->queue);
	sp_link_init(&tasks->running);
	tasks->workers = (uint32_t) MAX(settings->task_worker_num, 1);
	tasks->max_finishing = (uint32_t) settings->max_concurrency;
	tasks->max_queued = settings->task_queue;
	tasks->as_coroutines = settings->task_enable_coroutine;
	tasks->as_object = settings->task_object || settings->task_enable_coroutine;
}

static uint32_t unfinished(const struct php_seatpush_tasks *tasks)
{
	return tasks->queued_count + tasks->running_count + tasks->finishing_count;
}

/* One whose Finish waits does not hold back the next one, but the number of those is bounded. */
static bool may_begin(const struct php_seatpush_tasks *tasks)
{
	return tasks->queued_count > 0 && tasks->running_count < tasks->workers &&
		   tasks->finishing_count < tasks->max_finishing && !SEATPUSH_G(waits_over);
}

/* The counts have changed. */
static void tell_core(const struct php_seatpush_server *server)
{
	server->net->core.unfinished = unfinished(server->tasks);
	if (may_begin(server->tasks)) {
		server->net->core.loop->again = true;
	}
}

static void refuse(struct php_seatpush_server *server, const char *why)
{
	struct php_seatpush_tasks *tasks = server->tasks;

	tasks->refused++;
	if (sp_log_due(&tasks->refused_logged_s, server->net->core.loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"a task was not accepted: %s (%llu in all, %u tasks wait; said once a minute)", why,
			(unsigned long long) tasks->refused, tasks->queued_count);
	}
}

struct php_seatpush_task *php_seatpush_tasks_add(struct php_seatpush_server *server, zval *data)
{
	struct php_seatpush_tasks *tasks = server->tasks;
	struct php_seatpush_task *task;

	if (!php_seatpush_is_running() || SEATPUSH_G(waits_over)) {
		refuse(server, "the server has stopped");
		return NULL;
	}
	if (tasks->queued_count >= tasks->max_queued) {
		refuse(server, "the queue is full, see task_queue and task_worker_num");
		return NULL;
	}
	task = php_seatpush_task_new(tasks->next_id++, data);
	sp_list_append(&tasks->queue, &task->link);
	tasks->queued_count++;
	tasks->accepted++;
	tell_core(server);
	return task;
}

struct php_seatpush_task *php_seatpush_tasks_current(const struct php_seatpush_server *server)
{
	const struct php_seatpush_fiber *fiber = php_seatpush_fiber_current();
	const struct sp_link *all = &server->tasks->running;

	for (struct sp_link *link = all->next; link != all && fiber != NULL; link = link->next) {
		struct php_seatpush_task *task = SP_CONTAINER(link, struct php_seatpush_task, link);

		if (task->fiber == fiber) {
			return task;
		}
	}
	return NULL;
}

bool php_seatpush_tasks_as_coroutines(const struct php_seatpush_server *server)
{
	return server->tasks->as_coroutines;
}

/* Moves the data out of the task. How many arguments there are. */
static uint32_t make_args(struct php_seatpush_task *task, bool as_object, zval args[4])
{
	zval data;

	ZVAL_COPY_VALUE(&data, &task->data);
	ZVAL_UNDEF(&task->data);
	php_seatpush_server_zval(&args[0]);
	if (as_object) {
		php_seatpush_task_object_new(&args[1], task, &data);
		zval_ptr_dtor(&data);
		return 2;
	}
	ZVAL_LONG(&args[1], task->id);
	ZVAL_LONG(&args[2], 0);
	ZVAL_COPY_VALUE(&args[3], &data);
	return 4;
}

/* Calls Task; *result is UNDEF if it did not return. */
static void call_task(
	struct php_seatpush_server *server, struct php_seatpush_task *task, zval *result)
{
	zval args[4];
	uint32_t count = make_args(task, server->tasks->as_object, args);

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
	call_task(server, task, &result);
	if (SEATPUSH_G(fatal)) {
		return;
	}
	sp_link_remove(&task->link);
	tasks->running_count--;
	tasks->finishing_count++;
	tell_core(server);
	if (!Z_ISUNDEF(result) && Z_TYPE(result) != IS_NULL) {
		php_seatpush_task_finish(task, &result);
	}
	if (SEATPUSH_G(fatal)) {
		return;
	}
	tasks->finishing_count--;
	zval_ptr_dtor(&result);
	php_seatpush_task_release(task);
	tell_core(server);
}

void php_seatpush_tasks_run(void)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);
	struct php_seatpush_tasks *tasks = server != NULL ? server->tasks : NULL;
	bool over;

	/* Not more in one tick, even if each is over at once: between them others are served. */
	for (uint32_t n = tasks != NULL ? tasks->workers : 0;
		 n > 0 && !SEATPUSH_G(fatal) && may_begin(tasks); n--) {
		/* Without memory for a stack, the next tick tries again. */
		if (!php_seatpush_call_detached(
				run_task, SP_CONTAINER(tasks->queue.next, struct php_seatpush_task, link), &over)) {
			return;
		}
	}
	if (tasks != NULL && !SEATPUSH_G(fatal)) {
		tell_core(server);
	}
}

/* Nobody waits any more for those in the queue. */
static void drop_queue(struct php_seatpush_tasks *tasks)
{
	struct sp_link *link;

	while ((link = sp_list_shift(&tasks->queue)) != NULL) {
		struct php_seatpush_task *task = SP_CONTAINER(link, struct php_seatpush_task, link);

		tasks->queued_count--;
		task->awaited = NULL;
		php_seatpush_task_release(task);
	}
}

void php_seatpush_tasks_stop(struct php_seatpush_server *server)
{
	if (server->tasks == NULL || server->tasks->queued_count == 0) {
		return;
	}
	sp_log(SP_LOG_WARNING,
		"%u tasks were dropped: they had not begun when the server ended (see max_wait_time)",
		server->tasks->queued_count);
	if (!SEATPUSH_G(fatal)) {
		drop_queue(server->tasks);
	}
}

struct php_seatpush_tasks_facts php_seatpush_tasks_facts(const struct php_seatpush_server *server)
{
	const struct php_seatpush_tasks *tasks = server->tasks;

	if (tasks == NULL) {
		return (struct php_seatpush_tasks_facts){0};
	}
	return (struct php_seatpush_tasks_facts){
		.workers = tasks->workers,
		.idle = tasks->workers - tasks->running_count,
		.queued = tasks->queued_count,
		.unfinished = unfinished(tasks),
		.accepted = tasks->accepted,
		.refused = tasks->refused,
	};
}

void php_seatpush_tasks_gc(const struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
	const struct sp_link *all = server->tasks != NULL ? &server->tasks->queue : NULL;

	for (struct sp_link *link = all != NULL ? all->next : NULL; link != all; link = link->next) {
		struct php_seatpush_task *task = SP_CONTAINER(link, struct php_seatpush_task, link);

		zend_get_gc_buffer_add_zval(buffer, &task->data);
		zend_get_gc_buffer_add_zval(buffer, &task->finish.callable);
	}
}

void php_seatpush_tasks_free(struct php_seatpush_server *server)
{
	struct php_seatpush_tasks *tasks = server->tasks;

	if (tasks != NULL) {
		server->tasks = NULL;
		drop_queue(tasks);
		efree(tasks);
	}
}
