/* SPDX-License-Identifier: MIT */
/*
 * One worker serves at a time. While another one is started, the one before serves on; when the new
 * one is ready it may accept, and the old one retires. So a script that is broken changes nothing.
 */
#include "net/process/supervisor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <event2/event.h>

#include "base/queue.h"
#include "net/loop/fork.h"
#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/process/crew.h"
#include "net/process/hand.h"
#include "net/process/notify.h"
#include "net/process/ports.h"

#define MS_PER_S 1000
#define STOP_MARGIN_MS 1000  /* beyond the workers' own deadline, until they are killed */
#define BACKOFF_FIRST_MS 100 /* before a worker is started that has ended at once */
#define BACKOFF_MAX_MS 10000
#define LIVED_MS 10000 /* one that served for so long has not ended at once */

struct sp_supervisor {
	struct sp_loop *loop;
	struct sp_supervisor_settings settings;
	const struct sp_supervisor_hooks *hooks;
	void *arg;
	struct sp_owner owner;
	struct sp_fork_watch forks;
	struct sp_ports ports;
	struct sp_link workers;
	struct event *signals, *children, *timer, *patrol;
	int generation;      /* of the last one that was started */
	unsigned serial;     /* the same */
	uint64_t backoff_ms; /* before the next one; 0: none has failed lately */
	bool reload_again;
	bool announcing; /* a reload that is about to begin */
	bool reloading;  /* the one that is starting replaces one that serves */
	bool stopping, over, has_served;
	char failure[SP_CHANNEL_TEXT_MAX];
};

static void set_timer(struct sp_supervisor *supervisor, uint64_t ms)
{
	struct timeval after = sp_timeval_ms(ms);

	evtimer_del(supervisor->timer);
	evtimer_add(supervisor->timer, &after);
}

static void start_patrol(struct sp_supervisor *supervisor)
{
	struct timeval after = sp_timeval_ms(SP_CREW_CHECK_MS);

	if (!evtimer_pending(supervisor->patrol, NULL)) {
		evtimer_add(supervisor->patrol, &after);
	}
}

/* A hook has called user code, which may have stopped all, or forked this process. */
static bool goes_on(const struct sp_supervisor *supervisor)
{
	return !supervisor->stopping && sp_owner_is_us(&supervisor->owner);
}

static void on_channel(evutil_socket_t fd, short what, void *arg);

static bool launch(struct sp_supervisor *supervisor, struct sp_error *error)
{
	struct sp_hand *hand = sp_hand_new(supervisor->loop->base, &supervisor->workers,
		&supervisor->ports, supervisor->generation, on_channel, error);

	if (hand != NULL) {
		hand->owner = supervisor;
		hand->serial = ++supervisor->serial;
		set_timer(supervisor, (uint64_t) supervisor->settings.reload_timeout_s * MS_PER_S);
	}
	return hand != NULL;
}

/* Starts the next worker after a while, since the one before has failed. */
static void launch_later(struct sp_supervisor *supervisor)
{
	uint64_t ms = supervisor->backoff_ms;

	supervisor->backoff_ms = ms == 0 ? BACKOFF_FIRST_MS : ms * 2;
	if (supervisor->backoff_ms > BACKOFF_MAX_MS) {
		supervisor->backoff_ms = BACKOFF_MAX_MS;
	}
	set_timer(supervisor, ms);
}

/* The worker that was to serve next does not come. */
static void say_not_started(struct sp_supervisor *supervisor, const char *why)
{
	if (sp_hand_in_state(&supervisor->workers, SP_HAND_SERVING) != NULL) {
		sp_log(SP_LOG_ERROR,
			"reload failed, and the generation before serves on: the new worker did not start: %s",
			why);
		return;
	}
	launch_later(supervisor);
	sp_log(
		SP_LOG_ERROR, "nobody serves: the new worker did not start: %s; the next try follows", why);
}

static void launch_now(struct sp_supervisor *supervisor)
{
	struct sp_error error;

	supervisor->reload_again = false; /* the script is read now */
	if (launch(supervisor, &error)) {
		return;
	}
	say_not_started(supervisor, error.text);
	supervisor->reloading = false;
	sp_notify_ready();
}

/* The timer has three uses, which exclude each other: the stop's end, a worker that does not get
 * ready, and the pause before the next one. */
static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_supervisor *supervisor = arg;
	struct sp_hand *starting = sp_hand_in_state(&supervisor->workers, SP_HAND_STARTING);

	(void) fd;
	(void) what;
	if (supervisor->stopping) {
		sp_crew_kill(&supervisor->workers);
	} else if (starting != NULL) {
		snprintf(starting->failure, sizeof(starting->failure),
			"it did not get to start() within %lld s (reload_timeout)",
			(long long) supervisor->settings.reload_timeout_s);
		kill(starting->pid, SIGKILL);
	} else if (sp_hand_in_state(&supervisor->workers, SP_HAND_SERVING) == NULL) {
		launch_now(supervisor);
	}
}

void sp_supervisor_reload(struct sp_supervisor *supervisor)
{
	if (!goes_on(supervisor) || supervisor->announcing) {
		return;
	}
	if (sp_hand_in_state(&supervisor->workers, SP_HAND_STARTING) != NULL) {
		supervisor->reload_again = true;
		return;
	}
	sp_notify_reloading();
	supervisor->announcing = true;
	supervisor->hooks->before_reload(supervisor->arg);
	supervisor->announcing = false;
	if (!goes_on(supervisor)) {
		return;
	}
	supervisor->generation++;
	supervisor->reloading = true;
	sp_log(
		SP_LOG_INFO, "reload: starting the script again (generation %d)", supervisor->generation);
	launch_now(supervisor);
}

/* What was asked for while a worker was starting. */
static void reload_if_asked(struct sp_supervisor *supervisor)
{
	if (supervisor->reload_again) {
		supervisor->reload_again = false;
		sp_supervisor_reload(supervisor);
	}
}

/* The worker accepts from now on, and the one before does no longer. */
static void promote(struct sp_hand *hand)
{
	struct sp_supervisor *supervisor = hand->owner;
	struct sp_hand *before = sp_hand_in_state(&supervisor->workers, SP_HAND_SERVING);
	bool first = !supervisor->has_served;

	evtimer_del(supervisor->timer);
	supervisor->has_served = true;
	if (first) {
		supervisor->hooks->serving(supervisor->arg);
	}
	if (!goes_on(supervisor)) {
		return;
	}
	sp_hand_tell(hand, SP_MESSAGE_GO, 0);
	hand->state = SP_HAND_SERVING;
	hand->serving_since_ms = sp_clock_ms();
	if (before != NULL) {
		sp_crew_retire(&supervisor->workers, before,
			(uint64_t) supervisor->settings.reload_spread_s * MS_PER_S);
		start_patrol(supervisor);
	}
	sp_ports_keep(&supervisor->ports, hand->serial);
	if (hand->reopens) {
		kill(hand->pid, SIGHUP);
	}
	if (supervisor->reloading) {
		supervisor->reloading = false;
		sp_notify_ready();
		sp_log(SP_LOG_INFO, "reload: generation %d serves", hand->generation);
		supervisor->hooks->after_reload(supervisor->arg);
	}
	reload_if_asked(supervisor);
}

static void handle_signals(struct sp_supervisor *supervisor);

static void on_message(struct sp_hand *hand, struct sp_message *message, int descriptor)
{
	struct sp_supervisor *supervisor = hand->owner;

	switch (message->kind) {
	case SP_MESSAGE_TAKEN:
		sp_ports_taken(&supervisor->ports, message->number, hand->serial);
		break;
	case SP_MESSAGE_OPENED:
		if (!sp_ports_adopt(&supervisor->ports, message, descriptor, hand->serial)) {
			sp_log(
				SP_LOG_ERROR, "a port that a worker opened is lost to the next one: out of memory");
		}
		descriptor = -1;
		break;
	case SP_MESSAGE_READY:
		if (hand->state == SP_HAND_STARTING && !supervisor->stopping) {
			promote(hand);
		}
		break;
	case SP_MESSAGE_FAILED:
		snprintf(hand->failure, sizeof(hand->failure), "%s", message->text);
		break;
	case SP_MESSAGE_SHUTDOWN:
		sp_supervisor_stop(supervisor);
		break;
	case SP_MESSAGE_RELOAD:
		/* A terminal's Ctrl+C came to both: then there is something to do that excludes this. */
		handle_signals(supervisor);
		sp_supervisor_reload(supervisor);
		break;
	default:
		break;
	}
	if (descriptor >= 0) {
		close(descriptor);
	}
}

static void on_channel(evutil_socket_t fd, short what, void *arg)
{
	struct sp_hand *hand = arg;
	struct sp_message message;
	enum sp_channel_end end;
	int descriptor;

	(void) what;
	end = sp_channel_receive(fd, false, &message, &descriptor);
	if (end == SP_CHANNEL_MESSAGE) {
		on_message(hand, &message, descriptor);
	} else if (end == SP_CHANNEL_OVER) {
		event_del(hand->event); /* SIGCHLD tells how it ends, unless the script has that signal */
		hand->is_over = true;
		start_patrol(hand->owner);
	}
}

static void end_of_starting(struct sp_hand *hand, int status)
{
	struct sp_supervisor *supervisor = hand->owner;
	char why[SP_CHANNEL_TEXT_MAX];

	sp_hand_explain(hand, status, why, sizeof(why));
	evtimer_del(supervisor->timer);
	if (!supervisor->has_served) {
		snprintf(supervisor->failure, sizeof(supervisor->failure), "%s", why);
		supervisor->over = true;
		return;
	}
	sp_ports_drop(&supervisor->ports, hand->serial);
	say_not_started(supervisor, why);
	if (sp_hand_in_state(&supervisor->workers, SP_HAND_SERVING) != NULL) {
		supervisor->reloading = false;
		sp_notify_ready();
		reload_if_asked(supervisor);
	}
}

static void end_of_serving(struct sp_hand *hand, int status)
{
	struct sp_supervisor *supervisor = hand->owner;
	char why[SP_CHANNEL_TEXT_MAX];

	sp_hand_explain(hand, status, why, sizeof(why));
	if (sp_clock_ms() - hand->serving_since_ms >= LIVED_MS) {
		supervisor->backoff_ms = 0;
	}
	sp_log(SP_LOG_ERROR,
		"the worker (process %ld) ended, and all of its connections with it: %s; another one is "
		"started",
		(long) hand->pid, why);
	supervisor->hooks->worker_error(supervisor->arg, 0, hand->pid, status);
	if (sp_hand_in_state(&supervisor->workers, SP_HAND_STARTING) == NULL && goes_on(supervisor)) {
		launch_later(supervisor);
	}
}

static void on_end(struct sp_hand *hand, int status)
{
	struct sp_supervisor *supervisor = hand->owner;
	enum sp_hand_state state = hand->state;
	struct sp_message message;
	char why[SP_CHANNEL_TEXT_MAX];
	int descriptor;

	/* What it said last. */
	while (state == SP_HAND_STARTING &&
		   sp_channel_receive(hand->channel, false, &message, &descriptor) == SP_CHANNEL_MESSAGE) {
		if (message.kind != SP_MESSAGE_READY) {
			on_message(hand, &message, descriptor);
		}
	}
	sp_link_remove(&hand->link);
	if (!supervisor->stopping && state == SP_HAND_STARTING) {
		end_of_starting(hand, status);
	} else if (!supervisor->stopping && state == SP_HAND_SERVING) {
		end_of_serving(hand, status);
	} else if (state == SP_HAND_RETIRING && status != 0) {
		sp_hand_explain(hand, status, why, sizeof(why));
		sp_log(SP_LOG_ERROR, "worker %ld retired, but not in order: %s", (long) hand->pid, why);
	}
	sp_hand_free(hand);
	if (supervisor->stopping && sp_link_alone(&supervisor->workers)) {
		supervisor->over = true;
	}
}

static void on_child(evutil_socket_t number, short what, void *arg)
{
	struct sp_supervisor *supervisor = arg;
	struct sp_hand *hand;
	int status;

	(void) number;
	(void) what;
	while (sp_owner_is_us(&supervisor->owner) &&
		   (hand = sp_hand_ended(&supervisor->workers, &status)) != NULL) {
		on_end(hand, status);
	}
}

static uint64_t kill_after_ms(const struct sp_supervisor *supervisor)
{
	return (uint64_t) supervisor->settings.stop_timeout_s * MS_PER_S + STOP_MARGIN_MS;
}

static void on_patrol(evutil_socket_t number, short what, void *arg)
{
	struct sp_supervisor *supervisor = arg;

	if (sp_crew_check(&supervisor->workers, kill_after_ms(supervisor))) {
		start_patrol(supervisor);
	}
	on_child(number, what, supervisor);
}

void sp_supervisor_stop(struct sp_supervisor *supervisor)
{
	if (!goes_on(supervisor)) {
		return;
	}
	supervisor->stopping = true;
	supervisor->over = sp_link_alone(&supervisor->workers);
	sp_notify_stopping();
	if (supervisor->has_served) {
		supervisor->hooks->before_stop(supervisor->arg);
	}
	if (!sp_owner_is_us(&supervisor->owner)) {
		return;
	}
	sp_crew_stop(&supervisor->workers);
	set_timer(supervisor, kill_after_ms(supervisor));
}

static void handle_signals(struct sp_supervisor *supervisor)
{
	unsigned came = sp_signals_take();

	if (came & SP_SIGNAL_HANGUP) {
		if (!sp_log_reopen()) {
			came |= SP_SIGNAL_STOP;
		}
		sp_crew_reopen(&supervisor->workers);
	}
	if ((came & SP_SIGNAL_STOP) && !sp_crew_refuse_stop(&supervisor->workers)) {
		sp_supervisor_stop(supervisor);
	}
	if (came & SP_SIGNAL_RELOAD) {
		sp_supervisor_reload(supervisor);
	}
}

static void on_signals(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	handle_signals(arg);
}

/* In a child. libevent is not told: it would tell the kernel, and so the parent would no longer
 * hear. */
static void renounce(struct sp_fork_watch *watch)
{
	struct sp_supervisor *supervisor = SP_CONTAINER(watch, struct sp_supervisor, forks);

	sp_crew_renounce(&supervisor->workers);
	sp_ports_renounce(&supervisor->ports);
}

struct sp_supervisor *sp_supervisor_new(struct sp_loop *loop,
	const struct sp_supervisor_settings *settings, const struct sp_supervisor_hooks *hooks,
	void *arg, struct sp_error *error)
{
	struct sp_supervisor *supervisor = calloc(1, sizeof(*supervisor));

	if (supervisor == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
		return NULL;
	}
	sp_link_init(&supervisor->workers);
	sp_owner_take(&supervisor->owner);
	supervisor->loop = loop;
	supervisor->settings = *settings;
	supervisor->hooks = hooks;
	supervisor->arg = arg;
	supervisor->timer = evtimer_new(loop->base, on_timer, supervisor);
	supervisor->patrol = evtimer_new(loop->base, on_patrol, supervisor);
	supervisor->children = evsignal_new(loop->base, SIGCHLD, on_child, supervisor);
	supervisor->signals =
		event_new(loop->base, sp_signals_fd(), EV_READ | EV_PERSIST, on_signals, supervisor);
	if (supervisor->timer == NULL || supervisor->patrol == NULL || supervisor->children == NULL ||
		supervisor->signals == NULL || event_add(supervisor->children, NULL) != 0 ||
		event_add(supervisor->signals, NULL) != 0) {
		sp_error_set(error, ENOMEM, "out of memory");
		sp_supervisor_free(supervisor);
		return NULL;
	}
	sp_fork_watch(&supervisor->forks, renounce);
	return supervisor;
}

void sp_supervisor_free(struct sp_supervisor *supervisor)
{
	struct event *events[] = {
		supervisor->timer, supervisor->patrol, supervisor->children, supervisor->signals};
	bool is_ours = sp_owner_is_us(&supervisor->owner);

	sp_fork_unwatch(&supervisor->forks);
	for (size_t i = 0; i < sizeof(events) / sizeof(events[0]); i++) {
		if (events[i] != NULL) {
			event_free(events[i]);
		}
	}
	sp_crew_free(&supervisor->workers, is_ours);
	sp_ports_fini(&supervisor->ports, is_ours);
	free(supervisor);
}

bool sp_supervisor_add_port(struct sp_supervisor *supervisor, const char *host, int port, int type,
	bool is_path, int descriptor)
{
	return sp_ports_add(&supervisor->ports, host, port, type, is_path, descriptor);
}

bool sp_supervisor_start(struct sp_supervisor *supervisor, struct sp_error *error)
{
	return launch(supervisor, error);
}

bool sp_supervisor_turn(struct sp_supervisor *supervisor)
{
	if (!supervisor->over && sp_owner_is_us(&supervisor->owner)) {
		sp_loop_turn(supervisor->loop, supervisor->loop->again);
		supervisor->loop->again = false;
	}
	return !supervisor->over && sp_owner_is_us(&supervisor->owner);
}

const char *sp_supervisor_failure(const struct sp_supervisor *supervisor)
{
	return supervisor->failure[0] != '\0' ? supervisor->failure : NULL;
}
