/* SPDX-License-Identifier: MIT */
/*
 * Frame headers, read and written; the mask at every length and offset; close codes.
 */
#include "check.h"
#include "guard.h"
#include "wire/ws_frame.h"

/* Parses, after every shorter length was seen to be incomplete. */
static bool parses(const void *octets, size_t len, struct sp_ws_frame_header *header)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (sp_ws_frame_header_parse(guarded(octets, i), i, header) != 0) {
			return false;
		}
	}
	return sp_ws_frame_header_parse(guarded(octets, len), len, header) == len &&
		   header->size == len;
}

/* RFC 6455 §5.7 */
static void rfc_headers(void)
{
	struct sp_ws_frame_header header;

	ok(parses("\x81\x05", 2, &header) && header.fin && header.opcode == SP_WS_TEXT &&
			!header.masked && header.length == 5 && header.minimal && header.rsv == 0,
		"unmasked text");
	ok(parses("\x81\x85\x37\xFA\x21\x3D", 6, &header) && header.masked && header.length == 5 &&
			memcmp(header.mask, "\x37\xFA\x21\x3D", 4) == 0,
		"masked text");
	ok(parses("\x01\x03", 2, &header) && !header.fin && header.opcode == SP_WS_TEXT,
		"first fragment");
	ok(parses("\x80\x02", 2, &header) && header.fin && header.opcode == SP_WS_CONTINUATION,
		"last fragment");
	ok(parses("\x8A\x85\x37\xFA\x21\x3D", 6, &header) && header.opcode == SP_WS_PONG, "pong");
	ok(parses("\x82\x7E\x01\x00", 4, &header) && header.length == 256 && header.minimal,
		"256 bytes");
	ok(parses("\x82\x7F\x00\x00\x00\x00\x00\x01\x00\x00", 10, &header) && header.length == 65536 &&
			header.minimal,
		"64 KiB");
}

static void all_bits(void)
{
	struct sp_ws_frame_header header;
	uint8_t octets[6] = {0, 0x80, 1, 2, 3, 4};
	bool same = true;
	unsigned first;

	for (first = 0; first < 256; first++) {
		octets[0] = (uint8_t) first;
		same = same && parses(octets, sizeof(octets), &header) && header.fin == (first >= 128) &&
			   header.rsv == first / 16 % 8 && header.opcode == first % 16;
	}
	ok(same, "every first octet");
	ok(parses("\xC1\x00", 2, &header) && header.rsv == 4, "RSV1 is 4");
}

static void lengths(void)
{
	static const struct {
		const char *octets;
		size_t len;
		uint64_t length;
		bool minimal;
	} cases[] = {
		{"\x82\x7D", 2, 125, true},
		{"\x82\x7E\x00\x7D", 4, 125, false},
		{"\x82\x7E\x00\x00", 4, 0, false},
		{"\x82\x7E\x00\x7E", 4, 126, true},
		{"\x82\x7E\xFF\xFF", 4, 65535, true},
		{"\x82\x7F\x00\x00\x00\x00\x00\x00\x00\x05", 10, 5, false},
		{"\x82\x7F\x00\x00\x00\x00\x00\x00\xFF\xFF", 10, 65535, false},
		{"\x82\x7F\x00\x00\x00\x00\x00\x01\x00\x00", 10, 65536, true},
		{"\x82\x7F\x01\x02\x03\x04\x05\x06\x07\x08", 10, UINT64_C(0x0102030405060708), true},
		{"\x82\x7F\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 10, INT64_MAX, true},
		{"\x82\x7F\x80\x00\x00\x00\x00\x00\x00\x00", 10, (uint64_t) INT64_MAX + 1, false},
	};
	struct sp_ws_frame_header header;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ok(parses(cases[i].octets, cases[i].len, &header) && header.length == cases[i].length &&
				header.minimal == cases[i].minimal,
			"length form");
	}
}

static void write_and_parse(void)
{
	static const uint64_t lengths_out[] = {
		0, 1, 125, 126, 127, 65535, 65536, UINT32_MAX, INT64_MAX};
	static const size_t sizes[] = {2, 2, 2, 4, 4, 4, 10, 10, 10};
	uint8_t octets[SP_WS_HEADER_OUT_MAX];
	struct sp_ws_frame_header header;
	size_t i, size;

	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		size = sp_ws_frame_header_write(octets, i % 2 == 0, 4, SP_WS_BINARY, lengths_out[i]);
		ok(size == sizes[i] && parses(octets, size, &header) && header.minimal && !header.masked &&
				header.fin == (i % 2 == 0) && header.rsv == 4 && header.opcode == SP_WS_BINARY &&
				header.length == lengths_out[i],
			"what was written is read back");
	}
	size = sp_ws_frame_header_write(octets, true, 0, SP_WS_TEXT, 5);
	ok(size == 2 && memcmp(octets, "\x81\x05", 2) == 0, "text of 5, by RFC 6455 5.7");
}

static void unmask(void)
{
	static const uint8_t mask[4] = {0x11, 0x22, 0x44, 0x88};
	char octets[400];
	char *data;
	bool same = true;
	size_t len, offset, i;

	for (i = 0; i < sizeof(octets); i++) {
		octets[i] = (char) (i * 7);
	}
	/* They end where memory ends, so each length has an alignment of its own. */
	for (len = 0; len <= sizeof(octets); len++) {
		for (offset = 0; offset < 8; offset++) {
			data = guarded(octets, len);
			sp_ws_unmask(data, len, mask, offset + (UINT64_C(1) << 40));
			for (i = 0; i < len; i++) {
				same = same && data[i] == (char) (octets[i] ^ mask[(offset + i) % 4]);
			}
		}
	}
	ok(same,
		"every length from every offset, short ones and those that are long enough for blocks");
}

static void close_codes(void)
{
	size_t valid = 0;
	unsigned code;

	for (code = 0; code < 70000; code++) {
		valid += sp_ws_close_code_valid(code);
	}
	ok(valid == 4 + 8 + 2000, "as many as there are");
	ok(sp_ws_close_code_valid(1003) && !sp_ws_close_code_valid(1004), "1004 is undefined");
	ok(!sp_ws_close_code_valid(1005) && !sp_ws_close_code_valid(1006), "never sent");
	ok(sp_ws_close_code_valid(1007) && sp_ws_close_code_valid(1014), "1007 to 1014");
	ok(!sp_ws_close_code_valid(1015) && !sp_ws_close_code_valid(2999), "1015 to 2999");
	ok(sp_ws_close_code_valid(3000) && sp_ws_close_code_valid(4999), "3000 to 4999");
}

int main(void)
{
	run(rfc_headers);
	run(all_bits);
	run(lengths);
	run(write_and_parse);
	run(unmask);
	run(close_codes);
	return check_end();
}
