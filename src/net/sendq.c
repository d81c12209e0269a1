/* SPDX-License-Identifier: MIT */
/*
 * One frame goes out by send(2), several by one sendmsg(2).
 */
#include "net/sendq.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>

#define IOV_BATCH 64
#define RING_MIN 4

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* macOS: SO_NOSIGPIPE is set on the descriptor */
#endif

void sp_sendq_init(struct sp_sendq *queue)
{
	memset(queue, 0, sizeof(*queue));
	queue->cap = 1;
}

static struct sp_frame *frame_at(const struct sp_sendq *queue, uint32_t i)
{
	return queue->cap == 1 ? queue->frames.one
						   : queue->frames.ring[(queue->head + i) & (queue->cap - 1)];
}

static void drop_first(struct sp_sendq *queue)
{
	sp_frame_release(frame_at(queue, 0));
	queue->offset = 0;
	queue->count--;
	if (queue->cap > 1) {
		queue->head = (queue->head + 1) & (queue->cap - 1);
		if (queue->count == 0) {
			free(queue->frames.ring);
			queue->cap = 1;
			queue->head = 0;
		}
	}
}

void sp_sendq_fini(struct sp_sendq *queue)
{
	while (queue->count > 0) {
		drop_first(queue);
	}
	queue->bytes = 0;
}

static bool grow(struct sp_sendq *queue)
{
	uint32_t cap = queue->cap == 1 ? RING_MIN : queue->cap * 2;
	struct sp_frame **ring = malloc(cap * sizeof(*ring));

	if (ring == NULL) {
		return false;
	}
	for (uint32_t i = 0; i < queue->count; i++) {
		ring[i] = frame_at(queue, i);
	}
	if (queue->cap > 1) {
		free(queue->frames.ring);
	}
	queue->frames.ring = ring;
	queue->cap = cap;
	queue->head = 0;
	return true;
}

bool sp_sendq_append(struct sp_sendq *queue, struct sp_frame *frame)
{
	if (queue->count == queue->cap && !grow(queue)) {
		return false;
	}
	sp_frame_ref(frame);
	if (queue->cap == 1) {
		queue->frames.one = frame;
	} else {
		queue->frames.ring[(queue->head + queue->count) & (queue->cap - 1)] = frame;
	}
	queue->count++;
	queue->bytes += frame->len;
	return true;
}

static void advance(struct sp_sendq *queue, size_t sent)
{
	queue->bytes -= sent;
	while (queue->count > 0) {
		size_t left = frame_at(queue, 0)->len - queue->offset;

		if (sent < left) {
			queue->offset += sent;
			return;
		}
		sent -= left;
		drop_first(queue);
	}
}

static ssize_t write_several(const struct sp_sendq *queue, int fd)
{
	struct iovec parts[IOV_BATCH];
	struct msghdr message = {.msg_iov = parts};
	uint32_t count = queue->count < IOV_BATCH ? queue->count : IOV_BATCH;

	for (uint32_t i = 0; i < count; i++) {
		struct sp_frame *frame = frame_at(queue, i);
		size_t offset = i == 0 ? queue->offset : 0;

		parts[i].iov_base = frame->data + offset;
		parts[i].iov_len = frame->len - offset;
	}
	message.msg_iovlen = count;
	return sendmsg(fd, &message, MSG_NOSIGNAL);
}

enum sp_sent sp_sendq_write(struct sp_sendq *queue, int fd, size_t *sent)
{
	*sent = 0;
	while (queue->count > 0) {
		struct sp_frame *first = frame_at(queue, 0);
		bool blocked;
		ssize_t n = queue->count == 1 ? send(fd, first->data + queue->offset,
											first->len - queue->offset, MSG_NOSIGNAL)
									  : write_several(queue, fd);

		if (n < 0 && errno == EINTR) {
			continue;
		}
		if (n < 0) {
			return errno == EAGAIN || errno == EWOULDBLOCK ? SP_SENT_BLOCKED : SP_SENT_ERROR;
		}
		*sent += (size_t) n;
		blocked = queue->count == 1 && (size_t) n < first->len - queue->offset;
		advance(queue, (size_t) n);
		if (blocked) {
			return SP_SENT_BLOCKED; /* a short write says what the next call would say */
		}
	}
	return SP_SENT_ALL;
}
