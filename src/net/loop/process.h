/* SPDX-License-Identifier: MIT */
/*
 * The process around the loop: signals, going to the background, the descriptor
 * limit. POSIX only. A process has one of each, so the state is static.
 */
#ifndef SP_NET_LOOP_PROCESS_H
#define SP_NET_LOOP_PROCESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"

enum sp_signal {
	SP_SIGNAL_STOP = 1 << 0,   /* TERM or INT */
	SP_SIGNAL_RELOAD = 1 << 1, /* USR1 */
	SP_SIGNAL_HANGUP = 1 << 2, /* HUP: the terminal is gone, or the log is to be reopened */
	SP_SIGNAL_ASKED = 1 << 3,  /* TERM or INT of a worker, from somebody else than its supervisor */
};

/*
 * Catches TERM, INT, USR1, HUP, whoever had them. A STOP arms a timer: when most of timeout_s has
 * passed, interrupt() is called in the signal handler to stop the user code; after timeout_s the
 * process exits with status 0, whatever it is doing. A second INT exits with status 130 at once.
 * False: *error says why.
 */
bool sp_signals_catch(int64_t timeout_s, void (*interrupt)(void), struct sp_error *error);

/* This process is a worker: TERM and INT are a STOP only if they come from the supervisor, or if
 * that is gone. */
void sp_signals_obey(pid_t supervisor);

/* Which process sent the last TERM or INT; 0: the kernel, for a terminal. */
pid_t sp_signals_stopper(void);

/* As if the last STOP had not come. */
void sp_signals_forget_stop(void);

/* Becomes readable when a signal has come. */
int sp_signals_fd(void);

/* The signals, as bits of enum sp_signal, that have come since the last call. */
unsigned sp_signals_take(void);

/* Arms the timer as a STOP does, for a stop that no signal asked for. */
void sp_signals_arm(void);

/* Disarms the timer and restores the former handlers, unless others were set meanwhile. */
void sp_signals_restore(void);

/* The module is about to be unloaded: no handler of it is left. */
void sp_signals_end(void);

/* The part of the stop's time after which connections are no longer waited for. */
uint64_t sp_signals_grace_ms(int64_t timeout_s);

/* Raises the soft limit of descriptors to the hard one and returns it. */
uint64_t sp_process_raise_descriptors(void);

/* It was started at a terminal, or in a shell that was. */
bool sp_process_has_terminal(void);

/*
 * Goes to the background: forks, and this returns true in the child, in a session of its own. The
 * parent waits until the child calls sp_daemon_ready(), then exits with status 0.
 * False: this is the parent; *error says why it could not fork, or why the child failed.
 */
bool sp_daemon_begin(struct sp_error *error);

/* In the child: tells the parent that all is well, and detaches from the terminal: standard output
 * and error go to log_fd from now on, or nowhere if that is standard error itself. */
void sp_daemon_ready(int log_fd);

/* Standard output and error go to log_fd from now on, or nowhere if that is standard error itself;
 * standard input is empty. */
void sp_process_detach(int log_fd);

/* In the child: tells the parent why it failed, and exits. No effect in any other process. */
void sp_daemon_failed(const char *why);

#endif
