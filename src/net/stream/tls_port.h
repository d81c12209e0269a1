/* SPDX-License-Identifier: MIT */
/*
 * TLS for a port on which we accept: its certificates, by the name that a client asks for, and the
 * rules of its handshakes. TLS 1.2 and 1.3, without renegotiation, compression and early data.
 *
 * Session tickets are encrypted with keys that follow from a secret, from what the port is, and
 * from the time: processes that have the secret in common accept each other's, and none are
 * accepted after SP_TLS_TICKET_S.
 */
#ifndef SP_NET_STREAM_TLS_PORT_H
#define SP_NET_STREAM_TLS_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#define SP_TLS_SECRET 32      /* bytes */
#define SP_TLS_TICKET_S 43200 /* for so long, at most, a ticket is accepted */
#define SP_TLS_RECORD 16384   /* bytes of a record, at most: RFC 8446 5.1 */
#define SP_TLS_VERSION_1_2 32 /* bits of protocols, which scripts know as SWOOLE_SSL_TLSv1_2 */
#define SP_TLS_VERSION_1_3 64

/* Texts are borrowed for the port's life; NULL: not set. */
struct sp_tls_port_settings {
	const char *cert_file; /* PEM: the certificate, then those of its issuers */
	const char *key_file;  /* PEM; NULL: in cert_file */
	const char *passphrase;
	const char *sni_certs;  /* lines of "name<tab>cert_file<tab>key_file<tab>passphrase" */
	int64_t protocols;      /* bits; without either of the two versions: both */
	const char *ciphers;    /* of TLS 1.2, as in ciphers(1) */
	const char *ecdh_curve; /* groups separated by colons; "auto" is as NULL */
	bool prefer_server_ciphers;
	bool verify_peer;             /* clients must have a certificate */
	bool allow_self_signed;       /* one that nobody else has signed will do */
	const char *client_cert_file; /* PEM: who signs the certificates of clients */
	int64_t verify_depth;
};

struct sp_tls_port;
struct ssl_ctx_st;

/* secret: SP_TLS_SECRET bytes. name: what the port is called; a ticket of another port is not
 * accepted. NULL: *error says which option to change. */
struct sp_tls_port *sp_tls_port_new(const struct sp_tls_port_settings *settings, const char *name,
	const unsigned char *secret, struct sp_error *error);

/* port may be NULL. Its connections may outlive it if nothing is received on them. */
void sp_tls_port_free(struct sp_tls_port *port);

/* Reads the files again: for new connections. False: *error says why, and nothing has changed. */
bool sp_tls_port_reload(struct sp_tls_port *port, struct sp_error *error);

/* Of the certificate for clients that name no host we know. Borrowed. */
struct ssl_ctx_st *sp_tls_port_context(struct sp_tls_port *port);

/* Memory for one record on its way out, which belongs to whoever writes, until it has written. */
char *sp_tls_port_record(struct sp_tls_port *port);

#endif
