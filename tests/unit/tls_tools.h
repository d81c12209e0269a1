/* SPDX-License-Identifier: MIT */
/*
 * A port with TLS and a client of it, in one process, over a pair of sockets. The sources are part
 * of the program, since other programs have them without OpenSSL.
 */
#ifndef SP_TESTS_TLS_TOOLS_H
#define SP_TESTS_TLS_TOOLS_H

#define HAVE_SEATPUSH_TLS
#include "net/stream/tls_peer.c"
#include "net/stream/tls_port.c"
#include "net/stream/tls_text.c"
#include "net/stream/tls_tickets.c"

#include <unistd.h>

#include <openssl/x509.h>

static char tls_file[] = "/tmp/seatpush-tls-XXXXXX";

/* A key and a certificate of it, in tls_file. */
static inline void write_certificate(void)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, NULL);
	FILE *out = fdopen(mkstemp(tls_file), "w");
	X509 *certificate = X509_new();
	EVP_PKEY *key = NULL;

	EVP_PKEY_keygen_init(context);
	EVP_PKEY_keygen(context, &key);
	X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
	X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
	X509_set_pubkey(certificate, key);
	X509_sign(certificate, key, NULL);
	PEM_write_X509(out, certificate);
	PEM_write_PrivateKey(out, key, NULL, NULL, 0, NULL, NULL);
	fclose(out);
	X509_free(certificate);
	EVP_PKEY_free(key);
	EVP_PKEY_CTX_free(context);
}

static inline struct sp_tls_port *make_port(void)
{
	const struct sp_tls_port_settings settings = {.cert_file = tls_file};
	const unsigned char secret[SP_TLS_SECRET] = {1};
	struct sp_error error;

	return sp_tls_port_new(&settings, "port", secret, &error);
}

static inline SSL *make_client(SSL_CTX *context, int fd)
{
	SSL *client = SSL_new(context);

	SSL_set_fd(client, fd);
	SSL_set_connect_state(client);
	return client;
}

static inline void shake_hands(SSL *client, struct sp_tls_peer *peer)
{
	char none[1];

	while (SSL_do_handshake(client) != 1 || !sp_tls_peer_is_ready(peer)) {
		if (sp_tls_peer_recv(peer, none, sizeof(none)) >= 0 || errno != EAGAIN) {
			return;
		}
	}
}

#endif
