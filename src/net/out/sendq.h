/* SPDX-License-Identifier: MIT */
/*
 * What waits to be sent on one connection: references to frames, first in first out. The first
 * one needs no memory, so that a message to ten thousand idle receivers allocates nothing.
 *
 * A frame with a key can be taken back as long as nothing of it was written: conflation. What was
 * taken back leaves a gap; when there are more gaps than frames they are closed. So can a frame
 * that may be dropped when the queue is full.
 */
#ifndef SP_NET_OUT_SENDQ_H
#define SP_NET_OUT_SENDQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/out/packet.h"

struct sp_sendq_ring;

struct sp_sendq {
	union {
		struct sp_packet *one;      /* cap 1 */
		struct sp_sendq_ring *ring; /* cap > 1, a power of two; owned */
	} frames;
	size_t bytes;   /* that still have to be sent */
	size_t offset;  /* bytes of the first frame that are sent */
	uint32_t head;  /* number of the first entry; numbers count on, but for what left at the end */
	uint32_t count; /* entries, gaps too; the first and the last are frames */
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

/* Adds a frame at the end; takes a reference of its own. False: out of memory. */
bool sp_sendq_append(struct sp_sendq *queue, struct sp_packet *frame);

/* Takes out the frame with this key (not 0) of which nothing was written yet; its reference is the
 * caller's. At most one waits if each append of a key comes after this. NULL: none. */
struct sp_packet *sp_sendq_take_back(struct sp_sendq *queue, uint64_t key);

/* Drops the oldest frame that may be dropped (may_drop) and of which nothing was written yet.
 * False: none. */
bool sp_sendq_drop_oldest(struct sp_sendq *queue);

/* Takes the first frame out; its reference is the caller's. NULL: none. */
struct sp_packet *sp_sendq_shift(struct sp_sendq *queue);

/* Writes until everything is sent or the kernel blocks. *sent is how many bytes went. */
enum sp_sent sp_sendq_write(struct sp_sendq *queue, int fd, size_t *sent);

#endif
