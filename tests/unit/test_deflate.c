/* SPDX-License-Identifier: MIT */
/*
 * sp_deflate against zlib's own inflate with the window that was promised, and against sp_inflate
 * at every split.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "check.h"
#include "guard.h"
#include "wire/deflate.h"
#include "wire/inflate.h"

enum kind { ZEROS, TEXT, NOISE, DISTANT, KINDS };

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 16;
}

/* DISTANT repeats what is as far away as a window of 2^15 bytes reaches. */
static char *text_of(enum kind kind, size_t len)
{
	char *text = malloc(len + 1);
	uint32_t state = 1;

	must(text != NULL);
	for (size_t i = 0; i < len; i++) {
		text[i] = kind == ZEROS                   ? '\0'
				  : kind == TEXT                  ? (char) ('a' + next_random(&state) % 7)
				  : kind == DISTANT && i >= 32000 ? text[i - 32000]
												  : (char) next_random(&state);
	}
	return text;
}

/* A client with this window can read it. */
static bool inflates(const struct sp_buf *bytes, unsigned window, const char *text, size_t len)
{
	static const unsigned char tail[] = {0, 0, 0xFF, 0xFF};
	z_stream stream = {0};
	char *out = malloc(len + 1);
	bool right;

	must(out != NULL && inflateInit2(&stream, -(int) window) == Z_OK);
	stream.next_out = (Bytef *) out;
	stream.avail_out = (uInt) len + 1;
	stream.next_in = (Bytef *) bytes->data;
	stream.avail_in = (uInt) bytes->len;
	right = inflate(&stream, Z_SYNC_FLUSH) == Z_OK && stream.avail_in == 0;
	stream.next_in = (z_const Bytef *) tail;
	stream.avail_in = sizeof(tail);
	right = right && inflate(&stream, Z_SYNC_FLUSH) == Z_OK && stream.avail_in == 0 &&
			stream.total_out == len && memcmp(out, text, len) == 0;
	inflateEnd(&stream);
	free(out);
	return right;
}

static void windows(void)
{
	static const size_t lengths[] = {1, 2, 125, 126, 300, 511, 512, 513, 4096, 33000, 70000};

	for (unsigned window = 9; window <= 15; window++) {
		for (int memory = 1; memory <= 9; memory += 4) {
			struct sp_deflate *deflate = sp_deflate_new(window, 6, memory);
			bool right = true;

			must(deflate != NULL);
			for (int kind = 0; kind < KINDS; kind++) {
				for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
					struct sp_buf out = {0};
					char *text = text_of((enum kind) kind, lengths[i]);

					right = right &&
							sp_deflate_message(deflate, text, lengths[i], &out,
								lengths[i] * 2 + 64) == SP_DEFLATED &&
							inflates(&out, window, text, lengths[i]);
					free(text);
					sp_buf_fini(&out);
				}
			}
			ok(right, "every kind and length, for a client with that window");
			sp_deflate_free(deflate);
		}
	}
}

static void alone(void)
{
	struct sp_deflate *deflate = sp_deflate_new(15, 6, 8);
	struct sp_buf first = {0}, second = {0};
	char *text = text_of(TEXT, 1000);

	must(deflate != NULL);
	must(sp_deflate_message(deflate, text, 1000, &first, 1000) == SP_DEFLATED);
	must(sp_deflate_message(deflate, text, 1000, &second, 1000) == SP_DEFLATED);
	ok(first.len == second.len && memcmp(first.data, second.data, first.len) == 0,
		"the second message knows nothing of the first");
	sp_buf_fini(&first);
	sp_buf_fini(&second);
	free(text);
	sp_deflate_free(deflate);
	sp_deflate_free(NULL);
	ok(sp_deflate_available() && sp_deflate_new(8, 6, 8) == NULL, "a window of 2^8 is too small");
}

static void bounds(void)
{
	struct sp_deflate *deflate = sp_deflate_new(15, 6, 8);
	struct sp_buf out = {0};
	char *text = text_of(TEXT, 5000);
	size_t len;

	must(deflate != NULL);
	must(sp_deflate_message(deflate, text, 5000, &out, 5000) == SP_DEFLATED);
	len = out.len;
	ok(len < 5000 && len > 500, "it is shorter");
	ok(sp_deflate_message(deflate, text, 5000, &out, len) == SP_DEFLATED && out.len == len,
		"it fits exactly");
	for (size_t max = 0; max < len; max += max < 20 || max + 20 > len ? 1 : 97) {
		ok(sp_deflate_message(deflate, text, 5000, &out, max) == SP_DEFLATE_TOO_LONG &&
				out.len == 0,
			"it does not fit");
	}
	free(text);
	text = text_of(NOISE, 5000);
	ok(sp_deflate_message(deflate, text, 5000, &out, 4999) == SP_DEFLATE_TOO_LONG,
		"noise gets no shorter");
	ok(sp_deflate_message(deflate, text, 5000, &out, 6000) == SP_DEFLATED && out.len > 5000,
		"but a little longer");
	sp_buf_fini(&out);
	out = full_buf();
	out.len = 0;
	out.cap = 0;
	ok(sp_deflate_message(deflate, text, 5000, &out, SIZE_MAX / 2) != SP_DEFLATED,
		"no such buffer");
	sp_buf_fini(&out);
	free(text);
	sp_deflate_free(deflate);
}

static bool feeds(struct sp_inflate *inflate, const struct sp_buf *bytes, size_t split,
	const char *text, size_t len)
{
	struct sp_buf out = {0};
	bool right = sp_inflate_reset(inflate) &&
				 sp_inflate_feed(inflate, guarded(bytes->data, split), split, false, &out, len) ==
					 SP_INFLATED &&
				 sp_inflate_feed(inflate, guarded(bytes->data + split, bytes->len - split),
					 bytes->len - split, true, &out, len) == SP_INFLATED &&
				 out.len == len && memcmp(out.data, text, len) == 0;

	sp_buf_fini(&out);
	return right;
}

static void splits(void)
{
	struct sp_deflate *deflate = sp_deflate_new(12, 9, 5);
	struct sp_inflate *inflate = sp_inflate_new();
	struct sp_buf bytes = {0};
	char *text = text_of(TEXT, 3000);
	bool right = true;

	must(deflate != NULL && inflate != NULL);
	must(sp_deflate_message(deflate, text, 3000, &bytes, 3000) == SP_DEFLATED);
	for (size_t split = 0; split <= bytes.len; split++) {
		right = right && feeds(inflate, &bytes, split, text, 3000);
	}
	ok(right, "inflated, cut at every place");
	free(text);
	sp_buf_fini(&bytes);
	sp_deflate_free(deflate);
	sp_inflate_free(inflate);
}

int main(void)
{
	run(windows);
	run(alone);
	run(bounds);
	run(splits);
	return check_end();
}
