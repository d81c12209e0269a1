/* SPDX-License-Identifier: MIT */
#include "net/stream/tls_peer.h"

#ifdef HAVE_SEATPUSH_TLS

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include "base/buf.h"
#include "net/loop/descriptor.h"
#include "net/stream/tls_port.h"
#include "net/stream/tls_text.h"

/* A handshake sends a chain of certificates. A client that makes us answer and does not read gets
 * no further. */
#define REST_MAX ((size_t) 128 * 1024)
#define WHY_MAX 120

struct sp_tls_peer {
	SSL *ssl;
	struct sp_tls_port *port;
	struct sp_buf rest; /* encrypted, and not taken by the kernel yet */
	int fd;
	bool is_plain;
	bool broken; /* the kernel takes nothing any more */
	char *why;   /* owned; NULL: it has not failed */
};

/* --- what OpenSSL reads from and writes to --- */

static int bio_read(BIO *bio, char *data, int size)
{
	const struct sp_tls_peer *peer = BIO_get_data(bio);
	ssize_t n;

	BIO_clear_retry_flags(bio);
	n = sp_recv(peer->fd, data, (size_t) size);
	if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) {
		BIO_set_retry_read(bio);
	} else if (n == 0) {
		BIO_set_flags(bio, BIO_FLAGS_IN_EOF);
	}
	return (int) n;
}

/* Nothing goes out any more. The end of input makes the loop notice. */
static void give_up(struct sp_tls_peer *peer)
{
	peer->broken = true;
	sp_buf_fini(&peer->rest);
	shutdown(peer->fd, SHUT_RDWR);
}

/* It takes everything: see the header. */
static int bio_write(BIO *bio, const char *data, int len)
{
	struct sp_tls_peer *peer = BIO_get_data(bio);
	ssize_t n = 0;

	BIO_clear_retry_flags(bio);
	if (peer->broken) {
		return len;
	}
	if (peer->rest.len == 0) {
		n = sp_send(peer->fd, data, (size_t) len);
		if (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
			give_up(peer);
			return len;
		}
		n = n < 0 ? 0 : n;
	}
	if (n < len &&
		(peer->rest.len > REST_MAX || !sp_buf_append(&peer->rest, data + n, (size_t) (len - n)))) {
		errno = ENOBUFS;
		return -1;
	}
	return len;
}

static long bio_ctrl(BIO *bio, int what, long number, void *arg)
{
	(void) number;
	(void) arg;
	if (what == BIO_CTRL_EOF) {
		return BIO_test_flags(bio, BIO_FLAGS_IN_EOF) != 0;
	}
	return what == BIO_CTRL_FLUSH || what == BIO_CTRL_DUP;
}

static BIO_METHOD *make_method(void)
{
	BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "seatpush");

	if (method != NULL) {
		BIO_meth_set_read(method, bio_read);
		BIO_meth_set_write(method, bio_write);
		BIO_meth_set_ctrl(method, bio_ctrl);
	}
	return method;
}

/* --- one connection --- */

static BIO *make_bio(struct sp_tls_peer *peer)
{
	static BIO_METHOD *method; /* for the life of the process */
	BIO *bio;

	if (method == NULL && (method = make_method()) == NULL) {
		return NULL;
	}
	bio = BIO_new(method);
	if (bio != NULL) {
		BIO_set_data(bio, peer);
		BIO_set_init(bio, 1);
	}
	return bio;
}

struct sp_tls_peer *sp_tls_peer_new(struct sp_tls_port *port, int fd)
{
	struct sp_tls_peer *peer = calloc(1, sizeof(*peer));
	BIO *bio;

	if (peer == NULL) {
		return NULL;
	}
	peer->port = port;
	peer->fd = fd;
	peer->ssl = SSL_new(sp_tls_port_context(port));
	bio = peer->ssl != NULL ? make_bio(peer) : NULL;
	if (bio == NULL) {
		sp_tls_peer_free(peer);
		return NULL;
	}
	SSL_set_bio(peer->ssl, bio, bio);
	SSL_set_accept_state(peer->ssl);
	return peer;
}

void sp_tls_peer_free(struct sp_tls_peer *peer)
{
	if (peer != NULL) {
		SSL_free(peer->ssl);
		sp_buf_fini(&peer->rest);
		free(peer->why);
		free(peer);
	}
}

bool sp_tls_peer_is_ready(const struct sp_tls_peer *peer)
{
	return SSL_is_init_finished(peer->ssl);
}

static void note_failure(struct sp_tls_peer *peer)
{
	long verified = SSL_get_verify_result(peer->ssl);
	char why[WHY_MAX];

	if (verified != X509_V_OK && SSL_get_verify_mode(peer->ssl) != SSL_VERIFY_NONE) {
		snprintf(why, sizeof(why), "its certificate is not accepted: %s",
			X509_verify_cert_error_string(verified));
	} else {
		snprintf(why, sizeof(why), "%s", sp_tls_reason());
	}
	free(peer->why);
	peer->why = strdup(why);
	peer->is_plain = ERR_GET_REASON(ERR_peek_error()) == SSL_R_HTTP_REQUEST;
}

/* Translates a result of OpenSSL, which is not above 0, to what recv() or send() would return. */
static ssize_t as_errno(struct sp_tls_peer *peer, int result)
{
	switch (SSL_get_error(peer->ssl, result)) {
	case SSL_ERROR_ZERO_RETURN:
		return 0;
	case SSL_ERROR_WANT_READ:
	case SSL_ERROR_WANT_WRITE:
		errno = EAGAIN;
		return -1;
	case SSL_ERROR_SYSCALL:
		if (errno == 0 || errno == EAGAIN) {
			return 0; /* the end of input, as OpenSSL before 3.0 says it */
		}
		return -1;
	default:
		note_failure(peer);
		ERR_clear_error(); /* the script may use OpenSSL, too */
		errno = EPROTO;
		return -1;
	}
}

ssize_t sp_tls_peer_recv(struct sp_tls_peer *peer, void *data, size_t size)
{
	int result;

	ERR_clear_error();
	errno = 0;
	result = SSL_read(peer->ssl, data, size < INT_MAX ? (int) size : INT_MAX);
	return result > 0 ? result : as_errno(peer, result);
}

/* One record. The number of bytes, or -1 and errno. */
static ssize_t send_record(struct sp_tls_peer *peer, const char *data, size_t len)
{
	int result;

	ERR_clear_error();
	errno = 0;
	result = SSL_write(peer->ssl, data, len < SP_TLS_RECORD ? (int) len : SP_TLS_RECORD);
	if (result > 0 && !peer->broken) {
		return result;
	}
	if (result > 0 || as_errno(peer, result) == 0) {
		errno = EPIPE;
	}
	return -1;
}

/* Until the kernel is full. */
static ssize_t send_long(struct sp_tls_peer *peer, const char *data, size_t len)
{
	size_t sent = 0;

	while (sent < len && peer->rest.len == 0) {
		ssize_t n = send_record(peer, data + sent, len - sent);

		if (n < 0) {
			return sent > 0 ? (ssize_t) sent : -1;
		}
		sent += (size_t) n;
	}
	return (ssize_t) sent;
}

ssize_t sp_tls_peer_send(struct sp_tls_peer *peer, const struct iovec *parts, size_t count)
{
	char *record = sp_tls_port_record(peer->port);
	size_t len = 0;

	if (!SSL_is_init_finished(peer->ssl) || peer->broken) {
		errno = peer->broken ? EPIPE : ENOTCONN;
		return -1;
	}
	if (!sp_tls_peer_drain(peer)) {
		errno = EAGAIN;
		return -1;
	}
	if (count == 1) {
		return send_long(peer, parts[0].iov_base, parts[0].iov_len);
	}
	for (size_t i = 0; i < count && len < SP_TLS_RECORD; i++) {
		size_t room = SP_TLS_RECORD - len;
		size_t more = parts[i].iov_len < room ? parts[i].iov_len : room;

		memcpy(record + len, parts[i].iov_base, more);
		len += more;
	}
	return send_record(peer, record, len);
}

bool sp_tls_peer_drain(struct sp_tls_peer *peer)
{
	ssize_t n;

	if (peer->rest.len == 0) {
		return true;
	}
	n = sp_send(peer->fd, peer->rest.data, peer->rest.len);
	if (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
		give_up(peer);
		return true;
	}
	if (n < (ssize_t) peer->rest.len) {
		sp_buf_consume(&peer->rest, n > 0 ? (size_t) n : 0);
		return false;
	}
	sp_buf_fini(&peer->rest);
	return true;
}

void sp_tls_peer_end(struct sp_tls_peer *peer)
{
	if (SSL_is_init_finished(peer->ssl) && peer->why == NULL) {
		ERR_clear_error();
		SSL_shutdown(peer->ssl);
		ERR_clear_error();
	}
}

const char *sp_tls_peer_why(const struct sp_tls_peer *peer)
{
	return peer->why != NULL ? peer->why : "";
}

bool sp_tls_peer_is_plain(const struct sp_tls_peer *peer)
{
	return peer->is_plain;
}

char *sp_tls_peer_certificate(const struct sp_tls_peer *peer)
{
	X509 *certificate = SSL_get_peer_certificate(peer->ssl);
	BIO *memory = certificate != NULL ? BIO_new(BIO_s_mem()) : NULL;
	char *text = NULL, *data;
	long len;

	if (memory != NULL && PEM_write_bio_X509(memory, certificate) == 1) {
		len = BIO_get_mem_data(memory, &data);
		text = strndup(data, (size_t) len);
	}
	BIO_free(memory);
	X509_free(certificate);
	return text;
}

#else

#include <errno.h>

struct sp_tls_peer *sp_tls_peer_new(struct sp_tls_port *port, int fd)
{
	(void) port;
	(void) fd;
	return NULL;
}

void sp_tls_peer_free(struct sp_tls_peer *peer)
{
	(void) peer;
}

bool sp_tls_peer_is_ready(const struct sp_tls_peer *peer)
{
	(void) peer;
	return false;
}

ssize_t sp_tls_peer_recv(struct sp_tls_peer *peer, void *data, size_t size)
{
	(void) peer;
	(void) data;
	(void) size;
	errno = ENOTSUP;
	return -1;
}

ssize_t sp_tls_peer_send(struct sp_tls_peer *peer, const struct iovec *parts, size_t count)
{
	(void) peer;
	(void) parts;
	(void) count;
	errno = ENOTSUP;
	return -1;
}

bool sp_tls_peer_drain(struct sp_tls_peer *peer)
{
	(void) peer;
	return true;
}

void sp_tls_peer_end(struct sp_tls_peer *peer)
{
	(void) peer;
}

const char *sp_tls_peer_why(const struct sp_tls_peer *peer)
{
	(void) peer;
	return "";
}

bool sp_tls_peer_is_plain(const struct sp_tls_peer *peer)
{
	(void) peer;
	return false;
}

char *sp_tls_peer_certificate(const struct sp_tls_peer *peer)
{
	(void) peer;
	return NULL;
}

#endif
