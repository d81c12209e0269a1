/* SPDX-License-Identifier: MIT */
/*
 * A connection without a socket: all of src/net/conn and src/net/session on a transport whose peer
 * takes all or nothing, and a clock that stands still. What is queued, what is told to the hooks
 * and how it ends is written down as a story. The hooks do what a plan says. Broken promises of the
 * session end the program.
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
	FAKE_END,      /* not: the connection is closed */
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
	unsigned silent;  /* so many messages are only listened to */
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
	bool close_sent;
	uint32_t owed;     /* number of the request that the next tick answers; 0: none */
	bool owes_upgrade; /* the next tick writes the 101 */
	unsigned messages;
	size_t arriving; /* bytes that the next read finds; 0: the peer's end */
	size_t arrived;  /* bytes that were read */
	size_t others;   /* bytes that other connections keep: part of core.input_bytes */
};

/* Opens a connection with generous settings, which may be changed before bytes are fed. The story
 * is appended to. */
void fake_open(struct fake_net *net, const struct fake_plan *plan, struct sp_buf *story);

/* One read of at most SP_LOOP_READ_SIZE bytes, paused or not. What is to be parsed at the end of
 * the tick is parsed before. */
void fake_read(struct fake_net *net, const void *data, size_t len);

/* The peer sends data, and it is read in pieces. When reading pauses, ticks run until it goes on.
 * Returns the bytes that were read: fewer if the connection died, or was never read again. */
size_t fake_feed(struct fake_net *net, const void *data, size_t len, struct cuts cuts);

/* The peer takes again what it is sent. */
void fake_unblock(struct fake_net *net);

/* The end of one tick. */
void fake_tick(struct fake_net *net);

/* Ticks until nothing is left to do. */
void fake_settle(struct fake_net *net);

/* The peer ends its side; if reading is paused, that is not seen. */
void fake_eof(struct fake_net *net);

/* Lets a second pass, with its sweep. */
void fake_second(struct fake_net *net);

/* Lets time pass until the connection is dead, which it must be some day, and frees it. Before
 * the first time-out the story says "time passes". */
void fake_end(struct fake_net *net);

#endif
