/* SPDX-License-Identifier: MIT */
/*
 * Tasks that run in this process: its own, if there are no task workers, and, in a task worker,
 * those that others have sent.
 */
#ifndef PHP_SEATPUSH_TASK_RUNNER_H
#define PHP_SEATPUSH_TASK_RUNNER_H

#include "php/task/state.h"

/* Begins as many as may run at once; not more in one tick, even if each is over soon: between them
 * others are served. */
void php_seatpush_run_here(const struct php_seatpush_tasks *tasks);

#endif
