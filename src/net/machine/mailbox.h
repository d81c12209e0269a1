/* SPDX-License-Identifier: MIT */
/*
 * What the processes of one server send to one of them: any of them puts messages in, and that one
 * takes them out, in order. It lies in memory that they share, at another address in each.
 *
 * Unlike the journal's, nothing is overwritten before it was taken: whoever finds no room is told
 * so. A writer may be killed anywhere, and then its message is there or not.
 */
#ifndef SP_NET_MACHINE_MAILBOX_H
#define SP_NET_MACHINE_MAILBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/span.h"
#include "net/loop/shared.h"

/* The ring is behind it. Its fields are for the functions here. A position is a number of bytes
 * that only rises, and its place in the ring is the remainder. */
struct sp_mailbox {
	uint64_t capacity; /* of the ring; a power of two */
	uint64_t taken;    /* position behind the last message that was taken */
	uint64_t end;      /* position behind the last message; not above taken: there is none */
	int32_t reader;    /* its process; 0: nobody */
	int32_t left;      /* the process that was the last reader before, and */
	uint64_t left_at;  /* what it had begun */
	uint64_t begun; /* position within or behind the last message that the reader has begun with */
	struct sp_shared_lock lock; /* for writers, and for a change of the reader */
};

/* How long the memory is of a mailbox for capacity bytes, a power of two. Each message takes a
 * multiple of 8 bytes, and 8 more. */
size_t sp_mailbox_size(size_t capacity);

/* Makes a mailbox of sp_mailbox_size() zeroes, aligned to 8. False: *error says why. */
bool sp_mailbox_init(struct sp_mailbox *mailbox, size_t capacity, struct sp_error *error);

/* The process reads from now on. */
void sp_mailbox_open(struct sp_mailbox *mailbox, int32_t reader);

/* The reader is gone, and what it has not taken is dropped. */
void sp_mailbox_close(struct sp_mailbox *mailbox);

enum sp_mailbox_put {
	SP_MAILBOX_PUT,
	SP_MAILBOX_FULL,      /* not now */
	SP_MAILBOX_TOO_LARGE, /* more than half of the capacity */
	SP_MAILBOX_NOBODY,    /* that reader is gone */
};

/* One message of all parts, for that reader. *at: its position; *wake: the reader must be woken. */
enum sp_mailbox_put sp_mailbox_put(struct sp_mailbox *mailbox, int32_t reader,
	const struct sp_span *parts, size_t count, uint64_t *at, bool *wake);

/* The oldest message, aligned to 8; it stays until it is taken. False: there is none. Reader only.
 */
bool sp_mailbox_look(struct sp_mailbox *mailbox, struct sp_span *message);

/* After sp_mailbox_look(): the message is not needed any more in the ring. Its position. */
uint64_t sp_mailbox_take(struct sp_mailbox *mailbox);

/* The reader does now what the message at that position asks for. In the order of positions. */
void sp_mailbox_begin(struct sp_mailbox *mailbox, uint64_t at);

/* True: the message at that position was for this reader, which is gone, and it has never begun
 * with it. False: it may have. */
bool sp_mailbox_was_left(struct sp_mailbox *mailbox, int32_t reader, uint64_t at);

#endif
