/* SPDX-License-Identifier: MIT */
/*
 * The PROXY protocol: each head whole, byte by byte and at every split, with a request behind it.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "cuts.h"
#include "wire/proxy_head.h"

#define REST "GET / HTTP/1.1\r\n"
#define V2 "\r\n\r\n\0\r\nQUIT\n"

/* What a head says, however its bytes come. */
struct said {
	enum sp_proxy_result result;
	struct sp_proxy_head head;
	size_t used;
};

static struct said feed(const char *bytes, size_t len, struct cuts cuts)
{
	struct said said = {.result = SP_PROXY_MORE};
	size_t have = 0;

	while (said.result == SP_PROXY_MORE && have < len) {
		char *copy; /* of its exact size, so that the sanitizer sees a read behind it */

		have += cuts_next(&cuts, len - have);
		copy = malloc(have);
		memcpy(copy, bytes, have);
		said.result = sp_proxy_head_parse(copy, have, &said.head, &said.used);
		free(copy);
	}
	return said;
}

static int same(struct said a, struct said b)
{
	return a.result == b.result &&
		   (a.result != SP_PROXY_DONE || (a.used == b.used && a.head.port == b.head.port &&
											 sp_address_same(&a.head.client, &b.head.client)));
}

/* Fed in every way; used is 0 for what is not DONE. */
static int says(
	const char *head, size_t len, enum sp_proxy_result result, const char *client, unsigned port)
{
	char bytes[4096];
	size_t all = len + (result == SP_PROXY_DONE ? sizeof(REST) - 1 : 0);
	struct sp_address wanted = {0};
	struct said whole;
	int good;

	memcpy(bytes, head, len);
	memcpy(bytes + len, REST, sizeof(REST) - 1);
	if (*client != '\0') {
		sp_address_parse(sp_span(client), &wanted);
	}
	whole = feed(bytes, all, cuts_none());
	good = whole.result == result && same(whole, feed(bytes, all, cuts_every(1)));
	for (size_t i = 1; i < all; i++) {
		good = good && same(whole, feed(bytes, all, cuts_once_at(i)));
	}
	return good && (result != SP_PROXY_DONE || (whole.used == len && whole.head.port == port &&
												   sp_address_same(&whole.head.client, &wanted)));
}

#define SAYS(head, result, client, port) says(head, sizeof(head) - 1, result, client, port)
#define BAD(head) SAYS(head, SP_PROXY_BAD, "", 0)

static void version_1(void)
{
	char line[200] = "PROXY UNKNOWN ";

	ok(SAYS("PROXY TCP4 192.0.2.1 198.51.100.1 56324 443\r\n", SP_PROXY_DONE, "192.0.2.1", 56324),
		"IPv4");
	ok(SAYS("PROXY TCP6 2001:db8::1 ::1 1 65535\r\n", SP_PROXY_DONE, "2001:db8::1", 1), "IPv6");
	ok(SAYS("PROXY TCP6 ::ffff:192.0.2.1 ::1 1 2\r\n", SP_PROXY_DONE, "192.0.2.1", 1), "mapped");
	ok(SAYS("PROXY UNKNOWN\r\n", SP_PROXY_DONE, "", 0) &&
			SAYS("PROXY UNKNOWN ffff::1 what else\r\n", SP_PROXY_DONE, "", 0),
		"unknown");
	ok(BAD("PROXY TCP4 192.0.2.1 198.51.100.1 56324\r\n") &&
			BAD("PROXY TCP4 192.0.2.1 198.51.100.1 56324 443 \r\n") &&
			BAD("PROXY TCP4 192.0.2.1  198.51.100.1 56324 443\r\n") &&
			BAD("PROXY TCP4 192.0.2.1 198.51.100.1 56324 443 1\r\n"),
		"four words, one blank between them");
	ok(BAD("PROXY TCP4 192.0.2.256 198.51.100.1 1 2\r\n") && BAD("PROXY TCP4 ::1 ::1 1 2\r\n") &&
			BAD("PROXY TCP6 192.0.2.1 192.0.2.1 1 2\r\n") && BAD("PROXY TCP4 a b 1 2\r\n") &&
			BAD("PROXY UDP4 192.0.2.1 192.0.2.1 1 2\r\n"),
		"addresses of that kind");
	ok(BAD("PROXY TCP4 192.0.2.1 192.0.2.1 65536 2\r\n") &&
			BAD("PROXY TCP4 192.0.2.1 192.0.2.1 01 2\r\n") &&
			BAD("PROXY TCP4 192.0.2.1 192.0.2.1 1 -2\r\n"),
		"ports");
	ok(BAD("PROXY TCP4 192.0.2.1 192.0.2.1 1 2\n") && BAD("PROXY \n") && BAD("PROXY \r\n") &&
			BAD("PROXY\r\n") && BAD("proxy UNKNOWN\r\n") && BAD("GET / HTTP/1.1\r\n"),
		"a line of that form");
	memset(line + 14, 'x', 91);
	memcpy(line + 105, "\r\n", 3);
	ok(says(line, 107, SP_PROXY_DONE, "", 0), "107 bytes");
	memset(line + 14, 'x', 92);
	memcpy(line + 106, "\r\n", 3);
	ok(says(line, 108, SP_PROXY_BAD, "", 0), "and no more");
	ok(SAYS("PROXY TCP4 192.0.2.1", SP_PROXY_MORE, "", 0), "half a line");
}

static void version_2(void)
{
	char big[SP_PROXY_HEAD_MAX + 1] = V2;

	ok(SAYS(V2 "\x21\x11\x00\x0C\xC0\x00\x02\x01\xC6\x33\x64\x01\xDC\x04\x01\xBB", SP_PROXY_DONE,
		   "192.0.2.1", 56324),
		"IPv4");
	ok(SAYS(V2 "\x21\x21\x00\x24\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1"
			   "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\0\7\0\x50",
		   SP_PROXY_DONE, "2001:db8::1", 7),
		"IPv6");
	ok(SAYS(V2 "\x21\x11\x00\x10\xC0\x00\x02\x01\xC6\x33\x64\x01\xDC\x04\x01\xBB\x04\x00\x01\x00",
		   SP_PROXY_DONE, "192.0.2.1", 56324),
		"what comes after the addresses is passed over");
	ok(SAYS(V2 "\x20\x00\x00\x00", SP_PROXY_DONE, "", 0) &&
			SAYS(V2 "\x20\x11\x00\x0C\xC0\x00\x02\x01\xC6\x33\x64\x01\xDC\x04\x01\xBB",
				SP_PROXY_DONE, "", 0),
		"the proxy itself, whatever stands there");
	ok(SAYS(V2 "\x21\x00\x00\x03xyz", SP_PROXY_DONE, "", 0) &&
			SAYS(V2 "\x21\x31\x00\x02xy", SP_PROXY_DONE, "", 0) &&
			SAYS(V2 "\x21\x12\x00\x0C\xC0\x00\x02\x01\xC6\x33\x64\x01\xDC\x04\x01\xBB",
				SP_PROXY_DONE, "", 0),
		"unknown, a unix socket, a datagram: no client is named");
	ok(BAD(V2 "\x11\x11\x00\x00") && BAD(V2 "\x22\x11\x00\x00") && BAD(V2 "\x31\x11\x00\x00"),
		"another version or command");
	ok(BAD(V2 "\x21\x11\x00\x0B\xC0\x00\x02\x01\xC6\x33\x64\x01\xDC\x04\x01") &&
			BAD(V2 "\x21\x21\x00\x0C\xC0\x00\x02\x01\xC6\x33\x64\x01\xDC\x04\x01\xBB"),
		"too short for its addresses");
	ok(BAD(V2 "\x20\x00\xFF\xFF") && BAD(V2 "\x20\x00\x07\xF1"), "a length that is not waited for");
	memcpy(big + 12, "\x20\x00\x07\xF0", 4);
	ok(says(big, SP_PROXY_HEAD_MAX, SP_PROXY_DONE, "", 0), "the longest");
	ok(SAYS(V2, SP_PROXY_MORE, "", 0) && SAYS(V2 "\x21\x11\x00\x0C", SP_PROXY_MORE, "", 0),
		"half a head");
	ok(BAD("\r\n\r\n\0\r\nQUIT\r") && BAD("\r\n\r\nGET /"), "another beginning");
}

int main(void)
{
	run(version_1);
	run(version_2);
	return check_end();
}
