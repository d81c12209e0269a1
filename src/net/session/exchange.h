/* SPDX-License-Identifier: MIT */
/*
 * The answer to a request, whoever gives it: user code, a file, or the server itself that refuses.
 */
#ifndef SP_NET_SESSION_EXCHANGE_H
#define SP_NET_SESSION_EXCHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "net/conn/conn.h"
#include "net/conn/send.h"

/* True if the exchange of that number still waits for its answer. */
bool sp_exchange_awaits(const struct sp_conn *conn, uint32_t request_no);

/* Sends a part of the answer; last ends the exchange: the next request is read, or, without
 * keep-alive, the connection ends. The part's reference stays the caller's; NULL: nothing. limited
 * as sp_conn_queue. */
enum sp_queued sp_exchange_answer(
	struct sp_conn *conn, struct sp_packet *part, bool limited, bool last);

/* Answers with a refusal and ends the connection. */
void sp_exchange_refuse(struct sp_conn *conn, int status, const char *text);

/* Sends an interim response as it is (RFC 9110 §15.2). False: it could not be queued. */
bool sp_exchange_send_interim(struct sp_conn *conn, const char *text);

/* Ends it: what is queued goes out, and what is kept is read by nobody. */
void sp_exchange_end(struct sp_conn *conn);

/* Loop seconds, so many from now on. */
uint32_t sp_exchange_later(const struct sp_conn *conn, int64_t seconds);

/* The first deadline of a connection, and the one between two requests. */
void sp_exchange_await(struct sp_conn *conn, bool first);

#endif
