/* SPDX-License-Identifier: MIT */
#include "wire/event_stream.h"

#include <string.h>

#define DATA "data: "

bool sp_event_field_valid(struct sp_span text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '\r' || text.data[i] == '\n' || text.data[i] == '\0') {
			return false;
		}
	}
	return true;
}

static bool put_line(struct sp_buf *out, const char *field, const char *text, size_t len)
{
	return sp_buf_puts(out, field) && sp_buf_append(out, text, len) && sp_buf_puts(out, "\n");
}

static bool put_field(struct sp_buf *out, const char *field, struct sp_span text)
{
	return text.data == NULL || put_line(out, field, text.data, text.len);
}

/* Bytes before the end of the line. */
static size_t line_length(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && text[n] != '\n' && text[n] != '\r') {
		n++;
	}
	return n;
}

/* The space is the field's: a client takes away one, so that data may begin with its own. */
static bool put_data(struct sp_buf *out, const char *text, size_t len)
{
	for (;;) {
		size_t line = line_length(text, len);

		if (!put_line(out, DATA, text, line)) {
			return false;
		}
		if (line == len) {
			return true;
		}
		line += text[line] == '\r' && line + 1 < len && text[line + 1] == '\n' ? 2 : 1;
		text += line;
		len -= line;
	}
}

/* Line breaks, CRLF counted twice: each may become a field of its own. */
static size_t count_breaks(struct sp_span data)
{
	size_t breaks = 0;

	for (size_t i = 0; i < data.len; i++) {
		breaks += data.data[i] == '\n' || data.data[i] == '\r';
	}
	return breaks;
}

bool sp_event_put(struct sp_buf *out, struct sp_span data, struct sp_span name, struct sp_span id)
{
	size_t fields = 1 + count_breaks(data);

	return sp_buf_reserve(out, data.len + fields * (sizeof(DATA) - 1) + 2) &&
		   put_field(out, "event: ", name) && put_field(out, "id: ", id) &&
		   put_data(out, data.data, data.len) && sp_buf_puts(out, "\n");
}

bool sp_event_put_retry(struct sp_buf *out, uint32_t ms)
{
	return sp_buf_printf(out, "retry: %u\n\n", (unsigned) ms);
}
