/* SPDX-License-Identifier: MIT */
/*
 * The line of those that wait for room in a connection's queue: write(), and with send_yield push()
 * and send(). First come, first served. How long they wait is for the peer to decide, so they count
 * apart from other waits: see php_seatpush_can_wait_for_peer().
 */
#ifndef PHP_SEATPUSH_ENGINE_ROOM_H
#define PHP_SEATPUSH_ENGINE_ROOM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/queue.h"
#include "net/conn/conn.h"
#include "php/engine/wait.h"

/* A place in the line, on the stack of the function that waits. */
struct php_seatpush_room {
	struct sp_link place; /* in the line of its connection; in none until the first wait */
	struct php_seatpush_wait wait;
	int64_t timeout_ms; /* in all; 0: none */
	bool is_turn;       /* woken to try */
	bool expired;
};

enum php_seatpush_room_end {
	SEATPUSH_ROOM_TRY,     /* it is its turn, or the connection is closing: try again */
	SEATPUSH_ROOM_NONE,    /* it cannot wait here; nothing was waited for */
	SEATPUSH_ROOM_TIMEOUT, /* the time is over */
	SEATPUSH_ROOM_STOPPED, /* an exception was thrown: the server is stopping */
};

/* packet: what it waits with, or NULL; borrowed, but freed after a fatal error, since the function
 * that waits does not return then. */
void php_seatpush_room_init(
	struct php_seatpush_room *room, int64_t id, int64_t timeout_ms, struct sp_packet *packet);

/* True if others came before: then there is no room, whatever the queue holds. */
bool php_seatpush_room_is_behind(const struct php_seatpush_room *room, const struct sp_conn *conn);

/* Waits until it is this one's turn and the queue is empty, or the connection is closing. It keeps
 * its place until php_seatpush_room_leave(), so it may try and wait again. Afterwards the
 * connection must be looked up again. */
enum php_seatpush_room_end php_seatpush_room_wait(
	struct php_seatpush_room *room, struct sp_conn *conn, const char *method);

/* Must be called whether it has waited or not. The next in line has its turn. */
void php_seatpush_room_leave(struct php_seatpush_room *room);

/* The core's on_room hook: the queue is empty, or the connection is closing. */
void php_seatpush_room_open(struct sp_conn *conn);

#endif
