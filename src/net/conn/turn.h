/* SPDX-License-Identifier: MIT */
/*
 * Whose turn it is to run a callback: a connection runs one at a time, and a limit says how many
 * may wait on all connections together. A connection that may not start one is not read from, so
 * that the kernel holds back the peer.
 */
#ifndef SP_NET_CONN_TURN_H
#define SP_NET_CONN_TURN_H

struct sp_conn;
struct sp_core;

/* A callback of the connection waits from now on: until it has ended, input is kept up to a limit,
 * and no other callback of the connection runs. */
void sp_turn_waits(struct sp_conn *conn);
void sp_turn_ended(struct sp_conn *conn);

/* The limit is reached: stops reading from the connection until other callbacks have ended. */
void sp_turn_starve(struct sp_conn *conn);

/* Resumes reading from as many starved connections as may start a callback, oldest first. */
void sp_turn_feed_starved(struct sp_core *core);

/* After a fatal error: the waiting callbacks are gone, and no connection waits any more. */
void sp_turns_forget(struct sp_core *core);

#endif
