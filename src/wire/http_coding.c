/* SPDX-License-Identifier: MIT */
#include "wire/http_coding.h"

#include "wire/http_chars.h"

#define WEIGHT_MAX 1000
#define DIGITS_MAX 3 /* behind a weight's point */

/* What a request says of each coding: a weight in thousandths. */
struct weights {
	int of[SP_CODINGS]; /* -1: it is not named */
	int others;         /* "*"; -1: it is not there */
};

static const char *const names[SP_CODINGS] = {
	[SP_CODING_IDENTITY] = "identity",
	[SP_CODING_GZIP] = "gzip",
	[SP_CODING_BR] = "br",
	[SP_CODING_ZSTD] = "zstd",
};

const char *sp_coding_name(enum sp_coding coding)
{
	return names[coding];
}

static void skip(struct sp_span *text, size_t len)
{
	text->data += len;
	text->len -= len;
}

static void skip_blanks(struct sp_span *text)
{
	while (text->len > 0 && sp_http_is_blank(text->data[0])) {
		skip(text, 1);
	}
}

/* RFC 9110 §12.4.2: "0.5", "1.000". -1: it is none. */
static int weight_of(struct sp_span text)
{
	int weight, unit = WEIGHT_MAX;

	if (text.len == 0 || text.len > 2 + DIGITS_MAX ||
		(text.data[0] != '0' && text.data[0] != '1') || (text.len > 1 && text.data[1] != '.')) {
		return -1;
	}
	weight = (text.data[0] - '0') * WEIGHT_MAX;
	for (size_t i = 2; i < text.len; i++) {
		if (!sp_http_is_digit(text.data[i])) {
			return -1;
		}
		unit /= 10;
		weight += (text.data[i] - '0') * unit;
	}
	return weight <= WEIGHT_MAX ? weight : -1;
}

/* Takes the name off the front of an element such as "gzip;q=0.5". -1: the element is malformed. */
static int take_name(struct sp_span element, struct sp_span *name)
{
	*name = (struct sp_span){element.data, 0};
	while (element.len > 0 && sp_http_is_tchar(element.data[0])) {
		skip(&element, 1);
		name->len++;
	}
	skip_blanks(&element);
	if (element.len == 0) {
		return WEIGHT_MAX;
	}
	if (element.data[0] != ';') {
		return -1;
	}
	skip(&element, 1);
	skip_blanks(&element);
	if (element.len < 2 || sp_ascii_lower(element.data[0]) != 'q' || element.data[1] != '=') {
		return -1;
	}
	skip(&element, 2);
	return weight_of(element);
}

/* Where the weight of a coding with this name belongs. NULL: it is one that nobody here speaks. */
static int *place_of(struct weights *weights, struct sp_span name)
{
	if (sp_span_equals(name, "*")) {
		return &weights->others;
	}
	if (sp_span_equals_nocase(name, "x-gzip")) { /* RFC 9110 §8.4.1.3 */
		return &weights->of[SP_CODING_GZIP];
	}
	for (size_t i = 0; i < SP_CODINGS; i++) {
		if (sp_span_equals_nocase(name, names[i])) {
			return &weights->of[i];
		}
	}
	return NULL;
}

/* Of a coding that is named twice, what is said first counts. */
static void note(struct weights *weights, struct sp_span list)
{
	struct sp_span element, name;

	while (sp_http_list_next(&list, &element)) {
		int weight = take_name(element, &name);
		int *place = weight >= 0 ? place_of(weights, name) : NULL;

		if (place != NULL && *place < 0) {
			*place = weight;
		}
	}
}

/* Who writes "*" knows gzip, and need not have heard of the others. */
static int weight_for(const struct weights *weights, enum sp_coding coding)
{
	if (weights->of[coding] >= 0) {
		return weights->of[coding];
	}
	return coding == SP_CODING_GZIP && weights->others > 0 ? weights->others : 0;
}

/* Where nothing is accepted, plain is what is left (RFC 9110 §12.5.3). */
static enum sp_coding best(const struct weights *weights, unsigned available)
{
	enum sp_coding chosen = SP_CODING_IDENTITY;
	int highest = weight_for(weights, SP_CODING_IDENTITY);

	for (enum sp_coding coding = SP_CODING_IDENTITY + 1; coding < SP_CODINGS; coding++) {
		int weight = available & 1U << coding ? weight_for(weights, coding) : 0;

		if (weight > 0 && weight >= highest) {
			chosen = coding;
			highest = weight;
		}
	}
	return chosen;
}

enum sp_coding sp_http_coding_choose(const struct sp_http_head *head, unsigned available)
{
	struct weights weights = {.others = -1};
	bool any = false;

	for (size_t i = 0; i < head->field_count; i++) {
		if (!sp_span_equals_nocase(head->fields[i].name, "Accept-Encoding")) {
			continue;
		}
		if (!any) {
			memset(weights.of, -1, sizeof(weights.of));
			any = true;
		}
		note(&weights, head->fields[i].value);
	}
	return any ? best(&weights, available) : SP_CODING_IDENTITY;
}
