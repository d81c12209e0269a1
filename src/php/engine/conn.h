/* SPDX-License-Identifier: MIT */
/*
 * What src/php keeps beside a connection, for the few that need it. It is outside PHP's heap, since
 * it lives as long as the connection.
 */
#ifndef PHP_SEATPUSH_ENGINE_CONN_H
#define PHP_SEATPUSH_ENGINE_CONN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/queue.h"
#include "net/conn/conn.h"

struct php_seatpush_conn {
	struct sp_link line; /* of struct php_seatpush_room: they wait for room in the queue. In use
						  * only with SP_CONN_WRITER */
	bool has_uid;        /* bind() */
	int64_t uid_number;
	char *uid_text; /* owned; NULL if the uid is a number */
	size_t uid_len;
	char *offered;           /* Sec-WebSocket-Protocol of a detached handshake; owned; NULL: none */
	struct sp_buf fragments; /* frames pushed without FIN, ready to send */
	uint32_t fragments_utf8; /* state of the text so far */
	uint8_t fragments_opcode; /* of the message; 0: no message has begun */
};

/* Created if necessary; NULL: out of memory. */
struct php_seatpush_conn *php_seatpush_conn(struct sp_conn *conn);

/* NULL: there is nothing beside this connection. */
static inline struct php_seatpush_conn *php_seatpush_conn_if_any(const struct sp_conn *conn)
{
	return conn->extra != NULL ? conn->extra->upper : NULL;
}

/* The core's on_free hook. */
void php_seatpush_conn_free(void *upper);

#endif
