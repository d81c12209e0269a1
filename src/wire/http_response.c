/* SPDX-License-Identifier: MIT */
/*
 * Writing response heads. Status lines are assembled by hand, since every response has one.
 */
#include "wire/http_response.h"

#include "wire/http_chars.h"

#define UPGRADE_REQUIRED 426

static const struct {
	int status;
	const char *reason;
} reasons[] = {
	{100, "Continue"},
	{101, "Switching Protocols"},
	{102, "Processing"},
	{103, "Early Hints"},
	{200, "OK"},
	{201, "Created"},
	{202, "Accepted"},
	{203, "Non-Authoritative Information"},
	{204, "No Content"},
	{205, "Reset Content"},
	{206, "Partial Content"},
	{207, "Multi-Status"},
	{208, "Already Reported"},
	{226, "IM Used"},
	{300, "Multiple Choices"},
	{301, "Moved Permanently"},
	{302, "Found"},
	{303, "See Other"},
	{304, "Not Modified"},
	{305, "Use Proxy"},
	{307, "Temporary Redirect"},
	{308, "Permanent Redirect"},
	{400, "Bad Request"},
	{401, "Unauthorized"},
	{402, "Payment Required"},
	{403, "Forbidden"},
	{404, "Not Found"},
	{405, "Method Not Allowed"},
	{406, "Not Acceptable"},
	{407, "Proxy Authentication Required"},
	{408, "Request Timeout"},
	{409, "Conflict"},
	{410, "Gone"},
	{411, "Length Required"},
	{412, "Precondition Failed"},
	{413, "Content Too Large"},
	{414, "URI Too Long"},
	{415, "Unsupported Media Type"},
	{416, "Range Not Satisfiable"},
	{417, "Expectation Failed"},
	{421, "Misdirected Request"},
	{422, "Unprocessable Content"},
	{423, "Locked"},
	{424, "Failed Dependency"},
	{425, "Too Early"},
	{426, "Upgrade Required"},
	{428, "Precondition Required"},
	{429, "Too Many Requests"},
	{431, "Request Header Fields Too Large"},
	{451, "Unavailable For Legal Reasons"},
	{500, "Internal Server Error"},
	{501, "Not Implemented"},
	{502, "Bad Gateway"},
	{503, "Service Unavailable"},
	{504, "Gateway Timeout"},
	{505, "HTTP Version Not Supported"},
	{506, "Variant Also Negotiates"},
	{507, "Insufficient Storage"},
	{508, "Loop Detected"},
	{510, "Not Extended"},
	{511, "Network Authentication Required"},
};

const char *sp_http_reason(int status)
{
	size_t i;

	for (i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (reasons[i].status == status) {
			return reasons[i].reason;
		}
	}
	return "";
}

bool sp_http_field_name_valid(struct sp_span name)
{
	size_t i;

	for (i = 0; i < name.len; i++) {
		if (!sp_http_is_tchar(name.data[i])) {
			return false;
		}
	}
	return name.len > 0;
}

bool sp_http_field_value_valid(struct sp_span value)
{
	return sp_http_are_value_chars(value.data, value.len);
}

bool sp_http_status_bodiless(int status)
{
	return (status >= 100 && status <= 199) || status == 204 || status == 304;
}

/* Two decimal digits. */
static char *put_two(char *at, int value)
{
	at[0] = (char) ('0' + value / 10 % 10);
	at[1] = (char) ('0' + value % 10);
	return at + 2;
}

static char *put_text(char *at, const char *text, size_t len)
{
	memcpy(at, text, len);
	return at + len;
}

bool sp_http_put_status(struct sp_buf *out, int status, struct sp_span reason)
{
	static const char version[] = "HTTP/1.1 ";
	const size_t fixed = sizeof("HTTP/1.1 200 \r\n") - 1;
	char *at;

	if (status == 200 && reason.len == 0) {
		return sp_buf_puts(out, "HTTP/1.1 200 OK\r\n"); /* nearly always */
	}
	if (reason.len == 0) {
		reason = sp_span(sp_http_reason(status));
	}
	if (reason.len > SIZE_MAX - fixed || !sp_buf_reserve(out, fixed + reason.len)) {
		return false;
	}
	at = put_text(out->data + out->len, version, sizeof(version) - 1);
	*at++ = (char) ('0' + status / 100 % 10);
	at = put_two(at, status % 100);
	*at++ = ' '; /* RFC 9112 §4: even when there is no phrase */
	at = put_text(at, reason.data, reason.len);
	put_text(at, "\r\n", 2);
	out->len += fixed + reason.len;
	return true;
}

bool sp_http_put_field(struct sp_buf *out, struct sp_span name, struct sp_span value)
{
	const size_t fixed = sizeof(": \r\n") - 1;
	char *at;

	if (name.len > SIZE_MAX / 4 || value.len > SIZE_MAX / 4 ||
		!sp_buf_reserve(out, name.len + value.len + fixed)) {
		return false;
	}
	at = put_text(out->data + out->len, name.data, name.len);
	at = put_text(at, ": ", 2);
	if (value.len > 0) {
		at = put_text(at, value.data, value.len);
	}
	put_text(at, "\r\n", 2);
	out->len += name.len + value.len + fixed;
	return true;
}

bool sp_http_put_content_length(struct sp_buf *out, size_t length)
{
	static const char name[] = "Content-Length: ";
	char digits[3 * sizeof(length) + 2];
	char *at = digits + sizeof(digits);

	if (!sp_buf_reserve(out, sizeof(name) + sizeof(digits))) {
		return false;
	}
	*--at = '\n';
	*--at = '\r';
	do {
		*--at = (char) ('0' + length % 10);
		length /= 10;
	} while (length > 0);
	return sp_buf_puts(out, name) &&
		   sp_buf_append(out, at, (size_t) (digits + sizeof(digits) - at));
}

/* RFC 9110 §15.5.22, §7.8 and RFC 6455 §4.4: what the client must use instead. */
static const char upgrade_fields[] = ", Upgrade\r\n"
									 "Upgrade: websocket\r\n"
									 "Sec-WebSocket-Version: 13";

static bool put_refusal(
	struct sp_buf *out, int status, const char *text, struct sp_span date, bool head_only)
{
	/* The body is the text and a line feed. */
	return sp_http_put_status(out, status, sp_span("")) &&
		   sp_http_put_field(out, sp_span("Date"), date) &&
		   sp_buf_printf(out,
			   "Content-Type: text/plain; charset=utf-8\r\n"
			   "Content-Length: %u\r\n"
			   "Connection: close%s\r\n\r\n",
			   (unsigned) strlen(text) + 1, status == UPGRADE_REQUIRED ? upgrade_fields : "") &&
		   (head_only || sp_buf_printf(out, "%s\n", text));
}

bool sp_http_put_refusal(
	struct sp_buf *out, int status, const char *text, struct sp_span date, bool head_only)
{
	size_t len = out->len;

	if (!put_refusal(out, status, text, date, head_only)) {
		out->len = len; /* half a response is worse than none */
		return false;
	}
	return true;
}
