/* SPDX-License-Identifier: MIT */
/*
 * The answer to a request, whether it comes from user code, from a file, or from the server that
 * refuses it.
 */
#ifndef SP_NET_SESSION_EXCHANGE_H
#define SP_NET_SESSION_EXCHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "net/conn/conn.h"
#include "net/conn/send.h"

/* True if the exchange with this number still waits for its answer. */
bool sp_exchange_awaits(const struct sp_conn *conn, uint32_t request_no);

/* Sends a part of the answer; the caller keeps its reference, and NULL sends nothing. last ends the
 * exchange: the next request is read, or, without keep-alive, the connection ends. limited: as for
 * sp_conn_queue(). */
enum sp_queued sp_exchange_answer(
	struct sp_conn *conn, struct sp_packet *part, bool limited, bool last);

/* Answers with a refusal and ends the connection. */
void sp_exchange_refuse(struct sp_conn *conn, int status, const char *text);

/* Sends an interim response as it is (RFC 9110 §15.2). False: it could not be queued. */
bool sp_exchange_send_interim(struct sp_conn *conn, const char *text);

/* Ends the connection: what is queued goes out, and kept input is dropped. */
void sp_exchange_end(struct sp_conn *conn);

/* The loop second that lies this many seconds ahead. */
uint32_t sp_exchange_later(const struct sp_conn *conn, int64_t seconds);

/* Sets the deadline for the first request of a connection, or for the next one. */
void sp_exchange_await(struct sp_conn *conn, bool first);

#endif
