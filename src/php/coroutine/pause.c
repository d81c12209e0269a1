/* SPDX-License-Identifier: MIT */
#include "php/coroutine/pause.h"

#include <event2/event.h>

#include "php/coroutine/task.h"
#include "php/engine/errors.h"
#include "php/engine/globals.h"

#define TIMEOUT_MAX 31536000.0 /* seconds */
#define MS_PER_S 1000.0

static void on_time(evutil_socket_t fd, short what, void *arg)
{
	struct php_seatpush_pause *pause = arg;

	(void) fd;
	(void) what;
	pause->end = SEATPUSH_PAUSE_TIMEOUT;
	sp_link_remove(&pause->link);
	php_seatpush_wake(&pause->wait);
}

void php_seatpush_pause_init(struct php_seatpush_pause *pause)
{
	memset(pause, 0, sizeof(*pause));
	pause->wait.ends_at_stop = true;
	sp_link_init(&pause->link);
}

/* False: an exception was thrown. */
static bool set_timer(struct php_seatpush_pause *pause, double timeout)
{
	struct timeval after;

	if (timeout <= 0) {
		return true;
	}
	pause->wait.timer = event_new(SEATPUSH_G(loop)->base, -1, 0, on_time, pause);
	if (pause->wait.timer == NULL) {
		php_seatpush_throw_text("out of memory");
		return false;
	}
	after = sp_timeval_ms((uint64_t) (MIN(timeout, TIMEOUT_MAX) * MS_PER_S + 0.5));
	event_base_update_cache_time(SEATPUSH_G(loop)->base);
	event_add(pause->wait.timer, &after);
	return true;
}

enum php_seatpush_pause_end php_seatpush_pause(
	struct php_seatpush_pause *pause, double timeout, const char *method)
{
	struct php_seatpush_coroutine *coroutine;

	pause->end = SEATPUSH_PAUSE_FAILED;
	if (!php_seatpush_check_wait(method) || !set_timer(pause, timeout)) {
		sp_link_remove(&pause->link);
		return SEATPUSH_PAUSE_FAILED;
	}
	coroutine = php_seatpush_coroutine_current();
	pause->end = SEATPUSH_PAUSE_RESUMED; /* unless the one that ends it says otherwise */
	coroutine->pause = pause;
	php_seatpush_wait(&pause->wait, method);
	coroutine->pause = NULL;
	sp_link_remove(&pause->link);
	if (pause->wait.timer != NULL) {
		event_free(pause->wait.timer);
	}
	if (EG(exception) != NULL) {
		pause->end = SEATPUSH_PAUSE_FAILED;
	}
	coroutine->cancelled = pause->end == SEATPUSH_PAUSE_CANCELLED;
	return pause->end;
}

void php_seatpush_pause_resume(struct php_seatpush_pause *pause, enum php_seatpush_pause_end end)
{
	pause->end = end;
	sp_link_remove(&pause->link);
	php_seatpush_wait_resume(&pause->wait);
}

bool php_seatpush_pause_resume_first(struct sp_link *list, enum php_seatpush_pause_end end)
{
	struct sp_link *link = list->next;

	if (sp_link_alone(list)) {
		return false;
	}
	php_seatpush_pause_resume(SP_CONTAINER(link, struct php_seatpush_pause, link), end);
	return true;
}
