/* SPDX-License-Identifier: MIT */
/*
 * All tasks of this process: those that it was asked for, and, in a task worker, those that others
 * have sent.
 */
#ifndef PHP_SEATPUSH_TASK_STATE_H
#define PHP_SEATPUSH_TASK_STATE_H

#include <event2/event.h>

#include "php.h"

#include "base/queue.h"
#include "net/machine/machine.h"
#include "net/process/crew.h"
#include "php/server/object.h"

/* What a task worker has of this process. */
struct php_seatpush_task_slot {
	int32_t process; /* 0: nothing */
	uint32_t running;
	uint32_t held; /* done, but their Task objects are still there */
};

struct php_seatpush_tasks {
	struct sp_link queue;              /* not begun */
	struct sp_link aimed[SP_CREW_MAX]; /* the same, each for one task worker */
	struct sp_link running;            /* in their Task callback, here or in a task worker */
	struct sp_link held;               /* see the slot */
	uint32_t queued_count, running_count;
	uint32_t finishing_count; /* in Finish, after Task has returned */
	uint32_t at_once;         /* tasks that run at a time, in each process */
	uint32_t max_finishing;
	int64_t max_queued;
	uint32_t workers; /* task workers that run them; 0: this process does */
	int first_worker; /* the number of the first of them */
	struct php_seatpush_task_slot slots[SP_MACHINE_PLACES];
	struct sp_link unsent; /* what a full mailbox did not take: struct unsent of report.c */
	size_t unsent_bytes;
	struct event *retry; /* when a mailbox was full */
	bool as_object;      /* what Task gets */
	bool as_coroutines;  /* task_enable_coroutine */
	zend_long next_id;
	uint32_t refused_logged_s, unsent_logged_s, large_logged_s;
};

/* In the queues, running, or in Finish. */
static inline uint32_t php_seatpush_tasks_unfinished(const struct php_seatpush_tasks *tasks)
{
	return tasks->queued_count + tasks->running_count + tasks->finishing_count;
}

/* One waits in the queue that may begin here. */
bool php_seatpush_task_may_run(const struct php_seatpush_tasks *tasks);

/* The counts have changed. */
void php_seatpush_tasks_counted(const struct php_seatpush_server *server);

/* A mailbox is full: tries again in a moment. */
void php_seatpush_tasks_retry(struct php_seatpush_tasks *tasks);

#endif
