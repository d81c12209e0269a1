/* SPDX-License-Identifier: MIT */
/*
 * A WebSocket client that blocks, on libwebsockets. Names are looked up by our own resolver and
 * addresses tried one after the other, since libwebsockets would block in getaddrinfo(3) beyond
 * any time-out; what is compressed is inflated by our own wire/inflate. The rest, TLS included, is
 * libwebsockets', which makes this a judge of our server as well.
 *
 * Deadlines are of sp_clock_ms().
 */
#ifndef SP_NET_CLIENT_CLIENT_H
#define SP_NET_CLIENT_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/span.h"

#define SP_WS_CLIENT_FOREVER UINT64_MAX
#define SP_WS_CLIENT_TARGET_MAX 8192 /* bytes of a request's target, and of its further fields */

/* Texts are borrowed until sp_ws_client_connect() returns. */
struct sp_ws_client_settings {
	const char *host;      /* a name or an address, an IPv6 one without brackets */
	const char *authority; /* of the Host field: "localhost:9501" */
	const char *target;    /* path and query */
	int port;
	bool tls;
	const char *cafile;        /* the only authority to believe; NULL: the system's */
	const char *fields;        /* further fields of the request, each ended by CRLF; NULL: none */
	const char *subprotocols;  /* "a, b"; NULL: none */
	size_t max_length;         /* longest message in bytes; a longer one closes with 1009 */
	bool (*turned)(void *arg); /* after each wait: false ends it; NULL: nobody asks */
	void *arg;
};

enum sp_ws_client_result {
	SP_WS_CLIENT_DONE,
	SP_WS_CLIENT_LATE,    /* the deadline came first */
	SP_WS_CLIENT_CLOSED,  /* see sp_ws_client_close_code() */
	SP_WS_CLIENT_FAILED,  /* *error says why */
	SP_WS_CLIENT_STOPPED, /* turned() said so */
};

struct sp_ws_client_message {
	uint8_t opcode; /* SP_WS_TEXT or SP_WS_BINARY */
	struct sp_buf data;
};

struct sp_ws_client;

/* NULL: *error says why. */
struct sp_ws_client *sp_ws_client_new(
	const struct sp_ws_client_settings *settings, struct sp_error *error);

/* Closes with 1001 if it is open, and waits for nothing. */
void sp_ws_client_free(struct sp_ws_client *client);

/* Connects and upgrades, once. DONE, LATE, FAILED or STOPPED. */
enum sp_ws_client_result sp_ws_client_connect(
	struct sp_ws_client *client, uint64_t deadline_ms, struct sp_error *error);

/* After FAILED: the status that the upgrade was answered with instead of 101, and the start of the
 * body (borrowed); 0: there was no such answer. */
int sp_ws_client_refusal(const struct sp_ws_client *client, struct sp_span *body);

/* What the server chose; "" for none. Borrowed. */
const char *sp_ws_client_subprotocol(const struct sp_ws_client *client);
const char *sp_ws_client_extensions(const struct sp_ws_client *client);

/* The next message: DONE (then message->data is the caller's to free), LATE, CLOSED or STOPPED.
 * Messages that came before a close are still there after it. */
enum sp_ws_client_result sp_ws_client_receive(
	struct sp_ws_client *client, uint64_t deadline_ms, struct sp_ws_client_message *message);

/* A whole message or a ping (at most 125 bytes), handed to the kernel: DONE, LATE, CLOSED, STOPPED
 * or FAILED (out of memory, or another one is being sent: *error). After LATE and STOPPED the
 * connection is gone, since half of it may be on its way. Messages that come meanwhile are kept. */
enum sp_ws_client_result sp_ws_client_send(struct sp_ws_client *client, uint8_t opcode,
	const char *data, size_t len, uint64_t deadline_ms, struct sp_error *error);

/* The pong to the last ping: DONE, LATE, CLOSED or STOPPED. */
enum sp_ws_client_result sp_ws_client_await_pong(struct sp_ws_client *client, uint64_t deadline_ms);

/* The closing handshake (RFC 6455 §7.1.2), reason at most 123 bytes; the connection is gone
 * afterwards, also if the server never answered. CLOSED, LATE or STOPPED. */
enum sp_ws_client_result sp_ws_client_close(struct sp_ws_client *client, uint16_t code,
	const char *reason, size_t len, uint64_t deadline_ms);

/* How it ended: the code and reason of the close frame that came, or 1006 and what is known; after
 * sp_ws_client_close() what was said there. 0: it is open. reason is borrowed. */
uint16_t sp_ws_client_close_code(const struct sp_ws_client *client, const char **reason);

/* "4.1.6, zlib 1.2.13": the versions it runs with. */
const char *sp_ws_client_library(void);

#endif
