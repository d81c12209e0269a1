/* SPDX-License-Identifier: MIT */
/*
 * A callback that waits is woken by this process at once; that another process has changed the word
 * it sees for itself, as it looks again every few milliseconds. If many wait, each looks less
 * often.
 */
#include "php/shared/word.h"

#include "base/queue.h"
#include "net/loop/log.h"
#include "net/loop/loop.h"
#include "net/loop/shared.h"
#include "php/coroutine/pause.h"
#include "php/engine/forked.h"
#include "php/engine/wait.h"
#include "php/coroutine/task.h"

#define LOOK_AGAIN_S 0.005
#define LOOK_AGAIN_MAX_S 1.0
#define LOOKS_AT_ONCE 16 /* sleepers in that time: with more of them, each looks less often */
#define BLOCK_MS 100     /* between looks whether a holder lives */
#define HINT_S 10.0
#define NS_PER_S 1e9

struct sleeper {
	struct php_seatpush_pause pause; /* its link is in the list of sleepers */
	const uint32_t *word;
};

ZEND_TLS struct sp_link sleepers;
ZEND_TLS uint32_t sleeper_count;
ZEND_TLS uint32_t hinted_s;

static struct sp_link *all_sleepers(void)
{
	if (sleepers.next == NULL) {
		sp_link_init(&sleepers);
	}
	return &sleepers;
}

static void abandon(struct php_seatpush_wait *wait)
{
	sp_link_remove(&SP_CONTAINER(wait, struct sleeper, pause.wait)->pause.link);
	sleeper_count--;
}

/* Thousands that look every few milliseconds would leave the process time for nothing else. */
static double look_again_s(void)
{
	return MIN(LOOK_AGAIN_S * (1 + sleeper_count / LOOKS_AT_ONCE), LOOK_AGAIN_MAX_S);
}

static double now(void)
{
	return (double) sp_clock_ns() / NS_PER_S;
}

static enum php_seatpush_word_end pause_for(uint32_t *word, double timeout, const char *method)
{
	struct sleeper sleeper = {.word = word};
	enum php_seatpush_pause_end end;

	php_seatpush_pause_init(&sleeper.pause);
	sleeper.pause.wait.abandon = abandon;
	sp_list_append(all_sleepers(), &sleeper.pause.link);
	sleeper_count++;
	end = php_seatpush_pause(&sleeper.pause, timeout, method);
	sleeper_count--;
	switch (end) {
	case SEATPUSH_PAUSE_RESUMED:
		return SEATPUSH_WORD_WOKEN;
	case SEATPUSH_PAUSE_TIMEOUT:
		return SEATPUSH_WORD_DONE;
	case SEATPUSH_PAUSE_CANCELLED:
		return SEATPUSH_WORD_TIMEOUT;
	case SEATPUSH_PAUSE_FAILED:
		break;
	}
	return SEATPUSH_WORD_FAILED;
}

/* Until something may have changed: WOKEN, or DONE, which only means to look again. */
static enum php_seatpush_word_end sleep_a_little(
	const struct php_seatpush_word_wait *wait, uint32_t seen, double left, const char *method)
{
	/* In a child that a callback forked, nothing else goes on, and nobody would resume it. */
	bool blocks = php_seatpush_forked() ||
				  (!php_seatpush_is_running() && php_seatpush_coroutine_current() == NULL);

	if (!blocks) {
		return pause_for(wait->word, MIN(left, look_again_s()), method);
	}
	if (wait->may_block != NULL && !wait->may_block(seen)) {
		return SEATPUSH_WORD_FAILED;
	}
	return sp_word_sleep(
			   wait->word, seen, left * 1000 < BLOCK_MS ? (uint64_t) (left * 1000) + 1 : BLOCK_MS)
			   ? SEATPUSH_WORD_WOKEN
			   : SEATPUSH_WORD_DONE;
}

enum php_seatpush_word_end php_seatpush_word_wait(
	const struct php_seatpush_word_wait *wait, double timeout, const char *method)
{
	double start = timeout == 0 ? 0 : now();
	const char *hint = timeout < 0 ? wait->hint : NULL;
	enum php_seatpush_word_end end;
	uint32_t seen;

	while (!wait->attempt(wait->word, &seen)) {
		double over = timeout == 0 ? 0 : now() - start;

		if (timeout >= 0 && over >= timeout) {
			return SEATPUSH_WORD_TIMEOUT;
		}
		if (hint != NULL && over >= HINT_S) {
			if (sp_log_due(&hinted_s, (uint32_t) now())) {
				sp_log(SP_LOG_WARNING, "%s (%s:%u) has waited for %d s: %s (said once a minute)",
					method, zend_get_executed_filename(), zend_get_executed_lineno(), (int) HINT_S,
					hint);
			}
			hint = NULL;
		}
		end = sleep_a_little(wait, seen, timeout < 0 ? HINT_S : timeout - over, method);
		if (end != SEATPUSH_WORD_DONE && (end != SEATPUSH_WORD_WOKEN || wait->until_woken)) {
			return end;
		}
	}
	return SEATPUSH_WORD_DONE;
}

void php_seatpush_word_wake(uint32_t *word, int count)
{
	struct sp_link *list = all_sleepers();
	struct sp_link *next;

	/* In a forked child, those of the parent never go on: they see the word for themselves. */
	for (struct sp_link *link = list->next; link != list && count > 0 && !php_seatpush_forked();
		 link = next) {
		struct sleeper *sleeper = SP_CONTAINER(link, struct sleeper, pause.link);

		next = link->next;
		if (sleeper->word == word) {
			sp_link_remove(link);
			php_seatpush_wake(&sleeper->pause.wait);
			count--;
		}
	}
	if (count > 0) {
		sp_word_wake(word, count);
	}
}
