/* SPDX-License-Identifier: MIT */
/*
 * By HAProxy's proxy-protocol.txt of 2020, sections 2.1 and 2.2. Datagrams and unix sockets are no
 * client of ours: the connection then counts as the proxy's own, as the document has it.
 */
#include "wire/proxy_head.h"

#include "wire/decimal.h"

#define V1_MAX 107 /* with its CRLF */
#define V1_START "PROXY "
#define V1_WORDS 3 /* two addresses and a port; the rest of the line is the other port */

#define V2_START "\r\n\r\n\0\r\nQUIT\n"
#define V2_START_LEN 12
#define V2_HEAD_LEN 16
#define V2_LOCAL 0x20 /* version and command */
#define V2_PROXY 0x21
#define V2_TCP4 0x11
#define V2_TCP6 0x21

/* True while data begins as start does. */
static bool begins(const char *data, size_t len, const char *start, size_t start_len)
{
	return memcmp(data, start, len < start_len ? len : start_len) == 0;
}

/* Decimal, without zeros in front. */
static bool parse_port(struct sp_span text, uint16_t *port)
{
	uint64_t value;

	if ((text.len > 1 && text.data[0] == '0') || !sp_decimal(text, UINT16_MAX, &value)) {
		return false;
	}
	*port = (uint16_t) value;
	return true;
}

/* Takes the text up to the next blank off the front of rest. */
static struct sp_span next_word(struct sp_span *rest)
{
	const char *blank = rest->len > 0 ? memchr(rest->data, ' ', rest->len) : NULL;
	struct sp_span word = {rest->data, blank ? (size_t) (blank - rest->data) : rest->len};
	size_t gone = word.len + (blank != NULL);

	rest->data += gone;
	rest->len -= gone;
	return word;
}

/* "TCP4 192.0.2.1 198.51.100.1 56324 443", or "UNKNOWN" and anything. */
static bool read_line(struct sp_span line, struct sp_proxy_head *out)
{
	struct sp_span kind = next_word(&line), words[V1_WORDS];
	struct sp_address target;
	uint16_t target_port;
	bool v6 = sp_span_equals(kind, "TCP6");

	if (sp_span_equals(kind, "UNKNOWN")) {
		return true;
	}
	for (size_t i = 0; i < V1_WORDS; i++) {
		words[i] = next_word(&line);
	}
	/* By the colon, since a mapped address becomes IPv4. */
	return (v6 || sp_span_equals(kind, "TCP4")) && sp_address_parse(words[0], &out->client) &&
		   (memchr(words[0].data, ':', words[0].len) != NULL) == v6 &&
		   sp_address_parse(words[1], &target) && parse_port(words[2], &out->port) &&
		   parse_port(line, &target_port);
}

static enum sp_proxy_result parse_v1(
	const char *data, size_t len, struct sp_proxy_head *out, size_t *used)
{
	const size_t start = sizeof(V1_START) - 1;
	const char *lf = memchr(data, '\n', len < V1_MAX ? len : V1_MAX);

	if (lf == NULL) {
		return len < V1_MAX ? SP_PROXY_MORE : SP_PROXY_BAD;
	}
	*used = (size_t) (lf - data) + 1;
	if (*used < start + 2 || lf[-1] != '\r' ||
		!read_line((struct sp_span){data + start, *used - start - 2}, out)) {
		return SP_PROXY_BAD;
	}
	return SP_PROXY_DONE;
}

static unsigned number_at(const uint8_t *at)
{
	return (unsigned) at[0] << 8 | at[1];
}

/* Two addresses of that length, and two ports. */
static bool read_block(const uint8_t *block, size_t len, size_t address, struct sp_proxy_head *out)
{
	if (len < 2 * address + 4) {
		return false;
	}
	out->client = sp_address_of(block, address);
	out->port = (uint16_t) number_at(block + 2 * address);
	return true;
}

static enum sp_proxy_result parse_v2(
	const uint8_t *data, size_t len, struct sp_proxy_head *out, size_t *used)
{
	const uint8_t *block = data + V2_HEAD_LEN;
	size_t block_len;

	if (len > V2_START_LEN && data[12] != V2_LOCAL && data[12] != V2_PROXY) {
		return SP_PROXY_BAD;
	}
	if (len < V2_HEAD_LEN) {
		return SP_PROXY_MORE;
	}
	block_len = number_at(data + 14);
	if (block_len > SP_PROXY_HEAD_MAX - V2_HEAD_LEN) {
		return SP_PROXY_BAD;
	}
	*used = V2_HEAD_LEN + block_len;
	if (len < *used) {
		return SP_PROXY_MORE;
	}
	if (data[12] == V2_PROXY &&
		((data[13] == V2_TCP4 && !read_block(block, block_len, 4, out)) ||
			(data[13] == V2_TCP6 && !read_block(block, block_len, 16, out)))) {
		return SP_PROXY_BAD;
	}
	return SP_PROXY_DONE;
}

enum sp_proxy_result sp_proxy_head_parse(
	const char *data, size_t len, struct sp_proxy_head *out, size_t *used)
{
	memset(out, 0, sizeof(*out));
	*used = 0;
	if (len == 0) {
		return SP_PROXY_MORE;
	}
	if (begins(data, len, V1_START, sizeof(V1_START) - 1)) {
		return parse_v1(data, len, out, used);
	}
	if (begins(data, len, V2_START, V2_START_LEN)) {
		return parse_v2((const uint8_t *) data, len, out, used);
	}
	return SP_PROXY_BAD;
}
