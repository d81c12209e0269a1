/* SPDX-License-Identifier: MIT */
#include "wire/log_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "wire/utf8.h"

#define CUT "... (cut)"
#define SHOWN_MAX 16 /* the longest form that a character gets, with a NUL */
#define CHARACTER_MAX 4

/* Unicode characters that are not what they look like: controls, line separators, and what
 * overrides the direction of writing (UAX #9). */
static const struct {
	uint32_t first, last;
} hidden[] = {
	{0x00, 0x08},
	{0x0B, 0x1F},
	{0x7F, 0x9F},
	{0x061C, 0x061C},
	{0x200E, 0x200F},
	{0x2028, 0x202E},
	{0x2066, 0x2069},
	{0xFEFF, 0xFEFF},
};

/* The length of the character at text, 0: it is not UTF-8. */
static size_t character_length(const char *text, size_t len)
{
	uint32_t state = SP_UTF8_START;

	for (size_t i = 0; i < len && i < CHARACTER_MAX; i++) {
		state = sp_utf8_feed(state, text + i, 1);
		if (state == SP_UTF8_START) {
			return i + 1;
		}
		if (state == SP_UTF8_BAD) {
			return 0;
		}
	}
	return 0;
}

/* Of a character that is UTF-8. */
static uint32_t code_point(const char *text, size_t len)
{
	static const uint8_t lead_bits[CHARACTER_MAX + 1] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	uint32_t code = (uint8_t) text[0] & lead_bits[len];

	for (size_t i = 1; i < len; i++) {
		code = code << 6 | ((uint8_t) text[i] & 0x3F);
	}
	return code;
}

static bool is_hidden(uint32_t code)
{
	for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++) {
		if (code >= hidden[i].first && code <= hidden[i].last) {
			return true;
		}
	}
	return false;
}

/* Writes the form of the next character to shown. Returns the octets that it took of text. */
static size_t show(char shown[SHOWN_MAX], const char *text, size_t len)
{
	size_t taken = character_length(text, len);
	uint32_t code = taken > 0 ? code_point(text, taken) : 0;

	if (taken == 0) {
		snprintf(shown, SHOWN_MAX, "\\x%02x", (uint8_t) text[0]);
		return 1;
	}
	if (code == '\n' || (code == '\r' && len > 1 && text[1] == '\n')) {
		snprintf(shown, SHOWN_MAX, "\n" SP_LOG_TEXT_INDENT);
		return code == '\n' ? 1 : 2;
	}
	if (is_hidden(code)) {
		snprintf(shown, SHOWN_MAX, "\\u{%x}", (unsigned) code);
	} else {
		snprintf(shown, SHOWN_MAX, "%.*s", (int) taken, text);
	}
	return taken;
}

size_t sp_log_text(char *out, size_t size, const char *text, size_t len)
{
	char shown[SHOWN_MAX];
	size_t used = 0, whole = 0; /* whole: after this much there is room for CUT */

	for (size_t at = 0; at < len;) {
		size_t length;

		at += show(shown, text + at, len - at);
		length = strlen(shown);
		if (used + length > size) {
			memcpy(out + whole, CUT, sizeof(CUT) - 1);
			return whole + sizeof(CUT) - 1;
		}
		memcpy(out + used, shown, length);
		used += length;
		whole = used + sizeof(CUT) - 1 <= size ? used : whole;
	}
	return used;
}
