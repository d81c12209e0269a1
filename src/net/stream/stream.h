/* SPDX-License-Identifier: MIT */
/*
 * A byte stream to another server. The server's name is looked up off the loop, each of its
 * addresses is tried, and every step until the stream is open has a time-out. What is written waits
 * in a bounded buffer and goes out together at the next turn of the loop.
 */
#ifndef SP_NET_STREAM_STREAM_H
#define SP_NET_STREAM_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/loop/loop.h"

struct sp_stream;
struct sp_tls_context;

/* Where it goes: a unix socket's path, or a host and port. The stream borrows the texts for its
 * life. */
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
	/* The stream could not be opened, or is lost: why is a text. No event follows. */
	void (*on_lost)(void *arg, const char *why);
};

/* Starts to open a stream. connect_ms: how long each address may take. Borrows events for its life.
 * NULL: out of memory. */
struct sp_stream *sp_stream_new(struct sp_loop *loop, const struct sp_stream_address *address,
	uint64_t connect_ms, const struct sp_stream_events *events, void *arg);

void sp_stream_free(struct sp_stream *stream);

/* Copies data. Only for an open stream. False: too much is waiting already, or out of memory. */
bool sp_stream_write(struct sp_stream *stream, const void *data, size_t len);

#endif
