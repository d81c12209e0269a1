/* SPDX-License-Identifier: MIT */
/*
 * Topics that send once per window. The first message after a quiet time is sent at once; of the
 * messages that follow within the window, the last of each key is held, and sent at its end. A
 * window does not end until the previous fan-out has been flushed, so that a topic never queues
 * behind itself. It ends early if it holds too many keys, or if total_buffer_size is used up.
 *
 * A window is attached to its topic, which owns it and frees it when the topic ends, or when a
 * whole window was quiet.
 */
#ifndef SP_NET_DELIVERY_WINDOW_H
#define SP_NET_DELIVERY_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/queue.h"

struct sp_core;
struct sp_packet;
struct sp_topic;

/* All windows of a server. */
struct sp_windows {
	struct sp_core *core; /* borrowed */
	struct sp_link all;   /* sp_window.all */
	bool off; /* nothing is held: connections move, and what is held would miss or double them */
};

void sp_windows_init(struct sp_windows *windows, struct sp_core *core);

/* Publishes to all members of a topic except course.except; topic NULL means that there are none.
 * window_ms 0: sends now. Otherwise the packet has a key, and is sent now or held. In both cases it
 * replaces what is held with the same key. Returns how many connections accepted it, or how many
 * members it is held for; members that join before it is sent get it, too. */
uint32_t sp_publish(struct sp_windows *windows, struct sp_topic *topic, struct sp_packet *packet,
	uint32_t window_ms);

/* Sends what is held. */
void sp_windows_flush(struct sp_windows *windows);

#endif
