/* SPDX-License-Identifier: MIT */
/*
 * IP addresses and networks, from their text.
 */
#ifndef SP_WIRE_ADDRESS_H
#define SP_WIRE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

struct sp_address {
	uint8_t len; /* 4 or 16; 0: none, as of a unix socket */
	uint8_t bytes[16];
};

/* The address in these 0, 4 or 16 bytes. An IPv4-mapped one (::ffff:192.0.2.1) becomes IPv4. */
struct sp_address sp_address_of(const uint8_t *bytes, size_t len);

/* Reads 192.0.2.1 or 2001:db8::1, and nothing else; a mapped one becomes IPv4. False: it is none.
 */
bool sp_address_parse(struct sp_span text, struct sp_address *out);

#define SP_ADDRESS_TEXT 46 /* bytes of the longest one's text, with its NUL */

/* The text of the address in these 4 or 16 bytes, "" if there are none; returns its length. */
size_t sp_address_text(const uint8_t *bytes, size_t len, char out[SP_ADDRESS_TEXT]);

bool sp_address_same(const struct sp_address *a, const struct sp_address *b);

/* True for an address, a network (10.0.0.0/8, 2001:db8::/32), or the word "unix". */
bool sp_network_valid(struct sp_span text);

struct sp_networks;

/* From a list with commas of what sp_network_valid() accepts. NULL: out of memory. */
struct sp_networks *sp_networks_new(const char *list);
void sp_networks_free(struct sp_networks *networks);

/* True if the address is in one of them; one without bytes is if "unix" is. NULL has none. */
bool sp_networks_have(const struct sp_networks *networks, const struct sp_address *address);

#endif
