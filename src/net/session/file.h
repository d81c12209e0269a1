/* SPDX-License-Identifier: MIT */
/*
 * A file as the body of an answer: it is read and queued piece by piece as the peer takes it, so
 * that a connection holds at most one piece. Reading blocks, as it does for all files.
 */
#ifndef SP_NET_SESSION_FILE_H
#define SP_NET_SESSION_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "net/conn/conn.h"

/* Sends length bytes from offset on, after what is queued, and then ends the exchange. Takes the
 * descriptor in any case. False: out of memory, and nothing will be sent. */
bool sp_file_send(struct sp_conn *conn, int fd, int64_t offset, int64_t length);

/* Queues the next piece if the previous one has been sent. Called at the end of a tick, for
 * connections with SP_CONN_FILE. A file that has become shorter ends the connection. */
void sp_file_next(struct sp_conn *conn);

#endif
