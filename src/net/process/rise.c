/* SPDX-License-Identifier: MIT */
#include "net/process/rise.h"

#include <stdio.h>

#include "net/loop/log.h"
#include "net/process/notify.h"
#include "net/process/supervision.h"

#define MS_PER_S 1000

static bool some(const struct sp_supervisor *supervisor, enum sp_hand_state state)
{
	return sp_hand_in_state(&supervisor->workers, state) != NULL;
}

/* Those that start are not to replace others. */
static bool is_repair(const struct sp_supervisor *supervisor)
{
	return supervisor->rising == supervisor->wave;
}

static bool launch(struct sp_supervisor *supervisor, int id, struct sp_error *error)
{
	struct sp_crew_size size = is_repair(supervisor) ? supervisor->size : supervisor->rising_size;
	const struct sp_hand_start start = {supervisor->loop->base, &supervisor->ports,
		supervisor->machine, id, supervisor->generation, sp_crew_kind(size, id),
		supervisor->on_channel};
	struct sp_hand *hand = sp_hand_new(&supervisor->workers, &start, error);

	if (hand == NULL) {
		return false;
	}
	hand->owner = supervisor;
	hand->wave = supervisor->rising;
	hand->started_by_ms =
		sp_clock_ms() + (uint64_t) supervisor->settings.reload_timeout_s * MS_PER_S;
	sp_supervisor_patrol(supervisor);
	return true;
}

bool sp_rise_begin(struct sp_supervisor *supervisor, struct sp_error *error)
{
	supervisor->rising = ++supervisor->last_wave;
	supervisor->rising_size = (struct sp_crew_size){.workers = 1};
	return launch(supervisor, 0, error);
}

/* The first of those that are to serve together. */
static void launch_first(struct sp_supervisor *supervisor)
{
	struct sp_error error;

	supervisor->reload_again = false; /* the script is read now */
	if (!sp_rise_begin(supervisor, &error)) {
		sp_rise_failed(supervisor, 0, error.text);
	}
}

/* --- what is missing --- */

/* One that serves, and is to be replaced. NULL: none is. */
static const struct sp_hand *worn(const struct sp_supervisor *supervisor)
{
	const struct sp_link *all = &supervisor->workers;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		const struct sp_hand *hand = SP_CONTAINER(link, struct sp_hand, link);

		if (hand->is_worn && hand->state == SP_HAND_SERVING) {
			return hand;
		}
	}
	return NULL;
}

/* The one that starts alone replaces one that serves. */
static bool replaces(const struct sp_supervisor *supervisor)
{
	const struct sp_hand *hand = sp_hand_in_state(&supervisor->workers, SP_HAND_STARTING);

	return is_repair(supervisor) && hand != NULL &&
		   sp_hand_with_id(&supervisor->workers, SP_HAND_SERVING, hand->id) != NULL;
}

/* Two of the script's own must not do the same work at the same time. */
static bool own_retires(const struct sp_supervisor *supervisor)
{
	const struct sp_link *all = &supervisor->workers;

	for (struct sp_link *link = all->next; link != all; link = link->next) {
		const struct sp_hand *hand = SP_CONTAINER(link, struct sp_hand, link);

		if (hand->kind == SP_HAND_OWN && hand->state == SP_HAND_RETIRING) {
			return true;
		}
	}
	return false;
}

/* The lowest number of a process that is to serve, and does not. -1: there is none. */
static int missing(const struct sp_supervisor *supervisor)
{
	for (int id = 0; id < sp_crew_count(supervisor->size); id++) {
		if (sp_hand_with_id(&supervisor->workers, SP_HAND_SERVING, id) == NULL) {
			return sp_crew_kind(supervisor->size, id) == SP_HAND_OWN && own_retires(supervisor)
					   ? -1
					   : id;
		}
	}
	return -1;
}

void sp_rise_repair(struct sp_supervisor *supervisor)
{
	const struct sp_hand *old = worn(supervisor);
	int id = missing(supervisor);
	uint64_t now_ms = sp_clock_ms();
	struct sp_error error;
	struct timeval after;

	id = id < 0 && old != NULL ? old->id : id;
	if (id < 0 || some(supervisor, SP_HAND_STARTING) || !sp_supervisor_goes_on(supervisor)) {
		return;
	}
	if (now_ms < supervisor->repair_at_ms) {
		after = sp_timeval_ms(supervisor->repair_at_ms - now_ms);
		evtimer_del(supervisor->timer);
		evtimer_add(supervisor->timer, &after);
		return;
	}
	if (!some(supervisor, SP_HAND_SERVING)) {
		launch_first(supervisor);
		return;
	}
	supervisor->rising = supervisor->wave;
	if (!launch(supervisor, id, &error)) {
		sp_rise_failed(supervisor, id, error.text);
	}
}

/* --- what fails --- */

static void say_failed(const struct sp_supervisor *supervisor, int id, const char *why)
{
	if (!some(supervisor, SP_HAND_SERVING)) {
		sp_log(SP_LOG_ERROR,
			"nobody serves: the new worker did not start: %s; the next try follows", why);
	} else if (is_repair(supervisor) &&
			   sp_hand_with_id(&supervisor->workers, SP_HAND_SERVING, id) != NULL) {
		sp_log(SP_LOG_ERROR,
			"worker %d serves on (max_request): the one that was to follow did not start: %s; the next "
			"try follows",
			id, why);
	} else if (is_repair(supervisor)) {
		sp_log(SP_LOG_ERROR,
			"worker %d is missing: the new one did not start: %s; the next try follows, and the "
			"others serve",
			id, why);
	} else {
		sp_log(SP_LOG_ERROR,
			"reload failed, and the generation before serves on: the new worker did not start: %s",
			why);
	}
}

void sp_rise_failed(struct sp_supervisor *supervisor, int id, const char *why)
{
	sp_crew_discard(&supervisor->workers);
	if (!supervisor->has_served) {
		snprintf(supervisor->failure, sizeof(supervisor->failure), "%s", why);
		supervisor->over = true;
		return;
	}
	sp_ports_drop(&supervisor->ports, supervisor->rising);
	say_failed(supervisor, id, why);
	if (supervisor->reloading) {
		supervisor->reloading = false;
		sp_notify_ready();
	}
	if (missing(supervisor) >= 0 || worn(supervisor) != NULL) {
		supervisor->repair_at_ms = sp_clock_ms() + sp_backoff_next(&supervisor->backoff);
	}
	if (some(supervisor, SP_HAND_SERVING)) {
		sp_rise_reload_if_asked(supervisor);
	}
	sp_rise_repair(supervisor);
}

/* --- a generation --- */

static void start_generation(struct sp_supervisor *supervisor)
{
	supervisor->generation++;
	supervisor->reloading = true;
	sp_log(
		SP_LOG_INFO, "reload: starting the script again (generation %d)", supervisor->generation);
	launch_first(supervisor);
}

void sp_rise_reload(struct sp_supervisor *supervisor)
{
	if (!sp_supervisor_goes_on(supervisor) || supervisor->announcing) {
		return;
	}
	if (some(supervisor, SP_HAND_STARTING) ||
		sp_crew_is_busy(&supervisor->workers, sp_crew_count(supervisor->size))) {
		supervisor->reload_again = true;
		return;
	}
	sp_notify_reloading();
	supervisor->announcing = true;
	supervisor->hooks->before_reload(supervisor->arg);
	supervisor->announcing = false;
	if (sp_supervisor_goes_on(supervisor)) {
		start_generation(supervisor);
	}
}

void sp_rise_reload_if_asked(struct sp_supervisor *supervisor)
{
	if (supervisor->reload_again) {
		supervisor->reload_again = false;
		sp_rise_reload(supervisor);
	}
}

/* They serve from now on, and the ones before do no longer. */
static void promote(struct sp_supervisor *supervisor)
{
	bool repair = is_repair(supervisor);

	sp_crew_promote(&supervisor->workers, !repair, &supervisor->settings);
	sp_supervisor_patrol(supervisor);
	if (!repair) {
		supervisor->wave = supervisor->rising;
		supervisor->size = supervisor->rising_size;
		sp_ports_keep(&supervisor->ports, supervisor->wave);
	}
	if (supervisor->reloading) {
		supervisor->reloading = false;
		sp_notify_ready();
		sp_log(SP_LOG_INFO, "reload: generation %d serves", supervisor->generation);
		supervisor->hooks->after_reload(supervisor->arg);
	}
	sp_rise_reload_if_asked(supervisor);
	sp_rise_repair(supervisor);
}

/* All are ready and may accept. Those that serve already go on until these have come through their
 * WorkerStart, which may fail. */
static void admit(struct sp_supervisor *supervisor)
{
	bool first = !supervisor->has_served;

	supervisor->has_served = true;
	if (first) {
		supervisor->hooks->serving(supervisor->arg);
	}
	if (!sp_supervisor_goes_on(supervisor)) {
		return;
	}
	sp_crew_admit(&supervisor->workers, !is_repair(supervisor));
	if ((is_repair(supervisor) && !replaces(supervisor)) || !some(supervisor, SP_HAND_SERVING)) {
		promote(supervisor);
	}
}

/* The others of the generation whose first one is ready. Those of the script's own come when it
 * serves: see missing(). */
static void launch_others(struct sp_supervisor *supervisor, struct sp_crew_size size)
{
	struct sp_error error;

	supervisor->rising_size = size;
	for (int id = 1; id < size.workers + size.task_workers; id++) {
		if (!launch(supervisor, id, &error)) {
			sp_rise_failed(supervisor, id, error.text);
			return;
		}
	}
}

static bool all_are(const struct sp_supervisor *supervisor, bool serve)
{
	for (struct sp_link *link = supervisor->workers.next; link != &supervisor->workers;
		 link = link->next) {
		const struct sp_hand *hand = SP_CONTAINER(link, struct sp_hand, link);

		if (hand->state == SP_HAND_STARTING && !(serve ? hand->has_started : hand->is_ready)) {
			return false;
		}
	}
	return true;
}

void sp_rise_ready(struct sp_hand *hand, struct sp_crew_size size)
{
	struct sp_supervisor *supervisor = hand->owner;

	hand->is_ready = true;
	if (hand->id == 0 && !is_repair(supervisor)) {
		launch_others(supervisor, size);
	}
	if (hand->state == SP_HAND_STARTING && all_are(supervisor, false)) {
		admit(supervisor);
	}
}

void sp_rise_serves(struct sp_hand *hand)
{
	hand->has_started = true;
	if (all_are(hand->owner, true)) {
		promote(hand->owner);
	}
}
