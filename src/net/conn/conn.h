/* SPDX-License-Identifier: MIT */
/*
 * A connection: its descriptor, its send queue, its state. What its bytes mean is the session's
 * business. Its memory lives until the end of the tick in which it ended, so that whoever holds
 * one during an event may look at its state, whatever happened meanwhile.
 */
#ifndef SP_NET_CONN_CONN_H
#define SP_NET_CONN_CONN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <event2/event.h>
#include <event2/event_struct.h>

#include "base/buf.h"
#include "base/queue.h"
#include "base/span.h"
#include "net/out/sendq.h"
#include "net/topics/topics.h"

struct sp_listener;
struct sp_server;

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
	SP_CONN_DIRTY = 1 << 0,         /* is in the server's dirty list */
	SP_CONN_BLOCKED = 1 << 1,       /* the kernel's buffer is full: waits for EV_WRITE */
	SP_CONN_CLOSE_QUEUED = 1 << 2,  /* is in the server's closing list, or was */
	SP_CONN_CLOSE_DONE = 1 << 3,    /* on_close has run; the id is unknown from now on */
	SP_CONN_BY_SERVER = 1 << 4,     /* we closed it, not the peer */
	SP_CONN_WAS_WEBSOCKET = 1 << 5, /* got as far as WEBSOCKET */
	SP_CONN_WAIT_CLOSE = 1 << 6,    /* we sent a close frame and wait for the peer's */
	SP_CONN_PAUSED = 1 << 7,        /* not read from */
	SP_CONN_KEEP_ALIVE = 1 << 8,    /* the request at hand allows another one after it */
	SP_CONN_RESUME = 1 << 9,        /* kept input is to be parsed at the end of the tick */
	SP_CONN_ABOVE = 1 << 10,        /* the queue went over the high-water mark */
	SP_CONN_TOLD_ABOVE = 1 << 11,   /* on_buffer(full) has run */
	SP_CONN_DETACHED = 1 << 12,     /* the response was let go: Response::create() may take it */
	SP_CONN_HANDSHAKE = 1 << 13,    /* user code answers the upgrade itself */
	SP_CONN_HEAD_ONLY = 1 << 14,    /* the request at hand is HEAD: its answer has no body */
	SP_CONN_HTTP10 = 1 << 15,       /* the request at hand is HTTP/1.0: no chunked answer */
	SP_CONN_PEER_CLOSED = 1 << 16,  /* the peer's close frame has come: it sends nothing more */
	SP_CONN_FILE = 1 << 17,         /* the answer's body comes from a file */
	SP_CONN_WAITING = 1 << 18,      /* one of its callbacks waits: the next ones are held back */
	SP_CONN_CLOSE_WAITS = 1 << 19,  /* on_close is due when that callback has ended */
	SP_CONN_CLOSE_RUNS = 1 << 20,   /* that callback is on_close */
	SP_CONN_STARVED = 1 << 21,      /* not read from because too many callbacks wait */
	SP_CONN_WRITER = 1 << 22,       /* its callback waits for room in the queue */
	SP_CONN_CONFLATES = 1 << 23,    /* a message with a key has come its way */
	SP_CONN_BULK = 1 << 24,         /* is in the server's bulk list */
};

struct sp_backlog_item;

/* What few connections have. Made on demand. */
struct sp_conn_extra {
	struct sp_backlog_item *backlog; /* messages that came while a callback waits; owned */
	struct sp_backlog_item **backlog_last;
	size_t backlog_bytes;
	void *writer; /* who waits for room in the queue; the upper floor's */
	bool has_uid;
	int64_t uid_number;
	char *uid_text; /* owned; NULL if the uid is a number */
	size_t uid_len;
	char *close_reason; /* owned */
	size_t close_reason_len;
	struct sp_buf fragments;  /* frames pushed without FIN, ready for the wire */
	uint32_t fragments_utf8;  /* state of the text so far */
	uint8_t fragments_opcode; /* of the message; 0: no message is begun */
	int file_fd;              /* owned; -1: no file is being sent */
	int64_t file_at;          /* where its next piece begins */
	int64_t file_left;        /* bytes that are not queued yet */
};

/* What a message to many touches lies together, at the start: with ten thousand receivers nothing
 * of it is in the processor's caches. */
struct sp_conn {
	struct sp_sendq queue;
	struct sp_conn *next_bulk;
	struct sp_listener *listener;
	int64_t id;
	uint32_t flags;      /* enum sp_conn_flag */
	uint32_t sent_s;     /* loop seconds: last sent, or something began to wait */
	uint8_t state;       /* enum sp_conn_state */
	uint8_t pings;       /* unanswered */
	uint8_t family;      /* of the peer: AF_INET, AF_INET6, AF_UNIX */
	uint16_t close_code; /* what on_close reports */
	uint16_t peer_port;
	struct event event;
	struct sp_link all; /* server->connections, in the order of ids */
	struct sp_conn *next_dirty;
	struct sp_conn *next_closing;
	struct sp_conn *next_starved;
	void *input; /* what is incomplete: HTTP and ANSWER: struct sp_http_input, WEBSOCKET: struct
				  * sp_ws_message; owned; NULL while there is nothing */
	struct sp_memberships topics;
	struct sp_conn_extra *extra; /* owned; NULL while there is nothing */
	uint32_t connected_s;        /* loop seconds */
	uint32_t received_s;         /* or the last other sign of life */
	uint32_t deadline_s;         /* loop seconds; 0: none */
	uint32_t request_no;  /* counts requests, so that a late answer cannot hit the next one */
	uint32_t input_bytes; /* of memory in input, as they are in server->input_bytes */
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

/* Takes the accepted descriptor (non-blocking). NULL: out of memory; the descriptor is closed. */
struct sp_conn *sp_conn_new(struct sp_listener *listener, int fd, int64_t id);

/* Only for the end of a tick, and for the server's end. */
void sp_conn_free(struct sp_conn *conn);

static inline bool sp_conn_open(const struct sp_conn *conn)
{
	return conn->state < SP_CONN_CLOSING;
}

static inline int sp_conn_fd(const struct sp_conn *conn)
{
	return (int) event_get_fd(&conn->event);
}

struct sp_server *sp_conn_server(const struct sp_conn *conn);

/* The extra part, made if need be; NULL: out of memory. */
struct sp_conn_extra *sp_conn_extra(struct sp_conn *conn);

/* Frees all that it owns; NULL is fine. */
void sp_conn_extra_free(struct sp_conn_extra *extra);

/* Keeps a copy of the close reason for on_close. Out of memory, it is left out. */
void sp_conn_keep_reason(struct sp_conn *conn, struct sp_span reason);

enum sp_queued {
	SP_QUEUED,        /* accepted for sending */
	SP_QUEUE_DROPPED, /* over limit, and it may be dropped; nothing was queued */
	SP_QUEUE_FULL,    /* over limit even after writing what the kernel takes; nothing was queued */
	SP_QUEUE_DEAD,    /* writing showed that the peer is gone; nothing was queued */
	SP_QUEUE_NOMEM,   /* out of memory; nothing was queued */
};

/* Queues a frame (a reference of its own is taken; the caller keeps his). Written at the end of
 * the tick, or at once if much waits. limited: only if there is room for it, in this queue and in
 * all together; frames that may be dropped make room. */
enum sp_queued sp_conn_queue(struct sp_conn *conn, struct sp_packet *frame, bool limited);

/* Writes what the kernel takes now. */
void sp_conn_flush(struct sp_conn *conn);

/* Stops or goes on reading. */
void sp_conn_pause(struct sp_conn *conn, bool pause);

/* Has the server look at the connection at the end of the tick. */
void sp_conn_mark_dirty(struct sp_conn *conn);

/* The same for one of many receivers: it may come after all that are dirty. */
void sp_conn_mark_bulk(struct sp_conn *conn);

/* No more input is taken: what is queued goes out, then our side is shut down, then the peer has
 * until the deadline. on_close is queued with code. No effect when closing already. */
void sp_conn_finish(struct sp_conn *conn, unsigned close_code);

/* Closes the descriptor at once; what is queued is dropped. reset: with RST. on_close is queued
 * with code unless it was already. */
void sp_conn_abort(struct sp_conn *conn, unsigned close_code, bool reset);

/* Text form of the peer's address; "" for unix sockets. out: at least 46 bytes. */
void sp_conn_peer(const struct sp_conn *conn, char *out, size_t size);

#endif
