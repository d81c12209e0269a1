/* SPDX-License-Identifier: MIT */
#include "php/task/state.h"

#define RETRY_US 5000 /* until a mailbox that was full may have room */

/* One whose Finish waits does not hold back the next one, but the number of those is bounded. */
bool php_seatpush_task_may_run(const struct php_seatpush_tasks *tasks)
{
	return tasks->queued_count > 0 && tasks->running_count < tasks->at_once &&
		   tasks->finishing_count < tasks->max_finishing && !SEATPUSH_G(waits_over);
}

void php_seatpush_tasks_counted(const struct php_seatpush_server *server)
{
	struct sp_core *core = &server->net->core;

	core->unfinished = php_seatpush_tasks_unfinished(server->tasks);
	if (core->machine != NULL) {
		__atomic_store_n(
			&sp_machine_load(core->machine)->tasks, core->unfinished, __ATOMIC_RELAXED);
	}
	if (server->tasks->workers == 0 && php_seatpush_task_may_run(server->tasks)) {
		core->loop->again = true;
	}
}

void php_seatpush_tasks_retry(struct php_seatpush_tasks *tasks)
{
	static const struct timeval after = {0, RETRY_US};

	if (tasks->retry != NULL) {
		evtimer_add(tasks->retry, &after);
	}
}
