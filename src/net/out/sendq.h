/* SPDX-License-Identifier: MIT */
/*
 * What waits to be sent on one connection: references to packets, first in, first out. The first
 * one needs no memory, so that a message to ten thousand idle receivers allocates nothing.
 *
 * A packet with a key can be taken back as long as nothing of it was written; conflation does that.
 * So can a packet that may be dropped, when the queue is full. What was taken back leaves a gap;
 * when there are more gaps than packets, they are closed.
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
	size_t bytes;  /* that still have to be sent */
	size_t offset; /* bytes of the first packet that have been sent */
	uint32_t
		head; /* number of the first entry; numbers only rise, except when the end is trimmed */
	uint32_t count; /* entries, including gaps; the first and the last are packets */
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

/* Removes the packet with this key (not 0) of which nothing was written yet; its reference is the
 * caller's. There is at most one if this is called before each append of the key. NULL: none. */
struct sp_packet *sp_sendq_take_back(struct sp_sendq *queue, uint64_t key);

/* Drops the oldest packet with may_drop of which nothing was written yet. False: there is none. */
bool sp_sendq_drop_oldest(struct sp_sendq *queue);

/* True if others hold each of its oldest packets as well, so that dropping the queue would free
 * next to nothing. Looks at the first few only. */
bool sp_sendq_is_shared(const struct sp_sendq *queue);

/* The i-th of queue->count entries. NULL: it is a gap. */
struct sp_packet *sp_sendq_at(const struct sp_sendq *queue, uint32_t i);

/* So many bytes of the first packet have been sent already: fewer than it has. */
void sp_sendq_skip(struct sp_sendq *queue, size_t bytes);

/* Removes the first packet; its reference is the caller's. NULL: none. */
struct sp_packet *sp_sendq_shift(struct sp_sendq *queue);

/* Like sendmsg(2) on a non-blocking stream: the number of bytes that were taken, or -1 and errno.
 * count is at least 1. */
typedef ssize_t sp_send_fn(void *to, const struct iovec *parts, size_t count);

/* Writes until everything is sent or send blocks. *sent: how many bytes were sent. */
enum sp_sent sp_sendq_write(struct sp_sendq *queue, sp_send_fn *send, void *to, size_t *sent);

#endif
