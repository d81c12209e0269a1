/* SPDX-License-Identifier: MIT */
/*
 * How many connections each address has, and how many it opened within this second. Each port that
 * limits them has one table. Of an IPv6 address only the first 64 bits count, because that is what
 * one household gets; an IPv4-mapped IPv6 address counts as the IPv4 address.
 */
#ifndef SP_BASE_PEERS_H
#define SP_BASE_PEERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sp_peers;

/* NULL: out of memory. */
struct sp_peers *sp_peers_new(void);
void sp_peers_free(struct sp_peers *peers);

enum sp_peer_verdict {
	SP_PEER_WELCOME,  /* counted: call sp_peers_leave() when the connection ends */
	SP_PEER_TOO_MANY, /* already has max_open connections; not counted */
	SP_PEER_TOO_FAST, /* already opened max_rate in this second; not counted */
};

/* A connection arrives from addr, 4 or 16 bytes in network order. An address without bytes (a unix
 * socket) is welcome and not counted. A limit of 0 means no limit. An address for which there is no
 * memory is welcome and not counted, and its leaving has no effect. */
enum sp_peer_verdict sp_peers_enter(struct sp_peers *peers, const uint8_t *addr, size_t addr_len,
	uint32_t now_s, int64_t max_open, int64_t max_rate);

/* A welcome connection has ended. peers may be NULL. */
void sp_peers_leave(struct sp_peers *peers, const uint8_t *addr, size_t addr_len, uint32_t now_s);

/* Once a second: forgets addresses without connections. */
void sp_peers_sweep(struct sp_peers *peers, uint32_t now_s);

/* How many addresses are in the table. */
uint32_t sp_peers_count(const struct sp_peers *peers);

#endif
