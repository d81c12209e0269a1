/* SPDX-License-Identifier: MIT */
#include "net/process/supervisor.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "net/loop/log.h"
#include "net/loop/process.h"
#include "net/machine/machine.h"
#include "net/process/hand.h"
#include "net/process/notify.h"
#include "net/process/rise.h"
#include "net/process/supervision.h"

#define LAST_MS 3000   /* for task workers to end when nobody has tasks any more; see run.c */
#define LIVED_MS 10000 /* one that served for so long has not ended at once */

static void set_timer(struct sp_supervisor *supervisor, uint64_t ms)
{
	struct timeval after = sp_timeval_ms(ms);

	evtimer_del(supervisor->timer);
	evtimer_add(supervisor->timer, &after);
}

static void on_timer(evutil_socket_t fd, short what, void *arg)
{
	struct sp_supervisor *supervisor = arg;

	(void) fd;
	(void) what;
	if (supervisor->stopping) {
		sp_crew_kill(&supervisor->workers);
	} else {
		sp_rise_repair(supervisor);
	}
}

void sp_supervisor_reload(struct sp_supervisor *supervisor)
{
	sp_rise_reload(supervisor);
}

void sp_supervisor_reopen(struct sp_supervisor *supervisor)
{
	sp_crew_reopen(&supervisor->workers);
}

static void handle_signals(struct sp_supervisor *supervisor);

static void on_message(struct sp_hand *hand, struct sp_message *message, int descriptor)
{
	struct sp_supervisor *supervisor = hand->owner;

	switch (message->kind) {
	case SP_MESSAGE_TAKEN:
		sp_ports_taken(&supervisor->ports, message->number, hand->wave);
		break;
	case SP_MESSAGE_OPENED:
		if (!sp_ports_adopt(&supervisor->ports, message, descriptor, hand->wave)) {
			sp_log(
				SP_LOG_ERROR, "a port that a worker opened is lost to the next one: out of memory");
		}
		descriptor = -1;
		break;
	case SP_MESSAGE_READY:
		if (hand->state == SP_HAND_STARTING && !supervisor->stopping) {
			hand->takes = message->number != 0;
			sp_rise_ready(
				hand, (struct sp_crew_size){message->workers, message->task_workers, message->own});
		}
		break;
	case SP_MESSAGE_SERVES:
		if (hand->state == SP_HAND_STARTING && hand->accepts && !supervisor->stopping) {
			sp_rise_serves(hand);
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
		sp_rise_reload(supervisor);
		break;
	case SP_MESSAGE_REOPEN:
		sp_supervisor_reopen(supervisor);
		break;
	case SP_MESSAGE_WORN:
		hand->is_worn = true;
		sp_rise_repair(supervisor);
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
		sp_supervisor_patrol(hand->owner);
	}
}

static void end_of_serving(struct sp_hand *hand, int status)
{
	struct sp_supervisor *supervisor = hand->owner;
	uint64_t now_ms = sp_clock_ms();

	if (now_ms - hand->serving_since_ms >= LIVED_MS) {
		supervisor->backoff = (struct sp_backoff){0};
	}
	sp_crew_say_end(hand, status);
	supervisor->repair_at_ms = now_ms + sp_backoff_next(&supervisor->backoff);
	supervisor->hooks->worker_error(supervisor->arg, hand->id, hand->pid, status);
	sp_rise_repair(supervisor);
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
		if (message.kind != SP_MESSAGE_READY && message.kind != SP_MESSAGE_SERVES) {
			on_message(hand, &message, descriptor);
		}
	}
	sp_link_remove(&hand->link);
	sp_machine_vacate(supervisor->machine, hand->place);
	if (!supervisor->stopping && state == SP_HAND_STARTING) {
		sp_hand_explain(hand, status, why, sizeof(why));
		sp_rise_failed(supervisor, hand->id, why);
	} else if (!supervisor->stopping && state == SP_HAND_SERVING) {
		end_of_serving(hand, status);
	} else if (state == SP_HAND_RETIRING && status != 0 && !hand->is_discarded &&
			   hand->kind != SP_HAND_OWN) {
		sp_hand_explain(hand, status, why, sizeof(why));
		sp_log(SP_LOG_ERROR, "worker %ld retired, but not in order: %s", (long) hand->pid, why);
	}
	sp_hand_free(hand);
	if (supervisor->stopping) {
		supervisor->over = sp_link_alone(&supervisor->workers);
		if (sp_crew_stop(&supervisor->workers)) {
			set_timer(supervisor, LAST_MS);
		}
	}
	if (state == SP_HAND_RETIRING) {
		sp_rise_reload_if_asked(supervisor);
		sp_rise_repair(supervisor);
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

static void on_patrol(evutil_socket_t number, short what, void *arg)
{
	struct sp_supervisor *supervisor = arg;

	if (sp_crew_check(&supervisor->workers, supervisor->machine, &supervisor->settings)) {
		sp_supervisor_patrol(supervisor);
	}
	on_child(number, what, supervisor);
}

void sp_supervisor_stop(struct sp_supervisor *supervisor)
{
	if (!sp_supervisor_goes_on(supervisor)) {
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
	set_timer(supervisor, sp_crew_stop_ms(&supervisor->settings));
}

static void handle_signals(struct sp_supervisor *supervisor)
{
	unsigned came = sp_signals_take();

	if (came & SP_SIGNAL_HANGUP) {
		if (!sp_log_reopen() &&
			(!supervisor->settings.has_certificates || sp_process_has_terminal())) {
			came |= SP_SIGNAL_STOP;
		}
		sp_supervisor_reopen(supervisor);
	}
	if ((came & SP_SIGNAL_STOP) && !sp_crew_refuse_stop(&supervisor->workers)) {
		sp_supervisor_stop(supervisor);
	}
	if (came & SP_SIGNAL_RELOAD) {
		sp_rise_reload(supervisor);
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
	sp_machine_free(supervisor->machine);
	supervisor->machine = NULL;
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
	supervisor->on_channel = on_channel;
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
	supervisor->machine = sp_machine_new(error);
	if (supervisor->machine == NULL) {
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
	sp_machine_free(supervisor->machine);
	free(supervisor);
}

bool sp_supervisor_add_port(struct sp_supervisor *supervisor, const char *host, int port, int type,
	bool is_path, int descriptor)
{
	return sp_ports_add(&supervisor->ports, host, port, type, is_path, descriptor);
}

bool sp_supervisor_start(struct sp_supervisor *supervisor, struct sp_error *error)
{
	return sp_rise_begin(supervisor, error);
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
