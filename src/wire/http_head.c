/* SPDX-License-Identifier: MIT */
/*
 * The head of a request, strictly by RFC 9112. First its end is searched for, line by line as the
 * bytes arrive, and a bare LF or a request that cannot be HTTP is refused at once. Only a complete
 * head is taken apart. Bodies are read in http_body.c.
 */
#include "wire/http_request.h"

#include "wire/decimal.h"
#include "wire/http_chars.h"
#include "wire/http_target.h"

#define CRLF_LEN ((size_t) 2)
#define EMPTY_LINES_MAX (2 * CRLF_LEN) /* bytes of them tolerated before the request line */

/* What is known of a head while its lines are read. */
struct reader {
	const char *at;  /* next line */
	const char *end; /* after the empty line */
	struct sp_http_head *head;
	struct sp_http_refusal *refusal;
	struct sp_span authority; /* of an absolute target; otherwise data is NULL */
	struct sp_span *host;     /* the value in the head's fields; NULL until it comes */
	bool has_length;
	bool has_encoding;
	bool ends_in_chunked; /* the last coding of Transfer-Encoding */
	bool wants_close;
	bool wants_keep_alive;
	bool wants_upgrade;
	bool offers_websocket;
};

static enum sp_http_result bad(struct sp_http_refusal *refusal, int status, const char *text)
{
	refusal->status = status;
	refusal->text = text;
	return SP_HTTP_BAD;
}

static bool refuse(struct reader *reader, int status, const char *text)
{
	bad(reader->refusal, status, text);
	return false;
}

static struct sp_span trim(struct sp_span span)
{
	while (span.len > 0 && sp_http_is_blank(span.data[0])) {
		span.data++;
		span.len--;
	}
	while (span.len > 0 && sp_http_is_blank(span.data[span.len - 1])) {
		span.len--;
	}
	return span;
}

bool sp_http_list_next(struct sp_span *list, struct sp_span *element)
{
	const char *comma;
	size_t len;

	while (list->len > 0) {
		comma = memchr(list->data, ',', list->len);
		len = comma ? (size_t) (comma - list->data) : list->len;
		*element = trim((struct sp_span){list->data, len});
		len += comma ? 1 : 0;
		list->data += len;
		list->len -= len;
		if (element->len > 0) {
			return true;
		}
	}
	return false;
}

static bool list_has(struct sp_span list, const char *token)
{
	struct sp_span element;

	while (sp_http_list_next(&list, &element)) {
		if (sp_span_equals_nocase(element, token)) {
			return true;
		}
	}
	return false;
}

const struct sp_span *sp_http_head_find(const struct sp_http_head *head, const char *name)
{
	const struct sp_span wanted = sp_span(name);
	size_t i;

	for (i = 0; i < head->field_count; i++) {
		if (sp_span_same_nocase(head->fields[i].name, wanted)) {
			return &head->fields[i].value;
		}
	}
	return NULL;
}

bool sp_http_head_has_token(const struct sp_http_head *head, const char *name, const char *token)
{
	const struct sp_span wanted = sp_span(name);
	size_t i;

	for (i = 0; i < head->field_count; i++) {
		if (sp_span_same_nocase(head->fields[i].name, wanted) &&
			list_has(head->fields[i].value, token)) {
			return true;
		}
	}
	return false;
}

static bool read_host(struct reader *reader, struct sp_span *value)
{
	if (reader->host) {
		return refuse(reader, 400, "more than one Host field");
	}
	/* RFC 9110 §7.2: the field is empty if the target has no authority. */
	if (value->len > 0 && !sp_http_authority_valid(*value)) {
		return refuse(reader, 400, "invalid Host field");
	}
	reader->host = value;
	return true;
}

/* RFC 9112 §6.3: anything but one plain number lets two parties see different bodies. */
static bool read_content_length(struct reader *reader, struct sp_span *value)
{
	if (reader->has_length) {
		return refuse(reader, 400, "more than one Content-Length field");
	}
	reader->has_length = true;
	if (!sp_decimal(*value, UINT64_MAX, &reader->head->content_length)) { /* RFC 9110 §8.6 */
		return refuse(reader, 400, "invalid Content-Length field");
	}
	return true;
}

static bool read_transfer_encoding(struct reader *reader, struct sp_span *value)
{
	struct sp_span list = *value;
	struct sp_span coding;

	if (reader->has_encoding) {
		return refuse(reader, 400, "more than one Transfer-Encoding field");
	}
	reader->has_encoding = true;
	reader->head->chunked = sp_span_equals_nocase(*value, "chunked");
	while (sp_http_list_next(&list, &coding)) {
		reader->ends_in_chunked = sp_span_equals_nocase(coding, "chunked");
	}
	return true;
}

static bool read_connection(struct reader *reader, struct sp_span *value)
{
	struct sp_span list = *value;
	struct sp_span option;

	while (sp_http_list_next(&list, &option)) {
		reader->wants_close |= sp_span_equals_nocase(option, "close");
		reader->wants_keep_alive |= sp_span_equals_nocase(option, "keep-alive");
		reader->wants_upgrade |= sp_span_equals_nocase(option, "upgrade");
	}
	return true;
}

static bool read_upgrade(struct reader *reader, struct sp_span *value)
{
	reader->offers_websocket |= list_has(*value, "websocket");
	return true;
}

/* RFC 9110 §10.1.1 */
static bool read_expect(struct reader *reader, struct sp_span *value)
{
	if (!sp_span_equals_nocase(*value, "100-continue")) {
		return refuse(reader, 417, "unknown expectation");
	}
	/* An HTTP/1.0 client does not know what a 100 is. */
	reader->head->expect_continue = reader->head->minor_version >= 1;
	return true;
}

static const struct known_field {
	struct sp_span name;
	bool (*read)(struct reader *reader, struct sp_span *value);
} known_fields[] = {
	{SP_SPAN("Host"), read_host},
	{SP_SPAN("Connection"), read_connection},
	{SP_SPAN("Content-Length"), read_content_length},
	{SP_SPAN("Transfer-Encoding"), read_transfer_encoding},
	{SP_SPAN("Upgrade"), read_upgrade},
	{SP_SPAN("Expect"), read_expect},
};

/* The next line without its CRLF. find_end() has seen that there is one, and that every LF follows
 * a CR. */
static struct sp_span next_line(struct reader *reader)
{
	const char *start = reader->at;
	const char *lf = memchr(start, '\n', (size_t) (reader->end - start));

	reader->at = lf + 1;
	return (struct sp_span){start, (size_t) (lf - start) - 1};
}

/* RFC 9112 §2.3: exactly this form, and case-sensitive. */
static bool read_version(struct reader *reader, struct sp_span text)
{
	if (text.len != sizeof("HTTP/1.1") - 1 || memcmp(text.data, "HTTP/", 5) != 0 ||
		!sp_http_is_digit(text.data[5]) || text.data[6] != '.' || !sp_http_is_digit(text.data[7])) {
		return refuse(reader, 400, "malformed request line");
	}
	if (text.data[5] != '1' || text.data[7] > '1') {
		return refuse(reader, 505, "only HTTP/1.0 and HTTP/1.1 are spoken here");
	}
	reader->head->minor_version = text.data[7] - '0';
	return true;
}

/* RFC 9112 §3: method, target and version with exactly one blank between them. */
static bool read_request_line(struct reader *reader)
{
	struct sp_span line = next_line(reader);
	size_t method_len = 0;
	size_t i;

	while (method_len < line.len && sp_http_is_tchar(line.data[method_len])) {
		method_len++;
	}
	if (method_len == 0 || method_len == line.len || line.data[method_len] != ' ') {
		return refuse(reader, 400, "malformed request line");
	}
	reader->head->method = (struct sp_span){line.data, method_len};
	for (i = method_len + 1; i < line.len && line.data[i] != ' '; i++) {
		if (!sp_http_is_target_char(line.data[i])) {
			return refuse(reader, 400,
				"control character or # in the request target: percent-encode it, as rawurlencode() "
				"and encodeURIComponent() do");
		}
	}
	if (i == line.len) {
		return refuse(reader, 400, "malformed request line");
	}
	if (!read_version(reader, (struct sp_span){line.data + i + 1, line.len - i - 1})) {
		return false;
	}
	if (sp_span_equals(reader->head->method, "CONNECT")) {
		return refuse(reader, 501, "this server is not a proxy");
	}
	reader->head->target = (struct sp_span){line.data + method_len + 1, i - method_len - 1};
	if (!sp_http_target_split(reader->head, &reader->authority)) {
		return refuse(reader, 400, "invalid request target");
	}
	return true;
}

/* RFC 9112 §5: a name, a colon directly after it, and the value between optional blanks. */
static bool split_field(struct reader *reader, struct sp_span line, struct sp_http_field *field)
{
	size_t name_len = 0;
	struct sp_span value;

	if (sp_http_is_blank(line.data[0])) {
		return refuse(reader, 400, "folded header line"); /* RFC 9112 §5.2 */
	}
	while (name_len < line.len && sp_http_is_tchar(line.data[name_len])) {
		name_len++;
	}
	if (name_len == 0 || name_len == line.len || line.data[name_len] != ':') {
		return refuse(reader, 400, "invalid header name");
	}
	value = (struct sp_span){line.data + name_len + 1, line.len - name_len - 1};
	if (!sp_http_are_value_chars(value.data, value.len)) {
		return refuse(reader, 400, "invalid character in a header value");
	}
	field->name = (struct sp_span){line.data, name_len};
	field->value = trim(value);
	return true;
}

static bool read_field(struct reader *reader, struct sp_span line)
{
	struct sp_http_head *head = reader->head;
	struct sp_http_field *field = &head->fields[head->field_count];
	size_t i;

	if (head->field_count == SP_HTTP_FIELDS_MAX) {
		return refuse(reader, 431, "too many header fields");
	}
	if (!split_field(reader, line, field)) {
		return false;
	}
	head->field_count++;
	for (i = 0; i < sizeof(known_fields) / sizeof(known_fields[0]); i++) {
		if (sp_span_same_nocase(field->name, known_fields[i].name)) {
			return known_fields[i].read(reader, &field->value);
		}
	}
	return true;
}

/* RFC 9112 §6.1, §6.3: the framing of the body must be unambiguous. */
static bool check_framing(struct reader *reader)
{
	struct sp_http_head *head = reader->head;

	if (reader->has_encoding && reader->has_length) {
		return refuse(reader, 400, "both Content-Length and Transfer-Encoding");
	}
	if (reader->has_encoding && head->minor_version == 0) {
		return refuse(reader, 400, "Transfer-Encoding in HTTP/1.0");
	}
	if (reader->has_encoding && !reader->ends_in_chunked) {
		return refuse(reader, 400, "the last transfer coding must be chunked");
	}
	if (reader->has_encoding && !head->chunked) {
		return refuse(reader, 501, "the only transfer coding supported here is chunked");
	}
	head->has_body = head->chunked || head->content_length > 0;
	return true;
}

static bool check_head(struct reader *reader)
{
	struct sp_http_head *head = reader->head;

	if (!check_framing(reader)) {
		return false;
	}
	if (!reader->host && head->minor_version >= 1) {
		return refuse(reader, 400, "no Host field"); /* RFC 9112 §3.2 */
	}
	if (reader->host && reader->authority.data) {
		*reader->host = reader->authority; /* RFC 9112 §3.2.2: Host is ignored then */
	}
	head->keep_alive =
		!reader->wants_close && (head->minor_version >= 1 || reader->wants_keep_alive);
	head->upgrade_websocket = reader->wants_upgrade && reader->offers_websocket;
	return true;
}

/* Clears *head except for the fields, which are many and valid only up to field_count. */
static void clear_head(struct sp_http_head *head)
{
	memset(head, 0, offsetof(struct sp_http_head, fields));
}

static bool read_head(struct reader *reader)
{
	struct sp_span line;

	clear_head(reader->head);
	if (!read_request_line(reader)) {
		return false;
	}
	for (line = next_line(reader); line.len > 0; line = next_line(reader)) {
		if (!read_field(reader, line)) {
			return false;
		}
	}
	return check_head(reader);
}

/* Where the request line starts: after the empty lines that are tolerated. */
static size_t skip_empty_lines(const char *data, size_t len)
{
	size_t at = 0;

	while (
		at < EMPTY_LINES_MAX && len - at >= CRLF_LEN && memcmp(data + at, "\r\n", CRLF_LEN) == 0) {
		at += CRLF_LEN;
	}
	return at;
}

/* True if the bytes cannot become a request line. The first octet tells a TLS hello, a bare LF and
 * a third empty line from HTTP, so that their sender does not wait for an answer in vain. */
static bool hopeless(const char *data, size_t start, size_t len)
{
	bool half_empty_line = start < EMPTY_LINES_MAX && len - start == 1 && data[start] == '\r';

	return start < len && !sp_http_is_tchar(data[start]) && !half_empty_line;
}

/* Looks for the empty line. MORE: not there yet; DONE: *end is after it; BAD: an LF without CR. */
static enum sp_http_result find_end(
	const char *data, size_t start, size_t len, size_t *scanned, size_t *end)
{
	size_t at = *scanned > start ? *scanned : start;
	const char *lf;

	while (at < len) {
		lf = memchr(data + at, '\n', len - at);
		if (!lf) {
			break;
		}
		at = (size_t) (lf - data);
		/* at > start, because a token begins at start. */
		if (data[at - 1] != '\r') {
			return SP_HTTP_BAD;
		}
		at++;
		if (data[at - CRLF_LEN - 1] == '\n') {
			*end = at;
			return SP_HTTP_DONE;
		}
	}
	*scanned = len;
	return SP_HTTP_MORE;
}

enum sp_http_result sp_http_head_parse(const char *data, size_t len, size_t limit, size_t *scanned,
	struct sp_http_head *head, size_t *head_len, struct sp_http_refusal *refusal)
{
	/* Nothing beyond the limit is ever looked at, so that the verdict is the same however the
	 * bytes were split. */
	size_t window = len < limit ? len : limit;
	size_t start = skip_empty_lines(data, window);
	struct reader reader = {.head = head, .refusal = refusal};
	size_t end = 0;

	if (hopeless(data, start, window)) {
		return bad(refusal, 400, "malformed request line");
	}
	switch (find_end(data, start, window, scanned, &end)) {
	case SP_HTTP_BAD:
		return bad(refusal, 400, "line feed without carriage return");
	case SP_HTTP_MORE:
		if (len < limit) {
			return SP_HTTP_MORE;
		}
		if (window > start && memchr(data + start, '\n', window - start)) {
			return bad(refusal, 431, "request head is too long");
		}
		return bad(refusal, 414, "request line is too long");
	case SP_HTTP_DONE:
		break;
	}
	reader.at = data + start;
	reader.end = data + end;
	if (!read_head(&reader)) {
		return SP_HTTP_BAD;
	}
	*scanned = 0;
	*head_len = end;
	return SP_HTTP_DONE;
}
