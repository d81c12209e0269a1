/* SPDX-License-Identifier: MIT */
/*
 * A connection: its descriptor, its send queue, its state. What its bytes mean is the protocol's
 * business. Its memory lives until the end of the tick in which it ended, so that whoever holds
 * one during an event may look at its state, whatever has happened since.
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
#include "net/out/sendq.h"
#include "net/topics/topics.h"

/* The order matters: everything below CLOSING is open, exists() is state < CLOSING. */
enum sp_conn_state {
	SP_CONN_HTTP,      /* reads a request; a whole one -> ANSWER, or WEBSOCKET by an upgrade */
	SP_CONN_ANSWER,    /* user code has the request; the response's end -> HTTP or CLOSING */
	SP_CONN_WEBSOCKET, /* open; close() or the peer's close frame -> CLOSING */
	SP_CONN_CLOSING,   /* the queue drains, input is dropped; drained -> LINGER */
	SP_CONN_LINGER,    /* our side is shut down; the peer's end or the deadline -> DEAD */
	SP_CONN_DEAD,      /* no descriptor; freed at the end of the tick */
};

enum sp_conn_flag {
	SP_CONN_DIRTY = 1 << 0,        /* is on agenda.dirty */
	SP_CONN_BLOCKED = 1 << 1,      /* the kernel's buffer is full: waits for EV_WRITE */
	SP_CONN_CLOSE_QUEUED = 1 << 2, /* is on agenda.closing, or was */
	SP_CONN_CLOSE_DONE = 1 << 3,   /* on_close has run; the id is unknown from now on */
	SP_CONN_BY_SERVER = 1 << 4,    /* we closed it, not the peer */
	SP_CONN_WAIT_CLOSE = 1 << 5,   /* we sent a close frame and wait for the peer's */
	SP_CONN_PAUSED = 1 << 6,       /* not read from */
	SP_CONN_KEEP_ALIVE = 1 << 7,   /* the request at hand allows another one after it */
	SP_CONN_RESUME = 1 << 8,       /* kept input is to be parsed at the end of the tick */
	SP_CONN_ABOVE = 1 << 9,        /* the queue went over the high-water mark */
	SP_CONN_TOLD_ABOVE = 1 << 10,  /* on_buffer(full) has run */
	SP_CONN_DETACHED = 1 << 11,    /* the response was let go: Response::create() may take it */
	SP_CONN_HANDSHAKE = 1 << 12,   /* user code answers the upgrade itself */
	SP_CONN_HEAD_ONLY = 1 << 13,   /* the request at hand is HEAD: its answer has no body */
	SP_CONN_HTTP10 = 1 << 14,      /* the request at hand is HTTP/1.0: no chunked answer */
	SP_CONN_PEER_CLOSED = 1 << 15, /* the peer's close frame has come: it sends nothing more */
	SP_CONN_FILE = 1 << 16,        /* the answer's body comes from a file */
	SP_CONN_WAITING = 1 << 17,     /* one of its callbacks waits: the next ones are held back */
	SP_CONN_CLOSE_WAITS = 1 << 18, /* on_close is due when that callback has ended */
	SP_CONN_CLOSE_RUNS = 1 << 19,  /* that callback is on_close */
	SP_CONN_STARVED = 1 << 20,     /* is on agenda.starved */
	SP_CONN_WRITER = 1 << 21,      /* its callback waits for room in the queue */
	SP_CONN_CONFLATES = 1 << 22,   /* a message with a key has come its way */
	SP_CONN_BULK = 1 << 23,        /* is on agenda.bulk */
};

/* What a message to many touches lies together, at the start: with ten thousand receivers nothing
 * of it is in the processor's caches. */
struct sp_conn {
	struct sp_sendq queue;
	struct sp_tailq_link bulk; /* agenda.bulk */
	struct sp_listener *listener;
	struct sp_member member; /* its id and topics */
	uint32_t flags;          /* enum sp_conn_flag */
	uint32_t sent_s;         /* loop seconds: last sent, or something began to wait */
	uint8_t state;           /* enum sp_conn_state */
	uint8_t protocol;        /* enum sp_protocol_kind */
	uint8_t pings;           /* unanswered */
	uint8_t family;          /* of the peer: AF_INET, AF_INET6, AF_UNIX */
	uint16_t close_code;     /* what on_close reports */
	uint16_t peer_port;
	struct event event;
	struct sp_link all;           /* core->connections, in the order of ids; agenda.dead */
	struct sp_tailq_link dirty;   /* agenda.dirty */
	struct sp_tailq_link closing; /* agenda.closing */
	struct sp_tailq_link starved; /* agenda.starved */
	void *input; /* what is incomplete; the protocol's; NULL while there is nothing */
	struct sp_conn_extra *extra; /* owned; NULL while there is nothing */
	uint32_t connected_s;        /* loop seconds */
	uint32_t received_s;         /* or the last other sign of life */
	uint32_t deadline_s;         /* loop seconds; 0: none */
	uint32_t request_no;  /* counts requests, so that a late answer cannot hit the next one */
	uint32_t input_bytes; /* of memory in input and backlog, as they are in core->input_bytes */
	uint32_t rate_s;      /* loop second that the two counts below are of */
	uint32_t rate_data;   /* data frames received in it */
	uint16_t rate_bare;   /* control frames and empty fragments received in it */
	uint8_t peer_addr[16];
};

/* Bytes of peer_addr that count. */
static inline size_t sp_addr_len(int family)
{
	return family == AF_INET6 ? 16 : family == AF_INET ? 4 : 0;
}

/* Takes the accepted descriptor (non-blocking). on_event is called for it, with the connection as
 * argument: sp_input_event(). NULL: out of memory, and the descriptor stays the caller's. */
struct sp_conn *sp_conn_new(
	struct sp_listener *listener, int fd, int64_t id, event_callback_fn on_event);

/* Only for the end of a tick, and for the server's end. */
void sp_conn_free(struct sp_conn *conn);

static inline bool sp_conn_open(const struct sp_conn *conn)
{
	return conn->state < SP_CONN_CLOSING;
}

/* True while somebody listens to what the peer sends: also when our close frame waits for its
 * answer (RFC 6455 §7.1.2). */
static inline bool sp_conn_listens(const struct sp_conn *conn)
{
	return sp_conn_open(conn) ||
		   (conn->state == SP_CONN_CLOSING && (conn->flags & SP_CONN_WAIT_CLOSE));
}

/* It got as far as a WebSocket. */
static inline bool sp_conn_is_websocket(const struct sp_conn *conn)
{
	return conn->protocol == SP_PROTOCOL_WS;
}

/* Read where it lies: event_get_fd() is a call into a library for each message. */
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

/* The connection of a member. */
static inline struct sp_conn *sp_conn_of(struct sp_member *member)
{
	return SP_CONTAINER(member, struct sp_conn, member);
}

/* Why an id has no connection. */
enum sp_lookup { SP_FOUND, SP_GONE, SP_OTHER_NODE };

/* The connection of an id whose on_close has not run, closing ones included; NULL: *why. */
struct sp_conn *sp_conn_find(struct sp_core *core, int64_t id, enum sp_lookup *why);

/* The first open connection with an id above id; of any port, or of only. */
struct sp_conn *sp_conn_after(struct sp_core *core, int64_t id, const struct sp_listener *only);

/* Stops or goes on reading. */
void sp_conn_pause(struct sp_conn *conn, bool pause);

/* The kernel takes no more now, or does again. */
void sp_conn_block(struct sp_conn *conn, bool blocked);

/* The end of the tick is to look at the connection. */
void sp_conn_mark_dirty(struct sp_conn *conn);

/* The same for one of many receivers: it may come after all that are dirty. */
void sp_conn_mark_bulk(struct sp_conn *conn);

/* on_close is to run, again if it was put off. */
void sp_conn_mark_closing(struct sp_conn *conn);

/* We end it, as its protocol does: what is queued goes first. No effect when closing already. */
static inline void sp_conn_close(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	if (sp_conn_open(conn)) {
		sp_conn_protocol(conn)->close(conn, code, reason);
	}
}

/* No more input is taken: what is queued goes out, then our side is shut down, then the peer has
 * until the deadline. on_close is queued with code. No effect when closing already. */
void sp_conn_finish(struct sp_conn *conn, unsigned close_code);

/* Closes the descriptor at once; what is queued is dropped. reset: with RST. on_close is queued
 * with code unless it was already. */
void sp_conn_abort(struct sp_conn *conn, unsigned close_code, bool reset);

/* Something waits for the peer, and it has taken nothing of it for write_timeout. */
bool sp_conn_stalled(const struct sp_conn *conn);

/* Its deadline is over. */
bool sp_conn_overdue(const struct sp_conn *conn);

/* A time-out: aborts it with RST. */
void sp_conn_give_up(struct sp_conn *conn, unsigned close_code);

/* Text form of the peer's address; "" for unix sockets. out: at least 46 bytes. */
void sp_conn_peer(const struct sp_conn *conn, char *out, size_t size);

#endif
