/* SPDX-License-Identifier: MIT */
#include "wire/address.h"

#include <stdlib.h>
#include <string.h>

#include "base/system.h"
#include "wire/decimal.h"
#include "wire/http_chars.h"
#include "wire/http_request.h"

#define V4_LEN 4
#define V6_LEN 16
#define MAPPED_PREFIX 12 /* bytes before the IPv4 address in ::ffff:a.b.c.d */
#define BITS_DIGITS_MAX 3

struct network {
	struct sp_address address;
	unsigned bits; /* of it that count */
};

struct sp_networks {
	size_t count;
	struct network list[];
};

struct sp_address sp_address_of(const uint8_t *bytes, size_t len)
{
	static const uint8_t mapped[MAPPED_PREFIX] = {[10] = 0xFF, [11] = 0xFF};
	struct sp_address address = {0};

	if (len == V6_LEN && memcmp(bytes, mapped, MAPPED_PREFIX) == 0) {
		bytes += MAPPED_PREFIX;
		len = V4_LEN;
	}
	address.len = (uint8_t) len;
	memcpy(address.bytes, bytes, len);
	return address;
}

bool sp_address_parse(struct sp_span text, struct sp_address *out)
{
	char copy[SP_ADDRESS_TEXT];
	uint8_t bytes[V6_LEN];
	bool v6 = text.len > 0 && memchr(text.data, ':', text.len) != NULL;

	if (text.len == 0 || text.len >= SP_ADDRESS_TEXT || memchr(text.data, '\0', text.len) != NULL) {
		return false;
	}
	memcpy(copy, text.data, text.len);
	copy[text.len] = '\0';
	if (inet_pton(v6 ? AF_INET6 : AF_INET, copy, bytes) != 1) {
		return false;
	}
	*out = sp_address_of(bytes, v6 ? V6_LEN : V4_LEN);
	return true;
}

/* Decimal digits of a byte. */
static char *put_byte(char *at, unsigned value)
{
	if (value >= 100) {
		*at++ = (char) ('0' + value / 100);
	}
	if (value >= 10) {
		*at++ = (char) ('0' + value / 10 % 10);
	}
	*at++ = (char) ('0' + value % 10);
	return at;
}

/* IPv4 is written by hand: every request has two, and inet_ntop() uses sprintf(). */
size_t sp_address_text(const uint8_t *bytes, size_t len, char out[SP_ADDRESS_TEXT])
{
	char *at = out;

	if (len == V6_LEN) {
		inet_ntop(AF_INET6, bytes, out, SP_ADDRESS_TEXT);
		return strlen(out);
	}
	for (size_t i = 0; i < len; i++) {
		if (i > 0) {
			*at++ = '.';
		}
		at = put_byte(at, bytes[i]);
	}
	*at = '\0';
	return (size_t) (at - out);
}

bool sp_address_same(const struct sp_address *a, const struct sp_address *b)
{
	return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* The number of bits after the slash. False: it is none, or more than the address has. */
static bool parse_bits(struct sp_span text, unsigned most, unsigned *bits)
{
	uint64_t value;

	if (text.len > BITS_DIGITS_MAX || !sp_decimal(text, most, &value)) {
		return false;
	}
	*bits = (unsigned) value;
	return true;
}

static bool parse_network(struct sp_span text, struct network *out)
{
	const char *slash = text.len > 0 ? memchr(text.data, '/', text.len) : NULL;
	struct sp_span address = {text.data, slash ? (size_t) (slash - text.data) : text.len};
	unsigned most;

	if (sp_span_equals(text, "unix")) {
		*out = (struct network){0};
		return true;
	}
	if (!sp_address_parse(address, &out->address)) {
		return false;
	}
	most = 8u * out->address.len;
	out->bits = most;
	if (slash == NULL) {
		return true;
	}
	/* In a mapped network the bits would count from the front of the IPv6 address. */
	if (most == 8u * V4_LEN && memchr(address.data, ':', address.len) != NULL) {
		return false;
	}
	return parse_bits((struct sp_span){slash + 1, text.len - address.len - 1}, most, &out->bits);
}

bool sp_network_valid(struct sp_span text)
{
	struct network network;

	return parse_network(text, &network);
}

struct sp_networks *sp_networks_new(const char *list)
{
	struct sp_span rest = sp_span(list), text;
	struct sp_networks *networks;
	size_t most = 0;

	while (sp_http_list_next(&rest, &text)) {
		most++;
	}
	networks = calloc(1, sizeof(*networks) + most * sizeof(networks->list[0]));
	rest = sp_span(list);
	while (networks != NULL && sp_http_list_next(&rest, &text)) {
		networks->count += parse_network(text, &networks->list[networks->count]);
	}
	return networks;
}

void sp_networks_free(struct sp_networks *networks)
{
	free(networks);
}

static bool has(const struct network *network, const struct sp_address *address)
{
	unsigned whole = network->bits / 8, rest = network->bits % 8;

	if (network->address.len != address->len ||
		memcmp(network->address.bytes, address->bytes, whole) != 0) {
		return false;
	}
	return rest == 0 || (network->address.bytes[whole] ^ address->bytes[whole]) >> (8 - rest) == 0;
}

bool sp_networks_have(const struct sp_networks *networks, const struct sp_address *address)
{
	for (size_t i = 0; networks != NULL && i < networks->count; i++) {
		if (has(&networks->list[i], address)) {
			return true;
		}
	}
	return false;
}
