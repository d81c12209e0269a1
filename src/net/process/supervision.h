/* SPDX-License-Identifier: MIT */
/*
 * What a supervisor knows, for supervisor.c and rise.c; and whom it tells.
 */
#ifndef SP_NET_PROCESS_SUPERVISION_H
#define SP_NET_PROCESS_SUPERVISION_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <event2/event.h>

#include "base/queue.h"
#include "net/loop/fork.h"
#include "net/loop/loop.h"
#include "net/process/backoff.h"
#include "net/process/crew.h"
#include "net/process/ports.h"

/* Called from within sp_supervisor_turn(). arg: as given to sp_supervisor_new(). */
struct sp_supervisor_hooks {
	void (*serving)(void *arg); /* the first worker is ready, and accepts as soon as this returns */
	void (*before_stop)(void *arg);
	void (*before_reload)(void *arg);
	void (*after_reload)(void *arg); /* the new worker accepts, and the old one retires */
	/* A worker ended that should not have: status as waitpid(2) gives it. */
	void (*worker_error)(void *arg, int worker, pid_t pid, int status);
};

struct sp_supervisor {
	struct sp_loop *loop;
	struct sp_supervisor_settings settings;
	const struct sp_supervisor_hooks *hooks;
	void *arg;
	struct sp_owner owner;
	struct sp_fork_watch forks;
	struct sp_ports ports;
	struct sp_machine *machine;
	struct sp_link workers;
	event_callback_fn on_channel; /* a worker says something */
	struct event *signals, *children, *patrol;
	struct event *timer;      /* the stop's end, or the pause before the next try */
	int generation;           /* of the last one that was started */
	unsigned wave;            /* that serves; 0: none has yet */
	struct sp_crew_size size; /* of what serves */
	unsigned rising; /* that starts, or did last; equal to wave: one that was missing in it */
	struct sp_crew_size rising_size;
	unsigned last_wave;
	struct sp_backoff backoff;
	uint64_t repair_at_ms; /* not before */
	bool reload_again;
	bool announcing; /* a reload that is about to begin */
	bool reloading;  /* those that start replace those that serve */
	bool stopping, over, has_served;
	char failure[SP_CHANNEL_TEXT_MAX];
};

/* sp_crew_check() looks again in a while. */
static inline void sp_supervisor_patrol(struct sp_supervisor *supervisor)
{
	struct timeval after = sp_timeval_ms(SP_CREW_CHECK_MS);

	if (!evtimer_pending(supervisor->patrol, NULL)) {
		evtimer_add(supervisor->patrol, &after);
	}
}

/* A hook has called user code, which may have stopped all, or forked this process. */
static inline bool sp_supervisor_goes_on(const struct sp_supervisor *supervisor)
{
	return !supervisor->stopping && sp_owner_is_us(&supervisor->owner);
}

#endif
