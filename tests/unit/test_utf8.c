/* SPDX-License-Identifier: MIT */
/*
 * UTF-8, however it is split: by cases in the manner of Markus Kuhn's decoder test, and by
 * comparison with a slow model over every character and everything that is nearly one.
 */
#include "check.h"
#include "guard.h"
#include "utf8_model.h"
#include "wire/utf8.h"

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

	if (judge(data, len) != expected || sp_utf8_valid(data, len) != (expected == UTF8_WHOLE)) {
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

/* The surroundings of a character must not matter: runs of ASCII are read in wide steps. */
static void anywhere(void)
{
	char text[80];
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

int main(void)
{
	run(cases);
	run(like_the_model);
	run(anywhere);
	return check_end();
}
