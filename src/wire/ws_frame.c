/* SPDX-License-Identifier: MIT */
/*
 * Frame headers of RFC 6455 §5.2 and the mask of §5.3. The only thing judged here is whether the
 * length was written in its shortest form, because that cannot be seen afterwards.
 */
#include "wire/ws_frame.h"

#include <string.h>

#include "base/system.h"

#define FIN_BIT 0x80
#define MASK_BIT 0x80
#define LENGTH_16 126   /* a 16-bit length follows */
#define LENGTH_64 127   /* a 64-bit length follows */
#define BLOCK 32        /* bytes that are unmasked at once */
#define BLOCKS_FROM 256 /* bytes that make blocks worth while */

struct block {
	uint64_t a, b, c, d;
};

static uint64_t read_big_endian(const uint8_t *at, size_t bytes)
{
	uint64_t value = 0;
	size_t i;

	for (i = 0; i < bytes; i++) {
		value = value << 8 | at[i];
	}
	return value;
}

static void write_big_endian(uint8_t *at, size_t bytes, uint64_t value)
{
	while (bytes > 0) {
		at[--bytes] = (uint8_t) value;
		value >>= 8;
	}
}

size_t sp_ws_frame_header_parse(const void *data, size_t len, struct sp_ws_frame_header *out)
{
	const uint8_t *bytes = data;
	uint8_t short_length;
	size_t extended, size;

	if (len < 2) {
		return 0;
	}
	out->fin = (bytes[0] & FIN_BIT) != 0;
	out->rsv = bytes[0] >> 4 & 7;
	out->opcode = bytes[0] & 15;
	out->masked = (bytes[1] & MASK_BIT) != 0;
	short_length = bytes[1] & 127;
	extended = short_length == LENGTH_16 ? 2 : short_length == LENGTH_64 ? 8 : 0;
	size = 2 + extended + (out->masked ? sizeof(out->mask) : 0);
	if (len < size) {
		return 0;
	}
	out->size = (uint8_t) size;
	out->length = extended == 0 ? short_length : read_big_endian(bytes + 2, extended);
	out->minimal = extended == 0 || (extended == 2 && out->length >= LENGTH_16) ||
				   (extended == 8 && out->length > UINT16_MAX && out->length <= INT64_MAX);
	if (out->masked) {
		memcpy(out->mask, bytes + 2 + extended, sizeof(out->mask));
	}
	return size;
}

size_t sp_ws_frame_header_write(
	uint8_t out[SP_WS_HEADER_OUT_MAX], bool fin, uint8_t rsv, uint8_t opcode, uint64_t length)
{
	out[0] = (uint8_t) ((fin ? FIN_BIT : 0) | (rsv & 7) << 4 | (opcode & 15));
	if (length < LENGTH_16) {
		out[1] = (uint8_t) length;
		return 2;
	}
	if (length <= UINT16_MAX) {
		out[1] = LENGTH_16;
		write_big_endian(out + 2, 2, length);
		return 4;
	}
	out[1] = LENGTH_64;
	write_big_endian(out + 2, 8, length);
	return 10;
}

/* XORs whole blocks, and returns how many bytes those were. Four variables, since compilers make
 * vectors of them. */
static size_t unmask_blocks(uint8_t *data, size_t len, uint64_t mask64)
{
	size_t at = 0;

	for (; len - at >= BLOCK; at += BLOCK) {
		struct block block;

		memcpy(&block, data + at, BLOCK);
		block.a ^= mask64;
		block.b ^= mask64;
		block.c ^= mask64;
		block.d ^= mask64;
		memcpy(data + at, &block, BLOCK);
	}
	return at;
}

void sp_ws_unmask(void *data, size_t len, const uint8_t mask[4], uint64_t offset)
{
	uint8_t *at = data;
	uint8_t turned[8];
	uint64_t mask64, word;
	size_t i;

	/* The mask, turned to the first byte and repeated: whole words then need no byte order. */
	for (i = 0; i < sizeof(turned); i++) {
		turned[i] = mask[(offset + i) % 4];
	}
	memcpy(&mask64, turned, sizeof(mask64));
	if (len >= BLOCKS_FROM) {
		i = unmask_blocks(at, len, mask64);
		at += i;
		len -= i;
	}
	while (len >= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		word ^= mask64;
		memcpy(at, &word, sizeof(word));
		at += sizeof(word);
		len -= sizeof(word);
	}
	for (i = 0; i < len; i++) {
		at[i] ^= turned[i];
	}
}

bool sp_ws_close_code_valid(unsigned code)
{
	/* RFC 6455 §7.4.1, §7.4.2 and the IANA registry: 1004 is undefined, 1005, 1006 and 1015 are
	 * never sent, 1016 to 2999 are not assigned yet. */
	return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) ||
		   (code >= 3000 && code <= 4999);
}
