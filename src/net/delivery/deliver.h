/* SPDX-License-Identifier: MIT */
/*
 * A message to one connection or to all those of a topic: queues it, counts it, and closes a
 * connection that cannot take it.
 */
#ifndef SP_NET_DELIVERY_DELIVER_H
#define SP_NET_DELIVERY_DELIVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/conn/conn.h"
#include "net/conn/send.h"

/* Queues a packet on an open WebSocket or event stream. Unless the result is SP_QUEUED or
 * SP_QUEUE_DROPPED, the connection is closing or gone afterwards; one with a full queue is closed
 * with 1013. Calls no hooks. */
enum sp_queued sp_deliver(struct sp_conn *conn, struct sp_packet *packet);

/* The same, but a connection that cannot take it stays open. */
enum sp_queued sp_offer(struct sp_conn *conn, struct sp_packet *packet);

/* Sends a whole message from where it lies, without a packet, if it is so long that it would not
 * wait for the end of the tick, and if nothing waits before it. True: all of it was sent. False:
 * *sent bytes of its frame were, or none; a packet of it goes to sp_deliver_rest(), or sp_deliver()
 * if there were none. */
bool sp_send_long(struct sp_conn *conn, uint8_t opcode, struct sp_span payload, size_t *sent);

/* Queues what is left of a message that was sent in part. The connection may be gone afterwards. */
enum sp_queued sp_deliver_rest(struct sp_conn *conn, struct sp_packet *packet, size_t sent);

/* Delivers a packet to all members of a topic except course.except. Returns how many connections
 * accepted it. See sp_publish() in net/delivery/window.h. */
uint32_t sp_fan_out(struct sp_core *core, struct sp_topic *topic, struct sp_packet *packet);

#endif
