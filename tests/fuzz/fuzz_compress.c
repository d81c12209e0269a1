/* SPDX-License-Identifier: MIT */
/*
 * Compressed responses. The first octet's lowest bit says what the rest is: an Accept-Encoding, or
 * a body; the next two choose the codings that there are, or the coding. A coding that is chosen is
 * there, and is named in the field, or "*" is. What a body is compressed to is read by the
 * library's own reader as the body, whole or cut, and each piece at once.
 */
#include "../unit/decoder.h"
#include "cut_input.h"
#include "wire/compressors.h"
#include "wire/media_pattern.h"

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len);

static bool names(struct sp_span field, const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i + len <= field.len; i++) {
		if (sp_span_equals_nocase((struct sp_span){field.data + i, len}, name)) {
			return true;
		}
	}
	return false;
}

static void negotiate(const struct cut_input *parts)
{
	struct sp_http_head head = {.field_count = 1};
	struct sp_span value = {guarded(parts->data, parts->len), parts->len};
	unsigned available = (unsigned) parts->settings >> 1 & 7U << 1;
	enum sp_coding coding;

	head.fields[0] = (struct sp_http_field){sp_span("Accept-Encoding"), value};
	coding = sp_http_coding_choose(&head, available);
	if (coding != SP_CODING_IDENTITY) {
		must(available & 1U << coding);
		must(names(value, sp_coding_name(coding)) || names(value, "*"));
	}
	if (sp_media_pattern_valid(value)) {
		sp_media_listed(value, value);
	}
	sp_media_listed(sp_span(SP_MEDIA_COMPRESSIBLE), value);
}

static void cut_body(struct sp_compressors *compressors, enum sp_coding coding, int level,
	const struct cut_input *parts)
{
	struct sp_compressor *compressor = sp_compressors_take(compressors, coding, level);
	struct cuts cuts = parts->cuts;
	struct decoder decoder;
	struct sp_buf out = {0};
	size_t at = 0;
	bool last;

	must(compressor != NULL);
	decoder_init(&decoder, coding);
	do {
		size_t piece = cuts_next(&cuts, parts->len - at);

		last = at + piece == parts->len;
		out.len = 0;
		must(sp_compressor_feed(compressor, guarded(parts->data + at, piece), piece, last, &out,
				 SIZE_MAX) == SP_COMPRESSED);
		must(!decoder.ended && decoder_feed(&decoder, out.data, out.len));
		at += piece;
		must(decoder.out.len == at && (at == 0 || memcmp(decoder.out.data, parts->data, at) == 0));
	} while (!last);
	must(decoder.ended);
	decoder_fini(&decoder);
	sp_buf_fini(&out);
	sp_compressors_give(compressors, compressor);
}

static void whole_body(struct sp_compressors *compressors, enum sp_coding coding, int level,
	const struct cut_input *parts)
{
	struct decoder decoder;

	if (sp_compressors_whole(compressors, coding, level, parts->data, parts->len)) {
		must(compressors->scratch.len < parts->len);
		decoder_init(&decoder, coding);
		must(decoder_feed(&decoder, compressors->scratch.data, compressors->scratch.len));
		must(decoder.ended && decoder.out.len == parts->len &&
			 memcmp(decoder.out.data, parts->data, parts->len) == 0);
		decoder_fini(&decoder);
	}
	sp_compressors_forget(compressors);
}

int LLVMFuzzerTestOneInput(const uint8_t *input, size_t len)
{
	static struct sp_compressors compressors; /* used again and again, as a server does */
	struct cut_input parts;

	if (len > GUARD_PAGE || !cut_input(input, len, &parts)) {
		return 0;
	}
	if (parts.settings & 1) {
		negotiate(&parts);
	} else {
		enum sp_coding coding = SP_CODING_GZIP + (parts.settings >> 1) % 3;
		int level = 1 + (parts.settings >> 3) % 9;

		whole_body(&compressors, coding, level, &parts);
		cut_body(&compressors, coding, level, &parts);
		must(compressors.taken == 0);
	}
	return 0;
}
