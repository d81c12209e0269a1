/* SPDX-License-Identifier: MIT */
#include "net/delivery/window.h"

#include <stdlib.h>

#include "net/delivery/deliver.h"

#define RETRY_MS 2 /* while the flush of the last window goes on */
#define HELD_MAX 65536

struct sp_window {
	struct sp_topic_attachment attachment;
	struct sp_link all; /* sp_windows.all */
	struct event timer; /* its end */
	struct sp_core *core;
	struct sp_topic *topic;
	struct sp_sendq held; /* one message of each key, in the order of their last messages */
	uint64_t fan_out;     /* agenda.bulk_in after the last fan-out */
	uint64_t ends_ms;
	uint32_t length_ms;
};

/* NULL: it has none. Nothing but windows is attached to topics. */
static struct sp_window *window_of(const struct sp_topic *topic)
{
	struct sp_topic_attachment *attachment = sp_topic_attachment(topic);

	return attachment != NULL ? SP_CONTAINER(attachment, struct sp_window, attachment) : NULL;
}

/* Drops what is still held. */
static void free_window(struct sp_topic_attachment *attachment)
{
	struct sp_window *window = SP_CONTAINER(attachment, struct sp_window, attachment);

	sp_sendq_fini(&window->held);
	event_del(&window->timer);
	sp_link_remove(&window->all);
	free(window);
}

/* Counts from now, not from the loop's cached time. False: out of memory. */
static bool set_timer(struct sp_window *window, uint32_t ms)
{
	struct timeval after = sp_timeval_ms(ms);

	window->ends_ms = sp_clock_ms() + ms;
	event_base_update_cache_time(window->core->loop->base);
	return event_add(&window->timer, &after) == 0;
}

/* Sends all that is held, and begins another window. */
static void deliver(struct sp_window *window)
{
	struct sp_packet *packet;

	/* Members that cannot take a packet leave the topic, but the topic stays until they are
	 * forgotten at the end of the tick. */
	while ((packet = sp_sendq_shift(&window->held)) != NULL) {
		sp_fan_out(window->core, window->topic, packet);
		sp_packet_release(packet);
	}
	window->fan_out = window->core->agenda.bulk_in;
	set_timer(window, window->length_ms);
}

static void on_end(evutil_socket_t fd, short what, void *arg)
{
	struct sp_window *window = arg;

	(void) fd;
	(void) what;
	if (window->core->agenda.bulk_out < window->fan_out) {
		set_timer(window, RETRY_MS);
	} else if (window->held.count > 0) {
		deliver(window);
	} else {
		sp_topic_attach(window->topic, NULL); /* it was quiet for a whole window */
	}
}

/* NULL: out of memory. */
static struct sp_window *open_window(
	struct sp_windows *windows, struct sp_topic *topic, uint32_t window_ms)
{
	struct sp_window *window = calloc(1, sizeof(*window));

	if (window == NULL) {
		return NULL;
	}
	window->attachment.free = free_window;
	window->core = windows->core;
	window->topic = topic;
	window->length_ms = window_ms;
	sp_sendq_init(&window->held);
	sp_link_init(&window->all);
	if (event_assign(&window->timer, windows->core->loop->base, -1, 0, on_end, window) != 0 ||
		!set_timer(window, window_ms)) {
		free(window);
		return NULL;
	}
	sp_list_append(&windows->all, &window->all);
	sp_topic_attach(topic, &window->attachment);
	return window;
}

/* A window ends early if it holds too much, or if too much is queued already. False: out of
 * memory. */
static bool hold(struct sp_window *window, struct sp_packet *packet, uint32_t window_ms)
{
	if (window->held.count == HELD_MAX || sp_core_is_full(window->core)) {
		deliver(window);
	}
	if (!sp_sendq_append(&window->held, packet)) {
		return false;
	}
	window->length_ms = window_ms;
	if (sp_clock_ms() + window_ms < window->ends_ms) {
		set_timer(window, window_ms); /* the shorter window wins */
	}
	return true;
}

uint32_t sp_publish(struct sp_windows *windows, struct sp_topic *topic, struct sp_packet *packet,
	uint32_t window_ms)
{
	struct sp_core *core = windows->core;
	struct sp_window *window = topic != NULL ? window_of(topic) : NULL;
	struct sp_packet *superseded = NULL;
	uint32_t accepted;

	if (topic == NULL) {
		return 0;
	}
	sp_topic_counters(topic)->published++;
	if (window != NULL && packet->course.key != 0) {
		superseded = sp_sendq_take_back(&window->held, packet->course.key);
	}
	if (superseded != NULL) {
		sp_packet_release(superseded);
		core->counters.coalesced++;
		sp_topic_counters(topic)->coalesced++;
	}
	if (windows->off) {
		window_ms = 0;
	}
	if (window != NULL && window_ms > 0 && hold(window, packet, window_ms)) {
		return sp_topic_count(topic);
	}
	if (window == NULL && window_ms > 0) {
		window = open_window(windows, topic, window_ms); /* out of memory: as if without a window */
	}
	accepted = sp_fan_out(core, topic, packet);
	if (window != NULL && window_ms > 0) {
		window->fan_out = core->agenda.bulk_in;
	}
	return accepted;
}

void sp_windows_init(struct sp_windows *windows, struct sp_core *core)
{
	windows->core = core;
	windows->off = false;
	sp_link_init(&windows->all);
}

void sp_windows_flush(struct sp_windows *windows)
{
	for (struct sp_link *link = windows->all.next; link != &windows->all; link = link->next) {
		deliver(SP_CONTAINER(link, struct sp_window, all));
	}
}
