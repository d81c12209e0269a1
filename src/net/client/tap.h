/* SPDX-License-Identifier: MIT */
/*
 * What stands between libwebsockets and the server. libwebsockets connects, and then its descriptor
 * becomes one end of a pair of sockets; the connection itself is ours. So a server's bytes are
 * judged before libwebsockets reads them: its parser of HTTP bodies believes the length of a chunk
 * and reads beyond its buffer, and its parser of frames takes what RFC 6455 forbids. An answer
 * other than 101 never reaches it. TLS is here as well, so that this is the same for wss.
 *
 * Nothing is done in libwebsockets' callbacks: it only waits for the descriptors, and
 * sp_ws_tap_turn() moves what can be moved after each turn of its loop.
 */
#ifndef SP_NET_CLIENT_TAP_H
#define SP_NET_CLIENT_TAP_H

#include <libwebsockets.h>

#include "base/buf.h"
#include "net/stream/tls.h"
#include "wire/http_answer.h"
#include "wire/ws_server_frames.h"

/* Borrowed while the tap is open, except for the protocol. */
struct sp_ws_tap_settings {
	void *user;                 /* of libwebsockets' callbacks for the tap's descriptors */
	const char *protocol;       /* its name, for libwebsockets */
	struct sp_tls_context *tls; /* NULL: in the clear */
	const char *host;           /* for TLS */
	size_t max_length;          /* of a message, in bytes */
};

/* All zero: closed, and nothing has been said. */
struct sp_ws_tap {
	struct lws *server; /* libwebsockets' handle on the connection; NULL: none */
	struct lws *inner;  /* and on our end of the pair */
	int server_fd;      /* both belong to the handles */
	int inner_fd;
	bool server_paused; /* not read for now */
	bool inner_paused;
	bool server_ended; /* nothing more comes from it, or what came was bad */
	bool server_deaf;  /* nothing can be sent to it */
	bool inner_ended;
	bool inner_told; /* that the server has ended */

	struct sp_tls *tls; /* NULL: in the clear */
	bool secured;       /* the TLS handshake is done, or there is none */

	struct sp_buf in;  /* judged, on its way to libwebsockets */
	struct sp_buf out; /* on its way to the server */
	struct sp_http_answer answer;
	struct sp_ws_server_frames frames;
	bool upgraded;             /* the answer was 101 */
	bool refused;              /* it was another one, and is complete: see answer */
	uint64_t refusal_until_ms; /* how long its body is waited for; 0: there is none */
	char no_tls[200];          /* why the TLS handshake failed; "": it did not */
	char why[80];              /* what is wrong with the answer; "": nothing */
};

/* Takes the connection of wsi, which is about to send its first bytes. False: no descriptors, or
 * out of memory. */
bool sp_ws_tap_open(
	struct sp_ws_tap *tap, struct lws *wsi, const struct sp_ws_tap_settings *settings);

/* libwebsockets closes one of the two handles. */
void sp_ws_tap_forget(struct sp_ws_tap *tap, struct lws *wsi);

/* Moves what can be moved without waiting. After deadline_ms no refusal's body is waited for. Not
 * within a callback of libwebsockets. */
void sp_ws_tap_turn(struct sp_ws_tap *tap, uint64_t deadline_ms);

/* True: all that libwebsockets has sent is in the kernel's hands. */
bool sp_ws_tap_flushed(const struct sp_ws_tap *tap);

/* True: the server broke the protocol, and all that was fine before has been read by wsi, which is
 * to close as tap->frames says. Once. */
bool sp_ws_tap_condemns(struct sp_ws_tap *tap, struct lws *wsi);

/* Closes the connection; what was said remains. Not within a callback of libwebsockets. */
void sp_ws_tap_close(struct sp_ws_tap *tap);

/* In a child that was forked: closes its copies of the descriptors, and does nothing else. */
void sp_ws_tap_renounce(struct sp_ws_tap *tap);

void sp_ws_tap_fini(struct sp_ws_tap *tap);

#endif
