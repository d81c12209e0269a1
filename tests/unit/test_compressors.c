/* SPDX-License-Identifier: MIT */
/*
 * Bodies of responses, whole and in pieces, against the libraries' own readers.
 */
#include "check.h"
#include "decoder.h"
#include "wire/compressors.h"

#define LONG ((size_t) 700 * 1000) /* longer than all windows and blocks */

static char body[LONG];

static uint32_t next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 16;
}

static void fill(unsigned kinds)
{
	uint32_t state = 1;

	for (size_t i = 0; i < LONG; i++) {
		body[i] = (char) ('a' + next_random(&state) % kinds);
	}
}

/* Compresses the first len bytes in pieces of this size, each of which the reader must see at once,
 * and with the last one the end. */
static bool in_pieces(
	struct sp_compressors *compressors, enum sp_coding coding, int level, size_t len, size_t size)
{
	struct sp_compressor *compressor = sp_compressors_take(compressors, coding, level);
	struct decoder decoder;
	struct sp_buf out = {0};
	bool good = compressor != NULL;
	size_t at = 0;

	decoder_init(&decoder, coding);
	do {
		size_t piece = len - at < size ? len - at : size;
		bool last = at + piece == len;

		out.len = 0;
		good = good && !decoder.ended &&
			   sp_compressor_feed(compressor, body + at, piece, last, &out, SIZE_MAX) ==
				   SP_COMPRESSED &&
			   decoder_feed(&decoder, out.data, out.len);
		at += piece;
		good = good && decoder.out.len == at && (!last || decoder.ended);
	} while (good && at < len);
	good = good && (len == 0 || memcmp(decoder.out.data, body, len) == 0);
	decoder_fini(&decoder);
	sp_buf_fini(&out);
	sp_compressors_give(compressors, compressor);
	return good;
}

static bool whole(struct sp_compressors *compressors, enum sp_coding coding, int level, size_t len)
{
	struct decoder decoder;
	bool good = sp_compressors_whole(compressors, coding, level, body, len);

	decoder_init(&decoder, coding);
	good = good && compressors->scratch.len < len &&
		   decoder_feed(&decoder, compressors->scratch.data, compressors->scratch.len) &&
		   decoder.ended && decoder.out.len == len && memcmp(decoder.out.data, body, len) == 0;
	decoder_fini(&decoder);
	sp_compressors_forget(compressors);
	return good;
}

#define EACH(coding) for (enum sp_coding coding = SP_CODING_GZIP; coding < SP_CODINGS; coding++)

static void wholes(void)
{
	struct sp_compressors compressors = {0};
	bool good = true;

	fill(7);
	EACH(coding)
	{
		for (int level = 1; level <= 9; level++) {
			good = good && whole(&compressors, coding, level, 1000) &&
				   whole(&compressors, coding, level, 100) &&
				   whole(&compressors, coding, level, 70000);
		}
		ok(good, sp_coding_name(coding));
		ok(whole(&compressors, coding, 1, LONG), "a long one");
	}
	ok(compressors.taken == 0 && compressors.scratch.cap <= 64 * 1024,
		"all was given back, and little stays");
	sp_compressors_fini(&compressors);
}

static void pieces(void)
{
	static const size_t sizes[] = {1, 2, 17, 4095, 4096, 4097, 65536, LONG};
	struct sp_compressors compressors = {0};

	fill(7);
	EACH(coding)
	{
		bool good = in_pieces(&compressors, coding, 1, 0, 1);

		for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
			size_t len = sizes[i] * 100 < LONG ? sizes[i] * 100 + 1 : LONG;

			good = good && in_pieces(&compressors, coding, 1, len, sizes[i]) &&
				   in_pieces(&compressors, coding, 1 + (int) i, len, sizes[i]);
		}
		ok(good, sp_coding_name(coding));
	}
	sp_compressors_fini(&compressors);
}

static void noise(void)
{
	struct sp_compressors compressors = {0};

	fill(256);
	EACH(coding)
	{
		ok(!sp_compressors_whole(&compressors, coding, 1, body, 1000) &&
				!sp_compressors_whole(&compressors, coding, 9, body, LONG) &&
				!sp_compressors_whole(&compressors, coding, 1, body, 1) &&
				!sp_compressors_whole(&compressors, coding, 1, body, 0),
			"what would not get shorter is not compressed");
		ok(compressors.scratch.len == 0, "and nothing of it is left");
		ok(in_pieces(&compressors, coding, 1, LONG, 100000), "in pieces it becomes longer");
	}
	ok(compressors.taken == 0, "all was given back");
	sp_compressors_fini(&compressors);
}

static void limit(void)
{
	struct sp_compressors compressors = {0};

	fill(7);
	EACH(coding)
	{
		struct sp_compressor *compressor = sp_compressors_take(&compressors, coding, 1);
		struct sp_buf out = {0};

		ok(sp_compressor_feed(compressor, body, 50000, true, &out, 5000) == SP_COMPRESS_TOO_LONG &&
				out.len == 5000,
			"never more than max");
		sp_buf_fini(&out);
		sp_compressors_give(&compressors, compressor);
		ok(whole(&compressors, coding, 1, 1000), "and the next body begins afresh");
	}
	sp_compressors_fini(&compressors);
}

/* What was begun and not ended leaves nothing for the next one. */
static void many(void)
{
	struct sp_compressors compressors = {0};
	struct sp_compressor *taken[3];
	struct sp_buf out = {0};

	fill(7);
	EACH(coding)
	{
		for (size_t i = 0; i < 3; i++) {
			taken[i] = sp_compressors_take(&compressors, coding, 1 + 3 * (int) i);
			ok(sp_compressor_coding(taken[i]) == coding &&
					sp_compressor_feed(taken[i], body, 10000, false, &out, SIZE_MAX) ==
						SP_COMPRESSED,
				"several at a time");
		}
		ok(compressors.taken == 3, "are counted");
		for (size_t i = 0; i < 3; i++) {
			sp_compressors_give(&compressors, taken[i]);
		}
		ok(compressors.taken == 0 && compressors.spare[coding] == taken[2], "the last one is kept");
		ok(sp_compressors_take(&compressors, coding, 1) == taken[2], "and taken again");
		sp_compressors_give(&compressors, taken[2]);
		ok(whole(&compressors, coding, 1, 1000), "for a body of its own");
	}
	ok(sp_compressors_take(&compressors, SP_CODING_IDENTITY, 1) == NULL, "identity needs none");
	sp_compressors_give(&compressors, NULL);
	sp_buf_fini(&out);
	sp_compressors_fini(&compressors);
}

static void memory(void)
{
	struct sp_compressors compressors = {0};
	struct sp_buf full = full_buf();
	bool good = true;

	EACH(coding)
	{
		struct sp_compressor *compressor = sp_compressors_take(&compressors, coding, 1);

		good = good && sp_compressor_feed(compressor, body, 100, true, &full, SIZE_MAX) ==
						   SP_COMPRESS_NOMEM;
		sp_compressors_give(&compressors, compressor);
	}
	ok(good, "no room for the output");
	sp_compressors_fini(&compressors);
}

int main(void)
{
	run(wholes);
	run(pieces);
	run(noise);
	run(limit);
	run(many);
	run(memory);
	return check_end();
}
