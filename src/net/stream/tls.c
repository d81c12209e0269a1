/* SPDX-License-Identifier: MIT */
#include "net/stream/tls.h"

#ifdef HAVE_SEATPUSH_TLS

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "net/stream/tls_text.h"

#define WHY_MAX 200

struct sp_tls_context {
	SSL_CTX *ssl;
	bool insecure;
};

struct sp_tls {
	SSL *ssl;
	char why[WHY_MAX];
};

static bool load(
	struct sp_tls_context *context, const struct sp_tls_settings *settings, struct sp_error *error)
{
	SSL_CTX *ssl = context->ssl;
	const char *key = settings->key != NULL ? settings->key : settings->cert;

	if (!sp_tls_readable("cafile", settings->cafile, error) ||
		!sp_tls_readable("cert", settings->cert, error) ||
		!sp_tls_readable("key", settings->key, error)) {
		return false;
	}
	SSL_CTX_set_min_proto_version(ssl, TLS1_2_VERSION);
	SSL_CTX_set_mode(ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
							  SSL_MODE_RELEASE_BUFFERS);
	SSL_CTX_set_verify(ssl, settings->insecure ? SSL_VERIFY_NONE : SSL_VERIFY_PEER, NULL);
	if (settings->cafile == NULL) {
		SSL_CTX_set_default_verify_paths(ssl);
	} else if (SSL_CTX_load_verify_locations(ssl, settings->cafile, NULL) != 1) {
		sp_error_set(
			error, EINVAL, "cafile \"%s\" cannot be used: %s", settings->cafile, sp_tls_reason());
		return false;
	}
	if (settings->cert != NULL &&
		(SSL_CTX_use_certificate_chain_file(ssl, settings->cert) != 1 ||
			SSL_CTX_use_PrivateKey_file(ssl, key, SSL_FILETYPE_PEM) != 1)) {
		sp_error_set(error, EINVAL, "cert \"%s\" and key \"%s\" cannot be used: %s", settings->cert,
			key, sp_tls_reason());
		return false;
	}
	return true;
}

struct sp_tls_context *sp_tls_context_new(
	const struct sp_tls_settings *settings, struct sp_error *error)
{
	struct sp_tls_context *context = calloc(1, sizeof(*context));

	ERR_clear_error();
	if (context != NULL) {
		context->ssl = SSL_CTX_new(TLS_client_method());
		context->insecure = settings->insecure;
	}
	if (context == NULL || context->ssl == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
	} else if (load(context, settings, error)) {
		return context;
	}
	sp_tls_context_free(context);
	return NULL;
}

void sp_tls_context_free(struct sp_tls_context *context)
{
	if (context != NULL) {
		SSL_CTX_free(context->ssl);
		free(context);
	}
}

struct sp_tls *sp_tls_new(struct sp_tls_context *context, int fd, const char *host)
{
	struct sp_tls *tls = calloc(1, sizeof(*tls));
	bool made;

	if (tls == NULL) {
		return NULL;
	}
	tls->ssl = SSL_new(context->ssl);
	made = tls->ssl != NULL && SSL_set_fd(tls->ssl, fd) == 1;
	if (made && X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls->ssl), host) != 1) {
		ERR_clear_error(); /* not an IP address, so it is a name */
		made = SSL_set1_host(tls->ssl, host) == 1 && SSL_set_tlsext_host_name(tls->ssl, host) == 1;
	}
	if (!made) {
		sp_tls_free(tls);
		return NULL;
	}
	SSL_set_connect_state(tls->ssl);
	return tls;
}

void sp_tls_free(struct sp_tls *tls)
{
	if (tls != NULL) {
		SSL_free(tls->ssl);
		free(tls);
	}
}

static void note_failure(struct sp_tls *tls)
{
	long verified = SSL_get_verify_result(tls->ssl);

	if (verified != X509_V_OK && SSL_get_verify_mode(tls->ssl) != SSL_VERIFY_NONE) {
		snprintf(tls->why, sizeof(tls->why), "TLS: its certificate is not accepted: %s",
			X509_verify_cert_error_string(verified));
	} else {
		snprintf(tls->why, sizeof(tls->why), "TLS: %s", sp_tls_reason());
	}
}

int sp_tls_handshake(struct sp_tls *tls, bool *for_writing)
{
	int result, error;

	ERR_clear_error();
	result = SSL_do_handshake(tls->ssl);
	if (result == 1) {
		return 1;
	}
	error = SSL_get_error(tls->ssl, result);
	*for_writing = error == SSL_ERROR_WANT_WRITE;
	if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
		return 0;
	}
	note_failure(tls);
	return -1;
}

/* Translates a result of OpenSSL to what send() and recv() would return. */
static ssize_t as_errno(struct sp_tls *tls, int result)
{
	int error;

	if (result > 0) {
		return result;
	}
	error = SSL_get_error(tls->ssl, result);
	if (error == SSL_ERROR_ZERO_RETURN) {
		return 0;
	}
	if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) {
		errno = EAGAIN;
		return -1;
	}
	note_failure(tls);
	errno = EPROTO;
	return -1;
}

ssize_t sp_tls_send(struct sp_tls *tls, const void *data, size_t len)
{
	ERR_clear_error();
	return as_errno(tls, SSL_write(tls->ssl, data, len < INT_MAX ? (int) len : INT_MAX));
}

ssize_t sp_tls_recv(struct sp_tls *tls, void *data, size_t size)
{
	ERR_clear_error();
	return as_errno(tls, SSL_read(tls->ssl, data, size < INT_MAX ? (int) size : INT_MAX));
}

bool sp_tls_pending(const struct sp_tls *tls)
{
	return SSL_pending(tls->ssl) > 0;
}

const char *sp_tls_why(const struct sp_tls *tls)
{
	return tls->why;
}

const char *sp_tls_library(void)
{
	return OpenSSL_version(OPENSSL_VERSION);
}

#else

#include <errno.h>

#include "net/stream/tls_text.h"

struct sp_tls_context *sp_tls_context_new(
	const struct sp_tls_settings *settings, struct sp_error *error)
{
	(void) settings;
	sp_error_set(error, ENOTSUP, SP_TLS_MISSING);
	return NULL;
}

void sp_tls_context_free(struct sp_tls_context *context)
{
	(void) context;
}

struct sp_tls *sp_tls_new(struct sp_tls_context *context, int fd, const char *host)
{
	(void) context;
	(void) fd;
	(void) host;
	return NULL;
}

void sp_tls_free(struct sp_tls *tls)
{
	(void) tls;
}

int sp_tls_handshake(struct sp_tls *tls, bool *for_writing)
{
	(void) tls;
	(void) for_writing;
	return -1;
}

ssize_t sp_tls_send(struct sp_tls *tls, const void *data, size_t len)
{
	(void) tls;
	(void) data;
	(void) len;
	return -1;
}

ssize_t sp_tls_recv(struct sp_tls *tls, void *data, size_t size)
{
	(void) tls;
	(void) data;
	(void) size;
	return -1;
}

bool sp_tls_pending(const struct sp_tls *tls)
{
	(void) tls;
	return false;
}

const char *sp_tls_why(const struct sp_tls *tls)
{
	(void) tls;
	return "";
}

const char *sp_tls_library(void)
{
	return NULL;
}

#endif
