/* SPDX-License-Identifier: MIT */
#include "wire/http_answer.h"

#include "wire/decimal.h"
#include "wire/http_chars.h"
#include "wire/http_response.h"

#define SWITCHING 101
#define STATUS_MIN 100
#define STATUS_FINAL 200 /* those below are interim (RFC 9110 §15.2), except 101 */
#define STATUS_MAX 599
#define LINE_START "HTTP/1."
#define LINE_MIN (sizeof("HTTP/1.1 200") - 1)

/* How the body is framed (RFC 9112 §6.3). */
struct framing {
	bool chunked;
	bool has_length;
	uint64_t length;
};

static enum sp_http_result bad(const char **why, const char *text)
{
	*why = text;
	return SP_HTTP_BAD;
}

static struct sp_span trimmed(const char *data, size_t len)
{
	while (len > 0 && sp_http_is_blank(*data)) {
		data++;
		len--;
	}
	while (len > 0 && sp_http_is_blank(data[len - 1])) {
		len--;
	}
	return (struct sp_span){data, len};
}

/* A field's line without its CRLF. */
static bool read_field(
	struct sp_http_answer *answer, const char *line, size_t len, struct framing *framing)
{
	size_t colon = 0;
	struct sp_span name, value;

	while (colon < len && sp_http_is_tchar(line[colon])) {
		colon++;
	}
	if (colon == 0 || colon == len || line[colon] != ':') {
		return false;
	}
	for (size_t i = colon + 1; i < len; i++) {
		if (!sp_http_is_value_char(line[i])) {
			return false;
		}
	}
	name = (struct sp_span){line, colon};
	value = trimmed(line + colon + 1, len - colon - 1);
	if (sp_span_equals_nocase(name, "Content-Length")) {
		/* Without a number, or with one that does not fit, the body goes to the end. */
		framing->has_length = sp_decimal(value, UINT64_MAX, &framing->length);
	} else if (sp_span_equals_nocase(name, "Transfer-Encoding")) {
		framing->chunked = sp_span_equals_nocase(value, "chunked");
	} else if (sp_span_equals_nocase(name, "Sec-WebSocket-Extensions")) {
		answer->extended = true;
	}
	return true;
}

/* The status of "HTTP/1.1 403 Forbidden"; 0: it is none. */
static int read_status(const char *line, size_t len)
{
	const char *at = line + LINE_MIN - 3;

	if (len < LINE_MIN || memcmp(line, LINE_START, sizeof(LINE_START) - 1) != 0 || at[-1] != ' ' ||
		!sp_http_is_digit(at[-2]) || !sp_http_is_digit(at[0]) || !sp_http_is_digit(at[1]) ||
		!sp_http_is_digit(at[2]) || (len > LINE_MIN && at[3] != ' ')) {
		return 0;
	}
	return (at[0] - '0') * 100 + (at[1] - '0') * 10 + at[2] - '0';
}

static size_t line_length(const char *at)
{
	return (size_t) (strchr(at, '\r') - at);
}

/* Reads a head that is complete and whose every line ends in CRLF. */
static enum sp_http_result read_head(
	struct sp_http_answer *answer, struct framing *framing, const char **why)
{
	const char *line = answer->head.data;
	size_t len = line_length(line);
	int status = read_status(line, len);

	if (status == 0) {
		return bad(why, "its answer is not HTTP");
	}
	if (status < STATUS_MIN || status > STATUS_MAX) {
		return bad(why, "its answer has an invalid status");
	}
	for (line += len + 2; *line != '\r'; line += len + 2) {
		len = line_length(line);
		if (!read_field(answer, line, len, framing)) {
			return bad(why, "its answer has a malformed field");
		}
	}
	answer->status = status;
	return SP_HTTP_DONE;
}

/* One octet of the head. DONE: that was the last. */
static enum sp_http_result add_octet(struct sp_http_answer *answer, char octet, const char **why)
{
	const struct sp_buf *head = &answer->head;
	bool after_cr = head->len > 0 && head->data[head->len - 1] == '\r';

	if (octet == '\0' || after_cr != (octet == '\n')) {
		return bad(why, "its answer is not HTTP");
	}
	if (head->len + answer->interim >= SP_HTTP_ANSWER_HEAD_MAX) {
		return bad(why, "the head of its answer is too long");
	}
	if (!sp_buf_append(&answer->head, &octet, 1)) {
		return bad(why, "out of memory");
	}
	return head->len >= 4 && memcmp(head->data + head->len - 4, "\r\n\r\n", 4) == 0 ? SP_HTTP_DONE
																					: SP_HTTP_MORE;
}

static enum sp_http_result begin_body(struct sp_http_answer *answer, const struct framing *framing)
{
	answer->body.chunked = framing->chunked;
	answer->body.limit = UINT64_MAX;
	/* Without a length it goes to the end of the connection. */
	answer->body.left = framing->chunked ? 0 : framing->has_length ? framing->length : UINT64_MAX;
	return sp_http_status_bodiless(answer->status) || (!framing->chunked && answer->body.left == 0)
			   ? SP_HTTP_DONE
			   : SP_HTTP_MORE;
}

/* MORE: the body of a refusal follows, or it was an interim answer. */
static enum sp_http_result end_head(struct sp_http_answer *answer, const char **why)
{
	struct framing framing = {.chunked = false};
	enum sp_http_result result;

	if (!sp_buf_append(&answer->head, "", 1)) {
		return bad(why, "out of memory");
	}
	answer->head.len--; /* the NUL only ends the search for lines */
	result = read_head(answer, &framing, why);
	if (result != SP_HTTP_DONE || answer->status == SWITCHING) {
		return result;
	}
	if (answer->status < STATUS_FINAL) {
		answer->interim += answer->head.len;
		answer->head.len = 0;
		answer->status = 0;
		return SP_HTTP_MORE;
	}
	return begin_body(answer, &framing);
}

static enum sp_http_result feed_body(
	struct sp_http_answer *answer, const char *data, size_t len, size_t *used)
{
	struct sp_http_refusal ignored;
	enum sp_http_result result = SP_HTTP_MORE;
	size_t piece;

	*used = 0;
	while (result == SP_HTTP_MORE && *used < len) {
		size_t room = SP_HTTP_ANSWER_BODY_MAX - answer->body.data.len;

		if (room == 0) {
			return SP_HTTP_DONE;
		}
		result = sp_http_body_feed(
			&answer->body, data + *used, len - *used < room ? len - *used : room, &piece, &ignored);
		*used += piece;
	}
	return result == SP_HTTP_MORE ? SP_HTTP_MORE : SP_HTTP_DONE; /* if malformed, it ends there */
}

enum sp_http_result sp_http_answer_feed(
	struct sp_http_answer *answer, const char *data, size_t len, size_t *used, const char **why)
{
	enum sp_http_result result = SP_HTTP_MORE;
	size_t at = 0, rest = 0;

	while (result == SP_HTTP_MORE && answer->status == 0 && at < len) {
		result = add_octet(answer, data[at++], why);
		if (result == SP_HTTP_DONE) {
			result = end_head(answer, why);
		}
	}
	if (result == SP_HTTP_MORE && answer->status != 0) {
		result = feed_body(answer, data + at, len - at, &rest);
	}
	*used = at + rest;
	return result;
}

void sp_http_answer_fini(struct sp_http_answer *answer)
{
	sp_buf_fini(&answer->head);
	sp_http_body_fini(&answer->body);
}
