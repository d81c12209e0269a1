/* SPDX-License-Identifier: MIT */
/*
 * A message to one connection or to all of a topic: queued, counted, and what happens to a
 * connection that cannot take it.
 */
#ifndef SP_NET_DELIVERY_DELIVER_H
#define SP_NET_DELIVERY_DELIVER_H

#include <stdint.h>

#include "net/conn/conn.h"
#include "net/conn/send.h"

/* Queues a packet on an open WebSocket. Unless it is SP_QUEUED or SP_QUEUE_DROPPED, the connection
 * is closing or gone afterwards: a full one is closed with 1013. Never calls back. */
enum sp_queued sp_deliver(struct sp_conn *conn, struct sp_packet *packet);

/* Delivers to all members of a topic except course.except. The number of connections that accepted
 * it. See sp_publish() in net/delivery/window.h. */
uint32_t sp_fan_out(struct sp_core *core, struct sp_topic *topic, struct sp_packet *packet);

#endif
