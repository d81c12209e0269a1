/* SPDX-License-Identifier: MIT */
/*
 * The PROXY protocol, versions 1 and 2: what a proxy that does not read HTTP says at the beginning
 * of a connection, so that the server knows the client's address. Bytes only: nothing is kept.
 */
#ifndef SP_WIRE_PROXY_HEAD_H
#define SP_WIRE_PROXY_HEAD_H

#include "wire/address.h"

/* The longest head accepted. Version 1 has at most 107 bytes; version 2 announces its length, and
 * what proxies add to the addresses (TLS details, names) is some hundred bytes. */
#define SP_PROXY_HEAD_MAX 2048

enum sp_proxy_result { SP_PROXY_MORE, SP_PROXY_DONE, SP_PROXY_BAD };

struct sp_proxy_head {
	struct sp_address client; /* none if the proxy speaks for itself, or does not know */
	uint16_t port;
};

/* Reads a head from the front of data. DONE: *out is filled, *used is the head's length. MORE: all
 * that came fits; feed it again with more behind it. BAD: it is no such head, or longer than
 * SP_PROXY_HEAD_MAX. */
enum sp_proxy_result sp_proxy_head_parse(
	const char *data, size_t len, struct sp_proxy_head *out, size_t *used);

#endif
