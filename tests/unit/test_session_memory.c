/* SPDX-License-Identifier: MIT */
/*
 * A whole connection without a socket: memory runs out, everywhere it can.
 *
 * with: tests/unit/fake_net.c tests/unit/fake_script.c src/net/session/ src/net/conn/
 * with: src/net/out/ src/net/topics/topics.c src/net/loop/loop.c src/net/loop/fork.c
 * with: src/net/loop/shared.c src/net/loop/log.c src/net/process/worker.c
 * with: src/net/process/inherited.c src/net/process/channel.c src/net/machine/
 * with: src/net/process/sharing.c src/net/process/shared_file.c
 * with: -levent_core -Wl,--wrap=sp_conn_queue,--wrap=sp_conn_finish
 * with: src/net/stream/tls_peer.c src/net/stream/tls_port.c
 * with: -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free
 */
#include "session_tools.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *memory);

static long living;                 /* allocations */
static unsigned asked;              /* allocations since memory_fails() */
static unsigned fail_from, fail_to; /* of them; from 0: none fails */

static void memory_fails(unsigned from, unsigned to)
{
	asked = 0;
	fail_from = from;
	fail_to = to;
}

static bool fails(void)
{
	asked++;
	return fail_from > 0 && asked >= fail_from && asked <= fail_to;
}

static void *counted(void *memory)
{
	living += memory != NULL;
	return memory;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : counted(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
	if (fails()) {
		return NULL;
	}
	return old == NULL ? counted(__real_realloc(NULL, size)) : __real_realloc(old, size);
}

void __wrap_free(void *memory)
{
	living -= memory != NULL;
	__real_free(memory);
}

struct scenario {
	const char *name;
	struct fake_plan plan;
	const char *data;
	size_t len;
};

#define SCENARIO(name, literal, ...)                      \
	{                                                     \
		name, {__VA_ARGS__}, literal, sizeof(literal) - 1 \
	}

static const struct scenario scenarios[] = {
	SCENARIO("a request with a body",
		"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nHello" GET,
		0),
	SCENARIO("a chunked request",
		"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
		"5\r\nHello\r\n6\r\n world\r\n0\r\n\r\n",
		.last_answer = true),
	SCENARIO("requests after one that is being answered", GET GET "GET / HT", .answer = FAKE_LATER),
	SCENARIO("answers in parts", GET GET, .answer = FAKE_IN_PARTS),
	SCENARIO("an upgrade", UPGRADE HELLO, .upgrade = FAKE_ACCEPT_PUSH),
	SCENARIO("a late upgrade", UPGRADE, .upgrade = FAKE_ACCEPT_LATER),
	SCENARIO("a fragmented message", UPGRADE HEL PING LO HEL, .message = FAKE_ECHO),
	/* To a decoder that has forgotten the first half, the second is a frame as well. */
	SCENARIO("a message in two pieces",
		UPGRADE "\x82\x88" MASK "x"
				"\x81\x81" MASK "y",
		0),
	SCENARIO("a ping", UPGRADE PING PING, 0),
	SCENARIO("the peer's close", UPGRADE HELLO BYE, 0),
	SCENARIO("our close", UPGRADE HELLO BYE, .message = FAKE_PUSH_CLOSE),
	SCENARIO("a protocol error", UPGRADE "\x83\x80" MASK, 0),
	SCENARIO("text that is not UTF-8",
		UPGRADE "\x01\x81" MASK "\xC3"
				"\x80\x81" MASK "x",
		0),
	SCENARIO("a refused request", "GET / HTTP/1.1\r\n\r\n", 0),
	SCENARIO("a refused upgrade", UPGRADE, .upgrade = FAKE_REFUSE),
};

/* True if memory did run out. */
static bool play(const struct scenario *scenario, struct cuts cuts, unsigned from, unsigned to)
{
	bool ran_out;

	begin(&scenario->plan);
	memory_fails(from, to);
	fake_feed(&net, scenario->data, scenario->len, cuts);
	fake_end(&net);
	ran_out = asked >= from;
	memory_fails(0, 0);
	return ran_out;
}

/* True if all went as usual until only time-outs were left to wait for, or if the connection ended
 * before. */
static bool went_on_or_ended(const char *usual)
{
	static const char time_passes[] = "time passes\n";
	const char *time = strstr(told(), time_passes);
	const char *usual_time = strstr(usual, time_passes);
	size_t len = usual_time != NULL ? (size_t) (usual_time - usual) : strlen(usual);

	if (strncmp(told(), usual, len) == 0 && (time == NULL || time == told() + len)) {
		return true;
	}
	if (time != NULL) {
		story.len = (size_t) (time - story.data);
	}
	return says("finish ") || says("abort ");
}

/* most: how many allocations fail after the k-th, which fails as well. */
static void run_out_everywhere(const struct scenario *scenario, struct cuts cuts, unsigned most)
{
	struct sp_buf usual = {0};
	char fact[200];
	unsigned k;
	long before;

	play(scenario, cuts, 0, 0);
	must(sp_buf_puts(&usual, told()) && sp_buf_append(&usual, "", 1));
	before = living;
	for (k = 1; play(scenario, cuts, k, k + most); k++) {
		snprintf(
			fact, sizeof(fact), "%s: without allocation %u it goes on or ends", scenario->name, k);
		ok(went_on_or_ended(usual.data), fact);
		snprintf(fact, sizeof(fact), "%s: without allocation %u nothing leaks", scenario->name, k);
		ok(living == before, fact);
	}
	ok(k > 1 && story_is(usual.data), "and with all of them it is as usual");
	sp_buf_fini(&usual);
}

/* An upgrade in one piece, and the rest in pieces of seven bytes: a masked header and one byte. */
static struct cuts in_pieces(const struct scenario *scenario)
{
	struct cuts cuts = cuts_every(7);

	if (strncmp(scenario->data, UPGRADE, sizeof(UPGRADE) - 1) == 0) {
		cuts.first = sizeof(UPGRADE) - 1;
	}
	return cuts;
}

static void test_memory_that_runs_out(void)
{
	size_t i;

	for (i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++) {
		run_out_everywhere(&scenarios[i], cuts_none(), 0);
		run_out_everywhere(&scenarios[i], in_pieces(&scenarios[i]), 0);
	}
}

static void test_memory_that_does_not_come_back(void)
{
	size_t i;

	for (i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++) {
		run_out_everywhere(&scenarios[i], cuts_none(), 1000000);
		run_out_everywhere(&scenarios[i], in_pieces(&scenarios[i]), 1000000);
	}
}

int main(void)
{
	run(test_memory_that_runs_out);
	run(test_memory_that_does_not_come_back);
	sp_buf_fini(&story);
	return check_end();
}
