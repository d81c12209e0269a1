/* SPDX-License-Identifier: MIT */
/*
 * A hash table with chaining. Each entry has an open connection or was seen within the last second,
 * so the number of connections that can be accepted bounds its size.
 */
#include "base/peers.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#define KEY_LEN 8
#define BUCKETS_MIN 64u
#define V4_LEN 4
#define V6_LEN 16
#define MAPPED_PREFIX 12 /* bytes before the IPv4 address in ::ffff:a.b.c.d */

struct peer {
	struct peer *next;
	uint64_t key;
	uint32_t open;    /* connections */
	uint32_t rate_s;  /* the second that entered belongs to */
	uint32_t entered; /* connections accepted in that second */
};

struct sp_peers {
	struct peer **buckets;
	uint32_t size; /* number of buckets, a power of two */
	uint32_t count;
	uint64_t seed; /* so that nobody can choose addresses that share a chain */
};

struct sp_peers *sp_peers_new(void)
{
	struct sp_peers *peers = calloc(1, sizeof(*peers));

	if (peers == NULL) {
		return NULL;
	}
	peers->size = BUCKETS_MIN;
	peers->buckets = calloc(peers->size, sizeof(struct peer *));
	if (peers->buckets == NULL) {
		free(peers);
		return NULL;
	}
	peers->seed = sp_hash_seed(peers);
	return peers;
}

void sp_peers_free(struct sp_peers *peers)
{
	if (peers == NULL) {
		return;
	}
	for (uint32_t i = 0; i < peers->size; i++) {
		struct peer *peer, *next;

		for (peer = peers->buckets[i]; peer != NULL; peer = next) {
			next = peer->next;
			free(peer);
		}
	}
	free(peers->buckets);
	free(peers);
}

/* False: the address is not counted. */
static bool key_of(const uint8_t *addr, size_t len, uint64_t *key)
{
	static const uint8_t mapped[MAPPED_PREFIX] = {[10] = 0xFF, [11] = 0xFF};
	uint8_t bytes[KEY_LEN] = {0};

	if (len == V6_LEN && memcmp(addr, mapped, MAPPED_PREFIX) != 0) {
		memcpy(bytes, addr, KEY_LEN);
	} else if (len == V6_LEN || len == V4_LEN) {
		/* No IPv6 source address begins with FFFF:FFFF, which is multicast, so the two kinds of key
		 * never meet. */
		memset(bytes, 0xFF, KEY_LEN - V4_LEN);
		memcpy(bytes + KEY_LEN - V4_LEN, len == V4_LEN ? addr : addr + MAPPED_PREFIX, V4_LEN);
	} else {
		return false;
	}
	memcpy(key, bytes, KEY_LEN);
	return true;
}

static struct peer **bucket_of(const struct sp_peers *peers, uint64_t key)
{
	return &peers->buckets[sp_hash(peers->seed, &key, sizeof(key)) & (peers->size - 1)];
}

/* The place of the pointer to the peer; it holds NULL if there is no such peer. */
static struct peer **place_of(const struct sp_peers *peers, uint64_t key)
{
	struct peer **place = bucket_of(peers, key);

	while (*place != NULL && (*place)->key != key) {
		place = &(*place)->next;
	}
	return place;
}

/* Without memory the table keeps its size, and its chains grow. */
static void grow(struct sp_peers *peers)
{
	struct sp_peers bigger = {.size = peers->size * 2, .count = peers->count, .seed = peers->seed};

	bigger.buckets = calloc(bigger.size, sizeof(struct peer *));
	if (bigger.buckets == NULL) {
		return;
	}
	for (uint32_t i = 0; i < peers->size; i++) {
		struct peer *peer, *next;

		for (peer = peers->buckets[i]; peer != NULL; peer = next) {
			struct peer **bucket = bucket_of(&bigger, peer->key);

			next = peer->next;
			peer->next = *bucket;
			*bucket = peer;
		}
	}
	free(peers->buckets);
	*peers = bigger;
}

static struct peer *get(struct sp_peers *peers, uint64_t key)
{
	struct peer **place = place_of(peers, key);
	struct peer *peer = *place;

	if (peer != NULL) {
		return peer;
	}
	if (peers->count >= peers->size) {
		grow(peers);
		place = place_of(peers, key);
	}
	peer = calloc(1, sizeof(*peer));
	if (peer != NULL) {
		peer->key = key;
		*place = peer;
		peers->count++;
	}
	return peer;
}

enum sp_peer_verdict sp_peers_enter(struct sp_peers *peers, const uint8_t *addr, size_t addr_len,
	uint32_t now_s, int64_t max_open, int64_t max_rate)
{
	uint64_t key;
	struct peer *peer = key_of(addr, addr_len, &key) ? get(peers, key) : NULL;

	if (peer == NULL) {
		return SP_PEER_WELCOME;
	}
	if (peer->rate_s != now_s) {
		peer->rate_s = now_s;
		peer->entered = 0;
	}
	if (max_open > 0 && peer->open >= max_open) {
		return SP_PEER_TOO_MANY;
	}
	if (max_rate > 0 && peer->entered >= max_rate) {
		return SP_PEER_TOO_FAST;
	}
	peer->open++;
	peer->entered++;
	return SP_PEER_WELCOME;
}

static bool forgettable(const struct peer *peer, uint32_t now_s)
{
	return peer->open == 0 && peer->rate_s != now_s;
}

static void forget(struct sp_peers *peers, struct peer **place)
{
	struct peer *peer = *place;

	*place = peer->next;
	free(peer);
	peers->count--;
}

void sp_peers_leave(struct sp_peers *peers, const uint8_t *addr, size_t addr_len, uint32_t now_s)
{
	struct peer **place;
	uint64_t key;

	if (peers == NULL || !key_of(addr, addr_len, &key)) {
		return;
	}
	place = place_of(peers, key);
	if (*place == NULL || (*place)->open == 0) {
		return;
	}
	(*place)->open--;
	if (forgettable(*place, now_s)) {
		forget(peers, place);
	}
}

void sp_peers_sweep(struct sp_peers *peers, uint32_t now_s)
{
	for (uint32_t i = 0; peers != NULL && i < peers->size; i++) {
		struct peer **place = &peers->buckets[i];

		while (*place != NULL) {
			if (forgettable(*place, now_s)) {
				forget(peers, place);
			} else {
				place = &(*place)->next;
			}
		}
	}
}

uint32_t sp_peers_count(const struct sp_peers *peers)
{
	return peers->count;
}
