/* SPDX-License-Identifier: MIT */
/*
 * How many connections each address has.
 */
#include <stdlib.h>
#include <string.h>

#include "base/peers.h"
#include "check.h"
#include "guard.h"

static const uint8_t v4[16] = {192, 0, 2, 1};
static const uint8_t v4_other[16] = {192, 0, 2, 2};
static const uint8_t mapped[16] = {[10] = 0xFF, [11] = 0xFF, [12] = 192, [14] = 2, [15] = 1};
static const uint8_t v6[16] = {0x20, 0x01, 0x0D, 0xB8, [15] = 1};
static const uint8_t v6_same_net[16] = {0x20, 0x01, 0x0D, 0xB8, [8] = 9, [15] = 2};
static const uint8_t v6_other_net[16] = {0x20, 0x01, 0x0D, 0xB8, [7] = 1, [15] = 1};

static struct sp_peers *made(void)
{
	struct sp_peers *peers = sp_peers_new();

	must(peers != NULL);
	return peers;
}

static void open_ones(void)
{
	struct sp_peers *peers = made();

	ok(sp_peers_enter(peers, v4, 4, 1, 2, 0) == SP_PEER_WELCOME &&
			sp_peers_enter(peers, v4, 4, 1, 2, 0) == SP_PEER_WELCOME,
		"as many as the limit");
	ok(sp_peers_enter(peers, v4, 4, 1, 2, 0) == SP_PEER_TOO_MANY, "and no more");
	ok(sp_peers_enter(peers, mapped, 16, 1, 2, 0) == SP_PEER_TOO_MANY,
		"an IPv4-mapped address is the same address");
	ok(sp_peers_enter(peers, v4_other, 4, 1, 2, 0) == SP_PEER_WELCOME,
		"another address has its own count");
	sp_peers_leave(peers, v4, 4, 1);
	ok(sp_peers_enter(peers, v4, 4, 1, 2, 0) == SP_PEER_WELCOME, "one that left makes room");
	sp_peers_free(peers);
}

static void networks(void)
{
	struct sp_peers *peers = made();

	sp_peers_enter(peers, v6, 16, 1, 1, 0);
	ok(sp_peers_enter(peers, v6_same_net, 16, 1, 1, 0) == SP_PEER_TOO_MANY,
		"of IPv6 the first 64 bits count");
	ok(sp_peers_enter(peers, v6_other_net, 16, 1, 1, 0) == SP_PEER_WELCOME,
		"the next network is another");
	ok(sp_peers_enter(peers, v4, 0, 1, 1, 0) == SP_PEER_WELCOME &&
			sp_peers_enter(peers, v4, 0, 1, 1, 0) == SP_PEER_WELCOME && sp_peers_count(peers) == 2,
		"unix sockets are not counted");
	sp_peers_free(peers);
}

static void rates(void)
{
	struct sp_peers *peers = made();

	sp_peers_enter(peers, v4, 4, 7, 0, 2);
	sp_peers_leave(peers, v4, 4, 7);
	sp_peers_enter(peers, v4, 4, 7, 0, 2);
	sp_peers_leave(peers, v4, 4, 7);
	ok(sp_peers_enter(peers, v4, 4, 7, 0, 2) == SP_PEER_TOO_FAST,
		"those that left within the second count");
	ok(sp_peers_enter(peers, v4, 4, 8, 0, 2) == SP_PEER_WELCOME, "the next second is new");
	sp_peers_free(peers);
}

static void forgotten(void)
{
	struct sp_peers *peers = made();
	uint8_t addr[16] = {10};

	for (unsigned i = 0; i < 5000; i++) {
		addr[1] = (uint8_t) (i >> 8);
		addr[2] = (uint8_t) i;
		must(sp_peers_enter(peers, addr, 4, 1, 1, 1) == SP_PEER_WELCOME);
		if (i % 2 == 0) {
			sp_peers_leave(peers, addr, 4, 1);
		}
	}
	ok(sp_peers_count(peers) == 5000, "all are known within the second");
	sp_peers_sweep(peers, 1);
	ok(sp_peers_count(peers) == 5000, "and a sweep within it forgets none");
	sp_peers_sweep(peers, 2);
	ok(sp_peers_count(peers) == 2500, "then only those with a connection");
	ok(sp_peers_enter(peers, addr, 4, 2, 1, 1) == SP_PEER_TOO_MANY, "they are still counted");
	for (unsigned i = 1; i < 5000; i += 2) {
		addr[1] = (uint8_t) (i >> 8);
		addr[2] = (uint8_t) i;
		sp_peers_leave(peers, addr, 4, 3);
	}
	ok(sp_peers_count(peers) == 0, "an address without connections is forgotten at once");
	sp_peers_leave(peers, addr, 4, 3);
	sp_peers_leave(NULL, addr, 4, 3);
	sp_peers_free(peers);
	sp_peers_free(NULL);
}

int main(void)
{
	run(open_ones);
	run(networks);
	run(rates);
	run(forgotten);
	return check_end();
}
