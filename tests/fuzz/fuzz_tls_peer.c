/* SPDX-License-Identifier: MIT */
/*
 * A connection with TLS: a client of OpenSSL's speaks with it, and at any time octets of the input
 * come between. What the client has sent arrives as it was, until such octets have come; nothing
 * arrives behind a failure, and no call goes on for ever. The keys are random, so a failure need
 * not repeat.
 *
 * The first octet of the input says whether the handshake comes first, and its version; the rest
 * are steps: what, how much, and its octets.
 *
 * with: -lssl -lcrypto
 */
#include <sys/uio.h>

#include "../unit/guard.h"
#include "../unit/tls_tools.h"
#include "base/span.h"

#define STEPS_MAX 64
#define READ_MAX 4096

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

static struct sp_tls_port *port;
static SSL_CTX *client_context;

struct pair {
	SSL *client;
	struct sp_tls_peer *peer;
	int fds[2];
	bool disturbed; /* the client's octets are not alone any more */
	bool failed;
	struct sp_buf sent, answered; /* by the client and not yet received; the same of the server */
};

static void prepare(void)
{
	if (port == NULL) {
		write_certificate();
		port = make_port();
		must(port != NULL);
		unlink(tls_file);
		client_context = SSL_CTX_new(TLS_client_method());
		SSL_CTX_set_mode(
			client_context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	}
}

static void begin(struct pair *pair, bool old)
{
	*pair = (struct pair){0};
	must(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair->fds) == 0);
	pair->client = make_client(client_context, pair->fds[0]);
	SSL_set_max_proto_version(pair->client, old ? TLS1_2_VERSION : TLS1_3_VERSION);
	pair->peer = sp_tls_peer_new(port, pair->fds[1]);
	must(pair->peer != NULL);
}

static void end(struct pair *pair)
{
	sp_tls_peer_end(pair->peer);
	sp_tls_peer_free(pair->peer);
	SSL_free(pair->client);
	close(pair->fds[0]);
	close(pair->fds[1]);
	sp_buf_fini(&pair->sent);
	sp_buf_fini(&pair->answered);
	ERR_clear_error();
}

static void receive(struct pair *pair)
{
	char data[READ_MAX];
	ssize_t n = sp_tls_peer_recv(pair->peer, data, sizeof(data));

	if (n > 0) {
		must(!pair->failed && (size_t) n <= pair->sent.len);
		must(memcmp(pair->sent.data, data, (size_t) n) == 0);
		sp_buf_consume(&pair->sent, (size_t) n);
	} else if (n < 0 && errno != EAGAIN) {
		must(errno == EPROTO || errno == EPIPE || errno == ECONNRESET);
		must(errno != EPROTO || pair->disturbed || SSL_get_shutdown(pair->client) != 0);
		pair->failed = true;
	}
	sp_tls_peer_drain(pair->peer);
}

/* In two parts, as a queue of two messages is written. */
static void answer(struct pair *pair, struct sp_span data)
{
	const struct iovec parts[] = {{(void *) data.data, data.len / 2},
		{(void *) (data.data + data.len / 2), data.len - data.len / 2}};
	ssize_t n = sp_tls_peer_send(pair->peer, parts, 2);

	must(n <= (ssize_t) data.len);
	if (n > 0) {
		must(sp_tls_peer_is_ready(pair->peer));
		must(sp_buf_append(&pair->answered, data.data, (size_t) n));
	}
}

static void client_reads(struct pair *pair)
{
	char data[READ_MAX];
	int n = SSL_read(pair->client, data, sizeof(data));

	if (n > 0) {
		must((size_t) n <= pair->answered.len);
		must(memcmp(pair->answered.data, data, (size_t) n) == 0);
		sp_buf_consume(&pair->answered, (size_t) n);
	}
	ERR_clear_error();
}

static void client_writes(struct pair *pair, struct sp_span data)
{
	int n = data.len > 0 ? SSL_write(pair->client, data.data, (int) data.len) : 0;

	if (n > 0) {
		must(sp_buf_append(&pair->sent, data.data, (size_t) n));
	}
	ERR_clear_error();
}

static void disturb(struct pair *pair, struct sp_span data)
{
	if (data.len > 0 && write(pair->fds[0], data.data, data.len) > 0) {
		pair->disturbed = true;
	}
}

static void step(struct pair *pair, unsigned what, struct sp_span data)
{
	switch (what % 8) {
	case 0:
		disturb(pair, data);
		break;
	case 1:
		client_writes(pair, data);
		break;
	case 2:
		answer(pair, data);
		break;
	case 3:
		client_reads(pair);
		break;
	case 4:
		SSL_key_update(pair->client, SSL_KEY_UPDATE_REQUESTED);
		SSL_do_handshake(pair->client);
		ERR_clear_error();
		break;
	case 5:
		SSL_shutdown(pair->client);
		ERR_clear_error();
		break;
	default:
		receive(pair);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	struct pair pair;
	size_t at = 1;

	if (len < 1) {
		return 0;
	}
	prepare();
	begin(&pair, (input[0] & 2) != 0);
	if (input[0] & 1) {
		shake_hands(pair.client, pair.peer);
		must(sp_tls_peer_is_ready(pair.peer));
	}
	for (int steps = 0; at + 2 <= len && steps < STEPS_MAX; steps++) {
		size_t much = input[at + 1] < len - at - 2 ? input[at + 1] : len - at - 2;

		step(&pair, input[at], (struct sp_span){(const char *) input + at + 2, much});
		at += 2 + much;
	}
	for (int i = 0; i < 4; i++) {
		receive(&pair);
	}
	end(&pair);
	return 0;
}
