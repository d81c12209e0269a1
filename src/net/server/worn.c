/* SPDX-License-Identifier: MIT */
#include "net/server/worn.h"

#include "net/loop/log.h"
#include "net/process/worker.h"

void sp_worn_look(struct sp_server *server)
{
	const struct sp_core *core = &server->core;
	uint64_t calls = core->counters.requests + core->counters.messages_in + core->tasks_run;

	if (core->settings.max_calls > 0 && calls >= (uint64_t) core->settings.max_calls &&
		!server->asked && core->phase == SP_PHASE_RUNNING) {
		server->asked = true;
		sp_log(SP_LOG_INFO, "max_request: %llu callbacks, and another worker is to follow",
			(unsigned long long) calls);
		sp_worker_ask(SP_MESSAGE_WORN);
	}
}
