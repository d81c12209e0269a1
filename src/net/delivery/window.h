/* SPDX-License-Identifier: MIT */
/*
 * Topics that send once a window: the first message after quiet leaves at once, what comes within
 * the window is held, of each key the last, and leaves at its end. A window does not end before
 * the flush of the one before has come to its end, so that a topic never queues behind itself;
 * unless it holds too many keys, or total_buffer_size is used up.
 *
 * A window is attached to its topic, which owns and frees it: when the topic ends, or when a whole
 * window was quiet.
 */
#ifndef SP_NET_DELIVERY_WINDOW_H
#define SP_NET_DELIVERY_WINDOW_H

#include <stdint.h>

#include "base/queue.h"

struct sp_core;
struct sp_packet;
struct sp_topic;

/* All windows of a server. */
struct sp_windows {
	struct sp_core *core; /* borrowed */
	struct sp_link all;   /* sp_window.all */
};

void sp_windows_init(struct sp_windows *windows, struct sp_core *core);

/* Publishes to all members of a topic (NULL: one without any) except course.except. window_ms 0:
 * now; otherwise the packet has a key, and leaves now or is held. In both cases it takes the place
 * of what is held with the same key. The number of connections that accepted it, or of members that
 * it is held for: those who come until it leaves get it, too. */
uint32_t sp_publish(struct sp_windows *windows, struct sp_topic *topic, struct sp_packet *packet,
	uint32_t window_ms);

/* What is held leaves now: the stop begins. */
void sp_windows_flush(struct sp_windows *windows);

#endif
