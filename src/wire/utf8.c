/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 as octets arrive. Between characters the state is SP_UTF8_START; inside one it says how
 * many octets are still to come and between which two values the next must lie. That range refuses
 * overlong forms, surrogates and values that are too large at the second octet, the first that
 * shows them (RFC 3629 §4).
 */
#include "wire/utf8.h"

#include <string.h>

#include "wire/utf8_blocks.h"

#define ASCII_STEP 16 /* octets examined at once in a run of ASCII */
#define HIGH_BITS UINT64_C(0x8080808080808080)

/* octets still to come << 16 | smallest next octet << 8 | largest next octet */
#define EXPECT(octets, low, high) ((uint32_t) (octets) << 16 | (uint32_t) (low) << 8 | (high))

/* The state after the first octet of a character of two to four octets, by RFC 3629 §4. */
static uint32_t after_lead(uint8_t octet)
{
	if (octet < 0xC2) {
		return SP_UTF8_BAD; /* a stray continuation, or overlong (C0, C1) */
	}
	if (octet < 0xE0) {
		return EXPECT(1, 0x80, 0xBF);
	}
	if (octet < 0xF0) {
		/* less after E0 would be overlong; more after ED would be a surrogate */
		return EXPECT(2, octet == 0xE0 ? 0xA0 : 0x80, octet == 0xED ? 0x9F : 0xBF);
	}
	if (octet < 0xF5) {
		/* less after F0 would be overlong; more after F4 would be above U+10FFFF */
		return EXPECT(3, octet == 0xF0 ? 0x90 : 0x80, octet == 0xF4 ? 0x8F : 0xBF);
	}
	return SP_UTF8_BAD;
}

static uint32_t after_continuation(uint32_t state, uint8_t octet)
{
	uint32_t octets = state >> 16;

	if (octet < (state >> 8 & 0xFF) || octet > (state & 0xFF)) {
		return SP_UTF8_BAD;
	}
	return octets == 1 ? SP_UTF8_START : EXPECT(octets - 1, 0x80, 0xBF);
}

/* The first octet that is not ASCII, or end. */
static const uint8_t *skip_ascii(const uint8_t *at, const uint8_t *end)
{
	uint64_t pair[2];

	while (end - at >= ASCII_STEP) {
		memcpy(pair, at, sizeof(pair));
		if ((pair[0] | pair[1]) & HIGH_BITS) {
			break;
		}
		at += ASCII_STEP;
	}
	while (at < end && *at < 0x80) {
		at++;
	}
	return at;
}

uint32_t sp_utf8_feed_plain(uint32_t state, const void *data, size_t len)
{
	const uint8_t *at = data;
	const uint8_t *end;

	if (len == 0) {
		return state; /* data may be NULL then */
	}
	end = at + len;
	while (state != SP_UTF8_BAD) {
		if (state == SP_UTF8_START) {
			at = skip_ascii(at, end);
		}
		if (at == end) {
			break;
		}
		state = state == SP_UTF8_START ? after_lead(*at) : after_continuation(state, *at);
		at++;
	}
	return state;
}

/* The same, for as many octets as make it worth while. A character that began before them is
 * complete after SP_UTF8_BLOCKS_BEFORE of them. */
static uint32_t feed_blocks(uint32_t state, const uint8_t *at, const uint8_t *end)
{
	state = sp_utf8_feed_plain(state, at, SP_UTF8_BLOCKS_BEFORE);
	if (state == SP_UTF8_BAD) {
		return state;
	}
	at = sp_utf8_blocks(at + SP_UTF8_BLOCKS_BEFORE, end);
	return at == NULL ? SP_UTF8_BAD : sp_utf8_feed_plain(SP_UTF8_START, at, (size_t) (end - at));
}

uint32_t sp_utf8_feed(uint32_t state, const void *data, size_t len)
{
	if (len >= SP_UTF8_BLOCKS_MIN && sp_utf8_blocks_usable()) {
		return feed_blocks(state, data, (const uint8_t *) data + len);
	}
	return sp_utf8_feed_plain(state, data, len);
}
