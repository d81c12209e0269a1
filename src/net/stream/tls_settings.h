/* SPDX-License-Identifier: MIT */
/*
 * What a port with TLS is asked for.
 */
#ifndef SP_NET_STREAM_TLS_SETTINGS_H
#define SP_NET_STREAM_TLS_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

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

#endif
