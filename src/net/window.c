/* SPDX-License-Identifier: MIT */
#include "net/window.h"

#include <stdlib.h>

#include "net/delivery.h"
#include "net/loop.h"
#include "net/server.h"
#include "net/topics.h"

#define RETRY_MS 2 /* while the flush of the last window goes on */

struct held {
	struct sp_link all;
	struct sp_frame *frame; /* a reference */
	int64_t except;
};

struct sp_window {
	struct sp_link all; /* of the server */
	struct sp_topic *topic;
	struct sp_link held; /* of each key one, in the order of their last messages */
	uint64_t ends_ms;
	uint64_t fan_out; /* bulk_in of the server after the last one */
	uint32_t length_ms;
};

static void drop(struct held *held)
{
	sp_link_remove(&held->all);
	sp_frame_release(held->frame);
	free(held);
}

void sp_window_free(struct sp_window *window)
{
	struct sp_link *link;

	if (window == NULL) {
		return;
	}
	while ((link = sp_list_shift(&window->held)) != NULL) {
		drop(SP_CONTAINER(link, struct held, all));
	}
	sp_link_remove(&window->all);
	free(window);
}

static struct held *find(const struct sp_window *window, uint64_t key)
{
	for (struct sp_link *link = window->held.next; link != &window->held; link = link->next) {
		struct held *held = SP_CONTAINER(link, struct held, all);

		if (held->frame->key == key) {
			return held;
		}
	}
	return NULL;
}

/* What is held with this key will not leave. */
static void supersede(struct sp_server *server, struct sp_window *window, uint64_t key)
{
	struct held *held = key != 0 ? find(window, key) : NULL;

	if (held != NULL) {
		server->counters.coalesced++;
		sp_topic_counters(window->topic)->coalesced++;
		drop(held);
	}
}

static void deliver(struct sp_server *server, struct sp_window *window)
{
	struct sp_link leaving;
	struct sp_link *link;

	sp_link_init(&leaving);
	sp_list_move_all(&leaving, &window->held);
	while ((link = sp_list_shift(&leaving)) != NULL) {
		struct held *held = SP_CONTAINER(link, struct held, all);

		/* Whoever cannot take it leaves the topic, but the topic stays until they are
		 * forgotten at the end of the tick. */
		sp_fan_out(server, window->topic, held->frame, held->except);
		drop(held);
	}
	window->fan_out = server->bulk_in;
}

/* For the window that ends next. */
static void set_timer(struct sp_server *server)
{
	uint64_t first = UINT64_MAX, now = sp_clock_ms();
	struct timeval after;

	for (struct sp_link *link = server->windows.next; link != &server->windows; link = link->next) {
		const struct sp_window *window = SP_CONTAINER(link, struct sp_window, all);

		first = window->ends_ms < first ? window->ends_ms : first;
	}
	if (first != UINT64_MAX) {
		after = sp_timeval_ms(first > now ? first - now : 0);
		event_add(server->window_timer, &after);
	}
}

static void on_end(evutil_socket_t fd, short what, void *arg)
{
	struct sp_server *server = arg;
	uint64_t now = sp_clock_ms();
	struct sp_link *link, *next;

	(void) fd;
	(void) what;
	for (link = server->windows.next; link != &server->windows; link = next) {
		struct sp_window *window = SP_CONTAINER(link, struct sp_window, all);

		next = link->next;
		if (window->ends_ms > now) {
			continue;
		}
		if (sp_link_alone(&window->held)) {
			sp_topic_set_window(window->topic, NULL); /* it was quiet for a whole window */
			sp_window_free(window);
		} else if (server->bulk_out < window->fan_out) {
			window->ends_ms = now + RETRY_MS;
		} else {
			deliver(server, window);
			window->ends_ms = now + window->length_ms;
		}
	}
	set_timer(server);
}

/* NULL: out of memory. */
static struct sp_window *open_window(
	struct sp_server *server, struct sp_topic *topic, uint32_t window_ms)
{
	struct sp_window *window;

	if (server->window_timer == NULL) {
		server->window_timer = event_new(server->loop->base, -1, 0, on_end, server);
	}
	window = server->window_timer != NULL ? calloc(1, sizeof(*window)) : NULL;
	if (window == NULL) {
		return NULL;
	}
	window->topic = topic;
	window->length_ms = window_ms;
	window->ends_ms = sp_clock_ms() + window_ms;
	sp_link_init(&window->held);
	sp_link_init(&window->all);
	sp_list_append(&server->windows, &window->all);
	sp_topic_set_window(topic, window);
	set_timer(server);
	return window;
}

/* False: out of memory. */
static bool hold(struct sp_window *window, struct sp_frame *frame, int64_t except)
{
	struct held *held = malloc(sizeof(*held));

	if (held == NULL) {
		return false;
	}
	held->frame = sp_frame_ref(frame);
	held->except = except;
	sp_link_init(&held->all);
	sp_list_append(&window->held, &held->all);
	return true;
}

uint32_t sp_publish(struct sp_server *server, struct sp_topic *topic, struct sp_frame *frame,
	int64_t except, uint32_t window_ms)
{
	struct sp_window *window = topic != NULL ? sp_topic_window(topic) : NULL;
	uint32_t accepted;

	server->counters.publishes++;
	if (topic == NULL) {
		return 0;
	}
	sp_topic_counters(topic)->published++;
	if (window != NULL) {
		supersede(server, window, frame->key);
	}
	if (window != NULL && window_ms > 0 && hold(window, frame, except)) {
		window->length_ms = window_ms;
		return sp_topic_count(topic);
	}
	if (window == NULL && window_ms > 0) {
		window = open_window(server, topic, window_ms); /* without memory: as if there were none */
	}
	accepted = sp_fan_out(server, topic, frame, except);
	if (window != NULL && window_ms > 0) {
		window->fan_out = server->bulk_in;
	}
	return accepted;
}

void sp_windows_flush(struct sp_server *server)
{
	for (struct sp_link *link = server->windows.next; link != &server->windows; link = link->next) {
		deliver(server, SP_CONTAINER(link, struct sp_window, all));
	}
}

void sp_windows_fini(struct sp_server *server)
{
	if (server->window_timer != NULL) {
		event_free(server->window_timer);
		server->window_timer = NULL;
	}
}
