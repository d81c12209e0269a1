/* SPDX-License-Identifier: MIT */
/*
 * The queue of tasks: task() appends, the end of a tick begins as many as may run, or sends them to
 * task workers. Each runs in a coroutine of its own.
 */
#ifndef PHP_SEATPUSH_TASK_TASKS_H
#define PHP_SEATPUSH_TASK_TASKS_H

#include "php.h"

#include "php/server/letters.h"
#include "php/server/object.h"
#include "php/task/record.h"

/* start(): with a Task callback, tasks are accepted from now on. workers: task workers that run
 * them, whose numbers begin with first_worker; 0: this process does. */
void php_seatpush_tasks_start(
	struct php_seatpush_server *server, uint32_t workers, int first_worker);

/* Appends a task. aimed_at: the task worker that is to run it, from 0 on, as the second argument of
 * the call; -1: any. NULL: the queue is full or the server is stopping, which is logged; or an
 * exception was thrown, or see php_seatpush_misuse(). Borrowed; it does not begin before the end of
 * the tick. */
struct php_seatpush_task *php_seatpush_tasks_add(
	struct php_seatpush_server *server, zval *data, uint32_t aimed_arg, zend_long aimed_at);

/* Takes a letter of another process about a task. */
void php_seatpush_tasks_letter(
	struct php_seatpush_server *server, struct php_seatpush_letter *letter);

/* The task whose callback the caller runs in; NULL: none. Borrowed. */
struct php_seatpush_task *php_seatpush_tasks_current(const struct php_seatpush_server *server);

/* The option task_enable_coroutine: taskWaitMulti() is then taskCo(), as in Swoole. */
bool php_seatpush_tasks_as_coroutines(const struct php_seatpush_server *server);

/* At the end of a tick: begins tasks, or sends them. */
void php_seatpush_tasks_run(void);

/* The loop has ended: drops the tasks that have not begun, and logs how many. Not in a forked
 * child. */
void php_seatpush_tasks_stop(struct php_seatpush_server *server);

struct php_seatpush_tasks_facts {
	uint64_t workers;    /* task workers; without, how many tasks may run at once */
	uint64_t idle;       /* of these, how many have nothing to do */
	uint64_t queued;     /* not begun; of this process */
	uint64_t unfinished; /* queued, running, or in Finish; of all processes */
};

/* Zeroes without a Task callback, or before start(). */
struct php_seatpush_tasks_facts php_seatpush_tasks_facts(const struct php_seatpush_server *server);

void php_seatpush_tasks_gc(const struct php_seatpush_server *server, zend_get_gc_buffer *buffer);

/* With the server object. */
void php_seatpush_tasks_free(struct php_seatpush_server *server);

#endif
