/* SPDX-License-Identifier: MIT */
/*
 * Text for the log: what commands a terminal or looks like another line does not pass.
 */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "guard.h"
#include "wire/log_text.h"
#include "wire/utf8.h"

static char out[256];

static size_t shown(const char *text, size_t len, size_t size)
{
	size_t used = sp_log_text(out, size, guarded(text, len), len);

	out[used] = '\0';
	return used;
}

#define SHOWS(text, expected) \
	ok((shown(text, sizeof(text) - 1, sizeof(out) - 1), strcmp(out, expected) == 0), expected)

static void forms(void)
{
	SHOWS("", "");
	SHOWS("plain \"text\" \\ [x]\ttab", "plain \"text\" \\ [x]\ttab");
	SHOWS("gr\xc3\xbc\xc3\x9f \xe4\xbd\xa0 \xf0\x9f\x8e\x9f",
		"gr\xc3\xbc\xc3\x9f \xe4\xbd\xa0 \xf0\x9f\x8e\x9f");
	SHOWS("\x1b[31mred\x1b]0;title\x07", "\\u{1b}[31mred\\u{1b}]0;title\\u{7}");
	SHOWS("one\n[2026-01-01 00:00:00.000] ERROR seatpush: forged",
		"one\n    [2026-01-01 00:00:00.000] ERROR seatpush: forged");
	SHOWS("one\r\ntwo\rthree\n\n", "one\n    two\\u{d}three\n    \n    ");
	SHOWS("a\0b\x7f", "a\\u{0}b\\u{7f}");
	SHOWS("\xc2\x9b"
		  "31m \xc2\x85",
		"\\u{9b}31m \\u{85}");
	SHOWS("\xe2\x80\xa8 \xe2\x80\xae \xe2\x81\xa6 \xe2\x80\x8f \xef\xbb\xbf",
		"\\u{2028} \\u{202e} \\u{2066} \\u{200f} \\u{feff}");
	SHOWS("\xff\xc3(\x9b\xed\xa0\x80\xc0\x8a", "\\xff\\xc3(\\x9b\\xed\\xa0\\x80\\xc0\\x8a");
	SHOWS("\xe4\xbd", "\\xe4\\xbd");
	SHOWS("\xf4\x8f\xbf\xbf\xf4\x90\x80\x80", "\xf4\x8f\xbf\xbf\\xf4\\x90\\x80\\x80");
}

/* Every pair of octets, alone: it is UTF-8, has no control character but tab and line break, and
 * no line but the first that is not indented. */
static void every_pair(void)
{
	bool good = true;

	for (unsigned i = 0; i < 65536; i++) {
		char pair[2] = {(char) (i >> 8), (char) i};
		size_t used = shown(pair, 2, sizeof(out) - 1);

		good = good && sp_utf8_valid(out, used);
		for (size_t at = 0; at < used; at++) {
			unsigned char octet = (unsigned char) out[at];

			good = good && (octet >= ' ' || octet == '\t' || octet == '\n') && octet != 0x7f &&
				   (octet != '\n' || strncmp(out + at + 1, SP_LOG_TEXT_INDENT, 4) == 0) &&
				   (octet != 0xc2 || (unsigned char) out[at + 1] >= 0xa0);
		}
	}
	ok(good, "no pair of octets does harm");
}

static void cuts(void)
{
	static const char text[] = "0123456789\xf0\x9f\x8e\x9f\n\x1b\xff"
							   "0123456789";
	bool good = true;

	for (size_t size = 16; size < 64; size++) {
		size_t used = shown(text, sizeof(text) - 1, size);

		good = good && used <= size && sp_utf8_valid(out, used);
		good = good && (strstr(out, "... (cut)") != NULL) == (strcmp(out + used - 3, "789") != 0);
	}
	ok(good, "cut after a whole character, and said so");
	ok(shown("0123456789abcdef", 16, 16) == 16, "what fits is not cut");
	ok(shown("0123456789abcdefg", 17, 16) == 16 && strcmp(out, "0123456... (cut)") == 0, "cut");
}

int main(void)
{
	run(forms);
	run(every_pair);
	run(cuts);
	return check_end();
}
