/* SPDX-License-Identifier: MIT */
/*
 * One worker, as its supervisor sees it.
 */
#ifndef SP_NET_PROCESS_HAND_H
#define SP_NET_PROCESS_HAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <event2/event.h>

#include "base/error.h"
#include "base/queue.h"
#include "net/process/channel.h"

enum sp_hand_state {
	SP_HAND_STARTING,
	SP_HAND_SERVING,
	SP_HAND_RETIRING, /* another one serves */
};

struct sp_hand {
	struct sp_link link; /* of all of a supervisor's */
	void *owner;
	struct event *event;
	pid_t pid;
	int channel;
	int generation;
	unsigned serial; /* among all that this supervisor has started */
	enum sp_hand_state state;
	bool is_over; /* its channel is: it is about to end, or has ended */
	bool reopens; /* its log, as soon as it serves */
	bool is_told; /* it retires, and has got a signal for it */
	uint64_t serving_since_ms;
	uint64_t retired_by_ms;            /* it retires, and gets a signal then */
	char failure[SP_CHANNEL_TEXT_MAX]; /* why it cannot start, as far as it is known; "": it is not
										*/
};

struct sp_ports;

/* Starts a worker, and passes the ports; on_readable is called with it as argument when it says
 * something. It is at the end of the list. NULL: *error says why. */
struct sp_hand *sp_hand_new(struct event_base *base, struct sp_link *all,
	const struct sp_ports *ports, int generation, event_callback_fn on_readable,
	struct sp_error *error);

/* Takes it off the list; the process is not touched. */
void sp_hand_free(struct sp_hand *hand);

/* NULL: there is none. */
struct sp_hand *sp_hand_in_state(const struct sp_link *all, enum sp_hand_state state);

/* One that has ended, and its status as waitpid(2) gives it. No other child's status is taken,
 * except that process 1 takes those of all orphans. NULL: there is none. */
struct sp_hand *sp_hand_ended(const struct sp_link *all, int *status);

/* In a child of the supervisor: the channel is the parent's. */
void sp_hand_renounce(struct sp_hand *hand);

void sp_hand_tell(const struct sp_hand *hand, enum sp_message_kind kind, int32_t number);

/* Why it ended, in words; status as waitpid(2) gives it. */
void sp_hand_explain(const struct sp_hand *hand, int status, char *text, size_t room);

#endif
