/* SPDX-License-Identifier: MIT */
#include "net/stream/tls_port.h"

#ifdef HAVE_SEATPUSH_TLS

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>

#include "net/stream/tls_text.h"
#include "net/stream/tls_tickets.h"

#define CIPHERS "ECDHE+AESGCM:ECDHE+CHACHA20"

/* A certificate for a host. */
struct name {
	char *host; /* owned */
	SSL_CTX *context;
};

/* All certificates of a port; they are replaced together. */
struct certificates {
	SSL_CTX *context;
	struct name *names;
	size_t count;
};

struct sp_tls_port {
	struct sp_tls_port_settings settings;
	struct certificates current;
	unsigned char secret[SP_TLS_SECRET];
	char name[128];
	time_t tickets_from; /* a multiple of SP_TLS_TICKET_S */
	char record[SP_TLS_RECORD];
};

/* What is to be read for one certificate. */
struct source {
	const char *cert, *key, *passphrase;
};

/* Without it OpenSSL would ask at the terminal. */
static int on_passphrase(char *out, int size, int writing, void *arg)
{
	const char *text = arg;
	size_t len = text != NULL ? strlen(text) : 0;

	(void) writing;
	if (len == 0 || len > (size_t) size) {
		return 0;
	}
	/* NOLINTNEXTLINE(bugprone-not-null-terminated-result): its length is returned */
	memcpy(out, text, len);
	return (int) len;
}

/* Browsers speak WebSocket over HTTP/1.1 (RFC 7301 3.2: no protocol in common is fatal). */
static int on_alpn(SSL *ssl, const unsigned char **out, unsigned char *out_len,
	const unsigned char *in, unsigned in_len, void *arg)
{
	static const unsigned char ours[] = "\x08http/1.1\x08http/1.0";
	unsigned char *chosen;

	(void) ssl;
	(void) arg;
	if (SSL_select_next_proto(&chosen, out_len, ours, sizeof(ours) - 1, in, in_len) !=
		OPENSSL_NPN_NEGOTIATED) {
		return SSL_TLSEXT_ERR_ALERT_FATAL;
	}
	*out = chosen;
	return SSL_TLSEXT_ERR_OK;
}

/* "*.a.example" is for all names with one label more (RFC 6125 6.4.3). */
static bool is_among(const char *host, const char *asked)
{
	const char *dot = strchr(asked, '.');

	if (host[0] == '*' && host[1] == '.') {
		return dot != NULL && dot > asked && strcasecmp(host + 1, dot) == 0;
	}
	return false;
}

/* NULL: there is none of its own. */
static SSL_CTX *find(const struct certificates *certificates, const char *asked)
{
	SSL_CTX *by_star = NULL;

	for (size_t i = 0; i < certificates->count; i++) {
		const struct name *name = &certificates->names[i];

		if (strcasecmp(name->host, asked) == 0) {
			return name->context;
		}
		if (by_star == NULL && is_among(name->host, asked)) {
			by_star = name->context;
		}
	}
	return by_star;
}

static int on_server_name(SSL *ssl, int *alert, void *arg)
{
	const struct sp_tls_port *port = arg;
	const char *asked = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
	SSL_CTX *context = asked != NULL ? find(&port->current, asked) : NULL;

	(void) alert;
	if (context != NULL) {
		SSL_set_SSL_CTX(ssl, context);
	}
	return asked != NULL ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

static int on_verify_self_signed(int ok, X509_STORE_CTX *store)
{
	int why = X509_STORE_CTX_get_error(store);

	return ok || why == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT ||
		   why == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY ||
		   why == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE;
}

/* Why there is no use of the key, and what to do. */
static const char *key_remedy(const struct source *source)
{
	int reason = ERR_GET_REASON(ERR_peek_error());

	if (reason == X509_R_KEY_VALUES_MISMATCH) {
		return "it is not the key of the certificate";
	}
	if (reason == PEM_R_BAD_PASSWORD_READ || reason == PEM_R_BAD_DECRYPT ||
		reason == EVP_R_BAD_DECRYPT) {
		return source->passphrase != NULL
				   ? "ssl_passphrase is not the one that it is encrypted with"
				   : "it is encrypted, set ssl_passphrase";
	}
	return strcmp(source->key, source->cert) == 0
			   ? "there is no key in it; set ssl_key_file"
			   : "it has no key as PEM (-----BEGIN PRIVATE KEY-----)";
}

static bool load(SSL_CTX *context, const struct source *source, struct sp_error *error)
{
	if (!sp_tls_readable("ssl_cert_file", source->cert, error) ||
		!sp_tls_readable("ssl_key_file", source->key, error)) {
		return false;
	}
	SSL_CTX_set_default_passwd_cb(context, on_passphrase);
	SSL_CTX_set_default_passwd_cb_userdata(context, (void *) source->passphrase);
	if (SSL_CTX_use_certificate_chain_file(context, source->cert) != 1) {
		sp_error_set(error, EINVAL,
			"ssl_cert_file \"%s\" cannot be used: it has no certificate as PEM (-----BEGIN "
			"CERTIFICATE-----), OpenSSL says: %s",
			source->cert, sp_tls_reason());
		return false;
	}
	if (SSL_CTX_use_PrivateKey_file(context, source->key, SSL_FILETYPE_PEM) != 1) {
		sp_error_set(error, EINVAL, "ssl_key_file \"%s\" cannot be used: %s, OpenSSL says: %s",
			source->key, key_remedy(source), sp_tls_reason());
		return false;
	}
	return true;
}

static bool set_clients(
	SSL_CTX *context, const struct sp_tls_port_settings *settings, struct sp_error *error)
{
	STACK_OF(X509_NAME) * names;

	if (!settings->verify_peer) {
		return true;
	}
	SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
		settings->allow_self_signed ? on_verify_self_signed : NULL);
	SSL_CTX_set_verify_depth(context, (int) settings->verify_depth);
	if (settings->client_cert_file == NULL) {
		if (!settings->allow_self_signed) {
			sp_error_set(error, EINVAL,
				"ssl_verify_peer needs ssl_client_cert_file: the file with the certificates of those "
				"who sign the certificates of clients");
		}
		return settings->allow_self_signed;
	}
	if (!sp_tls_readable("ssl_client_cert_file", settings->client_cert_file, error)) {
		return false;
	}
	names = SSL_load_client_CA_file(settings->client_cert_file);
	if (names == NULL ||
		SSL_CTX_load_verify_locations(context, settings->client_cert_file, NULL) != 1) {
		sp_error_set(error, EINVAL, "ssl_client_cert_file \"%s\" cannot be used: %s",
			settings->client_cert_file, sp_tls_reason());
		return false;
	}
	SSL_CTX_set_client_CA_list(context, names); /* takes them */
	return true;
}

static void set_versions(SSL_CTX *context, int64_t protocols)
{
	bool both = (protocols & (SP_TLS_VERSION_1_2 | SP_TLS_VERSION_1_3)) == 0;

	SSL_CTX_set_min_proto_version(
		context, both || (protocols & SP_TLS_VERSION_1_2) ? TLS1_2_VERSION : TLS1_3_VERSION);
	SSL_CTX_set_max_proto_version(
		context, both || (protocols & SP_TLS_VERSION_1_3) ? TLS1_3_VERSION : TLS1_2_VERSION);
}

static bool set_ciphers(
	SSL_CTX *context, const struct sp_tls_port_settings *settings, struct sp_error *error)
{
	const char *ciphers = settings->ciphers != NULL ? settings->ciphers : CIPHERS;
	const char *groups = settings->ecdh_curve;

	if (SSL_CTX_set_cipher_list(context, ciphers) != 1) {
		sp_error_set(error, EINVAL,
			"ssl_ciphers \"%s\" names no cipher of TLS 1.2: see what openssl ciphers prints",
			ciphers);
		return false;
	}
	if (groups != NULL && strcmp(groups, "auto") != 0 &&
		SSL_CTX_set1_groups_list(context, groups) != 1) {
		sp_error_set(error, EINVAL,
			"ssl_ecdh_curve \"%s\" names groups that OpenSSL does not have: write auto, or for example "
			"X25519:P-256",
			groups);
		return false;
	}
	return true;
}

static bool set_rules(SSL_CTX *context, const struct sp_tls_port *port, struct sp_error *error)
{
	const struct sp_tls_port_settings *settings = &port->settings;
	size_t id_len = strlen(port->name);

	set_versions(context, settings->protocols);
	SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
#ifdef SSL_OP_IGNORE_UNEXPECTED_EOF
	/* Lengths and close frames say where things end, and many clients just go. */
	SSL_CTX_set_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
#endif
	if (settings->prefer_server_ciphers) {
		SSL_CTX_set_options(context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
	}
	SSL_CTX_clear_mode(context, SSL_MODE_AUTO_RETRY); /* or KeyUpdates keep one read going */
	SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF); /* tickets need none */
	SSL_CTX_set_timeout(context, SP_TLS_TICKET_S);
	SSL_CTX_set_session_id_context(context, (const unsigned char *) port->name,
		(unsigned) (id_len < SSL_MAX_SSL_SESSION_ID_LENGTH ? id_len
														   : SSL_MAX_SSL_SESSION_ID_LENGTH));
	SSL_CTX_set_alpn_select_cb(context, on_alpn, NULL);
	return set_ciphers(context, settings, error) && set_clients(context, settings, error);
}

/* NULL: *error says why. */
static SSL_CTX *make(
	const struct sp_tls_port *port, const struct source *source, struct sp_error *error)
{
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());

	ERR_clear_error();
	if (context == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
	} else if (set_rules(context, port, error) && load(context, source, error)) {
		return context;
	}
	ERR_clear_error();
	SSL_CTX_free(context);
	return NULL;
}

static void certificates_fini(struct certificates *certificates)
{
	for (size_t i = 0; i < certificates->count; i++) {
		free(certificates->names[i].host);
		SSL_CTX_free(certificates->names[i].context);
	}
	free(certificates->names);
	SSL_CTX_free(certificates->context);
	*certificates = (struct certificates){0};
}

/* Splits a line in place: the field, and what follows it. */
static char *next_field(char **line)
{
	char *field = *line;
	size_t len = strcspn(field, "\t");

	*line += len + (field[len] != '\0');
	field[len] = '\0';
	return field;
}

/* Adds the certificate that a line of sni_certs describes, which it changes. */
static bool add_name(const struct sp_tls_port *port, struct certificates *certificates, char *line,
	struct sp_error *error)
{
	struct name *names =
		realloc(certificates->names, (certificates->count + 1) * sizeof(*certificates->names));
	const char *host, *passphrase;
	struct source source;
	struct name *name;

	if (names == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
		return false;
	}
	certificates->names = names;
	host = next_field(&line);
	source.cert = next_field(&line);
	source.key = next_field(&line);
	passphrase = next_field(&line);
	source.passphrase = *passphrase != '\0' ? passphrase : NULL;
	name = &names[certificates->count];
	*name = (struct name){strdup(host), make(port, &source, error)};
	certificates->count++;
	if (name->host == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
	}
	return name->host != NULL && name->context != NULL;
}

static bool add_names(
	const struct sp_tls_port *port, struct certificates *certificates, struct sp_error *error)
{
	char *lines = strdup(port->settings.sni_certs);
	char *rest = NULL;
	bool done = lines != NULL;

	if (lines == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
	}
	for (char *line = done ? strtok_r(lines, "\n", &rest) : NULL; line != NULL && done;
		 line = strtok_r(NULL, "\n", &rest)) {
		done = add_name(port, certificates, line, error);
	}
	free(lines);
	return done;
}

/* False: *error says why, and there is nothing to free. */
static bool read_all(
	const struct sp_tls_port *port, struct certificates *certificates, struct sp_error *error)
{
	const struct sp_tls_port_settings *settings = &port->settings;
	const struct source source = {settings->cert_file,
		settings->key_file != NULL ? settings->key_file : settings->cert_file,
		settings->passphrase};

	*certificates = (struct certificates){.context = make(port, &source, error)};
	if (certificates->context == NULL) {
		return false;
	}
	SSL_CTX_set_tlsext_servername_callback(certificates->context, on_server_name);
	SSL_CTX_set_tlsext_servername_arg(certificates->context, (void *) port);
	if (settings->sni_certs != NULL && !add_names(port, certificates, error)) {
		certificates_fini(certificates);
		return false;
	}
	return true;
}

static void set_ticket_keys(struct sp_tls_port *port)
{
	port->tickets_from = time(NULL) / SP_TLS_TICKET_S * SP_TLS_TICKET_S;
	sp_tls_tickets_set(
		port->current.context, port->secret, port->name, &port->settings, port->tickets_from);
}

struct sp_tls_port *sp_tls_port_new(const struct sp_tls_port_settings *settings, const char *name,
	const unsigned char *secret, struct sp_error *error)
{
	struct sp_tls_port *port;

	if (settings->cert_file == NULL) {
		sp_error_set(error, EINVAL,
			"the port's type has SSL, which needs a certificate: set ssl_cert_file and ssl_key_file");
		return NULL;
	}
	port = calloc(1, sizeof(*port));
	if (port == NULL) {
		sp_error_set(error, ENOMEM, "out of memory");
		return NULL;
	}
	port->settings = *settings;
	memcpy(port->secret, secret, sizeof(port->secret));
	snprintf(port->name, sizeof(port->name), "%s", name);
	if (!read_all(port, &port->current, error)) {
		free(port);
		return NULL;
	}
	set_ticket_keys(port);
	return port;
}

void sp_tls_port_free(struct sp_tls_port *port)
{
	if (port != NULL) {
		certificates_fini(&port->current);
		OPENSSL_cleanse(port->secret, sizeof(port->secret));
		free(port);
	}
}

bool sp_tls_port_reload(struct sp_tls_port *port, struct sp_error *error)
{
	struct certificates fresh;

	if (!read_all(port, &fresh, error)) {
		return false;
	}
	certificates_fini(&port->current);
	port->current = fresh;
	set_ticket_keys(port);
	return true;
}

struct ssl_ctx_st *sp_tls_port_context(struct sp_tls_port *port)
{
	if (time(NULL) - port->tickets_from >= SP_TLS_TICKET_S) {
		set_ticket_keys(port);
	}
	return port->current.context;
}

char *sp_tls_port_record(struct sp_tls_port *port)
{
	return port->record;
}

#else

#include <errno.h>
#include <stddef.h>

#include "net/stream/tls_text.h"

struct sp_tls_port *sp_tls_port_new(const struct sp_tls_port_settings *settings, const char *name,
	const unsigned char *secret, struct sp_error *error)
{
	(void) settings;
	(void) name;
	(void) secret;
	sp_error_set(error, ENOTSUP, SP_TLS_MISSING);
	return NULL;
}

void sp_tls_port_free(struct sp_tls_port *port)
{
	(void) port;
}

bool sp_tls_port_reload(struct sp_tls_port *port, struct sp_error *error)
{
	(void) port;
	(void) error;
	return true;
}

#endif
