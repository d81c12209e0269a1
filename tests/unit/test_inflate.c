/* SPDX-License-Identifier: MIT */
/*
 * sp_inflate against zlib's own deflate: whole, byte by byte, and at every length around the steps
 * in which the buffer grows.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "check.h"
#include "guard.h"
#include "wire/inflate.h"

#define TAIL 4 /* bytes that a sender leaves out (RFC 7692 §7.2.1) */

/* Compressed without the tail; freed by the caller. */
static unsigned char *packed(z_stream *stream, const char *text, size_t len, size_t *out_len)
{
	size_t cap = deflateBound(stream, (uLong) len) + 64;
	unsigned char *out = malloc(cap);

	must(out != NULL);
	if (len == 0) { /* RFC 7692 §7.2.3.6; zlib does not flush twice */
		out[0] = 0;
		*out_len = 1;
		return out;
	}
	stream->next_in = (z_const Bytef *) text;
	stream->avail_in = (uInt) len;
	stream->next_out = out;
	stream->avail_out = (uInt) cap;
	must(deflate(stream, Z_SYNC_FLUSH) == Z_OK && stream->avail_out > 0);
	*out_len = cap - stream->avail_out - TAIL;
	return out;
}

static char *text_of(size_t len)
{
	char *text = malloc(len + 1);

	must(text != NULL);
	for (size_t i = 0; i < len; i++) {
		text[i] = (char) (i % 4096 < 4000 ? 'a' : (int) (i * 7 % 64) + 32);
	}
	return text;
}

/* Feeds step bytes at a time; 0: everything at once. */
static bool same(struct sp_inflate *inflate, z_stream *stream, size_t len, size_t step)
{
	struct sp_buf out = {0};
	size_t packed_len;
	char *text = text_of(len);
	unsigned char *bytes = packed(stream, text, len, &packed_len);
	size_t at = 0;
	bool right = true;

	do {
		size_t part = step == 0 || packed_len - at < step ? packed_len - at : step;

		right = right && sp_inflate_feed(inflate, bytes + at, part, at + part == packed_len, &out,
							 len) == SP_INFLATED;
		at += part;
	} while (at < packed_len);
	right = right && out.len == len && memcmp(out.data ? out.data : "", text, len) == 0;
	sp_buf_fini(&out);
	free(text);
	free(bytes);
	return right;
}

static void lengths(void)
{
	static const size_t around[] = {0, 1, 64, 1024, 4096, 4105, 16384, 32768, 65536, 2000000};
	struct sp_inflate *inflate = sp_inflate_new();
	z_stream stream = {0};
	bool right = true;

	must(inflate != NULL && deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, 0) == Z_OK);
	for (size_t i = 0; i < sizeof(around) / sizeof(around[0]); i++) {
		for (size_t len = around[i] > 8 ? around[i] - 8 : 0; len < around[i] + 8; len++) {
			right = right && same(inflate, &stream, len, 0);
			right = right && same(inflate, &stream, len, 1);
			right = right && same(inflate, &stream, len, 7);
		}
	}
	ok(right, "all lengths, in one piece, byte by byte, and in pieces, with one window for all");
	ok(same(inflate, &stream, 40000000, 0), "a thousand times as long as it was");
	deflateEnd(&stream);
	sp_inflate_free(inflate);
}

static void too_long(void)
{
	z_stream stream = {0};
	size_t len;
	char *text = text_of(1000000);
	unsigned char *bytes;

	must(deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, 0) == Z_OK);
	bytes = packed(&stream, text, 1000000, &len);
	for (size_t max = 1; max < 1000000; max = max * 3 + 1) {
		struct sp_inflate *inflate = sp_inflate_new();
		struct sp_buf out = {0};

		ok(sp_inflate_feed(inflate, bytes, len, true, &out, max) == SP_INFLATE_TOO_LONG &&
				out.len == max + 1 && out.cap <= 2 * (max + 16 * 1024),
			"what is too long is not inflated");
		sp_buf_fini(&out);
		sp_inflate_free(inflate);
	}
	deflateEnd(&stream);
	free(text);
	free(bytes);
}

static void forms(void)
{
	/* RFC 7692 §7.2.3: "Hello" in one block, shared window, stored, with BFINAL, in two blocks. */
	static const struct {
		const char *bytes;
		size_t len;
	} hello[] = {
		{"\xf2\x48\xcd\xc9\xc9\x07\x00", 7},
		{"\xf2\x00\x11\x00\x00", 5},
		{"\x00\x05\x00\xfa\xff\x48\x65\x6c\x6c\x6f\x00", 11},
		{"\xf3\x48\xcd\xc9\xc9\x07\x00\x00", 8},
		{"\xf2\x48\x05\x00\x00\x00\xff\xff\xca\xc9\xc9\x07\x00", 13},
	};
	struct sp_inflate *inflate = sp_inflate_new();
	struct sp_buf out = {0};

	for (size_t i = 0; i < sizeof(hello) / sizeof(hello[0]); i++) {
		out.len = 0;
		ok(sp_inflate_feed(inflate, hello[i].bytes, hello[i].len, true, &out, 5) == SP_INFLATED &&
				out.len == 5 && memcmp(out.data, "Hello", 5) == 0,
			"an example from the RFC");
	}
	out.len = 0; /* the window outlives BFINAL: this "Hello" comes from it alone */
	ok(sp_inflate_feed(inflate, hello[3].bytes, hello[3].len, true, &out, 5) == SP_INFLATED,
		"a last block");
	out.len = 0;
	ok(sp_inflate_feed(inflate, hello[1].bytes, hello[1].len, true, &out, 5) == SP_INFLATED &&
			out.len == 5 && memcmp(out.data, "Hello", 5) == 0,
		"and its window afterwards");
	out.len = 0;
	ok(sp_inflate_feed(inflate, "\xff\xff\xff", 3, true, &out, 100) == SP_INFLATE_BAD, "nonsense");
	sp_inflate_free(inflate);
	sp_inflate_free(NULL);
	sp_buf_fini(&out);
	ok(strcmp(sp_inflate_library(), zlibVersion()) == 0, "its version");
}

static enum sp_inflated inflated(
	struct sp_inflate *inflate, const char *bytes, size_t len, const char *expected)
{
	struct sp_buf out = {0};
	enum sp_inflated result = sp_inflate_feed(inflate, bytes, len, true, &out, 1000);

	if (result == SP_INFLATED) {
		must(out.len == strlen(expected) &&
			 memcmp(out.data ? out.data : "", expected, out.len) == 0);
	}
	sp_buf_fini(&out);
	return result;
}

static void ends(void)
{
	static const char hello[] = "\xf2\x48\xcd\xc9\xc9\x07\x00";
	static const char final[] = "\xf3\x48\xcd\xc9\xc9\x07\x00\x00";
	struct sp_inflate *inflate = sp_inflate_new();

	must(inflate != NULL);
	ok(inflated(inflate, "", 0, "") == SP_INFLATED, "an empty message without data");
	ok(inflated(inflate, "\x00", 1, "") == SP_INFLATED, "an empty message");
	ok(inflated(inflate, "\x02\x00", 2, "") == SP_INFLATED, "an empty block of another kind");
	ok(inflated(inflate, "\x00\x00\x00\xff\xff\x00\x00\x00\xff\xff\x00", 11, "") == SP_INFLATED,
		"three empty blocks");
	ok(inflated(inflate, final, 7, "Hello") == SP_INFLATED, "nothing follows the last block");
	ok(inflated(inflate, hello, 7, "Hello") == SP_INFLATED, "and the next message is read");
	ok(inflated(inflate, "\x03\x00", 2, "") == SP_INFLATED, "an empty last block");
	ok(inflated(inflate, "\x03\x00\xf2\x48\xcd\xc9\xc9\x07\x00", 9, "Hello") == SP_INFLATED,
		"data after a last block");
	for (size_t len = 1; len < 6; len++) {
		ok(inflated(inflate, hello, len, "Hello") == SP_INFLATE_BAD, "cut off");
		must(sp_inflate_reset(inflate));
	}
	ok(inflated(inflate, "\x00\x05\x00\xfa\xff\x48\x65", 7, "") == SP_INFLATE_BAD,
		"cut off in a stored block");
	must(sp_inflate_reset(inflate));
	ok(inflated(inflate, hello, 7, "Hello") == SP_INFLATED &&
			inflated(inflate, "\xf2\x00\x11\x00\x00", 5, "Hello") == SP_INFLATED,
		"with the window of the message before");
	must(sp_inflate_reset(inflate));
	ok(inflated(inflate, "\xf2\x00\x11\x00\x00", 5, "") == SP_INFLATE_BAD, "not after a reset");
	sp_inflate_free(inflate);
}

int main(void)
{
	run(lengths);
	run(too_long);
	run(forms);
	run(ends);
	return check_end();
}
