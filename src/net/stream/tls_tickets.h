/* SPDX-License-Identifier: MIT */
/*
 * The keys that a port's session tickets are encrypted with.
 */
#ifndef SP_NET_STREAM_TLS_TICKETS_H
#define SP_NET_STREAM_TLS_TICKETS_H

#include <time.h>

#include "net/stream/tls_settings.h"

struct ssl_ctx_st;

/* Keys that follow from the secret (SP_TLS_SECRET bytes), from the port's name and rules, from the
 * authorities that the context has for clients, and from the time. */
void sp_tls_tickets_set(struct ssl_ctx_st *context, const unsigned char *secret, const char *name,
	const struct sp_tls_port_settings *settings, time_t from);

#endif
