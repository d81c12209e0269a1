/* SPDX-License-Identifier: MIT */
/*
 * A blocking WebSocket client on libwebsockets. Our own resolver looks up names, and addresses are
 * tried one after the other, because libwebsockets would block in getaddrinfo(3) beyond any
 * time-out. Our own wire/inflate inflates compressed messages. The rest, including TLS, is
 * libwebsockets', which makes this client a judge of our server as well.
 *
 * Deadlines are in the time of sp_clock_ms().
 */
#ifndef SP_NET_CLIENT_WS_CLIENT_H
#define SP_NET_CLIENT_WS_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/span.h"

#define SP_WS_CLIENT_FOREVER UINT64_MAX
#define SP_WS_CLIENT_TARGET_MAX 8192 /* bytes of a request's target and its additional fields */

/* Texts are borrowed until sp_ws_client_connect() returns. */
struct sp_ws_client_settings {
	const char *host;      /* a name or an address, an IPv6 one without brackets */
	const char *authority; /* for the Host field: "localhost:9501" */
	const char *target;    /* path and query */
	int port;
	bool tls;
	const char *cafile; /* the only authorities to trust; NULL: the system's */
	const char *fields; /* additional fields of the request, each ending in CRLF; NULL: none */
	const char *subprotocols; /* "a, b"; NULL: none */
	size_t max_length;        /* longest message in bytes; a longer one closes with 1009 */
	bool (*turned)(
		void *arg); /* called after each turn of the loop: false stops waiting; may be NULL */
	void *arg;
};

enum sp_ws_client_result {
	SP_WS_CLIENT_DONE,
	SP_WS_CLIENT_LATE,    /* the deadline came first */
	SP_WS_CLIENT_CLOSED,  /* see sp_ws_client_close_code() */
	SP_WS_CLIENT_FAILED,  /* *error says why */
	SP_WS_CLIENT_STOPPED, /* turned() returned false */
};

struct sp_ws_client_message {
	uint8_t opcode; /* SP_WS_TEXT or SP_WS_BINARY */
	struct sp_buf data;
};

struct sp_ws_client;

/* NULL: *error says why. */
struct sp_ws_client *sp_ws_client_new(
	const struct sp_ws_client_settings *settings, struct sp_error *error);

/* Closes with 1001 if the connection is open, and does not wait for an answer. */
void sp_ws_client_free(struct sp_ws_client *client);

/* Connects and upgrades, once. DONE, LATE, FAILED or STOPPED. */
enum sp_ws_client_result sp_ws_client_connect(
	struct sp_ws_client *client, uint64_t deadline_ms, struct sp_error *error);

/* After FAILED: the status that the server answered instead of 101, and the start of the body
 * (borrowed); 0: there was no such answer. */
int sp_ws_client_refusal(const struct sp_ws_client *client, struct sp_span *body);

/* What the server chose; "" for none. Borrowed. */
const char *sp_ws_client_subprotocol(const struct sp_ws_client *client);
const char *sp_ws_client_extensions(const struct sp_ws_client *client);

/* The next message: DONE (the caller then owns message->data), LATE, CLOSED or STOPPED. Messages
 * that came before a close can still be received after it. */
enum sp_ws_client_result sp_ws_client_receive(
	struct sp_ws_client *client, uint64_t deadline_ms, struct sp_ws_client_message *message);

/* Hands a whole message or a ping (at most 125 bytes) to the kernel: DONE, LATE, CLOSED, STOPPED or
 * FAILED: *error says why. After LATE and STOPPED the connection is gone, because part of the
 * message may be on its way. Messages that come in the meantime are kept. */
enum sp_ws_client_result sp_ws_client_send(struct sp_ws_client *client, uint8_t opcode,
	const char *data, size_t len, uint64_t deadline_ms, struct sp_error *error);

/* Waits for the pong to the last ping: DONE, LATE, CLOSED or STOPPED. */
enum sp_ws_client_result sp_ws_client_await_pong(struct sp_ws_client *client, uint64_t deadline_ms);

/* The closing handshake (RFC 6455 §7.1.2), reason at most 123 bytes. The connection is gone
 * afterwards, even if the server never answered. CLOSED, LATE or STOPPED. */
enum sp_ws_client_result sp_ws_client_close(struct sp_ws_client *client, uint16_t code,
	const char *reason, size_t len, uint64_t deadline_ms);

/* How the connection ended: the code and reason of the close frame that came, or 1006 and what is
 * known; after sp_ws_client_close() its arguments. 0: it is open. *reason is borrowed. */
uint16_t sp_ws_client_close_code(const struct sp_ws_client *client, const char **reason);

/* "4.1.6, zlib 1.2.13": the versions in use. */
const char *sp_ws_client_library(void);

#endif
