/* SPDX-License-Identifier: MIT */
/*
 * What waits to be sent on one connection: references to packets, first in first out. The first
 * one needs no memory, so that a message to ten thousand idle receivers allocates nothing.
 *
 * A packet with a key can be taken back as long as nothing of it was written: conflation. What was
 * taken back leaves a gap; when there are more gaps than packets they are closed. So can a packet
 * that may be dropped when the queue is full.
 */
#ifndef SP_NET_OUT_SENDQ_H
#define SP_NET_OUT_SENDQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "net/out/packet.h"

struct iovec;
struct sp_sendq_ring;

struct sp_sendq {
	union {
		struct sp_packet *one;      /* cap 1 */
		struct sp_sendq_ring *ring; /* cap > 1, a power of two; owned */
	} packets;
	size_t bytes;   /* that still have to be sent */
	size_t offset;  /* bytes of the first packet that are sent */
	uint32_t head;  /* number of the first entry; numbers count on, but for what left at the end */
	uint32_t count; /* entries, gaps too; the first and the last are packets */
	uint32_t cap;
};

enum sp_sent {
	SP_SENT_ALL,
	SP_SENT_BLOCKED, /* the kernel takes no more now */
	SP_SENT_ERROR,   /* the peer is gone */
};

void sp_sendq_init(struct sp_sendq *queue);

/* Drops everything. */
void sp_sendq_fini(struct sp_sendq *queue);

/* Adds a packet at the end; takes a reference of its own. False: out of memory. */
bool sp_sendq_append(struct sp_sendq *queue, struct sp_packet *packet);

/* Takes out the packet with this key (not 0) of which nothing was written yet; its reference is the
 * caller's. At most one waits if each append of a key comes after this. NULL: none. */
struct sp_packet *sp_sendq_take_back(struct sp_sendq *queue, uint64_t key);

/* Drops the oldest packet that may be dropped (may_drop) and of which nothing was written yet.
 * False: none. */
bool sp_sendq_drop_oldest(struct sp_sendq *queue);

/* Takes the first packet out; its reference is the caller's. NULL: none. */
struct sp_packet *sp_sendq_shift(struct sp_sendq *queue);

/* As sendmsg(2) to a stream that does not block: how many bytes were taken, or -1 and errno. count
 * is at least 1. */
typedef ssize_t sp_send_fn(void *to, const struct iovec *parts, size_t count);

/* Writes until everything is sent or send blocks. *sent is how many bytes went. */
enum sp_sent sp_sendq_write(struct sp_sendq *queue, sp_send_fn *send, void *to, size_t *sent);

#endif
