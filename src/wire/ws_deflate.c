/* SPDX-License-Identifier: MIT */
/*
 * Extensions are read by the grammar of RFC 6455 §9.1, whatever they are called; what they mean is
 * looked at afterwards. So an unknown extension with a comma in a quoted value cannot hide an offer
 * or make one up.
 */
#include "wire/ws_deflate.h"

#include <stdio.h>

#include "wire/http_chars.h"

#define VALUE_MAX 2 /* digits: the longest value that means anything is 15 */

enum kind { FIRST_WINDOW = 8, NO_WINDOW = 0 };

/* One offer, or one answer. */
struct offer {
	bool is_ours; /* it is permessage-deflate */
	bool is_bad;  /* a parameter is unknown, comes twice, or has a value that it cannot have */
	bool server_no_takeover, client_no_takeover;
	bool client_window;    /* client_max_window_bits is there */
	uint8_t server_window; /* 0: it is not there */
};

/* A parameter's value, without quotes and backslashes. */
struct value {
	bool is_there;
	size_t len; /* may be more than VALUE_MAX */
	char digits[VALUE_MAX];
};

static void skip_blanks(struct sp_span *rest)
{
	while (rest->len > 0 && sp_http_is_blank(rest->data[0])) {
		rest->data++;
		rest->len--;
	}
}

/* Takes this octet, and the blanks around it, off the front. False: it is not there. */
static bool take(struct sp_span *rest, char octet)
{
	skip_blanks(rest);
	if (rest->len == 0 || rest->data[0] != octet) {
		return false;
	}
	rest->data++;
	rest->len--;
	skip_blanks(rest);
	return true;
}

/* Empty: there is none. */
static struct sp_span take_token(struct sp_span *rest)
{
	struct sp_span token = {rest->data, 0};

	while (rest->len > 0 && sp_http_is_tchar(rest->data[0])) {
		token.len++;
		rest->data++;
		rest->len--;
	}
	return token;
}

static void add_octet(struct value *value, char octet)
{
	if (value->len < VALUE_MAX) {
		value->digits[value->len] = octet;
	}
	value->len++;
}

/* What is quoted must be a token, too (RFC 6455 §9.1). False: malformed. */
static bool take_quoted(struct sp_span *rest, struct value *value)
{
	while (rest->len > 0 && rest->data[0] != '"') {
		if (rest->data[0] == '\\') {
			rest->data++;
			rest->len--;
		}
		if (rest->len == 0 || !sp_http_is_tchar(rest->data[0])) {
			return false;
		}
		add_octet(value, rest->data[0]);
		rest->data++;
		rest->len--;
	}
	return value->len > 0 && take(rest, '"');
}

/* False: malformed. */
static bool take_value(struct sp_span *rest, struct value *value)
{
	struct sp_span token;

	*value = (struct value){0};
	if (!take(rest, '=')) {
		return true;
	}
	value->is_there = true;
	if (rest->len > 0 && rest->data[0] == '"') {
		rest->data++;
		rest->len--;
		return take_quoted(rest, value);
	}
	token = take_token(rest);
	for (size_t i = 0; i < token.len; i++) {
		add_octet(value, token.data[i]);
	}
	return token.len > 0;
}

/* 8 to 15, without leading zeros (RFC 7692 §7.1.2). 0: it is no such number. */
static uint8_t window_of(const struct value *value)
{
	unsigned number = 0;

	if (value->len == 0 || value->len > VALUE_MAX || value->digits[0] == '0') {
		return NO_WINDOW;
	}
	for (size_t i = 0; i < value->len; i++) {
		if (!sp_http_is_digit(value->digits[i])) {
			return NO_WINDOW;
		}
		number = number * 10 + (unsigned) (value->digits[i] - '0');
	}
	return number >= FIRST_WINDOW && number <= SP_WS_DEFLATE_WINDOW_MAX ? (uint8_t) number
																		: NO_WINDOW;
}

/* A parameter without a value; *known: it was there before. False: it is bad. */
static bool note_word(bool *known, const struct value *value)
{
	bool fine = !*known && !value->is_there;

	*known = true;
	return fine;
}

/* False: the parameter makes the offer one that is declined (RFC 7692 §7.1). */
static bool note(struct offer *offer, struct sp_span name, const struct value *value)
{
	bool again;

	if (sp_span_equals(name, "server_no_context_takeover")) {
		return note_word(&offer->server_no_takeover, value);
	}
	if (sp_span_equals(name, "client_no_context_takeover")) {
		return note_word(&offer->client_no_takeover, value);
	}
	if (sp_span_equals(name, "server_max_window_bits")) {
		again = offer->server_window != NO_WINDOW;
		offer->server_window = window_of(value);
		return !again && offer->server_window != NO_WINDOW;
	}
	if (sp_span_equals(name, "client_max_window_bits")) {
		again = offer->client_window;
		offer->client_window = true;
		return !again && (!value->is_there || window_of(value) != NO_WINDOW);
	}
	return false;
}

/* Takes an extension and its parameters off the front. False: malformed. */
static bool take_offer(struct sp_span *rest, struct offer *offer)
{
	struct sp_span name = take_token(rest);
	struct value value;

	*offer = (struct offer){.is_ours = sp_span_equals(name, "permessage-deflate")};
	if (name.len == 0) {
		return false;
	}
	while (take(rest, ';')) {
		name = take_token(rest);
		if (name.len == 0 || !take_value(rest, &value)) {
			return false;
		}
		if (!note(offer, name, &value)) {
			offer->is_bad = true;
		}
	}
	return true;
}

/* Takes the next extension off the front of a list; empty elements are skipped (RFC 9110 §5.6.1).
 * *done: there are no more. False: malformed. */
static bool next_offer(struct sp_span *rest, struct offer *offer, bool *done)
{
	skip_blanks(rest);
	while (take(rest, ',')) {
	}
	*done = rest->len == 0;
	return *done || (take_offer(rest, offer) && (rest->len == 0 || rest->data[0] == ','));
}

/* What is agreed if the server accepts the offer; 0: it cannot. */
static uint8_t accept(const struct offer *offer, unsigned window)
{
	uint8_t asked = offer->server_window;

	if (!offer->is_ours || offer->is_bad) {
		return 0;
	}
	if (asked == NO_WINDOW) {
		return (uint8_t) window;
	}
	if (asked < SP_WS_DEFLATE_WINDOW_MIN) {
		return 0;
	}
	return (uint8_t) ((asked < window ? asked : window) | SP_WS_DEFLATE_ASKED);
}

bool sp_ws_deflate_choose(const struct sp_http_head *head, unsigned window, uint8_t *agreed)
{
	struct offer offer;
	bool done;

	*agreed = 0;
	for (size_t i = 0; i < head->field_count; i++) {
		struct sp_span rest = head->fields[i].value;

		if (!sp_span_equals_nocase(head->fields[i].name, "Sec-WebSocket-Extensions")) {
			continue;
		}
		for (;;) {
			if (!next_offer(&rest, &offer, &done)) {
				*agreed = 0;
				return false;
			}
			if (done) {
				break;
			}
			if (*agreed == 0) {
				*agreed = accept(&offer, window);
			}
		}
	}
	return true;
}

const char *sp_ws_deflate_answer(uint8_t agreed, char text[SP_WS_DEFLATE_ANSWER_MAX])
{
	unsigned window = agreed & SP_WS_DEFLATE_WINDOW;
	char named[32] = "";

	if ((agreed & SP_WS_DEFLATE_ASKED) || window < SP_WS_DEFLATE_WINDOW_MAX) {
		snprintf(named, sizeof(named), "; server_max_window_bits=%u", window);
	}
	snprintf(text, SP_WS_DEFLATE_ANSWER_MAX,
		"permessage-deflate; server_no_context_takeover; client_no_context_takeover%s", named);
	return text;
}

uint8_t sp_ws_deflate_read_answer(struct sp_span value, uint8_t agreed)
{
	uint8_t window = agreed & SP_WS_DEFLATE_WINDOW;
	struct sp_span rest = value;
	struct offer offer, more;
	bool done, ended;

	if (agreed == 0 || !next_offer(&rest, &offer, &done) || done || !offer.is_ours ||
		offer.is_bad || !next_offer(&rest, &more, &ended) || !ended) {
		return 0;
	}
	/* A client that may keep its window would need one of ours for its connection alone. */
	if (!offer.client_no_takeover || offer.client_window) {
		return 0;
	}
	if (offer.server_window == NO_WINDOW) {
		return agreed & SP_WS_DEFLATE_ASKED ? 0 : agreed;
	}
	return offer.server_window >= SP_WS_DEFLATE_WINDOW_MIN && offer.server_window <= window
			   ? offer.server_window
			   : 0;
}
