/* SPDX-License-Identifier: MIT */
/*
 * Whether an octet may follow the one before it depends on three half octets: both halves of the
 * first, and the upper half of the second. Each way to be wrong is a bit, and for each of the three
 * a table says which ways are open; what all three say is wrong. That an octet is a third or fourth
 * one of its character is seen from the octets two and three before it. The idea is that of J.
 * Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per byte" (2020).
 */
#include "wire/utf8_blocks.h"

#if defined(__GNUC__) && defined(__x86_64__)

#include <immintrin.h>

#define BLOCK 32
#define UNIT ((ptrdiff_t) 2 * BLOCK) /* octets between two looks at what was found */
#define WITH_AVX2 __attribute__((target("avx2")))

enum wrong {
	SHORT = 1,         /* a first octet, and no continuation after it */
	STRAY = 2,         /* a continuation after ASCII */
	OVERLONG_2 = 4,    /* C0 and C1 */
	OVERLONG_3 = 8,    /* E0 and less than A0 */
	SURROGATE = 16,    /* ED and more than 9F */
	TOO_LARGE = 32,    /* F4 and more than 8F, or more than F4 and the same */
	OUT_OF_RANGE = 64, /* F0, or more than F4, and less than 90 */
	CONTINUES = 128,   /* two continuations: wrong, unless the second is a third or fourth octet */
	ANY = SHORT | STRAY | CONTINUES,            /* whatever the lower half of the first octet is */
	AFTER_ANY = STRAY | CONTINUES | OVERLONG_2, /* whatever continuation it is */
};

#define TWICE(...)               \
	{                            \
		__VA_ARGS__, __VA_ARGS__ \
	}
#define FOUR(x) x, x, x, x

static const uint8_t first_upper[BLOCK] = TWICE(FOUR(STRAY), FOUR(STRAY), FOUR(CONTINUES),
	SHORT | OVERLONG_2, SHORT, SHORT | OVERLONG_3 | SURROGATE, SHORT | TOO_LARGE | OUT_OF_RANGE);
static const uint8_t first_lower[BLOCK] = TWICE(ANY | OVERLONG_2 | OVERLONG_3 | OUT_OF_RANGE,
	ANY | OVERLONG_2, ANY, ANY, ANY | TOO_LARGE, FOUR(ANY | TOO_LARGE | OUT_OF_RANGE),
	FOUR(ANY | TOO_LARGE | OUT_OF_RANGE), ANY | TOO_LARGE | OUT_OF_RANGE | SURROGATE,
	ANY | TOO_LARGE | OUT_OF_RANGE, ANY | TOO_LARGE | OUT_OF_RANGE);
static const uint8_t second_upper[BLOCK] = TWICE(FOUR(SHORT), FOUR(SHORT),
	AFTER_ANY | OVERLONG_3 | OUT_OF_RANGE, AFTER_ANY | OVERLONG_3 | TOO_LARGE,
	AFTER_ANY | SURROGATE | TOO_LARGE, AFTER_ANY | SURROGATE | TOO_LARGE, FOUR(SHORT));

struct tables {
	__m256i first_upper, first_lower, second_upper;
};

bool sp_utf8_blocks_usable(void)
{
	return __builtin_cpu_supports("avx2");
}

WITH_AVX2 static inline __m256i load(const uint8_t *at)
{
	return _mm256_loadu_si256((const __m256i *) at);
}

WITH_AVX2 static inline __m256i upper(__m256i octets)
{
	return _mm256_and_si256(_mm256_srli_epi16(octets, 4), _mm256_set1_epi8(15));
}

/* Bits of what is wrong with each octet of a block. */
WITH_AVX2 static inline __m256i look_up(const struct tables *tables, const uint8_t *at)
{
	__m256i before = load(at - 1);
	__m256i wrong =
		_mm256_and_si256(_mm256_and_si256(_mm256_shuffle_epi8(tables->first_upper, upper(before)),
							 _mm256_shuffle_epi8(tables->first_lower,
								 _mm256_and_si256(before, _mm256_set1_epi8(15)))),
			_mm256_shuffle_epi8(tables->second_upper, upper(load(at))));
	/* The highest bit: a character of three or four octets began two octets before, or one of four
	 * three before. */
	__m256i third = _mm256_subs_epu8(load(at - 2), _mm256_set1_epi8(0xE0 - CONTINUES));
	__m256i fourth = _mm256_subs_epu8(load(at - 3), _mm256_set1_epi8(0xF0 - CONTINUES));
	__m256i goes_on =
		_mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char) CONTINUES));

	return _mm256_xor_si256(wrong, goes_on);
}

static inline bool is_open(const uint8_t *at)
{
	return at[-1] >= 0xC0 || at[-2] >= 0xE0 || at[-3] >= 0xF0;
}

/* The begin of the character that is not complete before at, or at. */
static const uint8_t *character(const uint8_t *at)
{
	return !is_open(at) ? at : at[-1] >= 0xC0 ? at - 1 : at[-2] >= 0xE0 ? at - 2 : at - 3;
}

WITH_AVX2 const uint8_t *sp_utf8_blocks(const uint8_t *at, const uint8_t *end)
{
	struct tables tables = {load(first_upper), load(first_lower), load(second_upper)};

	for (; end - at >= UNIT; at += UNIT) {
		bool ascii = _mm256_movemask_epi8(_mm256_or_si256(load(at), load(at + BLOCK))) == 0;

		if (ascii && is_open(at)) {
			return NULL;
		}
		if (!ascii) {
			__m256i wrong = _mm256_or_si256(look_up(&tables, at), look_up(&tables, at + BLOCK));

			if (!_mm256_testz_si256(wrong, wrong)) {
				return NULL;
			}
		}
	}
	return character(at);
}

#else

bool sp_utf8_blocks_usable(void)
{
	return false;
}

const uint8_t *sp_utf8_blocks(const uint8_t *at, const uint8_t *end)
{
	(void) end;
	return at;
}

#endif
