/* SPDX-License-Identifier: MIT */
/*
 * Addresses and networks, and whom a proxy asks for.
 */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "wire/forwarded.h"

static int parsed(const char *text, const char *same_as)
{
	struct sp_address a, b;

	return sp_address_parse(sp_span(text), &a) && sp_address_parse(sp_span(same_as), &b) &&
		   sp_address_same(&a, &b);
}

static int is_address(const char *text)
{
	struct sp_address address;

	return sp_address_parse(sp_span(text), &address);
}

static int in(const char *list, const char *text)
{
	struct sp_networks *networks = sp_networks_new(list);
	struct sp_address address = {0};
	int is = (*text == '\0' || sp_address_parse(sp_span(text), &address)) &&
			 sp_networks_have(networks, &address);

	sp_networks_free(networks);
	return is;
}

static int valid(const char *text)
{
	return sp_network_valid(sp_span(text));
}

static void addresses(void)
{
	ok(parsed("192.0.2.1", "::ffff:192.0.2.1") && parsed("2001:DB8::1", "2001:db8:0::1"), "read");
	ok(!is_address("") && !is_address("192.0.2") && !is_address("192.0.2.1 ") &&
			!is_address("192.0.2.1:80") && !is_address("[::1]") && !is_address("::1%lo") &&
			!is_address("localhost") && !is_address("010.1.1.1") &&
			!is_address("1111:2222:3333:4444:5555:6666:7777:8888:9999:aaaa"),
		"nothing else is");
}

/* An address comes back as it was written. */
static int written(const char *text)
{
	struct sp_address address = {0};
	char out[SP_ADDRESS_TEXT];
	size_t len;

	if (*text != '\0' && !sp_address_parse(sp_span(text), &address)) {
		return 0;
	}
	len = sp_address_text(address.bytes, address.len, out);
	return len == strlen(text) && strcmp(out, text) == 0;
}

static void texts(void)
{
	char text[SP_ADDRESS_TEXT];
	int all = 1;

	for (int i = 0; i < 256; i++) {
		snprintf(text, sizeof(text), "%d.0.%d.255", i, 255 - i);
		all &= written(text);
	}
	ok(all, "every byte of an IPv4 address");
	ok(written("2001:db8::1") && written("::1") && written("::"), "IPv6");
	ok(written(""), "none");
}

static void networks(void)
{
	ok(valid("192.0.2.1") && valid("10.0.0.0/8") && valid("0.0.0.0/0") && valid("::/0") &&
			valid("2001:db8::/32") && valid("::1/128") && valid("unix"),
		"forms");
	ok(!valid("") && !valid("/8") && !valid("10.0.0.0/") && !valid("10.0.0.0/33") &&
			!valid("10.0.0.0/-1") && !valid("::/129") && !valid("10.0.0.0/8/8") &&
			!valid("localhost") && !valid("10.*") && !valid("::ffff:10.0.0.0/104"),
		"and none");
	ok(in("10.0.0.0/8", "10.255.0.1") && !in("10.0.0.0/8", "11.0.0.1") &&
			in("10.1.2.0/23", "10.1.3.4") && !in("10.1.2.0/23", "10.1.4.1"),
		"bits within a byte");
	ok(in("192.0.2.1", "192.0.2.1") && !in("192.0.2.1", "192.0.2.2") &&
			in("192.0.2.1", "::ffff:192.0.2.1"),
		"one address, also when it comes as IPv6");
	ok(in("2001:db8::/33", "2001:db8:7fff::1") && !in("2001:db8::/33", "2001:db8:8000::1") &&
			in("::/0", "::1") && !in("::/0", "127.0.0.1"),
		"IPv6");
	ok(in("10.0.0.1, ::1 ,unix", "") && in("10.0.0.1, ::1 ,unix", "::1") && !in("::/0", "") &&
			!sp_networks_have(NULL, &(struct sp_address){0}),
		"several, and a unix socket");
}

#define FIELDS_MAX 4

/* Who asks, as text with a port; lines is "Name: value|Name: value". */
static const char *who(const char *lines)
{
	static char text[64];
	struct sp_networks *trusted = sp_networks_new("10.0.0.0/8,fd00::/8");
	struct sp_http_head head = {0};
	struct sp_forwarded client;
	enum sp_forwarded_result result;
	const struct sp_address *address = &client.address;

	while (*lines != '\0') {
		const char *colon = strstr(lines, ": ");
		size_t len = strcspn(colon + 2, "|");

		head.fields[head.field_count++] =
			(struct sp_http_field){{lines, (size_t) (colon - lines)}, {colon + 2, len}};
		lines = colon + 2 + len;
		lines += *lines == '|';
	}
	result = sp_forwarded_read(&head, trusted, &client);
	sp_networks_free(trusted);
	if (result != SP_FORWARDED_KNOWN) {
		return result == SP_FORWARDED_ABSENT ? "absent" : "unknown";
	}
	if (address->len == 4) {
		snprintf(text, sizeof(text), "%u.%u.%u.%u %u", address->bytes[0], address->bytes[1],
			address->bytes[2], address->bytes[3], client.port);
	} else {
		snprintf(text, sizeof(text), "%x%x::%x %u", address->bytes[0], address->bytes[1],
			address->bytes[15], client.port);
	}
	return text;
}

#define IS(lines, wanted) (strcmp(who(lines), wanted) == 0)

static void x_forwarded_for(void)
{
	ok(IS("X-Forwarded-For: 1.1.1.1", "1.1.1.1 0") && IS("x-forwarded-for: 2001::9", "201::9 0"),
		"one");
	ok(IS("X-Forwarded-For: 1.1.1.1:80", "1.1.1.1 80") &&
			IS("X-Forwarded-For: [2001::9]:443", "201::9 443") &&
			IS("X-Forwarded-For: [2001::9]", "201::9 0") &&
			IS("X-Forwarded-For: ::ffff:1.1.1.1", "1.1.1.1 0"),
		"with a port");
	ok(IS("X-Forwarded-For: 6.6.6.6, 1.1.1.1", "1.1.1.1 0") &&
			IS("X-Forwarded-For: 10.0.0.9, 1.1.1.1, 10.0.0.2,fd00::1", "1.1.1.1 0") &&
			IS("X-Forwarded-For: nonsense, 1.1.1.1", "1.1.1.1 0"),
		"what a client brings does not count");
	ok(IS("X-Forwarded-For: 6.6.6.6|X-Forwarded-For: 1.1.1.1", "1.1.1.1 0") &&
			IS("X-Forwarded-For: 1.1.1.1|X-Forwarded-For: 10.0.0.1", "1.1.1.1 0"),
		"several fields are one list");
	ok(IS("X-Forwarded-For: 10.0.0.3, 10.0.0.2", "10.0.0.3 0"), "proxies alone: the first");
	ok(IS("X-Forwarded-For: 1.1.1.1, unknown", "unknown") &&
			IS("X-Forwarded-For: 1.1.1.1, 10.0.0.1:x", "unknown") &&
			IS("X-Forwarded-For: 1.1.1.1, 10.0.0.1:99999", "unknown") &&
			IS("X-Forwarded-For: [1.1.1.1]", "unknown") && IS("X-Forwarded-For: [::1", "unknown") &&
			IS("X-Forwarded-For: [2001::9]x", "unknown"),
		"what the last proxy adds cannot be read");
	ok(IS("X-Forwarded-For: 1.1.1.1, unknown, 10.0.0.3, 10.0.0.2", "10.0.0.3 0"),
		"the proxy behind the gap");
	ok(IS("X-Real-IP: 1.1.1.1", "absent") && IS("X-Forwarded-For: ,", "absent"), "nothing");
	ok(IS("Forwarded: for=6.6.6.6|X-Forwarded-For: 1.1.1.1", "1.1.1.1 0"), "goes before Forwarded");
}

static void forwarded(void)
{
	ok(IS("Forwarded: for=1.1.1.1", "1.1.1.1 0") &&
			IS("Forwarded: proto=https; For=\"[2001::9]:47\" ;by=10.0.0.1", "201::9 47") &&
			IS("Forwarded: for=\"1.1.1.1:80\"", "1.1.1.1 80"),
		"one");
	ok(IS("Forwarded: for=6.6.6.6, for=1.1.1.1;host=a, for=10.0.0.1", "1.1.1.1 0") &&
			IS("Forwarded: for=6.6.6.6|Forwarded: for=1.1.1.1", "1.1.1.1 0"),
		"the last that is no proxy of ours");
	ok(IS("Forwarded: host=\"a,for=6.6.6.6\\\";for=6.6.6.6,\";for=1.1.1.1", "1.1.1.1 0") &&
			IS("Forwarded: for=6.6.6.6;x=\", for=1.1.1.1", "unknown"),
		"a string in quotes is one word");
	ok(IS("Forwarded: for=1.1.1.1, for=unknown", "unknown") &&
			IS("Forwarded: for=1.1.1.1, for=_hidden", "unknown") &&
			IS("Forwarded: for=1.1.1.1, proto=http", "unknown") &&
			IS("Forwarded: for=1.1.1.1;for=2.2.2.2", "unknown") &&
			IS("Forwarded: for=1.1.1.1 x", "unknown") && IS("Forwarded: for", "unknown") &&
			IS("Forwarded: for=\"1.1.1\\.1\"", "unknown"),
		"one that does not say");
	ok(IS("Forwarded: ", "absent") && IS("Forwarded: , ,", "absent"), "empty");
}

int main(void)
{
	run(addresses);
	run(texts);
	run(networks);
	run(x_forwarded_for);
	run(forwarded);
	return check_end();
}
