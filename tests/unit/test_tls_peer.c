/* SPDX-License-Identifier: MIT */
/*
 * What a client of TLS 1.3 sends besides data: one read handles one record of it, however many have
 * arrived, so a client that sends nothing else does not keep the loop from everybody else.
 *
 * with: -lssl -lcrypto
 */
#include "check.h"
#include "tls_tools.h"

#define UPDATES 200

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
	unlink(tls_file);
}

int main(void)
{
	run(test_updates);
	return check_end();
}
