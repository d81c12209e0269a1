/* SPDX-License-Identifier: MIT */
/*
 * The process around the loop: signals, the pid file, going to the background, the descriptor
 * limit. POSIX only. A process has one of each, so the state is the file's own.
 */
#ifndef SP_NET_LOOP_PROCESS_H
#define SP_NET_LOOP_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

enum sp_signal {
	SP_SIGNAL_STOP = 1 << 0,   /* TERM or INT */
	SP_SIGNAL_RELOAD = 1 << 1, /* USR1 or USR2 */
	SP_SIGNAL_HANGUP = 1 << 2, /* HUP: the terminal went, or the log is to be reopened */
};

/*
 * Catches TERM, INT, USR1, USR2, HUP. A STOP arms a timer: when most of timeout_s is over,
 * interrupt() is called, in the signal handler, to end what user code does; at timeout_s the
 * process exits with status 0, whatever it does. A second INT exits with status 130 at once.
 * False: *error says why.
 */
bool sp_signals_catch(int64_t timeout_s, void (*interrupt)(void), struct sp_error *error);

/* Becomes readable when a signal came. */
int sp_signals_fd(void);

/* The bits of enum sp_signal that came since the last call. */
unsigned sp_signals_take(void);

/* Arms the timer as a STOP does, for a stop that came another way. */
void sp_signals_arm(void);

/* Disarms the timer and puts the former handlers back. */
void sp_signals_restore(void);

/* Part of the stop's time after which connections are not waited for any more. */
uint64_t sp_signals_grace_ms(int64_t timeout_s);

/* Raises the soft limit of descriptors to the hard one and returns it. */
uint64_t sp_process_raise_descriptors(void);

/* Writes our process id to path. False: *error says why, also if a living process has it. */
bool sp_pid_file_write(const char *path, struct sp_error *error);

/* Removes the file if this process wrote it. */
void sp_pid_file_remove(void);

/*
 * Goes to the background: forks, and the child goes on behind this call, in a session of its
 * own. The parent waits until the child calls sp_daemon_ready() and exits with 0; if the child
 * fails, this returns false in the parent, with the child's reason.
 * False: *error says why; this is the process that was started.
 */
bool sp_daemon_begin(struct sp_error *error);

/* In the child: tells the parent that all is well, and lets the terminal go: the standard streams
 * lead to log_fd from now on, or nowhere if that is standard error itself. */
void sp_daemon_ready(int log_fd);

/* In the child: tells the parent why it failed, and ends. No effect in any other process. */
void sp_daemon_failed(const char *why);

#endif
