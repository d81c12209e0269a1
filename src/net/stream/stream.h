/* SPDX-License-Identifier: MIT */
/*
 * A byte stream to a server elsewhere. Its name is looked up off the loop, each of its addresses
 * is tried, and every step until it is open has a time-out. What is written waits in a bounded
 * buffer and goes out at the next turn of the loop, everything together.
 */
#ifndef SP_NET_STREAM_STREAM_H
#define SP_NET_STREAM_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/loop/loop.h"

struct sp_stream;
struct sp_tls_context;

/* Where it goes: a unix socket's path, or a host and port. Texts are borrowed for its life. */
struct sp_stream_address {
	const char *path; /* NULL: host and port */
	const char *host;
	int port;
	struct sp_tls_context *tls; /* NULL: in the clear; borrowed */
};

/* Called from the loop; each may free the stream. */
struct sp_stream_events {
	void (*on_open)(void *arg);
	void (*on_bytes)(void *arg, const char *data, size_t len);
	/* It could not be opened, or is lost: why is a text. Nothing is called after it. */
	void (*on_lost)(void *arg, const char *why);
};

/* Begins to open it. connect_ms: for each address to answer. events is borrowed. NULL: out of
 * memory. */
struct sp_stream *sp_stream_new(struct sp_loop *loop, const struct sp_stream_address *address,
	uint64_t connect_ms, const struct sp_stream_events *events, void *arg);

void sp_stream_free(struct sp_stream *stream);

/* Copies data. Only when it is open. False: too much waits already, or out of memory. */
bool sp_stream_write(struct sp_stream *stream, const void *data, size_t len);

#endif
