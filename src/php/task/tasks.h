/* SPDX-License-Identifier: MIT */
/*
 * The queue of tasks, in this process: task() appends, the end of a tick begins as many as may run.
 * Each runs in a coroutine of its own.
 */
#ifndef PHP_SEATPUSH_TASK_TASKS_H
#define PHP_SEATPUSH_TASK_TASKS_H

#include "php.h"

#include "php/server/object.h"
#include "php/task/record.h"

/* start(): with a Task callback, tasks are accepted from now on. */
void php_seatpush_tasks_start(struct php_seatpush_server *server);

/* Appends a task. NULL: the queue is full or the server is stopping, which is logged. Borrowed; it
 * does not begin before the end of the tick. */
struct php_seatpush_task *php_seatpush_tasks_add(struct php_seatpush_server *server, zval *data);

/* The task whose callback the caller runs in; NULL: none. Borrowed. */
struct php_seatpush_task *php_seatpush_tasks_current(const struct php_seatpush_server *server);

/* The option task_enable_coroutine: taskWaitMulti() is then taskCo(), as in Swoole. */
bool php_seatpush_tasks_as_coroutines(const struct php_seatpush_server *server);

/* At the end of a tick: begins tasks, as many as task_worker_num. */
void php_seatpush_tasks_run(void);

/* The loop has ended: drops the tasks that have not begun, and logs how many. Not in a forked
 * child. */
void php_seatpush_tasks_stop(struct php_seatpush_server *server);

struct php_seatpush_tasks_facts {
	uint64_t workers;    /* that may run at once */
	uint64_t idle;       /* how many more could run now */
	uint64_t queued;     /* not begun */
	uint64_t unfinished; /* queued, running, or in Finish */
	uint64_t accepted, refused;
};

/* Zeroes without a Task callback, or before start(). */
struct php_seatpush_tasks_facts php_seatpush_tasks_facts(const struct php_seatpush_server *server);

void php_seatpush_tasks_gc(const struct php_seatpush_server *server, zend_get_gc_buffer *buffer);

/* With the server object. */
void php_seatpush_tasks_free(struct php_seatpush_server *server);

#endif
