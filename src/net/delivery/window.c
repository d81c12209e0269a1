/* SPDX-License-Identifier: MIT */
#include "net/delivery/window.h"

#include <stdlib.h>

#include "net/delivery/deliver.h"
#include "net/loop/loop.h"
#include "net/out/sendq.h"
#include "net/server/server.h"
#include "net/topics/topics.h"

#define RETRY_MS 2 /* while the flush of the last window goes on */
#define HELD_MAX 65536

struct sp_window {
	struct sp_link all; /* of the server */
	struct event timer; /* its end */
	struct sp_server *server;
	struct sp_topic *topic;
	struct sp_sendq held; /* of each key one, in the order of their last messages */
	uint64_t fan_out;     /* bulk_in of the server after the last one */
	uint64_t ends_ms;
	uint32_t length_ms;
};

void sp_window_free(struct sp_window *window)
{
	if (window == NULL) {
		return;
	}
	sp_sendq_fini(&window->held);
	event_del(&window->timer);
	sp_link_remove(&window->all);
	free(window);
}

/* From now, not from when the loop last looked at the clock. False: out of memory. */
static bool set_timer(struct sp_window *window, uint32_t ms)
{
	struct timeval after = sp_timeval_ms(ms);

	window->ends_ms = sp_clock_ms() + ms;
	event_base_update_cache_time(window->server->loop->base);
	return event_add(&window->timer, &after) == 0;
}

/* All that is held leaves, and the window begins anew. */
static void deliver(struct sp_window *window)
{
	struct sp_packet *frame;

	/* Whoever cannot take it leaves the topic, but the topic stays until they are forgotten at
	 * the end of the tick. */
	while ((frame = sp_sendq_shift(&window->held)) != NULL) {
		sp_fan_out(window->server, window->topic, frame);
		sp_packet_release(frame);
	}
	window->fan_out = window->server->bulk_in;
	set_timer(window, window->length_ms);
}

static void on_end(evutil_socket_t fd, short what, void *arg)
{
	struct sp_window *window = arg;

	(void) fd;
	(void) what;
	if (window->server->bulk_out < window->fan_out) {
		set_timer(window, RETRY_MS);
	} else if (window->held.count > 0) {
		deliver(window);
	} else {
		sp_topic_set_window(window->topic, NULL); /* it was quiet for a whole window */
		sp_window_free(window);
	}
}

/* NULL: out of memory. */
static struct sp_window *open_window(
	struct sp_server *server, struct sp_topic *topic, uint32_t window_ms)
{
	struct sp_window *window = calloc(1, sizeof(*window));

	if (window == NULL) {
		return NULL;
	}
	window->server = server;
	window->topic = topic;
	window->length_ms = window_ms;
	sp_sendq_init(&window->held);
	sp_link_init(&window->all);
	if (event_assign(&window->timer, server->loop->base, -1, 0, on_end, window) != 0 ||
		!set_timer(window, window_ms)) {
		free(window);
		return NULL;
	}
	sp_list_append(&server->windows, &window->all);
	sp_topic_set_window(topic, window);
	return window;
}

/* Too much is held, or waits anyway: then a window ends early. False: out of memory. */
static bool hold(struct sp_window *window, struct sp_packet *frame, uint32_t window_ms)
{
	if (window->held.count == HELD_MAX || sp_server_is_full(window->server)) {
		deliver(window);
	}
	if (!sp_sendq_append(&window->held, frame)) {
		return false;
	}
	window->length_ms = window_ms;
	if (sp_clock_ms() + window_ms < window->ends_ms) {
		set_timer(window, window_ms); /* who holds it for less counts */
	}
	return true;
}

uint32_t sp_publish(
	struct sp_server *server, struct sp_topic *topic, struct sp_packet *frame, uint32_t window_ms)
{
	struct sp_window *window = topic != NULL ? sp_topic_window(topic) : NULL;
	struct sp_packet *superseded = NULL;
	uint32_t accepted;

	server->counters.publishes++;
	if (topic == NULL) {
		return 0;
	}
	sp_topic_counters(topic)->published++;
	if (window != NULL && frame->course.key != 0) {
		superseded = sp_sendq_take_back(&window->held, frame->course.key);
	}
	if (superseded != NULL) {
		sp_packet_release(superseded);
		server->counters.coalesced++;
		sp_topic_counters(topic)->coalesced++;
	}
	if (window != NULL && window_ms > 0 && hold(window, frame, window_ms)) {
		return sp_topic_count(topic);
	}
	if (window == NULL && window_ms > 0) {
		window = open_window(server, topic, window_ms); /* without memory: as if there were none */
	}
	accepted = sp_fan_out(server, topic, frame);
	if (window != NULL && window_ms > 0) {
		window->fan_out = server->bulk_in;
	}
	return accepted;
}

void sp_windows_flush(struct sp_server *server)
{
	for (struct sp_link *link = server->windows.next; link != &server->windows; link = link->next) {
		deliver(SP_CONTAINER(link, struct sp_window, all));
	}
}
