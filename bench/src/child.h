/* SPDX-License-Identifier: MIT */
/* A process that this tool starts, by the shell and in a process group of its own. */
#ifndef BENCH_CHILD_H
#define BENCH_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

struct child {
	pid_t pid;
	bool ended; /* and reaped */
};

/* Runs line, pinned to core (-1: free); its output is appended to log (NULL: stderr). It is killed
 * if this tool ends first. False: stderr says why. */
bool child_start(struct child *child, const char *line, const char *log, int core);

/* False: it has ended. */
bool child_alive(struct child *child);

/* Its group gets TERM, and KILL after three seconds. */
void child_stop(struct child *child);

#endif
