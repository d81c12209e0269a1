/* SPDX-License-Identifier: MIT */
/*
 * Outgoing packets: their bytes on the wire, how they are counted, when they are freed.
 *
 * with: src/net/out/packet.c
 */
#include "check.h"
#include "guard.h"
#include "net/out/packet.h"
#include "wire/utf8.h"

static bool holds(const struct sp_packet *packet, const void *octets, size_t len)
{
	return packet->len == len && memcmp(packet->data, octets, len) == 0;
}

static void on_the_wire(void)
{
	struct sp_packet *packet = sp_packet_new_ws(NULL, true, 0, SP_WS_TEXT, "Hello", 5);

	ok(holds(packet, "\x81\x05Hello", 7), "text, by RFC 6455 5.7");
	sp_packet_release(packet);
	packet = sp_packet_new_ws(NULL, false, 4, SP_WS_BINARY, "x", 1);
	ok(holds(packet, "\x42\x01x", 3), "a compressed first fragment");
	sp_packet_release(packet);
	packet = sp_packet_new_ws(NULL, true, 0, SP_WS_PING, NULL, 0);
	ok(holds(packet, "\x89\x00", 2), "an empty ping");
	sp_packet_release(packet);
	packet = sp_packet_new_ws(NULL, true, 0, SP_WS_CLOSE, "\x03\xE8", 2);
	ok((uint8_t) packet->data[0] == 0x88, "a close frame made by hand is recognised");
	sp_packet_release(packet);
	packet = sp_packet_new_raw(NULL, "head", 4, "body", 4);
	ok(holds(packet, "headbody", 8), "raw");
	sp_packet_release(packet);
	packet = sp_packet_new_raw(NULL, "head", 4, NULL, 0);
	ok(holds(packet, "head", 4), "raw without a body");
	sp_packet_release(packet);
	ok(sp_packet_new_raw(NULL, "x", SIZE_MAX - 4, "x", 3) == NULL, "too much is refused");
	ok(sp_packet_new_raw(NULL, "x", 1, "x", SIZE_MAX) == NULL, "in the body as well");
}

static void long_ones(void)
{
	static char payload[70000];
	struct sp_packet *packet;

	memset(payload, 'p', sizeof(payload));
	packet = sp_packet_new_ws(NULL, true, 0, SP_WS_BINARY, payload, 256);
	ok(packet->len == 260 && memcmp(packet->data, "\x82\x7E\x01\x00pp", 6) == 0, "256 bytes");
	sp_packet_release(packet);
	packet = sp_packet_new_ws(NULL, true, 0, SP_WS_BINARY, payload, sizeof(payload));
	ok(packet->len == 70010 && memcmp(packet->data, "\x82\x7F\0\0\0\0\0\x01\x11\x70pp", 12) == 0,
		"70000 bytes");
	sp_packet_release(packet);
}

static void closes(void)
{
	struct sp_packet *packet = sp_packet_new_close(NULL, 1000, "bye", 3);
	char reason[130];
	size_t at;
	bool whole = true;

	ok(holds(packet,
		   "\x88\x05\x03\xE8"
		   "bye",
		   7) &&
			(uint8_t) packet->data[0] == 0x88,
		"code and reason");
	sp_packet_release(packet);
	packet = sp_packet_new_close(NULL, SP_WS_CLOSE_NO_STATUS, "bye", 3);
	ok(holds(packet, "\x88\x00", 2), "1005 has neither");
	sp_packet_release(packet);
	packet = sp_packet_new_close(NULL, 1001, NULL, 0);
	ok(holds(packet, "\x88\x02\x03\xE9", 4), "no reason");
	sp_packet_release(packet);
	memset(reason, 'r', sizeof(reason));
	packet = sp_packet_new_close(NULL, 1001, reason, 123);
	ok(packet->len == 2 + 125, "123 bytes fit");
	sp_packet_release(packet);
	for (at = 115; at <= 123; at++) {
		memset(reason, 'r', sizeof(reason));
		memcpy(reason + at, "\xF0\x90\x8D\x88", 4);
		packet = sp_packet_new_close(NULL, 1001, guarded(reason, 127), 127);
		whole = whole && packet->len <= 2 + 125 && packet->len >= 2 + 2 + 119 &&
				sp_utf8_valid(packet->data + 4, packet->len - 4) &&
				(uint8_t) packet->data[1] == packet->len - 2;
		sp_packet_release(packet);
	}
	ok(whole, "a long reason is cut at the end of a character");
	memset(reason, (char) 0x80, sizeof(reason));
	packet = sp_packet_new_close(NULL, 1001, reason, sizeof(reason));
	ok(packet->len <= 2 + 125, "a reason that is not UTF-8 is cut, too");
	sp_packet_release(packet);
}

static void counting(void)
{
	struct sp_packet_account account = {.bytes = 100};
	struct sp_packet *one = sp_packet_new_ws(&account, true, 0, SP_WS_TEXT, "Hello", 5);
	struct sp_packet *two = sp_packet_new_raw(&account, "abc", 3, NULL, 0);

	ok(one->refs == 1 && account.bytes == 110, "bytes are counted once");
	ok(sp_packet_ref(one) == one && one->refs == 2 && account.bytes == 110,
		"however many hold them");
	sp_packet_release(one);
	ok(account.bytes == 110 && one->refs == 1, "until the last one lets go");
	sp_packet_release(one);
	ok(account.bytes == 103, "then no more");
	sp_packet_release(two);
	ok(account.bytes == 100, "nothing is left");
	sp_packet_account_fini(&account);
}

static void spare(void)
{
	struct sp_packet_account account = {0};
	struct sp_packet *first = sp_packet_new_raw(&account, "twelve bytes", 12, NULL, 0);
	struct sp_packet *next;
	char large[5000] = "";

	first->course.key = 7;
	first->course.may_drop = true;
	sp_packet_release(first);
	next = sp_packet_new_raw(&account, "abc", 3, NULL, 0);
	ok(next == first && account.spare == NULL, "the memory of a freed packet is used again");
	ok(next->len == 3 && account.bytes == 3 && !memcmp(next->data, "abc", 3),
		"for what the new one holds");
	ok(next->course.key == 0 && !next->course.may_drop && next->refs == 1,
		"and nothing else of the old one is left");
	sp_packet_release(next);
	next = sp_packet_new_raw(&account, "thirteen byte", 13, NULL, 0);
	ok(account.spare == first && next->len == 13, "one that is too small is left alone");
	sp_packet_release(next);
	next = sp_packet_new_raw(&account, large, sizeof(large), NULL, 0);
	sp_packet_release(next);
	ok(account.spare != NULL && account.spare->cap == 13, "a large one is not kept");
	ok(account.bytes == 0, "a spare one is not counted");
	sp_packet_account_fini(&account);
	ok(account.spare == NULL, "and is freed with the account");
}

int main(void)
{
	run(on_the_wire);
	run(long_ones);
	run(closes);
	run(counting);
	run(spare);
	return check_end();
}
