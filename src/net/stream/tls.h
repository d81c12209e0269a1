/* SPDX-License-Identifier: MIT */
/*
 * TLS for a stream that we open: OpenSSL on a non-blocking socket. The certificate is checked
 * against the host's name unless the settings say otherwise.
 */
#ifndef SP_NET_STREAM_TLS_H
#define SP_NET_STREAM_TLS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/error.h"

/* Texts are borrowed during sp_tls_context_new(). */
struct sp_tls_settings {
	const char *cafile; /* NULL: the system's authorities */
	const char *cert;   /* our own certificate, NULL: none */
	const char *key;    /* of cert; NULL: in the same file */
	bool insecure;      /* the server's certificate is not checked */
};

struct sp_tls_context;
struct sp_tls;

/* NULL: *error says why, for example which file cannot be read. */
struct sp_tls_context *sp_tls_context_new(
	const struct sp_tls_settings *settings, struct sp_error *error);

void sp_tls_context_free(struct sp_tls_context *context);

/* For a connected socket, which remains the caller's. host: a name or an address; borrowed. NULL:
 * out of memory. */
struct sp_tls *sp_tls_new(struct sp_tls_context *context, int fd, const char *host);

void sp_tls_free(struct sp_tls *tls);

/* 1: done. 0: call it again when the socket is readable, or writable if *for_writing. -1: failed,
 * see sp_tls_why(). */
int sp_tls_handshake(struct sp_tls *tls, bool *for_writing);

/* Like send() and recv(). -1 with errno EAGAIN, or with EPROTO: see sp_tls_why(). */
ssize_t sp_tls_send(struct sp_tls *tls, const void *data, size_t len);
ssize_t sp_tls_recv(struct sp_tls *tls, void *data, size_t size);

/* True: more can be received, though the socket may not become readable. */
bool sp_tls_pending(const struct sp_tls *tls);

/* Why it failed. Borrowed. */
const char *sp_tls_why(const struct sp_tls *tls);

/* "OpenSSL 3.0.18": the version in use. */
const char *sp_tls_library(void);

#endif
