/* SPDX-License-Identifier: MIT */
/*
 * Whose turn it is to run a callback: one callback of a connection at a time, and a limit for how
 * many may wait on all connections. A connection that may not begin one is not read from, so that
 * the kernel holds back the peer.
 */
#ifndef SP_NET_CONN_TURN_H
#define SP_NET_CONN_TURN_H

struct sp_conn;
struct sp_core;

/* A callback of the connection waits from now on: until it has ended, input is kept up to a limit,
 * and no other callback of the connection runs. */
void sp_turn_waits(struct sp_conn *conn);
void sp_turn_ended(struct sp_conn *conn);

/* The limit is reached: the connection is not read from until others have ended. */
void sp_turn_starve(struct sp_conn *conn);

/* As many as may begin a callback are read from again, in the order in which they were put off. */
void sp_turn_feed_starved(struct sp_core *core);

/* After a fatal: the callbacks that waited are gone, and nothing is to be waited for. */
void sp_turns_forget(struct sp_core *core);

#endif
