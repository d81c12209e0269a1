/* SPDX-License-Identifier: MIT */
/*
 * The TLS side of one connection that was accepted on a port with TLS. The handshake comes with the
 * first bytes that are received.
 *
 * What was taken and encrypted cannot be taken back, and OpenSSL would have to be given the same
 * bytes again. So what the kernel does not take at once waits here: at most one record, or what a
 * handshake sends.
 */
#ifndef SP_NET_STREAM_TLS_PEER_H
#define SP_NET_STREAM_TLS_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct iovec;
struct sp_tls_peer;
struct sp_tls_port;

/* For a non-blocking socket, which remains the caller's. The port is borrowed for the peer's life.
 * NULL: out of memory. */
struct sp_tls_peer *sp_tls_peer_new(struct sp_tls_port *port, int fd);

/* Nothing is sent. peer may be NULL. */
void sp_tls_peer_free(struct sp_tls_peer *peer);

/* The handshake is over. */
bool sp_tls_peer_is_ready(const struct sp_tls_peer *peer);

/* Like recv(2): the number of bytes, 0 at the end of input, or -1 and errno. EPROTO: see
 * sp_tls_peer_why(). */
ssize_t sp_tls_peer_recv(struct sp_tls_peer *peer, void *data, size_t size);

/* Like sendmsg(2). Takes nothing before the handshake is over (ENOTCONN), and nothing while
 * something waits (EAGAIN). Of several parts, as much goes into a record as it holds. */
ssize_t sp_tls_peer_send(struct sp_tls_peer *peer, const struct iovec *parts, size_t count);

/* Sends what waits. False: some still does. */
bool sp_tls_peer_drain(struct sp_tls_peer *peer);

/* Tells the peer that nothing follows (close_notify), as far as the kernel takes it. */
void sp_tls_peer_end(struct sp_tls_peer *peer);

/* Why it failed. Borrowed. */
const char *sp_tls_peer_why(const struct sp_tls_peer *peer);

/* It failed since the client speaks HTTP without TLS. */
bool sp_tls_peer_is_plain(const struct sp_tls_peer *peer);

/* The client's certificate as PEM, to be freed with free(). NULL: it has shown none. */
char *sp_tls_peer_certificate(const struct sp_tls_peer *peer);

#endif
