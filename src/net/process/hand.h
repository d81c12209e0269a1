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

/* What it does. */
enum sp_hand_kind {
	SP_HAND_CONNECTIONS,
	SP_HAND_TASKS, /* and has no connections */
	SP_HAND_OWN, /* a process of the script's own, beside the others: no generation waits for it */
};

enum sp_hand_state {
	SP_HAND_STARTING, /* others may serve meanwhile, even if this one accepts already */
	SP_HAND_SERVING,
	SP_HAND_RETIRING, /* others serve */
};

struct sp_hand {
	struct sp_link link; /* of all of a supervisor's */
	void *owner;
	struct event *event;
	pid_t pid;
	int channel;
	int id; /* among those that serve together, from 0 on */
	int generation;
	unsigned wave;  /* which of them were started to serve together; from 1 on */
	unsigned place; /* in what processes share */
	enum sp_hand_kind kind;
	enum sp_hand_state state;
	bool is_over;      /* its channel is: it is about to end, or has ended */
	bool reopens;      /* its log, as soon as it serves */
	bool is_told;      /* it retires, and has got a signal for it */
	bool is_stopping;  /* it has got the signal to stop */
	bool is_ready;     /* to accept */
	bool has_started;  /* it has come through its WorkerStart */
	bool is_discarded; /* it was to serve, and others failed that were to serve with it */
	bool is_worn;      /* it serves, and another one is to follow */
	bool takes;        /* connections of the ones before */
	bool accepts;
	int link_out; /* for its connections, to the one that follows; -1: none follows, or it has it */
	bool gives;   /* its own to the one that follows; it retires */
	uint64_t started_by_ms; /* when it has taken too long to start */
	uint64_t serving_since_ms;
	uint64_t retired_by_ms;            /* it retires, and gets a signal then */
	char failure[SP_CHANNEL_TEXT_MAX]; /* why it cannot start, as far as it is known; "": it is not
										*/
};

struct sp_machine;
struct sp_ports;

/* What a worker is started with; all is borrowed. */
struct sp_hand_start {
	struct event_base *base;
	const struct sp_ports *ports;
	const struct sp_machine *machine;
	int id, generation;
	enum sp_hand_kind kind;
	event_callback_fn on_readable; /* called with the worker as argument when it says something */
};

/* Starts a worker, which is at the end of the list. NULL: *error says why. */
struct sp_hand *sp_hand_new(
	struct sp_link *all, const struct sp_hand_start *start, struct sp_error *error);

/* Takes it off the list; the process is not touched. */
void sp_hand_free(struct sp_hand *hand);

/* Nobody follows it, or it has its end of the link. Does only what a signal handler may. */
void sp_hand_unlink(struct sp_hand *hand);

/* The first of them; NULL: there is none. */
struct sp_hand *sp_hand_in_state(const struct sp_link *all, enum sp_hand_state state);

/* NULL: there is none. */
struct sp_hand *sp_hand_with_id(const struct sp_link *all, enum sp_hand_state state, int id);

/* Those with connections. */
unsigned sp_hand_count(const struct sp_link *all, enum sp_hand_state state);

/* One that has ended, and its status as waitpid(2) gives it. No other child's status is taken,
 * except that process 1 takes those of all orphans. NULL: there is none. */
struct sp_hand *sp_hand_ended(const struct sp_link *all, int *status);

/* In a child of the supervisor: the channel is the parent's. */
void sp_hand_renounce(struct sp_hand *hand);

/* descriptor: -1 or one to go along, which stays the caller's. */
void sp_hand_tell(
	const struct sp_hand *hand, enum sp_message_kind kind, int32_t number, int descriptor);

/* Why it ended, in words; status as waitpid(2) gives it. */
void sp_hand_explain(const struct sp_hand *hand, int status, char *text, size_t room);

#endif
