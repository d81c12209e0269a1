/* SPDX-License-Identifier: MIT */
/*
 * What ws_client.c (which waits) and ws_client_events.c (which is called by libwebsockets
 * meanwhile) share.
 */
#ifndef SP_NET_CLIENT_STATE_H
#define SP_NET_CLIENT_STATE_H

#include <libwebsockets.h>

#include "base/queue.h"
#include "net/client/client.h"
#include "wire/inflate.h"
#include "wire/ws_frame.h"

#define SP_WS_CLIENT_PROTOCOL "seatpush" /* of our callback; the peer does not see it */
#define SP_WS_CLIENT_TIMEOUT_S 65535     /* never libwebsockets' own: deadlines are ours */
#define SP_WS_CLIENT_NAME_MAX 256        /* bytes of a subprotocol or extension that are kept */
#define SP_WS_CLIENT_WHY_MAX 200
#define SP_WS_CLIENT_REASON_MAX 124 /* RFC 6455 §5.5: 125 less the code; and a NUL */
#define SP_WS_CLIENT_BODY_MAX ((size_t) 64 * 1024)

enum sp_ws_client_stage {
	SP_WS_CLIENT_NEW,
	SP_WS_CLIENT_CONNECTING, /* TCP, TLS */
	SP_WS_CLIENT_ASKING,     /* the request's head goes out, the answer is awaited */
	SP_WS_CLIENT_OPEN,
	SP_WS_CLIENT_ENDED,
};

/* One that came, and waits to be received. What it costs besides its bytes counts as well. */
#define SP_WS_CLIENT_KEPT_COST (sizeof(struct sp_ws_client_kept) + 64)
struct sp_ws_client_kept {
	struct sp_link all;
	struct sp_ws_client_message message;
};

struct sp_ws_client {
	struct sp_ws_client_settings settings;
	enum sp_ws_client_stage stage;
	struct lws_context *context;
	struct lws *wsi; /* libwebsockets'; NULL: none */
	int eventfd;     /* the context's; -1: none known */
	lws_sorted_usec_list_t timer;
	uint64_t deadline_ms; /* of what is waited for now */

	struct sp_link kept; /* sp_ws_client_kept; more than max_length bytes stop the reading */
	size_t kept_bytes;
	bool reading_stopped;
	struct sp_buf partial;      /* of the message that is coming */
	bool in_message;            /* a part of it has come */
	bool compressed;            /* it is */
	bool is_text;               /* it is */
	uint32_t utf8;              /* state of its text */
	struct sp_inflate *inflate; /* NULL: nothing compressed has come; owned */

	unsigned char *out; /* what is to be sent, LWS_PRE bytes before it; NULL: nothing */
	size_t out_len;
	enum lws_write_protocol out_kind;
	bool out_written; /* libwebsockets has it; when it is writable again, so has the kernel */
	bool closing;     /* with code and reason */
	bool gave_up;     /* code and reason are ours: no answer is waited for */

	char ping[SP_WS_CONTROL_MAX];
	size_t ping_len;
	bool ping_out; /* its pong has not come */

	uint16_t code;
	char reason[SP_WS_CLIENT_REASON_MAX];
	char subprotocol[SP_WS_CLIENT_NAME_MAX];
	char extensions[SP_WS_CLIENT_NAME_MAX];

	char why[SP_WS_CLIENT_WHY_MAX];      /* in libwebsockets' words; "": nothing was said */
	char distrust[SP_WS_CLIENT_WHY_MAX]; /* what is wrong with the certificate, OpenSSL's words */
	int status;
	struct sp_buf body;
};

/* Called by libwebsockets; its user data is the client. */
int sp_ws_client_event(
	struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t len);

/* Turns libwebsockets' loop until over(): DONE; or CLOSED, LATE, STOPPED. */
enum sp_ws_client_result sp_ws_client_wait(
	struct sp_ws_client *client, bool (*over)(const struct sp_ws_client *), uint64_t deadline_ms);

/* The connection and libwebsockets' context go; nothing can be waited for any more. */
void sp_ws_client_drop(struct sp_ws_client *client);

/* What is to be sent is forgotten. */
void sp_ws_client_drop_out(struct sp_ws_client *client);

/* Remembers how it ended; the first one counts. */
void sp_ws_client_set_end(
	struct sp_ws_client *client, uint16_t code, const char *reason, size_t len);

#endif
