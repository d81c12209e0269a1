/* SPDX-License-Identifier: MIT */
/*
 * A message to one connection or to all those of a topic: queues it, counts it, and closes a
 * connection that cannot take it.
 */
#ifndef SP_NET_DELIVERY_DELIVER_H
#define SP_NET_DELIVERY_DELIVER_H

#include <stdint.h>

#include "net/conn/conn.h"
#include "net/conn/send.h"

/* Queues a packet on an open WebSocket or event stream. Unless the result is SP_QUEUED or
 * SP_QUEUE_DROPPED, the connection is closing or gone afterwards; one with a full queue is closed
 * with 1013. Calls no hooks. */
enum sp_queued sp_deliver(struct sp_conn *conn, struct sp_packet *packet);

/* The same, but a connection that cannot take it stays open. */
enum sp_queued sp_offer(struct sp_conn *conn, struct sp_packet *packet);

/* Delivers a packet to all members of a topic except course.except. Returns how many connections
 * accepted it. See sp_publish() in net/delivery/window.h. */
uint32_t sp_fan_out(struct sp_core *core, struct sp_topic *topic, struct sp_packet *packet);

#endif
