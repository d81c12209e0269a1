/* SPDX-License-Identifier: MIT */
/*
 * The way out of a connection: what may be queued, and when it is written.
 */
#ifndef SP_NET_CONN_SEND_H
#define SP_NET_CONN_SEND_H

#include <stdbool.h>

struct sp_conn;
struct sp_packet;

enum sp_queued {
	SP_QUEUED,        /* accepted for sending */
	SP_QUEUE_DROPPED, /* over limit, and it may be dropped; nothing was queued */
	SP_QUEUE_FULL,    /* over limit even after writing what the kernel takes; nothing was queued */
	SP_QUEUE_DEAD,  /* it is closing, or writing showed that the peer is gone; nothing was queued */
	SP_QUEUE_NOMEM, /* out of memory; nothing was queued */
};

/* Queues a packet (a reference of its own is taken; the caller keeps theirs). Written at the end of
 * the tick, or at once if much waits. limited: only if there is room for it, in this queue and in
 * all together; packets that may be dropped make room. Nothing follows a close frame: who sends one
 * calls sp_conn_finish() next, and a connection that is not open takes nothing. */
enum sp_queued sp_conn_queue(struct sp_conn *conn, struct sp_packet *packet, bool limited);

/* Writes what the kernel takes now. */
void sp_conn_flush(struct sp_conn *conn);

#endif
