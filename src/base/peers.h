/* SPDX-License-Identifier: MIT */
/*
 * How many connections each address has, and how many it opened within this second. Of an IPv6
 * address only the first 64 bits count, because that is what one household gets; an IPv4-mapped
 * IPv6 address counts as the IPv4 address.
 *
 * The table is one block without pointers, so it may lie in memory that processes share. They need
 * a lock of their own around each call. A process may be killed in a call if the next one clears
 * the table and takes all over that are open: nothing outside of the block is touched, whatever is
 * in it.
 */
#ifndef SP_BASE_PEERS_H
#define SP_BASE_PEERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sp_peers;

/* How long the block is for so many addresses. */
uint64_t sp_peers_size(uint32_t capacity);

/* Makes a table of a block of sp_peers_size() zeroes, aligned to 8. Touches only its beginning. */
void sp_peers_init(struct sp_peers *peers, uint32_t capacity);

/* All is forgotten, whatever is in the block. */
void sp_peers_clear(struct sp_peers *peers, uint32_t capacity);

/* A table in memory of its own, to be freed with free(). NULL: out of memory. */
struct sp_peers *sp_peers_new(uint32_t capacity);

/* If there is no room for another address, puts a larger table in the place of one that is in
 * memory of its own. Without memory it stays as it is. */
void sp_peers_grow(struct sp_peers **peers, uint32_t now_s);

/* Who is counted: addr has 4 or 16 bytes in network order. Nobody can choose addresses with the
 * same key who does not know the seed. 0: an address without bytes, as of a unix socket, is not
 * counted. */
uint64_t sp_peers_key(uint64_t seed, const uint8_t *addr, size_t addr_len);

/* 0: no limit. */
struct sp_peer_limits {
	int64_t open; /* connections */
	int64_t rate; /* connections that are opened within a second */
};

enum sp_peer_verdict {
	SP_PEER_WELCOME,  /* counted: call sp_peers_leave() when the connection ends */
	SP_PEER_TOO_MANY, /* has as many connections as it may; not counted */
	SP_PEER_TOO_FAST, /* has opened as many in this second as it may; not counted */
};

/* One more connection of that key. Seconds are those of any clock that all who use the table share;
 * one that is past already counts as the last one that was seen. If there is no room in the table
 * it is welcome and not counted, and its leaving has no effect: that is only if as many addresses
 * have connections as the table is for. */
enum sp_peer_verdict sp_peers_enter(
	struct sp_peers *peers, uint64_t key, uint32_t now_s, const struct sp_peer_limits *limits);

/* The same for one that was welcome before. It was not opened now. */
void sp_peers_take_over(struct sp_peers *peers, uint64_t key);

/* A connection has ended. What was opened in this second is known until its room is needed. */
void sp_peers_leave(struct sp_peers *peers, uint64_t key);

/* How many addresses have connections. */
uint32_t sp_peers_count(const struct sp_peers *peers);

/* How many connections that one has. */
uint32_t sp_peers_open(struct sp_peers *peers, uint64_t key);

#endif
