/* SPDX-License-Identifier: MIT */
/*
 * Keys are found by scanning the entries from the end, and in a queue of more than SCAN_MAX through
 * an index: open addressing over the entries' numbers. Nothing is ever removed from the index,
 * since a number shows by itself that its entry is gone. When it is half full it is dropped, and
 * built again when it is needed.
 *
 * The search for an entry that may be dropped starts where the last one ended: there is none
 * before.
 */
#include "net/out/sendq.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>

#define IOV_BATCH 64
#define RING_MIN 4
#define SCAN_MAX 16
#define GAPS_MIN 16
#define SHARED_LOOK 64 /* packets: what only one reader still waits for is the oldest */

struct index {
	uint32_t cap, used; /* cap: a power of two, at least twice used */
	struct {
		uint32_t number;
		bool taken;
	} at[];
};

struct sp_sendq_ring {
	struct index *index; /* NULL: none now; owned */
	uint32_t gaps;
	uint32_t searched;      /* no entry before this number may be dropped */
	struct sp_packet *at[]; /* NULL: a gap */
};

void sp_sendq_init(struct sp_sendq *queue)
{
	memset(queue, 0, sizeof(*queue));
	queue->cap = 1;
}

static struct sp_packet **place(const struct sp_sendq *queue, uint32_t number)
{
	return &queue->packets.ring->at[number & (queue->cap - 1)];
}

static struct sp_packet *packet_at(const struct sp_sendq *queue, uint32_t i)
{
	return queue->cap == 1 ? queue->packets.one : *place(queue, queue->head + i);
}

/* The number that the next entry will have. */
static uint32_t end(const struct sp_sendq *queue)
{
	return queue->head + queue->count;
}

static void drop_index(struct sp_sendq_ring *ring)
{
	free(ring->index);
	ring->index = NULL;
}

/* Removes gaps at both ends, and the ring if no entries are left. */
static void trim(struct sp_sendq *queue)
{
	while (queue->count > 0 && packet_at(queue, 0) == NULL) {
		queue->head++;
		queue->count--;
		queue->packets.ring->gaps--;
	}
	while (queue->count > 0 && packet_at(queue, queue->count - 1) == NULL) {
		queue->count--;
		queue->packets.ring->gaps--;
	}
	/* The numbers of gaps at the end will belong to new entries, which have not been searched. */
	if (queue->cap > 1 && (int32_t) (queue->packets.ring->searched - end(queue)) > 0) {
		queue->packets.ring->searched = end(queue);
	}
	if (queue->cap > 1 && (int32_t) (queue->packets.ring->searched - queue->head) < 0) {
		queue->packets.ring->searched = queue->head; /* or it could fall behind by 2^31 */
	}
	if (queue->count == 0 && queue->cap > 1) {
		drop_index(queue->packets.ring);
		free(queue->packets.ring);
		queue->packets.one = NULL;
		queue->cap = 1;
		queue->head = 0;
	}
}

static void drop_first(struct sp_sendq *queue)
{
	sp_packet_release(packet_at(queue, 0));
	queue->offset = 0;
	queue->count--;
	if (queue->cap > 1) {
		queue->head++;
		trim(queue);
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
	struct sp_sendq_ring *ring = malloc(sizeof(*ring) + cap * sizeof(struct sp_packet *));

	if (ring == NULL) {
		return false;
	}
	ring->index = NULL;
	ring->gaps = 0;
	ring->searched = queue->head;
	for (uint32_t i = 0; i < queue->count; i++) {
		ring->at[(queue->head + i) & (cap - 1)] = packet_at(queue, i);
	}
	if (queue->cap > 1) {
		ring->index = queue->packets.ring->index;
		ring->gaps = queue->packets.ring->gaps;
		ring->searched = queue->packets.ring->searched;
		free(queue->packets.ring);
	}
	queue->packets.ring = ring;
	queue->cap = cap;
	return true;
}

/* The place of a key in the index, or a free one for it. */
static uint32_t probe(const struct sp_sendq *queue, const struct index *index, uint64_t key)
{
	uint32_t i = (uint32_t) key & (index->cap - 1);

	for (; index->at[i].taken; i = (i + 1) & (index->cap - 1)) {
		uint32_t number = index->at[i].number;
		const struct sp_packet *packet =
			number - queue->head < queue->count ? *place(queue, number) : NULL;

		if (packet != NULL && packet->course.key == key) {
			break;
		}
	}
	return i;
}

static void remember(struct sp_sendq *queue, uint64_t key, uint32_t number)
{
	struct index *index = queue->packets.ring->index;
	uint32_t i;

	if (index == NULL) {
		return;
	}
	if ((index->used + 1) * 2 > index->cap) {
		drop_index(queue->packets.ring);
		return;
	}
	i = probe(queue, index, key);
	index->used += !index->at[i].taken;
	index->at[i].taken = true;
	index->at[i].number = number;
}

/* If memory runs out there is no index, and the entries are scanned. */
static void make_index(struct sp_sendq *queue)
{
	struct sp_sendq_ring *ring = queue->packets.ring;
	uint32_t cap = queue->cap * 4;

	ring->index = calloc(1, sizeof(*ring->index) + cap * sizeof(ring->index->at[0]));
	if (ring->index == NULL) {
		return;
	}
	ring->index->cap = cap;
	for (uint32_t i = 0; i < queue->count; i++) {
		const struct sp_packet *packet = packet_at(queue, i);

		if (packet != NULL && packet->course.key != 0) {
			remember(queue, packet->course.key, queue->head + i);
		}
	}
}

/* Finds the last entry with this key; *number is its number. */
static bool find(struct sp_sendq *queue, uint64_t key, uint32_t *number)
{
	if (queue->count > SCAN_MAX && queue->packets.ring->index == NULL) {
		make_index(queue);
	}
	if (queue->count > SCAN_MAX && queue->packets.ring->index != NULL) {
		const struct index *index = queue->packets.ring->index;
		uint32_t i = probe(queue, index, key);

		*number = index->at[i].number;
		return index->at[i].taken;
	}
	for (uint32_t i = queue->count; i > 0; i--) {
		const struct sp_packet *packet = packet_at(queue, i - 1);

		if (packet != NULL && packet->course.key == key) {
			*number = queue->head + i - 1;
			return true;
		}
	}
	return false;
}

static void close_gaps(struct sp_sendq *queue)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < queue->count; i++) {
		struct sp_packet *packet = packet_at(queue, i);

		if (packet != NULL) {
			*place(queue, queue->head + kept++) = packet;
		}
	}
	queue->count = kept;
	queue->packets.ring->gaps = 0;
	queue->packets.ring->searched = queue->head;
	drop_index(queue->packets.ring);
}

bool sp_sendq_append(struct sp_sendq *queue, struct sp_packet *packet)
{
	if (queue->count == queue->cap && !grow(queue)) {
		return false;
	}
	sp_packet_ref(packet);
	queue->count++;
	queue->bytes += packet->len;
	if (queue->cap == 1) {
		queue->packets.one = packet;
		return true;
	}
	*place(queue, queue->head + queue->count - 1) = packet;
	if (packet->course.key != 0) {
		remember(queue, packet->course.key, queue->head + queue->count - 1);
	}
	return true;
}

/* Removes an entry of which nothing was written; its reference is the caller's. May close gaps,
 * which changes the numbers. */
static struct sp_packet *take_out(struct sp_sendq *queue, uint32_t number)
{
	struct sp_packet *packet = packet_at(queue, number - queue->head);

	queue->bytes -= packet->len;
	if (queue->cap == 1) {
		queue->count = 0;
	} else {
		*place(queue, number) = NULL;
		queue->packets.ring->gaps++;
		trim(queue);
	}
	if (queue->cap > 1 && queue->packets.ring->gaps >= GAPS_MIN &&
		queue->packets.ring->gaps > queue->count / 2) {
		close_gaps(queue);
	}
	return packet;
}

struct sp_packet *sp_sendq_take_back(struct sp_sendq *queue, uint64_t key)
{
	uint32_t number;

	if (!find(queue, key, &number) || (number == queue->head && queue->offset > 0)) {
		return NULL;
	}
	return take_out(queue, number);
}

/* The first entry that may be dropped. */
static bool find_droppable(const struct sp_sendq *queue, uint32_t *number)
{
	uint32_t i = 0;

	if (queue->cap > 1) {
		i = queue->packets.ring->searched - queue->head;
		i = i > queue->count ? 0 : i; /* what was searched has been sent */
	}
	for (; i < queue->count; i++) {
		const struct sp_packet *packet = packet_at(queue, i);

		if (packet != NULL && packet->course.may_drop && (i > 0 || queue->offset == 0)) {
			break;
		}
	}
	if (queue->cap > 1) {
		queue->packets.ring->searched = queue->head + i;
	}
	*number = queue->head + i;
	return i < queue->count;
}

bool sp_sendq_drop_oldest(struct sp_sendq *queue)
{
	uint32_t number;
	bool found = find_droppable(queue, &number);

	if (found) {
		sp_packet_release(take_out(queue, number));
	}
	return found;
}

bool sp_sendq_is_shared(const struct sp_sendq *queue)
{
	for (uint32_t i = 0; i < queue->count && i < SHARED_LOOK; i++) {
		const struct sp_packet *packet = packet_at(queue, i);

		if (packet != NULL && packet->refs == 1) {
			return false;
		}
	}
	return true;
}

struct sp_packet *sp_sendq_at(const struct sp_sendq *queue, uint32_t i)
{
	return packet_at(queue, i);
}

void sp_sendq_skip(struct sp_sendq *queue, size_t bytes)
{
	queue->offset = bytes;
	queue->bytes -= bytes;
}

struct sp_packet *sp_sendq_shift(struct sp_sendq *queue)
{
	struct sp_packet *packet;

	if (queue->count == 0) {
		return NULL;
	}
	packet = sp_packet_ref(packet_at(queue, 0));
	queue->bytes -= packet->len - queue->offset;
	drop_first(queue);
	return packet;
}

static void advance(struct sp_sendq *queue, size_t sent)
{
	queue->bytes -= sent;
	while (queue->count > 0) {
		size_t left = packet_at(queue, 0)->len - queue->offset;

		if (sent < left) {
			queue->offset += sent;
			return;
		}
		sent -= left;
		drop_first(queue);
	}
}

static ssize_t send_first(const struct sp_sendq *queue, sp_send_fn *send, void *to)
{
	struct sp_packet *first = packet_at(queue, 0);
	struct iovec part = {first->data + queue->offset, first->len - queue->offset};

	return send(to, &part, 1);
}

static ssize_t send_several(const struct sp_sendq *queue, sp_send_fn *send, void *to)
{
	struct iovec parts[IOV_BATCH];
	size_t count = 0;

	for (uint32_t i = 0; i < queue->count && count < IOV_BATCH; i++) {
		struct sp_packet *packet = packet_at(queue, i);
		size_t offset = i == 0 ? queue->offset : 0;

		if (packet != NULL) {
			parts[count].iov_base = packet->data + offset;
			parts[count++].iov_len = packet->len - offset;
		}
	}
	return send(to, parts, count);
}

enum sp_sent sp_sendq_write(struct sp_sendq *queue, sp_send_fn *send, void *to, size_t *sent)
{
	*sent = 0;
	while (queue->count > 0) {
		bool alone = queue->count == 1;
		ssize_t n = alone ? send_first(queue, send, to) : send_several(queue, send, to);

		if (n < 0 && errno == EINTR) {
			continue;
		}
		if (n < 0) {
			return errno == EAGAIN || errno == EWOULDBLOCK ? SP_SENT_BLOCKED : SP_SENT_ERROR;
		}
		*sent += (size_t) n;
		advance(queue, (size_t) n);
		if (alone && queue->count > 0) {
			return SP_SENT_BLOCKED; /* a short write means that the next call would block */
		}
	}
	return SP_SENT_ALL;
}
