/* SPDX-License-Identifier: MIT */
/*
 * This process as a worker: what a supervisor has started it with, and what it tells the
 * supervisor. A process that is no worker has none of it, and every question has an answer that
 * says so.
 */
#ifndef SP_NET_PROCESS_WORKER_H
#define SP_NET_PROCESS_WORKER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "net/process/channel.h"

/* When the module is loaded: finds out whether this is a worker. One whose supervisor is gone ends
 * here. */
void sp_worker_begin(void);

bool sp_worker_is(void);

/* In a child that a worker has forked, it is none any more, but this is true. */
bool sp_worker_was(void);

int sp_worker_id(void);         /* 0, or -1: no worker */
int sp_worker_generation(void); /* 0 in the first one, and in a process that is no worker */
pid_t sp_worker_supervisor(void);

/* The channel, to wait for messages; -1: no worker. */
int sp_worker_channel(void);

/* The descriptor of a port that an earlier generation has opened, for the caller to own: by what
 * was asked for, in order. -1: there is none, or this is no worker. */
int sp_worker_take_port(const char *host, int port, int type);

/* The port that this worker has opened itself goes to the next generation, too. */
void sp_worker_opened_port(const char *host, int port, int type, bool is_path, int descriptor);

/* Everything is in place: says so, and waits until it may accept. False: *error says that the
 * server stops instead. */
bool sp_worker_ready(struct sp_error *error);

/* It cannot start; why is what people will read. */
void sp_worker_failed(const char *why);

/* SP_MESSAGE_SHUTDOWN or SP_MESSAGE_RELOAD. */
void sp_worker_ask(enum sp_message_kind kind);

#endif
