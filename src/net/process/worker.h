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
#include "net/machine/machine.h"
#include "net/process/channel.h"

/* When the module is loaded: finds out whether this is a worker. One whose supervisor is gone ends
 * here. */
void sp_worker_begin(void);

bool sp_worker_is(void);

/* In a child that a worker has forked, it is none any more, but this is true. */
bool sp_worker_was(void);

int sp_worker_id(void);           /* from 0 on; -1: no worker */
int sp_worker_number(void);       /* the same as scripts know it; 0: no worker */
bool sp_worker_runs_tasks(void);  /* it does, and has no connections */
bool sp_worker_is_own(void);      /* one of the script's own: see addProcess() */
bool sp_worker_is_apart(void);    /* one of these two */
const char *sp_worker_kind(void); /* for people: "worker", "task worker" or "process" */
int sp_worker_generation(void);   /* 0 in the first one, and in a process that is no worker */
pid_t sp_worker_supervisor(void);

/* The channel, to wait for messages; -1: no worker. */
int sp_worker_channel(void);

/* What it shares with its supervisor and other workers, who borrow it from here. NULL: nothing. */
struct sp_machine *sp_worker_machine(void);

/* The descriptor of a port that an earlier generation has opened, for the caller to own: by what
 * was asked for, in order. -1: there is none, or this is no worker. */
int sp_worker_take_port(const char *host, int port, int type);

/* The port that this worker has opened itself goes to the next generation, too. */
void sp_worker_opened_port(const char *host, int port, int type, bool is_path, int descriptor);

/* What a worker says when it is ready, and what it is given then. */
struct sp_worker_ready {
	bool takes;                   /* it would take over connections */
	int workers;                  /* how many there are to be with connections, and */
	int task_workers;             /* how many besides, and */
	int own;                      /* how many of the script's own */
	int links[SP_MACHINE_PLACES]; /* sockets through which connections come; the caller's */
	int link_count;
};

/* Everything is in place: says so, and waits until it may accept. False: *error says that the
 * server stops instead. */
bool sp_worker_ready(struct sp_worker_ready *ready, struct sp_error *error);

/* It cannot start; why is what people will read. */
void sp_worker_failed(const char *why);

/* SP_MESSAGE_SERVES, SP_MESSAGE_SHUTDOWN, SP_MESSAGE_RELOAD, SP_MESSAGE_REOPEN or SP_MESSAGE_WORN.
 */
void sp_worker_ask(enum sp_message_kind kind);

#endif
