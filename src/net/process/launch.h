/* SPDX-License-Identifier: MIT */
/*
 * Running the script again, in a process of its own. How this process was started is captured when
 * the module is loaded, since a process title that is set later overwrites it. Linux only.
 */
#ifndef SP_NET_PROCESS_LAUNCH_H
#define SP_NET_PROCESS_LAUNCH_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"

#define SP_LAUNCH_VARIABLE "SEATPUSH_WORKER"

/* Captures the program, the command line, the environment, the working directory, and which
 * descriptors are open: those stay open in what is launched. Once. */
void sp_launch_capture(void);

/* False: *error says why this process cannot be started again. script: the file that PHP runs, or
 * NULL. */
bool sp_launch_possible(const char *script, struct sp_error *error);

/* Starts the program again with one more variable, SP_LAUNCH_VARIABLE=value, the descriptor kept
 * open, and standard input from /dev/null. -1: *error says why. */
pid_t sp_launch(int kept, const char *value, struct sp_error *error);

void sp_launch_forget(void);

#endif
