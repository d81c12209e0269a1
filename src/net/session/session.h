/* SPDX-License-Identifier: MIT */
/*
 * What a connection is: an HTTP exchange or a WebSocket. Gives meaning to what came in, calls
 * the hooks, and writes what the protocol itself has to say (refusals, pongs, close frames).
 */
#ifndef SP_NET_SESSION_SESSION_H
#define SP_NET_SESSION_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "net/conn/conn.h"
#include "wire/http_request.h"
#include "wire/ws_handshake.h"
#include "wire/ws_message.h"

/* A whole request. Spans and head are valid during the hook. */
struct sp_request {
	const struct sp_http_head *head;
	struct sp_span head_bytes; /* as it came */
	struct sp_span body;       /* decoded */
	uint32_t no;               /* conn->request_no: names the exchange in answers */
	const char *key;           /* on_upgrade: SP_WS_KEY_LEN characters of Sec-WebSocket-Key */
};

/* Takes in what was read. data may be changed. */
void sp_session_feed(struct sp_conn *conn, char *data, size_t len);

/* The peer sends nothing more. */
void sp_session_eof(struct sp_conn *conn);

/* A callback of the connection waits from now on: until it has ended, input is kept up to a limit,
 * and no other callback of the connection runs. */
void sp_session_callback_waits(struct sp_conn *conn);
void sp_session_callback_ended(struct sp_conn *conn);

/* Parses what was kept while a request was being answered. */
void sp_session_resume(struct sp_conn *conn);

/* Brings server->input_bytes up to date with what the connection keeps: its input and backlog. */
void sp_session_count_input(struct sp_conn *conn);

/* Frees conn->input. */
void sp_session_drop_input(struct sp_conn *conn);

/* --- HTTP --- */

/* True if the exchange of that number still waits for its answer. */
bool sp_session_awaits(const struct sp_conn *conn, uint32_t request_no);

/* Sends a part of the answer; last ends the exchange: the next request is read, or, without
 * keep-alive, the connection ends. The part's reference stays the caller's. limited as
 * sp_conn_queue. */
enum sp_queued sp_session_answer(
	struct sp_conn *conn, struct sp_packet *part, bool limited, bool last);

/* Answers with a refusal and ends the connection. */
void sp_session_refuse(struct sp_conn *conn, int status, const char *text);

/* --- WebSocket --- */

/* Writes the 101 and makes the connection a WebSocket. accept: Sec-WebSocket-Accept, base64 of the
 * SHA-1 of key and GUID (RFC 6455 §4.2.2). fields: further header lines, each with its CRLF. False:
 * out of memory; the connection is aborted. */
bool sp_session_upgrade(struct sp_conn *conn, const char accept[SP_WS_ACCEPT_LEN],
	struct sp_span subprotocol, struct sp_span fields);

/* User code wrote its own 101: the connection is a WebSocket from here on. */
void sp_session_upgraded(struct sp_conn *conn);

/* Begins the close handshake: what is queued goes first. HTTP connections just end. */
void sp_session_close(struct sp_conn *conn, unsigned code, struct sp_span reason);

/* Sends a control or data frame that the protocol itself needs. */
void sp_session_send_control(struct sp_conn *conn, uint8_t opcode, const void *data, size_t len);

/* Time-outs and pings of one connection, once a second. */
void sp_session_sweep(struct sp_conn *conn);

#endif
