/* SPDX-License-Identifier: MIT */
/* As much of SHA-1 and base64 as the WebSocket handshake needs (RFC 6455 §4.2.2). */
#ifndef BENCH_SHA1_H
#define BENCH_SHA1_H

#include <stddef.h>

#define WS_ACCEPT_SIZE 29 /* 28 characters and a NUL */

/* Writes the digest of data; len must be below 512. */
void sha1(const void *data, size_t len, unsigned char digest[20]);

/* Writes the base64 text of data and a NUL: 4 * ((len + 2) / 3) + 1 bytes. */
void base64(const unsigned char *data, size_t len, char *text);

/* The Sec-WebSocket-Accept of a key of key_len (at most 64) characters. */
void ws_accept(const char *key, size_t key_len, char accept[WS_ACCEPT_SIZE]);

#endif
