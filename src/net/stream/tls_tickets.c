/* SPDX-License-Identifier: MIT */
#include "net/stream/tls_tickets.h"

#ifdef HAVE_SEATPUSH_TLS

#include <stdio.h>
#include <string.h>

#include <openssl/hmac.h>
#include <openssl/ssl.h>

#define KEYS_MAX 128  /* bytes; OpenSSL says how many it takes */
#define LABEL_MAX 256 /* bytes: numbers and the name of a port */

/* What keys follow from, besides the authorities. */
struct roots {
	const unsigned char *secret;
	const char *name;
	const struct sp_tls_port_settings *settings;
	time_t from;
};

/* Adds who vouches for clients: with others, all have to show their certificates again. */
static void digest_authorities(SSL_CTX *context, unsigned char out[EVP_MAX_MD_SIZE])
{
	STACK_OF(X509_OBJECT) *all = X509_STORE_get0_objects(SSL_CTX_get_cert_store(context));

	for (int i = 0; i < sk_X509_OBJECT_num(all); i++) {
		X509 *one = X509_OBJECT_get0_X509(sk_X509_OBJECT_value(all, i));
		unsigned char digest[EVP_MAX_MD_SIZE];
		unsigned len = 0;

		if (one != NULL && X509_digest(one, EVP_sha256(), digest, &len) == 1) {
			for (unsigned at = 0; at < len; at++) {
				out[at] ^= digest[at];
			}
		}
	}
}

/* Follows from the secret, the port and the time: only who has the secret can guess it. */
static void derive(SSL_CTX *context, const struct roots *roots, unsigned char *out, size_t len)
{
	const struct sp_tls_port_settings *settings = roots->settings;
	unsigned char block[EVP_MAX_MD_SIZE], label[EVP_MAX_MD_SIZE + LABEL_MAX] = {0};
	unsigned block_len = 0;

	digest_authorities(context, label);
	for (size_t done = 0; done < len; done += block_len) {
		/* A client that had to show a certificate does not get around it with another port's. */
		int label_len = snprintf((char *) label + EVP_MAX_MD_SIZE, LABEL_MAX,
			"%zu %lld %d %d %lld %s", done, (long long) roots->from, settings->verify_peer,
			settings->allow_self_signed, (long long) settings->verify_depth, roots->name);

		HMAC(EVP_sha256(), roots->secret, SP_TLS_SECRET, label,
			EVP_MAX_MD_SIZE + (size_t) label_len, block, &block_len);
		memcpy(out + done, block, len - done < block_len ? len - done : block_len);
	}
	OPENSSL_cleanse(block, sizeof(block));
}

void sp_tls_tickets_set(struct ssl_ctx_st *context, const unsigned char *secret, const char *name,
	const struct sp_tls_port_settings *settings, time_t from)
{
	const struct roots roots = {secret, name, settings, from};
	unsigned char keys[KEYS_MAX];
	long len = SSL_CTX_set_tlsext_ticket_keys(context, NULL, 0);

	if (len > 0 && len <= KEYS_MAX) {
		derive(context, &roots, keys, (size_t) len);
		SSL_CTX_set_tlsext_ticket_keys(context, keys, len);
		OPENSSL_cleanse(keys, sizeof(keys));
	}
}

#endif
