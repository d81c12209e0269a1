/* SPDX-License-Identifier: MIT */
/*
 * What waits to be sent on one connection: references to frames, first in first out. The first
 * one needs no memory, so that a message to ten thousand idle receivers allocates nothing.
 */
#ifndef SP_NET_SENDQ_H
#define SP_NET_SENDQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/frame.h"

struct sp_sendq {
	union {
		struct sp_frame *one;   /* cap 1 */
		struct sp_frame **ring; /* cap > 1, a power of two; owned */
	} frames;
	size_t bytes;  /* that still have to be sent */
	size_t offset; /* bytes of the first frame that are sent */
	uint32_t head;
	uint32_t count;
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
bool sp_sendq_append(struct sp_sendq *queue, struct sp_frame *frame);

/* Writes until everything is sent or the kernel blocks. *sent is how many bytes went. */
enum sp_sent sp_sendq_write(struct sp_sendq *queue, int fd, size_t *sent);

#endif
