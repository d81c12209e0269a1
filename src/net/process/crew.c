/* SPDX-License-Identifier: MIT */
#include "net/process/crew.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "net/loop/log.h"
#include "net/loop/loop.h"
#include "net/loop/process.h"

#define RETIRING_MAX 4
#define MARGIN_MS 2000 /* beyond the spread; requests that are on their way have 1000 of them */

static struct sp_hand *hand_of(struct sp_link *link)
{
	return SP_CONTAINER(link, struct sp_hand, link);
}

void sp_crew_retire(const struct sp_link *all, struct sp_hand *hand, uint64_t spread_ms)
{
	int count = 0;

	hand->state = SP_HAND_RETIRING;
	hand->retired_by_ms = sp_clock_ms() + spread_ms + MARGIN_MS;
	sp_hand_tell(hand, SP_MESSAGE_RETIRE, (int32_t) spread_ms);
	for (struct sp_link *link = all->prev; link != all; link = link->prev) {
		struct sp_hand *other = hand_of(link);

		if (other->state == SP_HAND_RETIRING && ++count > RETIRING_MAX && !other->is_told) {
			other->retired_by_ms = 0;
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

bool sp_crew_check(const struct sp_link *all, uint64_t stop_ms)
{
	uint64_t now_ms = sp_clock_ms();
	bool some = false;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		some = some || hand->is_over || hand->state == SP_HAND_RETIRING;
		if (hand->state == SP_HAND_RETIRING && now_ms >= hand->retired_by_ms) {
			hurry(hand, now_ms, stop_ms);
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

void sp_crew_stop(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		struct sp_hand *hand = hand_of(link);

		/* A signal, since its callback may block. */
		kill(hand->pid, hand->state == SP_HAND_STARTING ? SIGKILL : SIGTERM);
	}
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

void sp_crew_refuse(struct sp_hand *hand, const char *why)
{
	snprintf(hand->failure, sizeof(hand->failure), "%s", why);
	kill(hand->pid, SIGKILL);
}

void sp_crew_renounce(const struct sp_link *all)
{
	for (struct sp_link *link = all->next; link != all; link = link->next) {
		sp_hand_renounce(hand_of(link));
	}
}

bool sp_crew_refuse_stop(const struct sp_link *all)
{
	struct sp_hand *starting = sp_hand_in_state(all, SP_HAND_STARTING);

	if (starting == NULL || sp_signals_stopper() != starting->pid) {
		return false;
	}
	sp_signals_forget_stop();
	sp_crew_refuse(starting,
		"the script, run again as a worker, sent a signal to end its own supervisor: leave out "
		"what stops an earlier server if SeatPush\\Server::workerId() is not null");
	return true;
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
