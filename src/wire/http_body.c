/* SPDX-License-Identifier: MIT */
/*
 * The body of a request as it arrives: of known length, or chunked (RFC 9112 §7.1). Chunked
 * framing is read octet by octet, except for the data itself, which is copied in pieces. The
 * buffer grows with what has arrived; an announced size is only compared with the limit.
 */
#include "wire/http_request.h"

#include "wire/http_chars.h"

#define CHUNK_DIGITS_MAX 16     /* what fits in 64 bits, so the sum needs no overflow check */
#define CHUNK_EXTENSION_MAX 256 /* bytes per chunk, after the size */
#define TRAILERS_MAX 4096       /* bytes of all trailer lines together */

/* What the next octet of a chunked body must be. */
enum phase {
	PHASE_SIZE,          /* a digit of a chunk's size, then ';' or CR */
	PHASE_EXTENSION,     /* chunk extension, to its CR */
	PHASE_SIZE_LF,       /* LF: then data, or trailers after the last chunk */
	PHASE_DATA,          /* octets of the chunk */
	PHASE_DATA_CR,       /* CR after the chunk */
	PHASE_DATA_LF,       /* LF: then the next size */
	PHASE_TRAILER,       /* start of a trailer line, or CR of the empty line */
	PHASE_TRAILER_NAME,  /* to its colon */
	PHASE_TRAILER_VALUE, /* to its CR */
	PHASE_TRAILER_LF,    /* LF: then the next trailer line */
	PHASE_END_LF,        /* LF: then the body is complete */
};

static enum sp_http_result bad(struct sp_http_refusal *refusal, int status, const char *text)
{
	refusal->status = status;
	refusal->text = text;
	return SP_HTTP_BAD;
}

static enum sp_http_result too_long(struct sp_http_refusal *refusal)
{
	return bad(refusal, 413, "request body is too long");
}

enum sp_http_result sp_http_body_init(struct sp_http_body *body, const struct sp_http_head *head,
	uint64_t limit, struct sp_http_refusal *refusal)
{
	*body = (struct sp_http_body){
		.chunked = head->chunked,
		.phase = PHASE_SIZE,
		.left = head->chunked ? 0 : head->content_length,
		.limit = limit,
	};
	if (body->left > limit) {
		return too_long(refusal);
	}
	return head->has_body ? SP_HTTP_MORE : SP_HTTP_DONE;
}

void sp_http_body_fini(struct sp_http_body *body)
{
	sp_buf_fini(&body->data);
}

/* Appends data, up to what is left of the body or chunk. */
static enum sp_http_result take_data(struct sp_http_body *body, const char *data, size_t len,
	size_t *used, struct sp_http_refusal *refusal)
{
	size_t piece = body->left < len ? (size_t) body->left : len;

	*used = piece;
	if (!sp_buf_append(&body->data, data, piece)) {
		return bad(refusal, 503, "out of memory");
	}
	body->left -= piece;
	return body->left == 0 ? SP_HTTP_DONE : SP_HTTP_MORE;
}

static enum sp_http_result malformed(struct sp_http_refusal *refusal)
{
	return bad(refusal, 400, "malformed chunked body");
}

/* Each reader below reads the one octet that its phase expects and enters the next phase. */
typedef enum sp_http_result octet_reader(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal);

static enum sp_http_result enter(struct sp_http_body *body, enum phase phase)
{
	body->phase = (uint8_t) phase;
	return SP_HTTP_MORE;
}

static enum sp_http_result read_size(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	int digit = sp_http_hex_value(octet);

	if (digit >= 0) {
		if (body->line_len == CHUNK_DIGITS_MAX) {
			return bad(refusal, 400, "chunk size is too long");
		}
		body->line_len++;
		body->left = body->left << 4 | (uint64_t) digit;
		return SP_HTTP_MORE;
	}
	/* RFC 9112 §7.1.1 allows blanks here only before ';', as bad whitespace; they are refused. */
	if (body->line_len == 0 || (octet != ';' && octet != '\r')) {
		return malformed(refusal);
	}
	if (body->left > body->limit - body->data.len) {
		return too_long(refusal);
	}
	body->line_len = 0;
	return enter(body, octet == ';' ? PHASE_EXTENSION : PHASE_SIZE_LF);
}

/* RFC 9112 §7.1.1: unknown extensions must be ignored, and all are unknown here. What matters is
 * that nothing in them can be taken for the end of the line. */
static enum sp_http_result read_extension(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	if (octet == '\r') {
		return enter(body, PHASE_SIZE_LF);
	}
	if (!sp_http_is_value_char(octet)) {
		return malformed(refusal);
	}
	if (++body->line_len > CHUNK_EXTENSION_MAX) {
		return bad(refusal, 400, "chunk extension is too long");
	}
	return SP_HTTP_MORE;
}

static enum sp_http_result read_size_lf(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	body->line_len = 0;
	return octet == '\n' ? enter(body, body->left > 0 ? PHASE_DATA : PHASE_TRAILER)
						 : malformed(refusal);
}

static enum sp_http_result read_data_cr(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	return octet == '\r' ? enter(body, PHASE_DATA_LF) : malformed(refusal);
}

static enum sp_http_result read_data_lf(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	return octet == '\n' ? enter(body, PHASE_SIZE) : malformed(refusal);
}

/* Counts one more octet of the trailers and enters phase. */
static enum sp_http_result take_trailer(
	struct sp_http_body *body, enum phase phase, struct sp_http_refusal *refusal)
{
	if (++body->line_len > TRAILERS_MAX) {
		return bad(refusal, 431, "trailers are too long");
	}
	return enter(body, phase);
}

static enum sp_http_result read_trailer(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	if (octet == '\r') {
		return enter(body, PHASE_END_LF);
	}
	return sp_http_is_tchar(octet) ? take_trailer(body, PHASE_TRAILER_NAME, refusal)
								   : malformed(refusal);
}

static enum sp_http_result read_trailer_name(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	if (octet == ':') {
		return take_trailer(body, PHASE_TRAILER_VALUE, refusal);
	}
	return sp_http_is_tchar(octet) ? take_trailer(body, PHASE_TRAILER_NAME, refusal)
								   : malformed(refusal);
}

static enum sp_http_result read_trailer_value(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	if (octet == '\r') {
		return take_trailer(body, PHASE_TRAILER_LF, refusal);
	}
	return sp_http_is_value_char(octet) ? take_trailer(body, PHASE_TRAILER_VALUE, refusal)
										: malformed(refusal);
}

static enum sp_http_result read_trailer_lf(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	return octet == '\n' ? take_trailer(body, PHASE_TRAILER, refusal) : malformed(refusal);
}

static enum sp_http_result read_end_lf(
	struct sp_http_body *body, char octet, struct sp_http_refusal *refusal)
{
	(void) body;
	return octet == '\n' ? SP_HTTP_DONE : malformed(refusal);
}

static octet_reader *const readers[] = {
	[PHASE_SIZE] = read_size,
	[PHASE_EXTENSION] = read_extension,
	[PHASE_SIZE_LF] = read_size_lf,
	[PHASE_DATA_CR] = read_data_cr,
	[PHASE_DATA_LF] = read_data_lf,
	[PHASE_TRAILER] = read_trailer,
	[PHASE_TRAILER_NAME] = read_trailer_name,
	[PHASE_TRAILER_VALUE] = read_trailer_value,
	[PHASE_TRAILER_LF] = read_trailer_lf,
	[PHASE_END_LF] = read_end_lf,
};

static enum sp_http_result take_chunk_data(struct sp_http_body *body, const char *data, size_t len,
	size_t *used, struct sp_http_refusal *refusal)
{
	enum sp_http_result result = take_data(body, data, len, used, refusal);

	return result == SP_HTTP_DONE ? enter(body, PHASE_DATA_CR) : result;
}

static enum sp_http_result feed_chunked(struct sp_http_body *body, const char *data, size_t len,
	size_t *used, struct sp_http_refusal *refusal)
{
	enum sp_http_result result = SP_HTTP_MORE;
	size_t at = 0;
	size_t piece;

	while (result == SP_HTTP_MORE && at < len) {
		if (body->phase == PHASE_DATA) {
			result = take_chunk_data(body, data + at, len - at, &piece, refusal);
			at += piece;
		} else {
			result = readers[body->phase](body, data[at++], refusal);
		}
	}
	*used = at;
	return result;
}

enum sp_http_result sp_http_body_feed(struct sp_http_body *body, const char *data, size_t len,
	size_t *used, struct sp_http_refusal *refusal)
{
	return body->chunked ? feed_chunked(body, data, len, used, refusal)
						 : take_data(body, data, len, used, refusal);
}
