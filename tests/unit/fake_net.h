/* SPDX-License-Identifier: MIT */
/*
 * A connection without a socket: all of src/net/conn and src/net/session, on a transport whose peer
 * takes all or nothing, and with a clock that stands still. What is queued, what the hooks are told
 * and how it ends are recorded as a story. The hooks do what a plan says. A promise that the
 * session breaks ends the program.
 */
#ifndef SP_TESTS_FAKE_NET_H
#define SP_TESTS_FAKE_NET_H

#include "cuts.h"
#include "guard.h"
#include "net/conn/conn.h"
#include "net/session/exchange.h"

/* How requests are answered. */
enum fake_answer {
	FAKE_AT_ONCE,
	FAKE_LATER,    /* in the next tick */
	FAKE_IN_PARTS, /* the first part at once, the last in the next tick */
	FAKE_BY_TURNS, /* the first at once, the second later, the third at once ... */
	FAKE_END,      /* never: the connection is closed */
	FAKE_STREAM,   /* it becomes an event stream, and gets an event */
};

enum fake_upgrade {
	FAKE_ACCEPT,
	FAKE_ACCEPT_LATER, /* user code writes its own 101, in the next tick */
	FAKE_ACCEPT_PUSH,  /* Open pushes */
	FAKE_ACCEPT_CLOSE, /* Open closes */
	FAKE_REFUSE,
};

/* What Message does. */
enum fake_message {
	FAKE_LISTEN,
	FAKE_ECHO,
	FAKE_CLOSE,
	FAKE_PUSH_CLOSE,
	FAKE_DIE, /* writing showed that the peer is gone */
};

struct fake_plan {
	enum fake_answer answer;
	enum fake_upgrade upgrade;
	enum fake_message message;
	unsigned silent;  /* the first messages, as many as this, are only listened to */
	bool last_answer; /* user code does not want another request */
};

struct fake_net {
	struct sp_loop loop;
	struct sp_listener listener;
	struct sp_core core;
	struct sp_conn *conn;
	struct fake_plan plan;
	struct sp_buf *story; /* borrowed */
	bool blocked;         /* the peer takes nothing */
	bool held_back;       /* the transport has taken something that the peer does not take */
	bool close_sent;
	uint32_t owed;     /* number of the request that the next tick answers; 0: none */
	bool owes_upgrade; /* the next tick writes the 101 */
	unsigned messages;
	size_t arriving; /* bytes that the next read finds; 0: end of input */
	size_t arrived;  /* bytes that were read */
	size_t others;   /* bytes that other connections keep: part of core.input_bytes */
};

/* Opens a connection with generous settings, which may be changed before bytes are fed. Appends to
 * the story. */
void fake_open(struct fake_net *net, const struct fake_plan *plan, struct sp_buf *story);

/* Reads once, at most SP_LOOP_READ_SIZE bytes, even if reading is paused. Input that waits for the
 * end of the tick is parsed first. */
void fake_read(struct fake_net *net, const void *data, size_t len);

/* The peer sends data, and it is read in pieces. When reading pauses, ticks run until it resumes.
 * Returns how many bytes were read: fewer than len if the connection died, or was never read from
 * again. */
size_t fake_feed(struct fake_net *net, const void *data, size_t len, struct cuts cuts);

/* The peer reads again. */
void fake_unblock(struct fake_net *net);

/* The end of one tick. */
void fake_tick(struct fake_net *net);

/* Ticks until nothing is left to do. */
void fake_settle(struct fake_net *net);

/* The peer ends its side, which goes unseen while reading is paused. */
void fake_eof(struct fake_net *net);

/* Lets a second pass, with its sweep. */
void fake_second(struct fake_net *net);

/* Lets time pass until the connection is dead, as it must be in the end, and frees it. Before the
 * first time-out the story says "time passes". */
void fake_end(struct fake_net *net);

#endif
