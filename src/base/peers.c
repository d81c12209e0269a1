/* SPDX-License-Identifier: MIT */
/*
 * The block: struct sp_peers, the peers, the first peer of each bucket. Peers are named by their
 * number + 1, so that zeroed memory means none. Each that was ever used is in its bucket's chain.
 * Those without connections are in a second list as well, whoever had the last one first: their
 * room is used again, and until then it is known how many they opened.
 */
#include "base/peers.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define KEY_LEN 8
#define V4_LEN 4
#define V6_LEN 16
#define MAPPED_PREFIX 12 /* bytes before the IPv4 address in ::ffff:a.b.c.d */
#define CAPACITY_MAX ((uint32_t) 1 << 30)

struct peer {
	uint64_t key;
	uint32_t next;         /* in its bucket */
	uint32_t older, newer; /* of those without connections; of others 0 */
	uint32_t open;         /* connections */
	uint32_t rate_s;       /* the second that entered belongs to */
	uint32_t entered;      /* connections accepted in that second */
};

struct sp_peers {
	uint32_t capacity;
	uint32_t complement;     /* of capacity; if it is not, somebody has scribbled over the block */
	uint32_t fresh;          /* peers from this number on were never used */
	uint32_t count;          /* peers with connections */
	uint32_t oldest, newest; /* of those without */
	struct peer peers[];
};

_Static_assert(sizeof(struct sp_peers) % 8 == 0, "peers are aligned");

static uint32_t bucket_count(uint32_t capacity)
{
	return capacity / 2 + 1;
}

/* Whatever the block says, nothing outside of it is used: of capacity there are two copies, and
 * everything else is held against it. */
static uint32_t capacity_of(const struct sp_peers *peers)
{
	return peers->complement == ~peers->capacity ? peers->capacity : 0;
}

/* NULL: number is 0, or makes no sense. */
static struct peer *peer_at(struct sp_peers *peers, uint32_t number)
{
	return number > 0 && number <= capacity_of(peers) ? &peers->peers[number - 1] : NULL;
}

static uint32_t *head_of(struct sp_peers *peers, uint64_t key)
{
	uint32_t capacity = capacity_of(peers);
	uint32_t *heads = (uint32_t *) (void *) (peers->peers + capacity);

	return &heads[(key >> 32) * bucket_count(capacity) >> 32];
}

/* 0: it is not there. */
static uint32_t find(struct sp_peers *peers, uint64_t key)
{
	uint32_t steps = capacity_of(peers); /* if a chain has become a circle */
	uint32_t number = steps > 0 ? *head_of(peers, key) : 0;
	const struct peer *peer;

	for (; steps > 0 && (peer = peer_at(peers, number)) != NULL; steps--, number = peer->next) {
		if (peer->key == key) {
			return number;
		}
	}
	return 0;
}

static void link_in(struct sp_peers *peers, uint32_t number)
{
	struct peer *peer = peer_at(peers, number);
	uint32_t *head = head_of(peers, peer->key);

	peer->next = *head;
	*head = number;
}

static void unlink_from_bucket(struct sp_peers *peers, uint32_t number)
{
	uint32_t steps = capacity_of(peers);
	uint32_t *link = head_of(peers, peer_at(peers, number)->key);
	struct peer *peer;

	for (; steps > 0 && (peer = peer_at(peers, *link)) != NULL; steps--, link = &peer->next) {
		if (*link == number) {
			*link = peer->next;
			return;
		}
	}
}

/* It has no connections any more. */
static void become_idle(struct sp_peers *peers, uint32_t number)
{
	struct peer *peer = peer_at(peers, number), *before = peer_at(peers, peers->newest);

	peer->older = peers->newest;
	peer->newer = 0;
	peers->newest = number;
	if (before != NULL) {
		before->newer = number;
	} else {
		peers->oldest = number;
	}
}

static void end_idle(struct sp_peers *peers, uint32_t number)
{
	struct peer *peer = peer_at(peers, number);
	struct peer *older = peer_at(peers, peer->older), *newer = peer_at(peers, peer->newer);

	if (older != NULL) {
		older->newer = peer->newer;
	} else {
		peers->oldest = peer->newer;
	}
	if (newer != NULL) {
		newer->older = peer->older;
	} else {
		peers->newest = peer->older;
	}
	peer->older = 0;
	peer->newer = 0;
}

/* Nothing is lost with the oldest of those without connections, if it has opened none in this
 * second. Of those behind it some may be the same: they are found in the next second. */
static bool has_forgettable(struct sp_peers *peers, uint32_t now_s)
{
	const struct peer *oldest = peer_at(peers, peers->oldest);

	return oldest != NULL && oldest->rate_s < now_s;
}

/* The number of one that may be somebody else's now, in no list. 0: there is none. */
static uint32_t take(struct sp_peers *peers, uint32_t now_s)
{
	uint32_t oldest = peers->oldest;

	if (!has_forgettable(peers, now_s) && peers->fresh < capacity_of(peers)) {
		return ++peers->fresh;
	}
	if (peer_at(peers, oldest) == NULL) {
		return 0;
	}
	end_idle(peers, oldest);
	unlink_from_bucket(peers, oldest);
	return oldest;
}

/* One without connections, if it was not there. 0: there is no room. */
static uint32_t find_or_make(struct sp_peers *peers, uint64_t key, uint32_t now_s)
{
	uint32_t number = find(peers, key);

	if (number != 0) {
		return number;
	}
	number = take(peers, now_s);
	if (number != 0) {
		*peer_at(peers, number) = (struct peer){.key = key};
		link_in(peers, number);
		become_idle(peers, number);
	}
	return number;
}

static void add(struct sp_peers *peers, uint32_t number)
{
	struct peer *peer = peer_at(peers, number);

	if (peer->open == 0) {
		end_idle(peers, number);
		peers->count++;
	}
	peer->open++;
}

uint64_t sp_peers_size(uint32_t capacity)
{
	uint64_t heads = ((uint64_t) bucket_count(capacity) * sizeof(uint32_t) + 7) & ~UINT64_C(7);

	return sizeof(struct sp_peers) + (uint64_t) capacity * sizeof(struct peer) + heads;
}

void sp_peers_init(struct sp_peers *peers, uint32_t capacity)
{
	peers->capacity = capacity;
	peers->complement = ~capacity;
}

void sp_peers_clear(struct sp_peers *peers, uint32_t capacity)
{
	*peers = (struct sp_peers){.capacity = capacity, .complement = ~capacity};
	memset(peers->peers + capacity, 0, bucket_count(capacity) * sizeof(uint32_t));
}

struct sp_peers *sp_peers_new(uint32_t capacity)
{
	struct sp_peers *peers = calloc(1, (size_t) sp_peers_size(capacity));

	if (peers != NULL) {
		sp_peers_init(peers, capacity);
	}
	return peers;
}

void sp_peers_grow(struct sp_peers **peers, uint32_t now_s)
{
	struct sp_peers *smaller = *peers, *larger;
	uint32_t capacity = smaller->capacity;

	if (smaller->fresh < capacity || has_forgettable(smaller, now_s) || capacity >= CAPACITY_MAX ||
		(larger = sp_peers_new(capacity * 2)) == NULL) {
		return;
	}
	larger->fresh = smaller->fresh;
	larger->count = smaller->count;
	larger->oldest = smaller->oldest;
	larger->newest = smaller->newest;
	memcpy(larger->peers, smaller->peers, capacity * sizeof(struct peer));
	for (uint32_t number = 1; number <= capacity; number++) {
		link_in(larger, number);
	}
	free(smaller);
	*peers = larger;
}

uint64_t sp_peers_key(uint64_t seed, const uint8_t *addr, size_t addr_len)
{
	static const uint8_t mapped[MAPPED_PREFIX] = {[10] = 0xFF, [11] = 0xFF};
	uint8_t bytes[KEY_LEN] = {0};
	uint64_t key;

	if (addr_len == V6_LEN && memcmp(addr, mapped, MAPPED_PREFIX) != 0) {
		memcpy(bytes, addr, KEY_LEN);
	} else if (addr_len == V6_LEN || addr_len == V4_LEN) {
		/* No IPv6 source address begins with FFFF:FFFF, which is multicast, so the two kinds of key
		 * never meet. */
		memset(bytes, 0xFF, KEY_LEN - V4_LEN);
		memcpy(bytes + KEY_LEN - V4_LEN, addr_len == V4_LEN ? addr : addr + MAPPED_PREFIX, V4_LEN);
	} else {
		return 0;
	}
	key = sp_hash(seed, bytes, sizeof(bytes));
	return key != 0 ? key : 1;
}

enum sp_peer_verdict sp_peers_enter(
	struct sp_peers *peers, uint64_t key, uint32_t now_s, const struct sp_peer_limits *limits)
{
	uint32_t number = find_or_make(peers, key, now_s);
	struct peer *peer = peer_at(peers, number);

	if (peer == NULL) {
		return SP_PEER_WELCOME;
	}
	if (peer->rate_s < now_s) {
		peer->rate_s = now_s;
		peer->entered = 0;
	}
	if (limits->open > 0 && peer->open >= limits->open) {
		return SP_PEER_TOO_MANY;
	}
	if (limits->rate > 0 && peer->entered >= limits->rate) {
		return SP_PEER_TOO_FAST;
	}
	peer->entered++;
	add(peers, number);
	return SP_PEER_WELCOME;
}

void sp_peers_take_over(struct sp_peers *peers, uint64_t key)
{
	uint32_t number = find_or_make(peers, key, 0);

	if (number != 0) {
		add(peers, number);
	}
}

void sp_peers_leave(struct sp_peers *peers, uint64_t key)
{
	uint32_t number = find(peers, key);
	struct peer *peer = peer_at(peers, number);

	if (peer == NULL || peer->open == 0) {
		return;
	}
	peer->open--;
	if (peer->open == 0) {
		peers->count--;
		become_idle(peers, number);
	}
}

uint32_t sp_peers_count(const struct sp_peers *peers)
{
	return peers->count;
}

uint32_t sp_peers_open(struct sp_peers *peers, uint64_t key)
{
	const struct peer *peer = peer_at(peers, find(peers, key));

	return peer != NULL ? peer->open : 0;
}
