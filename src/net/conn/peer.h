/* SPDX-License-Identifier: MIT */
/*
 * Whose connection it is: the address that scripts are told and that limits count. At first it is
 * the other end of the socket; a proxy that is trusted may name another one.
 */
#ifndef SP_NET_CONN_PEER_H
#define SP_NET_CONN_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

struct sp_listener;

struct sp_peer_name {
	uint8_t family; /* AF_INET, AF_INET6, AF_UNIX; 0: not known */
	uint16_t port;
	uint8_t addr[16];
};

/* Bytes of addr that count. */
static inline size_t sp_addr_len(int family)
{
	return family == AF_INET6 ? 16 : family == AF_INET ? 4 : 0;
}

struct sp_peer_name sp_peer_name(const struct sockaddr *address, size_t len);

/* True if trusted_proxies has the address. */
bool sp_peer_trusted(const struct sp_listener *listener, const struct sp_peer_name *name);

/* One more connection of this address. False: it has had its share, which is counted and logged;
 * the caller refuses with 429. */
bool sp_peer_welcome(struct sp_listener *listener, const struct sp_peer_name *name);

/* Undoes it. */
void sp_peer_left(struct sp_listener *listener, const struct sp_peer_name *name);

#endif
