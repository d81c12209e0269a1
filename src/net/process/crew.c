/* SPDX-License-Identifier: MIT */
#include "net/process/crew.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "net/loop/descriptor.h"
#include "net/loop/log.h"
#include "net/loop/loop.h"
#include "net/loop/process.h"

#define MS_PER_S 1000
#define STOP_MARGIN_MS 1000 /* beyond the workers' own deadline, until they are killed */
#define RETIRING_MAX 4
#define MARGIN_MS 2000 /* beyond the spread; requests that are on their way have 1000 of them */

static struct sp_hand *hand_of(struct sp_link *link)
{
	return SP_CONTAINER(link, struct sp_hand, link);
}

/* The oldest hurry, so that a few generations retire at most. */
static void bound_retiring(const struct sp_link *all)
{
	unsigned wave = 0;
	int waves = 0;

	for (struct sp_link *link = all->prev; link != all; link = link->prev) {
		struct sp_hand *other = hand_of(link);

		if (other->state == SP_HAND_RETIRING && other->wave != wave) {
			wave = other->wave;
			waves++;
		}
		if (other->state == SP_HAND_RETIRING && waves > RETIRING_MAX && !other->is_told) {
			other->retired_by_ms = 0;
		}
	}
}

bool sp_crew_is_busy(const struct sp_link *all, int workers)
{
	unsigned wave = 0;
	int waves = 0, places = 0, retiring = 0;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		const struct sp_hand *hand = hand_of(link);

		places++;
		retiring += hand->state == SP_HAND_RETIRING;
		if (hand->state == SP_HAND_RETIRING && hand->gives && hand->wave != wave) {
			wave = hand->wave;
			waves++;
		}
	}
	if (waves < RETIRING_MAX && (retiring == 0 || places + workers <= SP_MACHINE_PLACES)) {
		return false;
	}
	sp_log(
		SP_LOG_INFO, "reload: it waits, since connections still move out of %d workers", retiring);
	return true;
}

/* Its connections go through its link to the one that follows, if there is one, or are closed. One
 * of the script's own is ended. */
static void retire(const struct sp_link *all, struct sp_hand *hand, uint64_t over_ms)
{
	hand->state = SP_HAND_RETIRING;
	hand->retired_by_ms = sp_clock_ms() + over_ms + MARGIN_MS;
	if (hand->kind == SP_HAND_OWN) {
		hand->is_told = true;
		kill(hand->pid, SIGTERM);
		return;
	}
	hand->gives = hand->link_out >= 0;
	sp_hand_tell(hand, SP_MESSAGE_RETIRE, (int32_t) over_ms, hand->link_out);
	sp_hand_unlink(hand);
	bound_retiring(all);
}

/* The connections of the one before will go to the other one. */
static void connect_two(struct sp_hand *before, const struct sp_hand *hand)
{
	int ends[2] = {-1, -1};

	if (!sp_socket_pair(ends)) {
		sp_log(SP_LOG_ERROR, "reload: connections are closed, since they cannot move: %s",
			strerror(errno));
		return;
	}
	sp_hand_tell(hand, SP_MESSAGE_LINK, 0, ends[0]);
	close(ends[0]);
	sp_hand_unlink(before);
	before->link_out = ends[1];
}

/* The one that the connections of one that serves go to. NULL: none follows it. */
static const struct sp_hand *follower(
	const struct sp_link *all, const struct sp_hand *before, bool follow, int count)
{
	if (before->kind != SP_HAND_CONNECTIONS || count == 0) {
		return NULL;
	}
	return sp_hand_with_id(all, SP_HAND_STARTING, follow ? before->id % count : before->id);
}

static void connect_all(const struct sp_link *all, bool follow)
{
	int count = (int) sp_hand_count(all, SP_HAND_STARTING);

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *before = hand_of(link);
		const struct sp_hand *hand =
			before->state == SP_HAND_SERVING ? follower(all, before, follow, count) : NULL;

		if (hand != NULL && hand->takes) {
			connect_two(before, hand);
		}
	}
}

void sp_crew_admit(const struct sp_link *all, bool follow)
{
	connect_all(all, follow);
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		if (hand->state == SP_HAND_STARTING) {
			sp_hand_tell(hand, SP_MESSAGE_GO, 0, -1);
			hand->accepts = true;
		}
	}
}

static void serve(struct sp_hand *hand)
{
	hand->state = SP_HAND_SERVING;
	hand->serving_since_ms = sp_clock_ms();
	if (hand->reopens) {
		kill(hand->pid, SIGHUP);
	}
}

void sp_crew_promote(
	const struct sp_link *all, bool follow, const struct sp_supervisor_settings *settings)
{
	/* A connection whose callback waits can move only when that has ended. */
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		if (hand->state == SP_HAND_SERVING &&
			(follow || sp_hand_with_id(all, SP_HAND_STARTING, hand->id) != NULL)) {
			int64_t for_s = hand->link_out >= 0 ? settings->stop_timeout_s : 0;

			retire(all, hand, (uint64_t) (for_s + settings->reload_spread_s) * MS_PER_S);
		}
	}
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		if (hand_of(link)->state == SP_HAND_STARTING) {
			serve(hand_of(link));
		}
	}
}

void sp_crew_discard(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		if (hand->state == SP_HAND_SERVING) {
			sp_hand_unlink(hand); /* nobody follows */
		} else if (hand->state == SP_HAND_STARTING) {
			hand->is_discarded = true;
			if (hand->accepts) {
				retire(all, hand, 0);
			} else {
				hand->state = SP_HAND_RETIRING;
				kill(hand->pid, SIGKILL);
			}
		}
	}
}

static void hurry(struct sp_hand *hand, uint64_t now_ms, uint64_t stop_ms)
{
	if (hand->is_told) {
		sp_log(SP_LOG_WARNING, "worker %ld did not retire in time (max_wait_time), and is killed",
			(long) hand->pid);
		kill(hand->pid, SIGKILL);
	} else {
		kill(hand->pid, SIGTERM);
	}
	hand->is_told = true;
	hand->retired_by_ms = now_ms + stop_ms;
}

uint64_t sp_crew_stop_ms(const struct sp_supervisor_settings *settings)
{
	return (uint64_t) settings->stop_timeout_s * MS_PER_S + STOP_MARGIN_MS;
}

/* One that starts has reload_timeout, and one that retires gets signals. */
static void check_loop(
	struct sp_hand *hand, const struct sp_machine *machine, uint64_t now_ms, int64_t timeout_s)
{
	uint64_t alive_ms = sp_machine_alive_ms(machine, hand->place);

	/* A task may block for as long as it likes. */
	if (hand->state == SP_HAND_SERVING && hand->kind == SP_HAND_CONNECTIONS && alive_ms > 0 &&
		hand->failure[0] == '\0' && now_ms > alive_ms + (uint64_t) timeout_s * MS_PER_S) {
		snprintf(hand->failure, sizeof(hand->failure),
			"its loop did not turn for %lld s (worker_timeout), so it was killed; if a callback is "
			"why, the log names it before this line",
			(long long) timeout_s);
		kill(hand->pid, SIGKILL);
	}
}

/* One that starts failed. */
static void refuse(struct sp_hand *hand, const char *why)
{
	snprintf(hand->failure, sizeof(hand->failure), "%s", why);
	kill(hand->pid, SIGKILL);
}

static void expire(struct sp_hand *hand, const struct sp_supervisor_settings *settings)
{
	char why[SP_CHANNEL_TEXT_MAX];

	snprintf(why, sizeof(why), "%s within %lld s (reload_timeout)",
		hand->accepts ? "its WorkerStart did not end" : "it did not get to start()",
		(long long) settings->reload_timeout_s);
	refuse(hand, why);
}

/* One that is ready, or has started, waits for the others of its generation. */
static bool is_late(const struct sp_hand *hand, uint64_t now_ms)
{
	return hand->state == SP_HAND_STARTING && now_ms >= hand->started_by_ms &&
		   !(hand->accepts ? hand->has_started : hand->is_ready) && hand->failure[0] == '\0';
}

bool sp_crew_check(const struct sp_link *all, const struct sp_machine *machine,
	const struct sp_supervisor_settings *settings)
{
	uint64_t now_ms = sp_clock_ms();
	bool some = settings->worker_timeout_s > 0;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		some = some || hand->is_over || hand->state != SP_HAND_SERVING;
		if (is_late(hand, now_ms)) {
			expire(hand, settings);
		}
		if (hand->state == SP_HAND_RETIRING && now_ms >= hand->retired_by_ms) {
			hurry(hand, now_ms, sp_crew_stop_ms(settings));
		}
		if (settings->worker_timeout_s > 0) {
			check_loop(hand, machine, now_ms, settings->worker_timeout_s);
		}
	}
	return some;
}

void sp_crew_reopen(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		hand->reopens = true; /* it may have opened the log, and not catch signals yet */
		if (hand->state != SP_HAND_STARTING) {
			kill(hand->pid, SIGHUP);
		}
	}
}

/* It may still have tasks for others. */
static bool some_ask(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		if (hand_of(link)->state != SP_HAND_STARTING &&
			hand_of(link)->kind == SP_HAND_CONNECTIONS) {
			return true;
		}
	}
	return false;
}

bool sp_crew_stop(const struct sp_link *all)
{
	bool ask = some_ask(all), told = false;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);
		bool starts = hand->state == SP_HAND_STARTING;

		if (!hand->is_stopping && (starts || !ask || hand->kind != SP_HAND_TASKS)) {
			hand->is_stopping = told = true;
			kill(hand->pid, starts ? SIGKILL : SIGTERM); /* a signal, since a callback may block */
		}
	}
	return told;
}

void sp_crew_kill(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		sp_log(SP_LOG_WARNING, "worker %ld did not end in time (max_wait_time), and is killed",
			(long) hand->pid);
		kill(hand->pid, SIGKILL);
	}
}

void sp_crew_say_end(const struct sp_hand *hand, int status)
{
	char why[SP_CHANNEL_TEXT_MAX];

	sp_hand_explain(hand, status, why, sizeof(why));
	if (hand->kind == SP_HAND_OWN) {
		sp_log(status == 0 ? SP_LOG_INFO : SP_LOG_ERROR,
			"process %ld of addProcess() ended: %s; it is started again", (long) hand->pid, why);
		return;
	}
	if (hand->kind == SP_HAND_TASKS) {
		sp_log(SP_LOG_ERROR, "task worker %d (process %ld) ended: %s; another one is started",
			hand->id, (long) hand->pid, why);
		return;
	}
	sp_log(SP_LOG_ERROR,
		"worker %d (process %ld) ended, and all of its connections with it: %s; another one is "
		"started",
		hand->id, (long) hand->pid, why);
}

void sp_crew_renounce(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		sp_hand_renounce(hand_of(link));
	}
}

bool sp_crew_refuse_stop(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		if (hand->state == SP_HAND_STARTING && sp_signals_stopper() == hand->pid) {
			sp_signals_forget_stop();
			refuse(hand,
				"the script, run again as a worker, sent a signal to end its own supervisor: leave "
				"out what stops an earlier server if SeatPush\\Server::workerId() is not null");
			return true;
		}
	}
	return false;
}

void sp_crew_free(struct sp_link *all, bool is_ours)
{
	while (!sp_link_alone(all)) {
		struct sp_hand *hand = hand_of(all->next);

		if (is_ours) {
			kill(hand->pid, SIGKILL);
			waitpid(hand->pid, NULL, 0);
		}
		sp_hand_free(hand);
	}
}
