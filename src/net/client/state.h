/* SPDX-License-Identifier: MIT */
/*
 * What client.c and connect.c, which wait, share with events.c, which libwebsockets calls
 * meanwhile.
 */
#ifndef SP_NET_CLIENT_STATE_H
#define SP_NET_CLIENT_STATE_H

#include <libwebsockets.h>

#include "base/queue.h"
#include "net/client/tap.h"
#include "net/client/ws_client.h"
#include "net/loop/fork.h"
#include "wire/inflate.h"
#include "wire/ws_frame.h"

#define SP_WS_CLIENT_PROTOCOL "seatpush" /* names our callback; the peer does not see it */
#define SP_WS_CLIENT_TIMEOUT_S 65535     /* so long that only our own deadlines count */
#define SP_WS_CLIENT_NAME_MAX 256        /* bytes of a subprotocol or extension that are kept */
#define SP_WS_CLIENT_WHY_MAX 200
#define SP_WS_CLIENT_REASON_MAX 124 /* RFC 6455 §5.5: 125 minus the code, and a NUL */

enum sp_ws_client_stage {
	SP_WS_CLIENT_NEW,
	SP_WS_CLIENT_CONNECTING, /* TCP, TLS */
	SP_WS_CLIENT_ASKING,     /* the request's head is being sent, or its answer is awaited */
	SP_WS_CLIENT_OPEN,
	SP_WS_CLIENT_ENDED,
};

/* A message that has come and waits to be received. It counts for more than its bytes. */
#define SP_WS_CLIENT_KEPT_COST (sizeof(struct sp_ws_client_kept) + 64)
struct sp_ws_client_kept {
	struct sp_link all;
	struct sp_ws_client_message message;
};

struct sp_ws_client {
	struct sp_ws_client_settings settings;
	enum sp_ws_client_stage stage;
	struct lws_context *context;
	struct lws *wsi;            /* libwebsockets'; NULL: none */
	int eventfd;                /* the context's; -1: none known */
	struct sp_tls_context *tls; /* NULL: ws, in the clear */
	struct sp_ws_tap tap;
	lws_sorted_usec_list_t timer;
	uint64_t deadline_ms; /* of the current wait */

	struct sp_link kept; /* sp_ws_client_kept; above max_length bytes, reading stops */
	size_t kept_bytes;
	bool reading_stopped;
	struct sp_buf partial; /* the message that is arriving, so far */
	bool in_message;       /* a part of it has arrived */
	bool compressed;       /* of that message, as are the next two */
	bool is_text;
	uint32_t utf8;
	struct sp_inflate *inflate; /* NULL: nothing compressed has come; owned */

	unsigned char *out; /* LWS_PRE bytes, then what is to be sent; NULL: nothing */
	size_t out_len;
	enum lws_write_protocol out_kind;
	bool out_written; /* libwebsockets has it; when writable again, the kernel has it */
	bool closing;     /* a close frame with code and reason is to be sent */
	bool gave_up;     /* code and reason are ours: no answer is awaited */

	char ping[SP_WS_CONTROL_MAX];
	size_t ping_len;
	bool ping_out; /* its pong has not come yet */

	uint16_t code;
	char reason[SP_WS_CLIENT_REASON_MAX];
	char subprotocol[SP_WS_CLIENT_NAME_MAX];
	char extensions[SP_WS_CLIENT_NAME_MAX];

	char why[SP_WS_CLIENT_WHY_MAX]; /* in libwebsockets' words; "": it said nothing */
	struct sp_fork_watch forks;
};

/* The callback of libwebsockets; its user data is the client. */
int sp_ws_client_event(
	struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t len);

/* Turns libwebsockets' loop until over() returns true: DONE; or CLOSED, LATE, STOPPED. */
enum sp_ws_client_result sp_ws_client_wait(
	struct sp_ws_client *client, bool (*over)(const struct sp_ws_client *), uint64_t deadline_ms);

/* Closes because of what came: says so to the server, and awaits no answer. */
int sp_ws_client_give_up(
	struct sp_ws_client *client, struct lws *wsi, uint16_t code, const char *reason);

/* Destroys the connection and libwebsockets' context; nothing can be waited for afterwards. */
void sp_ws_client_drop(struct sp_ws_client *client);

/* Forgets what is to be sent. */
void sp_ws_client_drop_out(struct sp_ws_client *client);

/* Remembers how the connection ended; the first call counts. */
void sp_ws_client_set_end(
	struct sp_ws_client *client, uint16_t code, const char *reason, size_t len);

#endif
