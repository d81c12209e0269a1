/* SPDX-License-Identifier: MIT */
/*
 * How many connections each address has, and how many it opened within this second: one table a
 * port, only where a port limits them. Of an IPv6 address the first 64 bits count, since that
 * is what one household gets; an IPv4 address in IPv6 form counts as what it is.
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
	SP_PEER_WELCOME,  /* counted; sp_peers_leave() when it ends */
	SP_PEER_TOO_MANY, /* has max_open connections already; not counted */
	SP_PEER_TOO_FAST, /* opened max_rate in this second already; not counted */
};

/* A connection from an address comes. addr: its 4 or 16 bytes, in network order; one
 * without bytes (a unix socket) is welcome and not counted. Limits of 0 do not count. Out of
 * memory, everyone is welcome, and leaving is without effect. */
enum sp_peer_verdict sp_peers_enter(struct sp_peers *peers, const uint8_t *addr, size_t addr_len,
	uint32_t now_s, int64_t max_open, int64_t max_rate);

/* It ends. peers may be NULL. */
void sp_peers_leave(struct sp_peers *peers, const uint8_t *addr, size_t addr_len, uint32_t now_s);

/* Once a second: forgets addresses without connections. */
void sp_peers_sweep(struct sp_peers *peers, uint32_t now_s);

/* Addresses that are known. */
uint32_t sp_peers_count(const struct sp_peers *peers);

#endif
