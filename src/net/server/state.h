/* SPDX-License-Identifier: MIT */
/*
 * The server: the core that its connections share, and what only the server itself needs.
 */
#ifndef SP_NET_SERVER_STATE_H
#define SP_NET_SERVER_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/queue.h"
#include "net/conn/core.h"
#include "net/delivery/window.h"
#include "net/loop/fork.h"

/* What a close frame says. */
struct sp_farewell {
	unsigned code;
	const char *reason;
};

struct sp_server {
	struct sp_core core;
	struct sp_link listeners;   /* sp_listener.link */
	struct sp_link topic_rules; /* sp_topic_rule.all */
	struct sp_windows windows;
	struct event *sweep;        /* once a second */
	struct event *wake;         /* signals */
	struct event *orders;       /* of the supervisor; NULL: this is no worker */
	struct sp_fork_watch forks; /* from the start on */
	struct sp_claim *claim;     /* to start it; owned */
	uint64_t stop_deadline_ms;
	int reserve_fd;              /* given up to refuse politely when descriptors run out */
	bool closing_all;            /* the stop has begun to close all connections */
	struct sp_farewell farewell; /* to those that are closed at the stop */
	struct event *retire;        /* while a worker retires; NULL: it does not */
	uint64_t retire_from_ms, retire_ms;
	uint32_t retire_count;   /* connections to be closed at its beginning */
	bool retires_secure;     /* it closes those with TLS only, since the others move */
	bool accepts;            /* connections, or tasks: from sp_server_accept() on, until it stops */
	bool asked;              /* for another worker to follow */
	uint32_t full_at;        /* connections that it had when descriptors ran out, which is believed
								for a second; UINT32_MAX: they have not */
	struct event *moment;    /* for which others are to accept; NULL: nothing is shared */
	struct event *bell;      /* of the machine; NULL: nothing is shared */
	struct sp_mover *mover;  /* to the process that follows; NULL: none does, or not yet */
	struct event *mover_end; /* when it has taken too long */
	struct sp_taker *takers[SP_MACHINE_PLACES]; /* from the processes before */
	unsigned taker_count;                       /* of those that are not over */
};

#endif
