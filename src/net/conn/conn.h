/* SPDX-License-Identifier: MIT */
/*
 * A connection: its descriptor, its send queue, its state. What its bytes mean is the protocol's
 * business. Its memory lives until the end of the tick in which it ended, so code that holds a
 * pointer to it during an event may look at its state, whatever has happened since.
 */
#ifndef SP_NET_CONN_CONN_H
#define SP_NET_CONN_CONN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <event2/event.h>
#include <event2/event_struct.h>

#include "base/queue.h"
#include "base/span.h"
#include "net/conn/core.h"
#include "net/conn/extra.h"
#include "net/conn/listener.h"
#include "net/conn/peer.h"
#include "net/out/sendq.h"
#include "net/topics/topics.h"
#include "wire/address.h"

#define SP_CONN_LAG ((size_t) 16 * 1024) /* bytes in a queue that is nearly empty, at most */

/* The order matters: everything below CLOSING is open, and exists() is state < CLOSING. */
enum sp_conn_state {
	SP_CONN_HTTP,   /* reads a request; a complete one -> ANSWER, or WEBSOCKET for an upgrade */
	SP_CONN_ANSWER, /* user code has the request; end of the response -> HTTP or CLOSING */
	SP_CONN_ESTABLISHED, /* gets messages: a WebSocket or an event stream; its end -> CLOSING */
	SP_CONN_CLOSING,     /* the queue drains, input is dropped; drained -> LINGER */
	SP_CONN_LINGER,      /* our side is shut down; end of input or the deadline -> DEAD */
	SP_CONN_DEAD,        /* no descriptor; freed at the end of the tick */
};

enum sp_conn_flag {
	SP_CONN_DIRTY = 1 << 0,        /* is on agenda.dirty */
	SP_CONN_BLOCKED = 1 << 1,      /* the kernel's buffer is full: waits for EV_WRITE */
	SP_CONN_CLOSE_QUEUED = 1 << 2, /* is on agenda.closing, or was */
	SP_CONN_CLOSE_DONE = 1 << 3,   /* on_close has run; the id is unknown from now on */
	SP_CONN_BY_SERVER = 1 << 4,    /* we closed it, not the peer */
	SP_CONN_WAIT_CLOSE = 1 << 5,   /* we sent a close frame and wait for the peer's */
	SP_CONN_PAUSED = 1 << 6,       /* not read from */
	SP_CONN_KEEP_ALIVE = 1 << 7,   /* the current request allows another one after it */
	SP_CONN_RESUME = 1 << 8,       /* the end of the tick parses kept input */
	SP_CONN_ABOVE = 1 << 9,        /* the queue went over the high-water mark */
	SP_CONN_TOLD_ABOVE = 1 << 10,  /* on_buffer(full) has run */
	SP_CONN_DETACHED = 1 << 11,    /* the response was detached: Response::create() may take it */
	SP_CONN_HANDSHAKE = 1 << 12,   /* user code answers the upgrade itself */
	SP_CONN_HEAD_ONLY = 1 << 13,   /* the current request is HEAD: its answer has no body */
	SP_CONN_HTTP10 = 1 << 14,      /* the current request is HTTP/1.0: no chunked answer */
	SP_CONN_PEER_CLOSED = 1 << 15, /* the peer's close frame has arrived: nothing follows it */
	SP_CONN_FILE = 1 << 16,        /* the answer's body comes from a file */
	SP_CONN_WAITING = 1 << 17,     /* one of its callbacks waits: the next ones are held back */
	SP_CONN_CLOSE_WAITS = 1 << 18, /* on_close is due once that callback has ended */
	SP_CONN_CLOSE_RUNS = 1 << 19,  /* that callback is on_close */
	SP_CONN_STARVED = 1 << 20,     /* is on agenda.starved */
	SP_CONN_WRITER = 1 << 21,      /* its callback waits for room in the queue */
	SP_CONN_CONFLATES = 1 << 22,   /* it has been sent a message with a key */
	SP_CONN_BULK = 1 << 23,        /* is on agenda.bulk */
	SP_CONN_BEHIND = 1 << 24,      /* its next request waits until it has taken its answers */
	SP_CONN_COUNTED = 1 << 25,     /* counts for its address, see net/conn/peer.h */
	SP_CONN_PROXIED = 1 << 26,     /* a trusted proxy's: each request names its client */
	SP_CONN_CLOSE_TOLD = 1 << 27,  /* on_close has begun */
	SP_CONN_CODING = 3 << 29,      /* what the current request's answer may be encoded with: enum
									  sp_coding, so many bits up as SP_CONN_CODING_AT says */
};

#define SP_CONN_CODING_AT 29

/* The fields that a message to many touches come first and lie together: with ten thousand
 * receivers, none of them is in the processor's caches. */
struct sp_conn {
	struct sp_sendq queue;
	struct sp_tailq_link bulk; /* agenda.bulk */
	struct sp_listener *listener;
	struct sp_member member; /* its id and topics */
	uint32_t flags;          /* enum sp_conn_flag */
	uint32_t sent_s;         /* loop seconds: last send, or when something began to wait */
	uint8_t state;           /* enum sp_conn_state */
	uint8_t protocol;        /* enum sp_protocol_kind */
	uint8_t pings;           /* unanswered */
	uint8_t form;            /* enum sp_form: how it reads messages */
	uint16_t close_code;     /* what on_close reports */
	uint16_t peer_port;
	struct event event;
	struct sp_link all;           /* core->connections, in the order of ids; agenda.dead */
	struct sp_tailq_link dirty;   /* agenda.dirty */
	struct sp_tailq_link closing; /* agenda.closing */
	struct sp_tailq_link starved; /* agenda.starved */
	void *input;                  /* incomplete input, owned by the protocol; NULL: none */
	struct sp_conn_extra *extra;  /* owned; NULL until it is needed */
	uint32_t connected_s;         /* loop seconds */
	uint32_t received_s;          /* loop seconds: last receive or other sign of life */
	uint32_t deadline_s;          /* loop seconds; 0: none */
	uint32_t request_no;   /* counts requests, so that a late answer cannot reach the next one */
	uint32_t input_bytes;  /* memory of input and backlog, as counted in core->input_bytes */
	uint32_t rate_s;       /* loop second of the two counts below */
	uint32_t rate_data;    /* data frames received in it */
	uint16_t rate_bare;    /* control frames and empty fragments received in it */
	uint8_t family;        /* of the peer: AF_INET, AF_INET6, AF_UNIX */
	uint8_t deflate_offer; /* what can be agreed, during the handshake */
	uint8_t peer_addr[16];
	uint8_t local; /* number of our own address, see net/conn/local.h; 0: not known */
};

/* Takes the accepted, non-blocking descriptor. on_event, which is sp_input_event(), is called for
 * it with the connection as argument. NULL: out of memory, and the descriptor stays the
 * caller's. */
struct sp_conn *sp_conn_new(
	struct sp_listener *listener, int fd, int64_t id, event_callback_fn on_event);

/* Call it only at the end of a tick, or when the server is freed. */
void sp_conn_free(struct sp_conn *conn);

/* In a child: closes its descriptors. Its listener is renounced, so nobody uses them any more. */
void sp_conn_renounce(struct sp_conn *conn);

static inline bool sp_conn_open(const struct sp_conn *conn)
{
	return conn->state < SP_CONN_CLOSING;
}

/* True while what the peer sends still matters, which includes the wait for the answer to our close
 * frame (RFC 6455 §7.1.2). */
static inline bool sp_conn_listens(const struct sp_conn *conn)
{
	return sp_conn_open(conn) ||
		   (conn->state == SP_CONN_CLOSING && (conn->flags & SP_CONN_WAIT_CLOSE));
}

/* True once it has become an event stream, even if it is closing now. */
static inline bool sp_conn_is_event_stream(const struct sp_conn *conn)
{
	return conn->protocol == SP_PROTOCOL_EVENTS;
}

/* The same for a WebSocket or an event stream. */
static inline bool sp_conn_gets_messages(const struct sp_conn *conn)
{
	return conn->protocol == SP_PROTOCOL_WS || sp_conn_is_event_stream(conn);
}

/* Reads the field: event_get_fd() would be a library call for every message. */
static inline int sp_conn_fd(const struct sp_conn *conn)
{
	return (int) conn->event.ev_fd;
}

static inline struct sp_core *sp_conn_core(const struct sp_conn *conn)
{
	return conn->listener->core;
}

static inline const struct sp_protocol *sp_conn_protocol(const struct sp_conn *conn)
{
	return sp_conn_core(conn)->protocols[conn->protocol];
}

/* The peer has not taken nearly all that it was sent. */
static inline bool sp_conn_lags(const struct sp_conn *conn)
{
	return conn->queue.bytes > SP_CONN_LAG;
}

/* The kernel has not taken all that was sent: the rest waits in the queue, or in the transport. */
static inline bool sp_conn_unsent(const struct sp_conn *conn)
{
	return conn->queue.bytes > 0 || (conn->flags & SP_CONN_BLOCKED);
}

/* The connection of a member. */
static inline struct sp_conn *sp_conn_of(struct sp_member *member)
{
	return SP_CONTAINER(member, struct sp_conn, member);
}

/* Why an id has no connection. */
enum sp_lookup { SP_FOUND, SP_GONE, SP_OTHER_NODE };

/* The connection with this id, open or closing, as long as its on_close has not run. NULL: *why
 * says why. */
struct sp_conn *sp_conn_find(struct sp_core *core, int64_t id, enum sp_lookup *why);

/* The first open connection whose id is above id. only: on this port; NULL: on any. */
struct sp_conn *sp_conn_after(struct sp_core *core, int64_t id, const struct sp_listener *only);

/* Stops reading, or resumes it. */
void sp_conn_pause(struct sp_conn *conn, bool pause);

/* The kernel accepts no more data for now, or does again. */
void sp_conn_block(struct sp_conn *conn, bool blocked);

/* Among the core's connections, in the order of ids, and counted. */
void sp_conn_enlist(struct sp_conn *conn);

/* Not any more. */
void sp_conn_delist(struct sp_conn *conn);

/* Other processes see that it is this one's, and its state. False: it was taken off the roll, since
 * the process that had it has ended. */
bool sp_conn_enroll(const struct sp_conn *conn);

/* Makes the end of the tick look at the connection. */
void sp_conn_mark_dirty(struct sp_conn *conn);

/* The same for one of many receivers, which may come after all dirty connections. */
void sp_conn_mark_bulk(struct sp_conn *conn);

/* Queues on_close, again if it was deferred. */
void sp_conn_mark_closing(struct sp_conn *conn);

/* Closes it the way its protocol does, after what is queued. No effect if it is closing already. */
static inline void sp_conn_close(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	if (sp_conn_open(conn)) {
		sp_conn_protocol(conn)->close(conn, code, reason);
	}
}

/* Accepts no more input: what is queued goes out, then our side is shut down, then the peer has
 * until the deadline. Queues on_close with the code. No effect if it is closing already. */
void sp_conn_finish(struct sp_conn *conn, unsigned close_code);

/* Closes the descriptor at once; what is queued is dropped. reset: with RST. Queues on_close with
 * the code, unless it is queued already. Plain HTTP knows no close codes, so its code is 0. */
void sp_conn_abort(struct sp_conn *conn, unsigned close_code, bool reset);

/* Data waits for the peer, which has taken none of it for write_timeout. */
bool sp_conn_stalled(const struct sp_conn *conn);

/* Its deadline has passed. */
bool sp_conn_overdue(const struct sp_conn *conn);

/* A time-out: aborts it with RST. */
void sp_conn_give_up(struct sp_conn *conn, unsigned close_code);

/* From now on the connection is that one's; counted: as sp_peer_welcome() found. */
void sp_conn_set_peer(struct sp_conn *conn, const struct sp_peer_name *name, bool counted);

struct sp_peer_name sp_conn_peer_name(const struct sp_conn *conn);

/* No longer counted, if it was. */
void sp_conn_uncount_peer(struct sp_conn *conn);

/* Text form of the peer's address; "" for unix sockets. */
void sp_conn_peer(const struct sp_conn *conn, char out[SP_ADDRESS_TEXT]);

/* The address that the peer has connected to; without bytes for unix sockets. */
struct sp_address sp_conn_local(struct sp_conn *conn);

#endif
