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

#include "base/peers.h"

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

/* What it is called where connections are counted. 0: the port has no limits per address, or it is
 * a unix socket. */
uint64_t sp_peer_key(const struct sp_listener *listener, const struct sp_peer_name *name);

/* One more connection with this key, which may be 0. With a machine, its roll has been entered. */
enum sp_peer_verdict sp_peer_enter(struct sp_listener *listener, uint64_t key);

/* One that was not welcome: counted and logged. The caller refuses with 429. */
void sp_peer_refuse(
	struct sp_listener *listener, const struct sp_peer_name *name, enum sp_peer_verdict verdict);

/* The connection counts for this address from now on; before, it counted for nobody. False: that
 * has had its share, and sp_peer_refuse() was called. */
bool sp_peer_welcome(struct sp_listener *listener, int64_t id, const struct sp_peer_name *name);

/* The same for one that another process of this server has welcomed. */
void sp_peer_take_over(struct sp_listener *listener, int64_t id, const struct sp_peer_name *name);

/* It counts for nobody from now on. */
void sp_peer_left(struct sp_listener *listener, int64_t id, const struct sp_peer_name *name);

#endif
