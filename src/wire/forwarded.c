/* SPDX-License-Identifier: MIT */
/*
 * Both lists are read from the front, since a quoted string can only be read forwards. An address
 * that is not trusted puts an end to all before it, and so does one that cannot be read. A trusted
 * one counts only if nothing before it does.
 */
#include "wire/forwarded.h"

#include "wire/decimal.h"
#include "wire/http_chars.h"

#define PORT_DIGITS_MAX 5

/* The state between two elements. */
struct reader {
	const struct sp_networks *trusted;
	struct sp_forwarded *out;
	enum sp_forwarded_result result;
};

static bool parse_port(struct sp_span text, uint16_t *port)
{
	uint64_t value;

	if (text.len > PORT_DIGITS_MAX || !sp_decimal(text, UINT16_MAX, &value)) {
		return false;
	}
	*port = (uint16_t) value;
	return true;
}

/* An address with or without a port: 192.0.2.1:80, [2001:db8::1]:80; IPv6 also without brackets. */
static bool parse_node(struct sp_span text, struct sp_forwarded *out)
{
	const char *end = NULL;
	struct sp_span address = text, port;

	out->port = 0;
	if (text.len > 0 && text.data[0] == '[') {
		end = memchr(text.data, ']', text.len);
		if (end == NULL) {
			return false;
		}
		address = (struct sp_span){text.data + 1, (size_t) (end - text.data) - 1};
		end++;
		if (memchr(address.data, ':', address.len) == NULL) {
			return false;
		}
	} else if (text.len > 0 && memchr(text.data, '.', text.len) != NULL) {
		end = memchr(text.data, ':', text.len);
		/* With two colons it is an IPv6 address that ends like an IPv4 one. */
		if (end != NULL &&
			memchr(end + 1, ':', text.len - (size_t) (end - text.data) - 1) != NULL) {
			end = NULL;
		}
		address.len = end != NULL ? (size_t) (end - text.data) : text.len;
	}
	if (!sp_address_parse(address, &out->address)) {
		return false;
	}
	if (end == NULL || end == text.data + text.len) {
		return true;
	}
	port = (struct sp_span){end + 1, text.len - (size_t) (end - text.data) - 1};
	return *end == ':' && parse_port(port, &out->port);
}

static void take(struct reader *reader, struct sp_span node)
{
	struct sp_forwarded one;

	if (!parse_node(node, &one)) {
		reader->result = SP_FORWARDED_UNKNOWN;
	} else if (reader->result != SP_FORWARDED_KNOWN ||
			   !sp_networks_have(reader->trusted, &one.address)) {
		*reader->out = one;
		reader->result = SP_FORWARDED_KNOWN;
	}
}

static void read_addresses(struct reader *reader, struct sp_span list)
{
	struct sp_span node;

	while (sp_http_list_next(&list, &node)) {
		take(reader, node);
	}
}

/* The place after a token or a quoted string that begins at at; *value is what it says. With a
 * backslash in it *value is empty: no address needs one. NULL: the string has no end. */
static const char *read_value(const char *at, const char *end, struct sp_span *value)
{
	const char *start = at;
	bool escaped = false;

	if (at == end || *at != '"') {
		while (at < end && *at != ';' && *at != ',' && !sp_http_is_blank(*at)) {
			at++;
		}
		*value = (struct sp_span){start, (size_t) (at - start)};
		return at;
	}
	for (at++; at < end && *at != '"'; at++) {
		if (*at == '\\') {
			escaped = true;
			at++;
		}
	}
	if (at >= end) {
		return NULL;
	}
	*value = (struct sp_span){start + 1, escaped ? 0 : (size_t) (at - start) - 1};
	return at + 1;
}

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && sp_http_is_blank(*at)) {
		at++;
	}
	return at;
}

/* One element, "for=...;proto=...", up to its comma or the end; *node is what for says, empty if
 * nothing. NULL: it cannot be read. */
static const char *read_element(const char *at, const char *end, struct sp_span *node)
{
	struct sp_span name, value;
	const char *start;

	*node = (struct sp_span){at, 0};
	for (;;) {
		at = start = skip_blanks(at, end);
		while (at < end && sp_http_is_tchar(*at)) {
			at++;
		}
		name = (struct sp_span){start, (size_t) (at - start)};
		if (name.len > 0) {
			if (at == end || *at != '=' || (at = read_value(at + 1, end, &value)) == NULL) {
				return NULL;
			}
			if (sp_span_equals_nocase(name, "for")) {
				if (node->len > 0) {
					return NULL; /* RFC 7239 §4: once at most */
				}
				*node = value;
			}
		}
		at = skip_blanks(at, end);
		if (at == end || *at == ',') {
			return at;
		}
		if (*at != ';') {
			return NULL;
		}
		at++;
	}
}

static void read_elements(struct reader *reader, struct sp_span list)
{
	const char *at = list.data, *end = list.data + list.len;
	struct sp_span node;

	while (at < end) {
		const char *start = at = skip_blanks(at, end);

		if (at < end && *at == ',') {
			at++; /* an empty element (RFC 9110 §5.6.1) */
			continue;
		}
		at = read_element(start, end, &node);
		if (at == NULL) {
			reader->result = SP_FORWARDED_UNKNOWN;
			return; /* where the next one begins cannot be said */
		}
		if (at > start) {
			take(reader, node);
		}
		at += at < end;
	}
}

/* All fields of that name are one list (RFC 9110 §5.3). False: there is none. */
static bool read_fields(struct reader *reader, const struct sp_http_head *head, const char *name,
	void (*read)(struct reader *reader, struct sp_span list))
{
	bool any = false;

	for (size_t i = 0; i < head->field_count; i++) {
		if (sp_span_equals_nocase(head->fields[i].name, name)) {
			any = true;
			read(reader, head->fields[i].value);
		}
	}
	return any;
}

enum sp_forwarded_result sp_forwarded_read(
	const struct sp_http_head *head, const struct sp_networks *trusted, struct sp_forwarded *out)
{
	struct reader reader = {trusted, out, SP_FORWARDED_ABSENT};

	if (!read_fields(&reader, head, "X-Forwarded-For", read_addresses)) {
		read_fields(&reader, head, "Forwarded", read_elements);
	}
	return reader.result;
}
