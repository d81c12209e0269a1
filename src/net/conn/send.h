/* SPDX-License-Identifier: MIT */
/*
 * The output of a connection: what may be queued, and when it is written.
 */
#ifndef SP_NET_CONN_SEND_H
#define SP_NET_CONN_SEND_H

#include <stdbool.h>
#include <stddef.h>

struct iovec;
struct sp_conn;
struct sp_packet;

enum sp_queued {
	SP_QUEUED,        /* accepted for sending */
	SP_QUEUE_DROPPED, /* over the limit, and the packet may be dropped; nothing was queued */
	SP_QUEUE_FULL,    /* over the limit even after a flush; nothing was queued */
	SP_QUEUE_DEAD,  /* it is closing, or writing showed that the peer is gone; nothing was queued */
	SP_QUEUE_NOMEM, /* out of memory; nothing was queued */
};

/* Queues a packet; the queue gets a reference of its own, and the caller keeps theirs. It is
 * written at the end of the tick, or at once if much is waiting. limited: only if there is room for
 * it, in this queue and in all queues together; packets that may be dropped make room. Nothing
 * follows a close frame: code that sends one calls sp_conn_finish() next, and a connection that is
 * not open accepts nothing. */
enum sp_queued sp_conn_queue(struct sp_conn *conn, struct sp_packet *packet, bool limited);

/* Makes room for so many bytes, as for a packet of that length that is limited. SP_QUEUED: there is
 * room. */
enum sp_queued sp_conn_make_room(struct sp_conn *conn, size_t len);

#define SP_CONN_AT_ONCE                                                          \
	((size_t) 64 * 1024) /* bytes; a longer queue is not left for the end of the \
						  * tick */

/* Sends the parts of a frame from where they lie, if nothing waits before them. Returns how many
 * bytes the kernel has taken, possibly none. If those are some, but not all, sp_conn_queue_rest()
 * comes next. */
size_t sp_conn_send_direct(struct sp_conn *conn, const struct iovec *parts, size_t count);

/* Queues a packet of which so many bytes have been sent like that. The connection may be gone
 * afterwards. */
enum sp_queued sp_conn_queue_rest(struct sp_conn *conn, struct sp_packet *packet, size_t sent);

/* Writes as much as the kernel accepts now. */
void sp_conn_flush(struct sp_conn *conn);

#endif
