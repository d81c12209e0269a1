/* SPDX-License-Identifier: MIT */
/*
 * UTF-8, however it is split: by cases in the manner of Markus Kuhn's decoder test, and by
 * comparison with a slow model over every character and everything that is nearly one.
 */
#include "check.h"
#include "guard.h"
#include "utf8_model.h"
#include "wire/utf8.h"
#include "wire/utf8_blocks.h"

static enum utf8_verdict verdict_of(uint32_t state)
{
	return state == SP_UTF8_BAD ? UTF8_WRONG : state == SP_UTF8_START ? UTF8_WHOLE : UTF8_OPEN;
}

static enum utf8_verdict judge(const void *data, size_t len)
{
	return verdict_of(sp_utf8_feed(SP_UTF8_START, data, len));
}

/* True if the verdict on text is the expected one, whole, in two parts, and octet by octet. */
static bool judged(const char *text, size_t len, enum utf8_verdict expected)
{
	const char *data = guarded(text, len);
	uint32_t state = SP_UTF8_START;
	size_t i;

	if (judge(data, len) != expected || sp_utf8_valid(data, len) != (expected == UTF8_WHOLE) ||
		verdict_of(sp_utf8_feed_plain(SP_UTF8_START, data, len)) != expected) {
		return false;
	}
	for (i = 0; i <= len; i++) {
		state = sp_utf8_feed(SP_UTF8_START, data, i);
		if (verdict_of(sp_utf8_feed(state, data + i, len - i)) != expected) {
			return false;
		}
	}
	state = SP_UTF8_START;
	for (i = 0; i < len; i++) {
		state = sp_utf8_feed(state, data + i, 1);
	}
	return verdict_of(state) == expected;
}

struct text {
	const char *text;
	enum utf8_verdict verdict;
	const char *title;
};

static void cases(void)
{
	static const struct text texts[] = {
		{"", UTF8_WHOLE, "nothing"},
		{"Hello", UTF8_WHOLE, "ASCII"},
		{"\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5", UTF8_WHOLE, "Greek"},
		{"\x7F", UTF8_WHOLE, "last of 1 octet"},
		{"\xC2\x80", UTF8_WHOLE, "first of 2 octets"},
		{"\xDF\xBF", UTF8_WHOLE, "last of 2 octets"},
		{"\xE0\xA0\x80", UTF8_WHOLE, "first of 3 octets"},
		{"\xEF\xBF\xBF", UTF8_WHOLE, "last of 3 octets"},
		{"\xF0\x90\x80\x80", UTF8_WHOLE, "first of 4 octets"},
		{"\xF4\x8F\xBF\xBF", UTF8_WHOLE, "U+10FFFF"},
		{"\xED\x9F\xBF", UTF8_WHOLE, "U+D7FF, before the surrogates"},
		{"\xEE\x80\x80", UTF8_WHOLE, "U+E000, after the surrogates"},
		{"\xEF\xBF\xBE", UTF8_WHOLE, "U+FFFE is no error"},
		{"\xF4\x90", UTF8_WRONG, "above U+10FFFF at its second octet"},
		{"\xF5", UTF8_WRONG, "F5"},
		{"\xF8\x88\x80\x80\x80", UTF8_WRONG, "5 octets"},
		{"\xFC\x84\x80\x80\x80\x80", UTF8_WRONG, "6 octets"},
		{"\x80", UTF8_WRONG, "a stray continuation"},
		{"\xBF", UTF8_WRONG, "the last stray continuation"},
		{"a\x80", UTF8_WRONG, "a stray continuation after ASCII"},
		{"\xCE\xBA\xBA", UTF8_WRONG, "one continuation too many"},
		{"\xC2 ", UTF8_WRONG, "a blank instead of a continuation"},
		{"\xE2\x82 ", UTF8_WRONG, "a blank instead of the second continuation"},
		{"\xF0\x90\x80 ", UTF8_WRONG, "a blank instead of the third continuation"},
		{"\xC2\xC2\x80", UTF8_WRONG, "a start inside a character"},
		{"\xC3", UTF8_OPEN, "1 of 2 octets"},
		{"\xE2\x82", UTF8_OPEN, "2 of 3 octets"},
		{"\xF0\x90\x80", UTF8_OPEN, "3 of 4 octets"},
		{"\xFE", UTF8_WRONG, "FE"},
		{"\xFF", UTF8_WRONG, "FF"},
		{"\xC0\xAF", UTF8_WRONG, "overlong slash in 2"},
		{"\xE0\x80\xAF", UTF8_WRONG, "overlong slash in 3"},
		{"\xF0\x80\x80\xAF", UTF8_WRONG, "overlong slash in 4"},
		{"\xC1", UTF8_WRONG, "C1 can only be overlong"},
		{"\xE0\x9F", UTF8_WRONG, "overlong in 3 at its second octet"},
		{"\xF0\x8F", UTF8_WRONG, "overlong in 4 at its second octet"},
		{"\xED\xA0", UTF8_WRONG, "the first surrogate at its second octet"},
		{"\xED\xBF\xBF", UTF8_WRONG, "the last surrogate"},
		{"\xED\xA0\x80\xED\xB0\x80", UTF8_WRONG, "a pair of surrogates"},
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ok(judged(texts[i].text, strlen(texts[i].text), texts[i].verdict), texts[i].title);
	}
	ok(judged("a\0b", 3, UTF8_WHOLE), "NUL is a character");
	ok(sp_utf8_feed(SP_UTF8_BAD, "a", 1) == SP_UTF8_BAD, "bad stays bad");
	ok(sp_utf8_feed(SP_UTF8_BAD, NULL, 0) == SP_UTF8_BAD, "even without data");
}

/* Every second and third octet after every first one, and the fourth in steps. */
static void like_the_model(void)
{
	uint8_t octets[4];
	unsigned a, b, c, d;
	size_t wrong = 0;

	for (a = 0; a < 256; a++) {
		octets[0] = (uint8_t) a;
		wrong += judge(octets, 1) != utf8_model(octets, 1);
		for (b = 0; b < 256; b++) {
			octets[1] = (uint8_t) b;
			wrong += judge(octets, 2) != utf8_model(octets, 2);
			if (judge(octets, 2) != UTF8_OPEN) {
				continue;
			}
			for (c = 0; c < 256; c++) {
				octets[2] = (uint8_t) c;
				wrong += judge(octets, 3) != utf8_model(octets, 3);
				for (d = 0; d < 256 && judge(octets, 3) == UTF8_OPEN; d += 9) {
					octets[3] = (uint8_t) d;
					wrong += judge(octets, 4) != utf8_model(octets, 4);
				}
			}
		}
	}
	ok(wrong == 0, "everything of up to 4 octets");
}

/* The surroundings of a character must not matter: much text is read in blocks. */
static void anywhere(void)
{
	char text[2 * SP_UTF8_BLOCKS_MIN + 20];
	bool good = true;
	bool bad = true;
	size_t at;

	for (at = 0; at + 3 <= sizeof(text); at++) {
		memset(text, 'a', sizeof(text));
		memcpy(text + at, "\xE2\x82\xAC", 3);
		good = good && judged(text, sizeof(text), UTF8_WHOLE);
		text[at + 2] = 'a';
		bad = bad && judged(text, sizeof(text), UTF8_WRONG);
	}
	ok(good, "a correct character at every place in a long text");
	ok(bad, "a broken one at every place in a long text");
}

#define LONG (4 * SP_UTF8_BLOCKS_MIN)

/* Fills text with correct characters of one length, from 1 to 4, or of all lengths in turn (0). */
static void fill(char *text, size_t len, size_t octets)
{
	static const char *const characters[] = {
		"", "a", "\xD0\x96", "\xE2\x82\xAC", "\xF0\x9F\x8E\xAB"};
	size_t at = 0, turn = 0;

	while (at < len) {
		size_t size = octets > 0 ? octets : turn++ * 7 / 3 % 4 + 1;

		size = size <= len - at ? size : 1;
		memcpy(text + at, characters[size], size);
		at += size;
	}
}

/* The blocks and the octets, one by one, come to the same state, at every length of the text; and
 * if it comes in two parts, wherever it is cut. */
static bool agree(const char *text, size_t len)
{
	uint32_t plain = SP_UTF8_START;
	size_t i;

	for (i = 0; i <= len; i++) {
		/* The end of memory is where the text ends, so each length has its own alignment. */
		const char *data = guarded(text, i);

		if (sp_utf8_feed(SP_UTF8_START, data, i) != plain) {
			return false;
		}
		if (i < len) {
			plain = sp_utf8_feed_plain(plain, text + i, 1);
		}
	}
	for (i = 0; i <= len; i++) {
		uint32_t state = sp_utf8_feed(SP_UTF8_START, text, i);

		if (sp_utf8_feed(state, text + i, len - i) != plain) {
			return false;
		}
	}
	return true;
}

static void in_blocks(void)
{
	char text[LONG];
	size_t octets;

	for (octets = 0; octets <= 4; octets++) {
		fill(text, sizeof(text), octets);
		ok(sp_utf8_valid(text, sizeof(text)), "long and correct");
		ok(agree(text, sizeof(text)), "the same in blocks, at every length and cut");
	}
}

/* What is wrong is found at every place, within each kind of text, and so is what ends too early.
 */
static void wrong_in_blocks(void)
{
	static const char *const wrong[] = {"\x80", "\xBF", "\xC0", "\xC1", "\xC2", "\xDF",
		"\xE0\x9F\xBF", "\xE0\x80", "\xE2\x82", "\xED\xA0\x80", "\xED\xBF\xBF", "\xEF",
		"\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF0\x9F\x8E", "\xF4\x90\x80\x80", "\xF4\xBF",
		"\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "\xE2\x82\xAC\x80",
		"\xF0\x9F\x8E\xAB\x80"};
	char whole[2 * SP_UTF8_BLOCKS_MIN + 5], text[sizeof(whole)];
	size_t octets, i, at, differ = 0;

	for (octets = 0; octets <= 4; octets++) {
		fill(whole, sizeof(whole), octets);
		for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
			for (at = 0; at + strlen(wrong[i]) <= sizeof(text); at++) {
				memcpy(text, whole, sizeof(text));
				memcpy(text + at, wrong[i], strlen(wrong[i]));
				differ += sp_utf8_feed(SP_UTF8_START, text, sizeof(text)) !=
						  sp_utf8_feed_plain(SP_UTF8_START, text, sizeof(text));
			}
		}
	}
	ok(differ == 0, "the same verdict on everything that is wrong, at every place");
}

/* Every pair of octets, and every third after those that leave a character open, within ASCII. */
static void pairs_in_blocks(void)
{
	char text[SP_UTF8_BLOCKS_MIN];
	unsigned a, b, c;
	size_t differ = 0, at = sizeof(text) / 2;

	memset(text, 'a', sizeof(text));
	for (a = 0; a < 256; a++) {
		text[at] = (char) a;
		for (b = 0; b < 256; b++) {
			text[at + 1] = (char) b;
			for (c = 0; c < 256; c += a < 0xC0 ? 64 : 1) {
				text[at + 2] = (char) c;
				text[at + 3] = (char) (a < 0xF0 ? 'a' : 0x80);
				differ += sp_utf8_feed(SP_UTF8_START, text, sizeof(text)) !=
						  sp_utf8_feed_plain(SP_UTF8_START, text, sizeof(text));
			}
		}
	}
	ok(differ == 0, "the same verdict on every sequence of octets");
}

int main(void)
{
	run(cases);
	run(like_the_model);
	run(anywhere);
	run(in_blocks);
	run(wrong_in_blocks);
	run(pairs_in_blocks);
	return check_end();
}
