/* SPDX-License-Identifier: MIT */
/*
 * The ring: messages, each a word with its length, and its bytes, which are never divided: a filler
 * takes what is left at the ring's end. Only taken and end say where messages are. The reader moves
 * taken up to end; a writer moves it while there is no message, so that the next one begins where
 * the ring does: memory of the ring that is not needed is never touched.
 */
#include "net/machine/mailbox.h"

#include <string.h>

#define HEAD_SIZE sizeof(uint64_t)
#define FILLER UINT64_MAX /* in place of a length: it ends where the ring does */

_Static_assert(sizeof(struct sp_mailbox) % HEAD_SIZE == 0, "the ring is aligned");

size_t sp_mailbox_size(size_t capacity)
{
	return sizeof(struct sp_mailbox) + capacity;
}

bool sp_mailbox_init(struct sp_mailbox *mailbox, size_t capacity, struct sp_error *error)
{
	mailbox->capacity = capacity;
	return sp_shared_lock_init(&mailbox->lock, error);
}

/* Both are needed in one order for all: see sp_mailbox_put(). */
static uint64_t load(const uint64_t *position)
{
	return __atomic_load_n(position, __ATOMIC_SEQ_CST);
}

static void store(uint64_t *position, uint64_t value)
{
	__atomic_store_n(position, value, __ATOMIC_SEQ_CST);
}

static void enter(struct sp_mailbox *mailbox)
{
	/* One that was killed in here has left nothing to repair. */
	(void) sp_shared_lock_enter(&mailbox->lock);
}

/* Behind all that is there, and behind where a writer was killed. */
static uint64_t last_of(const struct sp_mailbox *mailbox)
{
	uint64_t taken = load(&mailbox->taken), end = load(&mailbox->end);

	return taken > end ? taken : end;
}

void sp_mailbox_open(struct sp_mailbox *mailbox, int32_t reader)
{
	enter(mailbox);
	store(&mailbox->taken, last_of(mailbox));
	store(&mailbox->begun, last_of(mailbox));
	mailbox->reader = reader;
	sp_shared_lock_leave(&mailbox->lock);
}

void sp_mailbox_close(struct sp_mailbox *mailbox)
{
	enter(mailbox);
	if (mailbox->reader != 0) {
		mailbox->left = mailbox->reader;
		mailbox->left_at = load(&mailbox->begun);
		mailbox->reader = 0;
	}
	store(&mailbox->taken, last_of(mailbox));
	sp_shared_lock_leave(&mailbox->lock);
}

/* Within the ring and aligned, whatever at is. */
static uint64_t *head_at(const struct sp_mailbox *mailbox, uint64_t at)
{
	char *ring = (char *) (uintptr_t) (mailbox + 1);

	return (uint64_t *) (void *) (ring + (at & (mailbox->capacity - HEAD_SIZE)));
}

static uint64_t left_in_ring(const struct sp_mailbox *mailbox, uint64_t at)
{
	return mailbox->capacity - (at & (mailbox->capacity - 1));
}

static uint64_t size_of(uint64_t len)
{
	return HEAD_SIZE + ((len + HEAD_SIZE - 1) & ~(uint64_t) (HEAD_SIZE - 1));
}

/* False: there is no room for so many bytes. Otherwise *at is where. */
static bool make_room(struct sp_mailbox *mailbox, uint64_t size, uint64_t *at)
{
	uint64_t taken = load(&mailbox->taken), end = last_of(mailbox);
	uint64_t left = left_in_ring(mailbox, end);

	if (taken >= end) {
		*at = left < mailbox->capacity ? end + left : end;
		store(&mailbox->taken, *at);
		return true;
	}
	*at = left < size ? end + left : end;
	if (*at + size - taken > mailbox->capacity) {
		return false;
	}
	if (*at != end) {
		*head_at(mailbox, end) = FILLER;
	}
	return true;
}

static void write_at(struct sp_mailbox *mailbox, uint64_t at, const struct sp_span *parts,
	size_t count, uint64_t len)
{
	char *place = (char *) (head_at(mailbox, at) + 1);

	*head_at(mailbox, at) = len;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].len > 0) {
			memcpy(place, parts[i].data, parts[i].len);
			place += parts[i].len;
		}
	}
}

/* The reader looks at end after it has moved taken, and this looks at taken after it has moved end:
 * one of the two sees what the other has done. */
static bool publish(struct sp_mailbox *mailbox, uint64_t next)
{
	uint64_t before = load(&mailbox->end);

	store(&mailbox->end, next);
	return load(&mailbox->taken) >= before;
}

enum sp_mailbox_put sp_mailbox_put(struct sp_mailbox *mailbox, int32_t reader,
	const struct sp_span *parts, size_t count, uint64_t *at, bool *wake)
{
	uint64_t len = 0, most = mailbox->capacity / 2 - HEAD_SIZE;
	enum sp_mailbox_put done = SP_MAILBOX_PUT;

	*wake = false;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].len > most - len) {
			return SP_MAILBOX_TOO_LARGE;
		}
		len += parts[i].len;
	}
	enter(mailbox);
	if (mailbox->reader != reader) {
		done = SP_MAILBOX_NOBODY;
	} else if (!make_room(mailbox, size_of(len), at)) {
		done = SP_MAILBOX_FULL;
	} else {
		write_at(mailbox, *at, parts, count, len);
		*wake = publish(mailbox, *at + size_of(len));
	}
	sp_shared_lock_leave(&mailbox->lock);
	return done;
}

/* A process may have written over it by mistake: a length is believed only if it fits. */
static bool is_possible(const struct sp_mailbox *mailbox, uint64_t at, uint64_t end, uint64_t len)
{
	return len <= mailbox->capacity && size_of(len) <= end - at &&
		   size_of(len) <= left_in_ring(mailbox, at);
}

bool sp_mailbox_look(struct sp_mailbox *mailbox, struct sp_span *message)
{
	uint64_t end = load(&mailbox->end), at = load(&mailbox->taken), len;

	if (at < end && *head_at(mailbox, at) == FILLER && left_in_ring(mailbox, at) < end - at) {
		at += left_in_ring(mailbox, at);
		store(&mailbox->taken, at);
	}
	if (at >= end) {
		return false;
	}
	len = *head_at(mailbox, at);
	if (!is_possible(mailbox, at, end, len)) {
		store(&mailbox->taken, end); /* all that is there is given up */
		return false;
	}
	*message = (struct sp_span){(const char *) (head_at(mailbox, at) + 1), (size_t) len};
	return true;
}

uint64_t sp_mailbox_take(struct sp_mailbox *mailbox)
{
	uint64_t at = load(&mailbox->taken);

	store(&mailbox->taken, at + size_of(*head_at(mailbox, at)));
	return at;
}

void sp_mailbox_begin(struct sp_mailbox *mailbox, uint64_t at)
{
	store(&mailbox->begun, at + HEAD_SIZE); /* the next one is behind that */
}

bool sp_mailbox_was_left(struct sp_mailbox *mailbox, int32_t reader, uint64_t at)
{
	bool left;

	enter(mailbox);
	left = mailbox->left == reader && at >= mailbox->left_at;
	sp_shared_lock_leave(&mailbox->lock);
	return left;
}
