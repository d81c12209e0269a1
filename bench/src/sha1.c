/* SPDX-License-Identifier: MIT */
/* Our own, so that the reference server needs nothing but libevent. Small rather than fast: a
 * handshake hashes one or two blocks. */
#include "sha1.h"

#include <stdint.h>
#include <string.h>

static uint32_t rotate(uint32_t value, int bits)
{
	return value << bits | value >> (32 - bits);
}

static uint32_t mix(int round, uint32_t b, uint32_t c, uint32_t d)
{
	if (round < 20) {
		return ((b & c) | (~b & d)) + 0x5A827999;
	}
	if (round < 40) {
		return (b ^ c ^ d) + 0x6ED9EBA1;
	}
	if (round < 60) {
		return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
	}
	return (b ^ c ^ d) + 0xCA62C1D6;
}

static void block(uint32_t state[5], const unsigned char *data)
{
	uint32_t word[80];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];

	for (int i = 0; i < 16; i++) {
		word[i] = (uint32_t) data[4 * i] << 24 | (uint32_t) data[4 * i + 1] << 16 |
				  (uint32_t) data[4 * i + 2] << 8 | data[4 * i + 3];
	}
	for (int i = 16; i < 80; i++) {
		word[i] = rotate(word[i - 3] ^ word[i - 8] ^ word[i - 14] ^ word[i - 16], 1);
	}
	for (int i = 0; i < 80; i++) {
		uint32_t next = rotate(a, 5) + mix(i, b, c, d) + e + word[i];

		e = d;
		d = c;
		c = rotate(b, 30);
		b = a;
		a = next;
	}
	state[0] += a;
	state[1] += b;
	state[2] += c;
	state[3] += d;
	state[4] += e;
}

void sha1(const void *data, size_t len, unsigned char digest[20])
{
	uint32_t state[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
	unsigned char padded[576] = {0};
	size_t blocks = (len + 9 + 63) / 64;

	memcpy(padded, data, len);
	padded[len] = 0x80;
	for (int i = 0; i < 8; i++) {
		padded[blocks * 64 - 1 - i] = (unsigned char) ((uint64_t) len * 8 >> 8 * i);
	}
	for (size_t i = 0; i < blocks; i++) {
		block(state, padded + 64 * i);
	}
	for (int i = 0; i < 20; i++) {
		digest[i] = (unsigned char) (state[i / 4] >> (24 - 8 * (i % 4)));
	}
}

void base64(const unsigned char *data, size_t len, char *text)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		uint32_t three = (uint32_t) data[i] << 16;

		three |= i + 1 < len ? (uint32_t) data[i + 1] << 8 : 0;
		three |= i + 2 < len ? data[i + 2] : 0;
		*text++ = digits[three >> 18];
		*text++ = digits[three >> 12 & 63];
		*text++ = i + 1 < len ? digits[three >> 6 & 63] : '=';
		*text++ = i + 2 < len ? digits[three & 63] : '=';
	}
	*text = '\0';
}

void ws_accept(const char *key, size_t key_len, char accept[WS_ACCEPT_SIZE])
{
	static const char guid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
	char text[64 + sizeof(guid)];
	unsigned char digest[20];

	memcpy(text, key, key_len);
	memcpy(text + key_len, guid, sizeof(guid) - 1);
	sha1(text, key_len + sizeof(guid) - 1, digest);
	base64(digest, sizeof(digest), accept);
}
