/* SPDX-License-Identifier: MIT */
/*
 * A file as the body of an answer: it is read and queued piece by piece as the peer takes it, so
 * that a connection holds at most one piece. Reading blocks, as it does for all files.
 */
#ifndef SP_NET_SESSION_FILE_H
#define SP_NET_SESSION_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "net/conn/conn.h"
#include "wire/http_range.h"

#define SP_FILE_TYPE_MAX 255
#define SP_FILE_BOUNDARY_LEN 32

/* Parts of a file that must not change while it is sent. Several are a multipart/byteranges body
 * (RFC 9110 §14.6), of which each part has a head. */
struct sp_file_parts {
	struct sp_http_ranges ranges;
	uint64_t size;            /* of the whole file */
	struct timespec modified; /* when it was opened */
	char type[SP_FILE_TYPE_MAX + 1];
	char boundary[SP_FILE_BOUNDARY_LEN + 1]; /* if there are several */
	unsigned next;                           /* index of the part that comes next */
};

/* Sends length bytes from offset on, after what is queued, and then ends the exchange. Takes the
 * descriptor in any case. False: out of memory, and nothing will be sent. */
bool sp_file_send(struct sp_conn *conn, int fd, int64_t offset, int64_t length);

/* The same for parts of a file, which are copied. If the file is changed meanwhile, the connection
 * ends. */
bool sp_file_send_parts(struct sp_conn *conn, int fd, const struct sp_file_parts *parts);

/* Bytes of the whole body that these parts make. False: out of memory. */
bool sp_file_parts_length(const struct sp_file_parts *parts, uint64_t *length);

/* Queues the next piece if the previous one has been sent. Called at the end of a tick, for
 * connections with SP_CONN_FILE. A file that has become shorter ends the connection. */
void sp_file_next(struct sp_conn *conn);

#endif
