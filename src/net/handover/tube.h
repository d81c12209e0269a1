/* SPDX-License-Identifier: MIT */
/*
 * A socket between two processes, through which messages and descriptors go. Nothing waits: what
 * the kernel does not take is sent later.
 */
#ifndef SP_NET_HANDOVER_TUBE_H
#define SP_NET_HANDOVER_TUBE_H

#include <stdbool.h>
#include <stddef.h>
#include <event2/event.h>

#include "base/buf.h"
#include "base/span.h"

#define SP_TUBE_DESCRIPTORS 100 /* with one message, at most */

struct sp_tube;

struct sp_tube_events {
	/* A message has come; the bytes are valid during the call. It may take descriptors, in order,
	 * with sp_tube_take(). False: it makes no sense, and the tube ends. */
	bool (*on_message)(void *arg, struct sp_span message);
	/* The other process is gone, or has ended its side; or this one is out of memory. Nothing more
	 * follows; it may free the tube. */
	void (*on_end)(void *arg);
};

/* Takes the socket. events are borrowed. NULL: out of memory, and it is closed. */
struct sp_tube *sp_tube_new(
	struct event_base *base, int fd, const struct sp_tube_events *events, void *arg);

/* What was not sent yet is lost. tube may be NULL. */
void sp_tube_free(struct sp_tube *tube);

/* In a child: the socket is the parent's, and so are the descriptors that have come. */
void sp_tube_renounce(struct sp_tube *tube);

/* The kernel has taken all that was sent. */
bool sp_tube_is_empty(const struct sp_tube *tube);

/* Sends a message. Descriptors, which stay the caller's and open until it is answered, may go along
 * if the tube is empty. False: out of memory. */
bool sp_tube_send(
	struct sp_tube *tube, struct sp_span message, const int descriptors[], size_t count);

/* The next descriptor that has come, which is the caller's. -1: it is missing, since this process
 * may have no more. */
int sp_tube_take(struct sp_tube *tube);

#endif
