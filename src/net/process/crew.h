/* SPDX-License-Identifier: MIT */
/*
 * All workers of a supervisor, and what they are told, by message or signal.
 */
#ifndef SP_NET_PROCESS_CREW_H
#define SP_NET_PROCESS_CREW_H

#include "net/machine/machine.h"
#include "net/process/hand.h"

#define SP_CREW_CHECK_MS 200 /* between two calls of sp_crew_check() */

/* Workers that serve together, at most, those for tasks included: as many may retire meanwhile. */
#define SP_CREW_MAX (SP_MACHINE_PLACES / 2)

/* The first ones have connections, the next ones run tasks, the last ones are the script's own. */
struct sp_crew_size {
	int workers, task_workers, own;
};

static inline int sp_crew_count(struct sp_crew_size size)
{
	return size.workers + size.task_workers + size.own;
}

static inline enum sp_hand_kind sp_crew_kind(struct sp_crew_size size, int id)
{
	return id < size.workers                       ? SP_HAND_CONNECTIONS
		   : id < size.workers + size.task_workers ? SP_HAND_TASKS
												   : SP_HAND_OWN;
}

struct sp_supervisor_settings {
	int64_t stop_timeout_s;
	int64_t reload_timeout_s; /* that a new worker may take until it is ready */
	int64_t reload_spread_s;  /* over which the old worker's connections are closed */
	bool has_certificates;    /* HUP is to have them read again */
	int64_t worker_timeout_s; /* without a turn of its loop, until a worker is killed; 0: ever */
};

/* Those that start may accept, while others serve on; follow: they are to replace those. Otherwise
 * each of them replaces the one with its number, if that serves. */
void sp_crew_admit(const struct sp_link *all, bool follow);

/*
 * Those that start serve from now on, and the ones that they replace retire. The connections of
 * each go to one of those that follow if that takes them, or are closed over reload_spread_s. If it
 * does not hear that, since a callback blocks, sp_crew_check() sends a signal. There are a few
 * generations at most that retire: when reloads follow each other faster than connections are
 * spread, the oldest ones hurry.
 */
void sp_crew_promote(
	const struct sp_link *all, bool follow, const struct sp_supervisor_settings *settings);

/* Those that start are not to serve after all. */
void sp_crew_discard(const struct sp_link *all);

/* As many as may retire still have connections that go to the next one, or there is no room for so
 * many workers: another reload would not leave the oldest the time for them, so it waits for the
 * end of one, which the log says. */
bool sp_crew_is_busy(const struct sp_link *all, int workers);

/* What a worker may take from the signal to stop on, until it is killed. */
uint64_t sp_crew_stop_ms(const struct sp_supervisor_settings *settings);

/* Signals to those that are late, also to start, or whose loop does not turn. False: there is
 * nothing to check any more. */
bool sp_crew_check(const struct sp_link *all, const struct sp_machine *machine,
	const struct sp_supervisor_settings *settings);

/* To all: open the log again. One that starts does so as soon as it serves. */
void sp_crew_reopen(const struct sp_link *all);

/* To all: stop. One that starts is killed. Those that run tasks are told when the others have
 * ended: until then it is to be called again. True: some were told now. */
bool sp_crew_stop(const struct sp_link *all);

/* To all, since they did not stop in time. */
void sp_crew_kill(const struct sp_link *all);

/* To the log: one that served has ended; status as waitpid(2) gives it. */
void sp_crew_say_end(const struct sp_hand *hand, int status);

/* A script that is run again may hold itself for a second start, and end the first process. True:
 * the signal to stop came from one that starts, which fails for that. */
bool sp_crew_refuse_stop(const struct sp_link *all);

/* Frees all; is_ours: kills them first. */
void sp_crew_free(struct sp_link *all, bool is_ours);

/* In a child of the supervisor: the channels are the parent's. Does only what a signal handler
 * may. */
void sp_crew_renounce(const struct sp_link *all);

#endif
