/* SPDX-License-Identifier: MIT */
/*
 * What a client of TLS 1.3 sends besides data: one read handles one record of it, however many have
 * arrived, so a client that sends nothing else does not keep the loop from everybody else.
 * The sources are part of this one, since other programs have them without OpenSSL.
 * with: -lssl -lcrypto
 */
#define HAVE_SEATPUSH_TLS
#include "net/stream/tls_peer.c"
#include "net/stream/tls_port.c"
#include "net/stream/tls_text.c"
#include "net/stream/tls_tickets.c"

#include <unistd.h>

#include <openssl/x509.h>

#include "check.h"

#define UPDATES 200

static char file[] = "/tmp/seatpush-tls-XXXXXX";

/* A key and a certificate of it, in file. */
static void write_certificate(void)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, NULL);
	FILE *out = fdopen(mkstemp(file), "w");
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

static struct sp_tls_port *make_port(void)
{
	const struct sp_tls_port_settings settings = {.cert_file = file};
	const unsigned char secret[SP_TLS_SECRET] = {1};
	struct sp_error error;

	return sp_tls_port_new(&settings, "port", secret, &error);
}

static SSL *make_client(SSL_CTX *context, int fd)
{
	SSL *client = SSL_new(context);

	SSL_set_fd(client, fd);
	SSL_set_connect_state(client);
	return client;
}

static void shake_hands(SSL *client, struct sp_tls_peer *peer)
{
	char none[1];

	while (SSL_do_handshake(client) != 1 || !sp_tls_peer_is_ready(peer)) {
		if (sp_tls_peer_recv(peer, none, sizeof(none)) >= 0 || errno != EAGAIN) {
			return;
		}
	}
}

static void test_updates(void)
{
	SSL_CTX *context = SSL_CTX_new(TLS_client_method());
	struct sp_tls_port *port;
	struct sp_tls_peer *peer;
	char text[8] = "";
	int pair[2], reads = 0;
	SSL *client;
	ssize_t n;

	write_certificate();
	port = make_port();
	ok(port != NULL, "a port");
	ok(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair) == 0, "two sockets");
	client = make_client(context, pair[0]);
	peer = sp_tls_peer_new(port, pair[1]);
	shake_hands(client, peer);
	ok(sp_tls_peer_is_ready(peer), "the handshake is over");
	for (int i = 0; i < UPDATES; i++) {
		SSL_key_update(client, SSL_KEY_UPDATE_NOT_REQUESTED);
		SSL_do_handshake(client);
	}
	SSL_write(client, "hello", 5);
	do {
		n = sp_tls_peer_recv(peer, text, sizeof(text));
		reads++;
	} while (n < 0 && errno == EAGAIN && reads <= UPDATES);
	ok(n == 5 && memcmp(text, "hello", 5) == 0, "what comes behind them arrives");
	ok(reads > UPDATES, "each took a read of its own");
	sp_tls_peer_free(peer);
	sp_tls_port_free(port);
	SSL_free(client);
	SSL_CTX_free(context);
	close(pair[0]);
	close(pair[1]);
	unlink(file);
}

int main(void)
{
	run(test_updates);
	return check_end();
}
