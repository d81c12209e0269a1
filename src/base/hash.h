/* SPDX-License-Identifier: MIT */
/*
 * A keyed hash for tables whose keys are chosen by peers: without the seed, nobody can pick names
 * that share a bucket. Not for secrets.
 */
#ifndef SP_BASE_HASH_H
#define SP_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/system.h"

/* The two halves of the 128-bit product of a and b, XORed. */
static inline uint64_t sp_hash_mix(uint64_t a, uint64_t b)
{
	uint64_t a_low = (uint32_t) a, a_high = a >> 32, b_low = (uint32_t) b, b_high = b >> 32;
	uint64_t cross = a_high * b_low + (a_low * b_low >> 32);
	uint64_t other = a_low * b_high + (uint32_t) cross;

	return (a * b) ^ (a_high * b_high + (cross >> 32) + (other >> 32));
}

static inline uint64_t sp_hash(uint64_t seed, const void *data, size_t len)
{
	const char *at = data;
	uint64_t hash = seed ^ len, word;

	for (; len >= sizeof(word); at += sizeof(word), len -= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		hash = sp_hash_mix(hash ^ word, seed ^ UINT64_C(0xA0761D6478BD642F));
	}
	word = 0;
	memcpy(&word, at, len);
	return sp_hash_mix(hash ^ word, seed ^ UINT64_C(0xE7037ED1A0B428DB));
}

/* A seed for a table. The address in fallback is used if the system has no entropy to give. */
static inline uint64_t sp_hash_seed(const void *fallback)
{
	uint64_t seed;

	return sp_entropy(&seed, sizeof(seed)) ? seed : (uint64_t) (uintptr_t) fallback;
}

#endif
