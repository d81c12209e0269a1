/* SPDX-License-Identifier: MIT */
/*
 * How many connections each address has: facts, and at random beside a model.
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

static struct sp_peers *made(uint32_t capacity)
{
	struct sp_peers *peers = sp_peers_new(capacity);

	must(peers != NULL);
	return peers;
}

static enum sp_peer_verdict enter(
	struct sp_peers *peers, uint64_t key, uint32_t now_s, int64_t open, int64_t rate)
{
	return sp_peers_enter(peers, key, now_s, &(struct sp_peer_limits){open, rate});
}

static void keys(void)
{
	uint64_t key = sp_peers_key(7, v4, 4);

	ok(key != 0 && key != sp_peers_key(7, v4_other, 4), "each IPv4 address is one");
	ok(key == sp_peers_key(7, mapped, 16), "an IPv4-mapped address is the same address");
	ok(key != sp_peers_key(8, v4, 4), "and somebody else with another seed");
	ok(sp_peers_key(7, v6, 16) == sp_peers_key(7, v6_same_net, 16),
		"of IPv6 the first 64 bits count");
	ok(sp_peers_key(7, v6, 16) != sp_peers_key(7, v6_other_net, 16), "the next network is another");
	ok(sp_peers_key(7, v4, 0) == 0, "unix sockets are not counted");
}

static void open_ones(void)
{
	struct sp_peers *peers = made(4);

	ok(enter(peers, 5, 1, 2, 0) == SP_PEER_WELCOME && enter(peers, 5, 1, 2, 0) == SP_PEER_WELCOME,
		"as many as the limit");
	ok(enter(peers, 5, 1, 2, 0) == SP_PEER_TOO_MANY, "and no more");
	ok(enter(peers, 6, 1, 2, 0) == SP_PEER_WELCOME && sp_peers_count(peers) == 2,
		"another address has its own count");
	sp_peers_leave(peers, 5);
	ok(enter(peers, 5, 1, 2, 0) == SP_PEER_WELCOME, "one that left makes room");
	sp_peers_take_over(peers, 5);
	ok(sp_peers_open(peers, 5) == 3, "one that is taken over is counted whatever the limit");
	sp_peers_leave(peers, 9);
	ok(sp_peers_open(peers, 9) == 0, "one that never came does not leave");
	free(peers);
}

static void rates(void)
{
	struct sp_peers *peers = made(4);

	enter(peers, 5, 7, 0, 2);
	sp_peers_leave(peers, 5);
	enter(peers, 5, 7, 0, 2);
	sp_peers_leave(peers, 5);
	ok(enter(peers, 5, 7, 0, 2) == SP_PEER_TOO_FAST, "those that left within the second count");
	ok(enter(peers, 5, 8, 0, 2) == SP_PEER_WELCOME, "the next second is new");
	sp_peers_take_over(peers, 5);
	ok(enter(peers, 5, 8, 0, 2) == SP_PEER_WELCOME,
		"one that was taken over was not opened in this second");
	ok(enter(peers, 5, 7, 0, 2) == SP_PEER_TOO_FAST && enter(peers, 5, 8, 0, 2) == SP_PEER_TOO_FAST,
		"whoever is still in the last second does not begin that again");
	ok(enter(peers, 5, 9, 3, 0) == SP_PEER_TOO_MANY, "but it is open");
	free(peers);
}

static void room(void)
{
	struct sp_peers *peers = made(3);

	enter(peers, 1, 1, 0, 1);
	enter(peers, 2, 1, 0, 1);
	sp_peers_leave(peers, 1);
	ok(enter(peers, 3, 1, 0, 1) == SP_PEER_WELCOME && enter(peers, 1, 1, 0, 1) == SP_PEER_TOO_FAST,
		"while there is room, those that opened one in this second are known");
	ok(enter(peers, 4, 1, 0, 1) == SP_PEER_WELCOME && enter(peers, 4, 1, 0, 1) == SP_PEER_TOO_FAST,
		"when there is none, whoever has no connection makes room");
	sp_peers_leave(peers, 2);
	ok(enter(peers, 1, 1, 0, 1) == SP_PEER_WELCOME && sp_peers_count(peers) == 3 &&
			sp_peers_open(peers, 2) == 0,
		"and is forgotten");
	ok(enter(peers, 5, 1, 1, 1) == SP_PEER_WELCOME && enter(peers, 5, 1, 1, 1) == SP_PEER_WELCOME &&
			sp_peers_open(peers, 5) == 0,
		"with no room at all, another one is welcome and not counted");
	sp_peers_leave(peers, 5);
	ok(sp_peers_open(peers, 1) == 1 && sp_peers_count(peers) == 3, "and leaves without effect");
	sp_peers_clear(peers, 3);
	ok(sp_peers_count(peers) == 0 && enter(peers, 1, 1, 1, 1) == SP_PEER_WELCOME, "cleared");
	free(peers);
}

static void grown(void)
{
	struct sp_peers *peers = made(1), *first = peers;
	bool all = true;

	for (uint64_t key = 1; key <= 5000; key++) {
		sp_peers_grow(&peers, 1);
		must(enter(peers, key << 40, 1, 1, 1) == SP_PEER_WELCOME);
		if (key % 2 == 0) {
			sp_peers_leave(peers, key << 40);
		}
	}
	ok(peers != first && sp_peers_count(peers) == 2500, "it grows while all are needed");
	for (uint64_t key = 1; key <= 5000; key++) {
		all = all && enter(peers, key << 40, 1, 1, 1) ==
						 (key % 2 == 0 ? SP_PEER_TOO_FAST : SP_PEER_TOO_MANY);
	}
	ok(all, "and knows them");
	first = peers;
	for (uint64_t key = 1; key <= 20000; key++) {
		sp_peers_grow(&peers, 2);
		must(enter(peers, key << 20, (uint32_t) (2 + key / 5000), 1, 1) == SP_PEER_WELCOME);
		sp_peers_leave(peers, key << 20);
	}
	ok(peers == first && sp_peers_count(peers) == 2500,
		"but not for those that come and go in later seconds");
	free(peers);
}

/* ---- beside a model ---- */

#define KEYS 40
#define STEPS 200000

static uint64_t seed = 20261130;

static uint32_t below(uint32_t limit)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (seed >> 33) % limit;
}

static struct {
	uint32_t open, rate_s, entered;
} model[KEYS];

static enum sp_peer_verdict model_enter(
	uint32_t i, uint32_t now_s, const struct sp_peer_limits *limits)
{
	if (model[i].rate_s < now_s) {
		model[i].rate_s = now_s;
		model[i].entered = 0;
	}
	if (limits->open > 0 && model[i].open >= limits->open) {
		return SP_PEER_TOO_MANY;
	}
	if (limits->rate > 0 && model[i].entered >= limits->rate) {
		return SP_PEER_TOO_FAST;
	}
	model[i].open++;
	model[i].entered++;
	return SP_PEER_WELCOME;
}

/* Some share a bucket. */
static uint64_t key_of(uint32_t i)
{
	return (uint64_t) (i % 7) << 60 | (i + 1);
}

static void at_random(void)
{
	struct sp_peers *peers = made(1);
	uint32_t now_s = 1, verdicts[3] = {0}, count = 0;

	for (uint32_t step = 0; step < STEPS; step++) {
		struct sp_peer_limits limits = {below(4), below(6)};
		uint32_t i = below(KEYS), dice = below(20);
		enum sp_peer_verdict verdict;

		now_s += below(50) == 0;
		sp_peers_grow(&peers, now_s);
		if (dice < 10) {
			verdict = model_enter(i, now_s, &limits);
			verdicts[verdict]++;
			must(sp_peers_enter(peers, key_of(i), now_s, &limits) == verdict);
		} else if (dice == 10) {
			sp_peers_take_over(peers, key_of(i));
			model[i].open++;
		} else {
			sp_peers_leave(peers, key_of(i));
			model[i].open -= model[i].open > 0;
		}
		must(sp_peers_open(peers, key_of(i)) == model[i].open);
	}
	for (uint32_t i = 0; i < KEYS; i++) {
		count += model[i].open > 0;
		must(sp_peers_open(peers, key_of(i)) == model[i].open);
	}
	ok(sp_peers_count(peers) == count && verdicts[0] > 1000 && verdicts[1] > 1000 &&
			verdicts[2] > 1000,
		"beside a model, with every verdict");
	free(peers);
}

/* Whatever it holds: the page behind the block is protected. */
static void scribbled(void)
{
	static unsigned char block[2048];
	const uint32_t capacity = 16;
	size_t size = (size_t) sp_peers_size(capacity);

	must(size <= sizeof(block));
	for (uint32_t number = 0; number < 20000; number++) {
		struct sp_peers *peers = (struct sp_peers *) (void *) guarded(block, size);

		sp_peers_init(peers, capacity);
		/* The capacity, too: then nothing is believed. */
		for (size_t at = number % 4 == 0 ? 0 : 8; at < size; at++) {
			((unsigned char *) peers)[at] = (unsigned char) (below(2) ? below(256) : below(18));
		}
		for (int i = 0; i < 12; i++) {
			enter(peers, key_of(below(KEYS)), below(3), below(3), below(3));
			sp_peers_leave(peers, key_of(below(KEYS)));
			sp_peers_take_over(peers, key_of(below(KEYS)));
		}
		sp_peers_clear(peers, capacity);
		must(sp_peers_count(peers) == 0 && sp_peers_open(peers, key_of(1)) == 0);
		for (uint32_t i = 0; i < capacity; i++) {
			must(enter(peers, key_of(i), 1, 1, 1) == SP_PEER_WELCOME);
			must(enter(peers, key_of(i), 1, 1, 1) == SP_PEER_TOO_MANY);
		}
	}
	ok(true, "a block that is scribbled over: nothing outside of it is touched, and it is cleared");
}

int main(int argc, char **argv)
{
	seed = argc > 1 ? strtoull(argv[1], NULL, 10) : seed;
	run(keys);
	run(open_ones);
	run(rates);
	run(room);
	run(grown);
	run(at_random);
	run(scribbled);
	return check_end();
}
