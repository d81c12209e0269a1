/* SPDX-License-Identifier: MIT */
#include "php/task/tasks.h"

#include <stdlib.h>

#include "net/loop/log.h"
#include "net/process/worker.h"
#include "php/engine/fiber.h"
#include "php/engine/globals.h"
#include "php/engine/misuse.h"
#include "php/engine/packed.h"
#include "php/engine/wait.h"
#include "php/task/dispatch.h"
#include "php/task/report.h"
#include "php/task/runner.h"
#include "php/task/state.h"

#define COROUTINES 100 /* tasks at a time in a process, with task_enable_coroutine */

static void on_retry(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	(void) arg; /* the end of the tick does it */
}

static uint32_t at_once_of(const struct php_seatpush_settings *settings, bool apart)
{
	int64_t wanted = settings->task_concurrency;

	if (wanted == 0) {
		wanted = settings->task_enable_coroutine ? COROUTINES : 1;
	}
	/* This process stands for all task workers. */
	return (uint32_t) (apart ? wanted : MAX(wanted, settings->task_worker_num));
}

void php_seatpush_tasks_start(
	struct php_seatpush_server *server, uint32_t workers, int first_worker)
{
	const struct php_seatpush_settings *settings = &server->endpoint.options.settings;
	bool apart = workers > 0 || sp_worker_runs_tasks();
	struct php_seatpush_tasks *tasks;

	if (php_seatpush_server_callback(SEATPUSH_ON_TASK) == NULL) {
		return;
	}
	tasks = server->tasks = ecalloc(1, sizeof(*tasks));
	sp_link_init(&tasks->queue);
	for (size_t i = 0; i < SP_CREW_MAX; i++) {
		sp_link_init(&tasks->aimed[i]);
	}
	sp_link_init(&tasks->running);
	sp_link_init(&tasks->held);
	sp_link_init(&tasks->unsent);
	tasks->workers = workers;
	tasks->first_worker = first_worker;
	tasks->at_once = at_once_of(settings, apart);
	tasks->retry = apart ? evtimer_new(SEATPUSH_G(loop)->base, on_retry, NULL) : NULL;
	tasks->max_finishing = (uint32_t) settings->max_concurrency;
	tasks->max_queued = settings->task_queue;
	tasks->as_coroutines = settings->task_enable_coroutine;
	tasks->as_object = settings->task_object || settings->task_enable_coroutine;
}

static void refuse(struct php_seatpush_server *server, const char *why)
{
	struct php_seatpush_tasks *tasks = server->tasks;
	struct sp_counters *counters = &server->net->core.counters;

	counters->refused_tasks++;
	if (sp_log_due(&tasks->refused_logged_s, server->net->core.loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"a task was not accepted: %s (%llu in all, %u tasks wait; said once a minute)", why,
			(unsigned long long) counters->refused_tasks, tasks->queued_count);
	}
}

/* Whether the queue takes one more. */
static bool is_open(struct php_seatpush_server *server)
{
	if (!php_seatpush_is_running() || SEATPUSH_G(waits_over)) {
		refuse(server, "the server has stopped");
		return false;
	}
	if (server->tasks->queued_count >= server->tasks->max_queued) {
		refuse(server, "the queue is full, see task_queue and task_worker_num");
		return false;
	}
	return true;
}

/* What the task's record keeps. False: an exception was thrown, or see php_seatpush_misuse(). */
static bool take_data(const struct php_seatpush_tasks *tasks, zval *data, zval *taken)
{
	smart_str bytes = {0};

	if (tasks->workers == 0) {
		ZVAL_COPY_DEREF(taken, data);
		return true;
	}
	if (!php_seatpush_pack(data, &bytes)) {
		smart_str_free(&bytes);
		return false;
	}
	if (ZSTR_LEN(bytes.s) > SEATPUSH_TASK_BYTES_MAX) {
		size_t len = ZSTR_LEN(bytes.s);

		smart_str_free(&bytes);
		php_seatpush_misuse(1,
			"takes %zu bytes, which is too much for a task worker: keep it in Redis or a file, and "
			"give the task where it is",
			len);
		return false;
	}
	ZVAL_STR(taken, smart_str_extract(&bytes));
	return true;
}

struct php_seatpush_task *php_seatpush_tasks_add(
	struct php_seatpush_server *server, zval *data, uint32_t aimed_arg, zend_long aimed_at)
{
	struct php_seatpush_tasks *tasks = server->tasks;
	struct php_seatpush_task *task;
	bool aims = tasks->workers > 0 && aimed_at != -1;
	zval taken;

	if (aims && (aimed_at < 0 || aimed_at >= (zend_long) tasks->workers)) {
		php_seatpush_misuse(aimed_arg,
			"must be -1 for any task worker, or the number of one, which count from 0 to %u",
			tasks->workers - 1);
		return NULL;
	}
	if (!is_open(server) || !take_data(tasks, data, &taken)) {
		return NULL;
	}
	task = php_seatpush_task_new(tasks->next_id++, &taken);
	task->aimed_at = aims ? (int) aimed_at : -1;
	sp_list_append(aims ? &tasks->aimed[aimed_at] : &tasks->queue, &task->link);
	tasks->queued_count++;
	server->net->core.counters.tasks++;
	php_seatpush_tasks_counted(server);
	if (tasks->workers > 0) {
		server->net->core.loop->again = true;
	}
	return task;
}

/* In a task worker. */
static void receive(struct php_seatpush_server *server, struct php_seatpush_letter *letter)
{
	struct php_seatpush_task *task;
	zval none;

	ZVAL_UNDEF(&none);
	task = php_seatpush_task_new((zend_long) letter->head.task, &none);
	task->letter = letter;
	task->at = letter->at;
	task->dispatched_s = letter->head.dispatched_s;
	task->hooks = &php_seatpush_report_hooks;
	task->caller = letter->head.process;
	task->caller_worker = letter->head.worker;
	task->caller_place = letter->head.place;
	sp_list_append(&server->tasks->queue, &task->link);
	server->tasks->queued_count++;
	php_seatpush_tasks_counted(server);
}

void php_seatpush_tasks_letter(
	struct php_seatpush_server *server, struct php_seatpush_letter *letter)
{
	if (server->tasks == NULL) {
		free(letter);
	} else if (letter->head.kind == SEATPUSH_LETTER_TASK) {
		receive(server, letter);
	} else {
		php_seatpush_dispatch_heard(server, letter);
	}
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

void php_seatpush_tasks_run(void)
{
	struct php_seatpush_server *server = SEATPUSH_G(server);
	struct php_seatpush_tasks *tasks = server != NULL ? server->tasks : NULL;

	if (tasks == NULL) {
		return;
	}
	if (tasks->workers == 0) {
		php_seatpush_run_here(tasks);
	} else if (server->net->core.machine != NULL && !server->net->core.halted &&
			   !SEATPUSH_G(waits_over)) {
		php_seatpush_dispatch_run(server);
	}
	if (!SEATPUSH_G(fatal) && !server->net->core.halted) {
		if (!sp_link_alone(&tasks->unsent) && server->net->core.machine != NULL) {
			php_seatpush_report_rest(tasks, server->net->core.machine);
		}
		php_seatpush_tasks_counted(server);
	}
}

/* Those that other processes have sent and that have not begun; the last one first, since each is
 * put at the head of the queue there. */
static void give_back(const struct php_seatpush_tasks *tasks)
{
	for (struct sp_link *link = tasks->queue.prev; link != &tasks->queue; link = link->prev) {
		struct php_seatpush_task *task = SP_CONTAINER(link, struct php_seatpush_task, link);

		if (task->hooks != NULL) {
			task->told_end = true;
			php_seatpush_report(task, SEATPUSH_LETTER_BACK, NULL);
		}
	}
}

/* Nobody waits any more for those in the queue. */
static void drop(struct sp_link *queue)
{
	struct sp_link *link;

	while ((link = sp_list_shift(queue)) != NULL) {
		struct php_seatpush_task *task = SP_CONTAINER(link, struct php_seatpush_task, link);

		if (task->awaited != NULL) {
			php_seatpush_task_forget(task->awaited);
		}
		task->told_end = true;
		php_seatpush_task_release(task);
	}
}

static void drop_all(struct php_seatpush_tasks *tasks)
{
	drop(&tasks->queue);
	for (size_t i = 0; i < SP_CREW_MAX; i++) {
		drop(&tasks->aimed[i]);
	}
	tasks->queued_count = 0;
	php_seatpush_report_drop(tasks);
}

void php_seatpush_tasks_stop(struct php_seatpush_server *server)
{
	struct php_seatpush_tasks *tasks = server->tasks;

	if (tasks == NULL) {
		return;
	}
	if (tasks->queued_count > 0 && !sp_worker_runs_tasks()) {
		sp_log(SP_LOG_WARNING,
			"%u tasks were dropped: they had not begun when the server ended (see max_wait_time)",
			tasks->queued_count);
	}
	if (tasks->running_count > 0 && tasks->workers > 0) {
		sp_log(SP_LOG_WARNING,
			"%u tasks were still running in task workers when this worker ended, and nobody gets "
			"their results (see max_wait_time)",
			tasks->running_count);
	}
	if (!SEATPUSH_G(fatal)) {
		give_back(tasks);
		drop_all(tasks);
	}
}

/* Of all processes that call task(). */
static uint32_t unfinished_everywhere(
	const struct php_seatpush_server *server, const struct sp_machine *machine)
{
	uint32_t sum = php_seatpush_tasks_unfinished(server->tasks);

	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		const struct sp_machine_load *load = sp_machine_load_of(machine, i);

		if (i != machine->place &&
			__atomic_load_n(&load->role, __ATOMIC_RELAXED) != SP_MACHINE_RUNS_TASKS) {
			sum += __atomic_load_n(&load->tasks, __ATOMIC_RELAXED);
		}
	}
	return sum;
}

static uint32_t idle_workers(const struct sp_machine *machine)
{
	uint32_t idle = 0;

	for (unsigned i = 0; i < SP_MACHINE_PLACES; i++) {
		const struct sp_machine_load *load = sp_machine_load_of(machine, i);

		idle += __atomic_load_n(&load->role, __ATOMIC_RELAXED) == SP_MACHINE_RUNS_TASKS &&
				__atomic_load_n(&load->tasks, __ATOMIC_RELAXED) == 0;
	}
	return idle;
}

struct php_seatpush_tasks_facts php_seatpush_tasks_facts(const struct php_seatpush_server *server)
{
	const struct php_seatpush_tasks *tasks = server->tasks;
	const struct sp_machine *machine = server->net->core.machine;

	if (tasks == NULL) {
		return (struct php_seatpush_tasks_facts){0};
	}
	return (struct php_seatpush_tasks_facts){
		.workers = tasks->workers > 0 ? tasks->workers : tasks->at_once,
		.idle = tasks->workers > 0 && machine != NULL ? idle_workers(machine)
													  : tasks->at_once - tasks->running_count,
		.queued = tasks->queued_count,
		.unfinished = machine != NULL ? unfinished_everywhere(server, machine)
									  : php_seatpush_tasks_unfinished(tasks),
	};
}

static void add_to_gc(const struct sp_link *all, zend_get_gc_buffer *buffer)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct php_seatpush_task *task = SP_CONTAINER(link, struct php_seatpush_task, link);

		zend_get_gc_buffer_add_zval(buffer, &task->data);
		zend_get_gc_buffer_add_zval(buffer, &task->finish.callable);
	}
}

void php_seatpush_tasks_gc(const struct php_seatpush_server *server, zend_get_gc_buffer *buffer)
{
	const struct php_seatpush_tasks *tasks = server->tasks;

	if (tasks == NULL) {
		return;
	}
	add_to_gc(&tasks->queue, buffer);
	for (size_t i = 0; i < SP_CREW_MAX; i++) {
		add_to_gc(&tasks->aimed[i], buffer);
	}
	if (tasks->workers > 0) { /* otherwise a coroutine has them */
		add_to_gc(&tasks->running, buffer);
		add_to_gc(&tasks->held, buffer);
	}
}

void php_seatpush_tasks_free(struct php_seatpush_server *server)
{
	struct php_seatpush_tasks *tasks = server->tasks;

	if (tasks == NULL) {
		return;
	}
	server->tasks = NULL;
	drop_all(tasks);
	if (tasks->workers > 0) {
		drop(&tasks->running);
		drop(&tasks->held);
	}
	if (tasks->retry != NULL) {
		event_free(tasks->retry);
	}
	efree(tasks);
}
