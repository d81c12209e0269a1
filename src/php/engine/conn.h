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
#include "base/span.h"
#include "net/conn/conn.h"

#define PHP_SEATPUSH_STATE_MAX 4096 /* bytes: it is copied whenever a connection moves */
#define PHP_SEATPUSH_UID_MAX 255

struct php_seatpush_conn {
	struct sp_link line; /* of struct php_seatpush_room: they wait for room in the queue. In use
						  * only with SP_CONN_WRITER */
	bool has_uid;        /* bind() */
	int64_t uid_number;
	char *uid_text; /* owned; NULL if the uid is a number */
	size_t uid_len;
	char *state; /* setState(); owned; NULL: none */
	size_t state_len;
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

/* Keeps a copy of the script's text, or none if it is empty. False: out of memory, and what was
 * kept is kept. */
bool php_seatpush_conn_set_state(struct sp_conn *conn, struct sp_span state);

/* The script's text; empty if there is none. Points into what is kept. */
struct sp_span php_seatpush_conn_state(const struct sp_conn *conn);

/* Keeps the uid: a copy of the text, or the number if text is NULL. False: it has one already, or
 * out of memory. */
bool php_seatpush_conn_bind(struct sp_conn *conn, const struct sp_span *text, int64_t number);

/* The core's on_pack and on_unpack hooks: all of it but the line, as bytes for another process. */
bool php_seatpush_conn_pack(void *upper, struct sp_buf *out);
bool php_seatpush_conn_unpack(struct sp_conn *conn, struct sp_span bytes);

/* The core's on_free hook. */
void php_seatpush_conn_free(void *upper);

#endif
