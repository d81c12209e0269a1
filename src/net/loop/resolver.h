/* SPDX-License-Identifier: MIT */
/*
 * Names to addresses without stopping the loop: getaddrinfo(3) runs in a thread of its own, because
 * it blocks for as long as a name server takes, and no asynchronous resolver knows all that it
 * does.
 */
#ifndef SP_NET_LOOP_RESOLVER_H
#define SP_NET_LOOP_RESOLVER_H

#include <sys/socket.h>

#include "base/error.h"
#include "net/loop/loop.h"

#define SP_RESOLVED_MAX 8

struct sp_resolved {
	int error; /* of getaddrinfo(3); 0: there is at least one address */
	int count;
	struct {
		socklen_t len;
		struct sockaddr_storage addr;
	} at[SP_RESOLVED_MAX];
};

struct sp_resolver;

/* Starts a lookup. done is called once, from the loop, unless the resolver is freed first. NULL:
 * *error says why. */
struct sp_resolver *sp_resolver_new(struct sp_loop *loop, const char *host, int port,
	void (*done)(void *arg, const struct sp_resolved *resolved), void *arg, struct sp_error *error);

/* May be called from done. A thread that is still looking up finds the socket closed, and ends. */
void sp_resolver_free(struct sp_resolver *resolver);

#endif
