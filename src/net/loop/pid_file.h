/* SPDX-License-Identifier: MIT */
/*
 * The file that names the process. A process has one, so the state is static.
 */
#ifndef SP_NET_LOOP_PID_FILE_H
#define SP_NET_LOOP_PID_FILE_H

#include <stdbool.h>

#include "base/error.h"

/* Writes our process id to path. Only a regular file is taken that is new, empty or holds a process
 * id, so that a wrong path, or a link that somebody else has put there, costs no file. False:
 * *error says why, for example that the file names another running process. */
bool sp_pid_file_write(const char *path, struct sp_error *error);

/* Removes the file if this process wrote it. May be called in a signal handler. */
void sp_pid_file_remove(void);

#endif
