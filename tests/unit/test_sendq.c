/* SPDX-License-Identifier: MIT */
/*
 * The send queue against a model: a plain list, from which whatever is conflated or dropped is
 * removed. What comes out of a socket must be what the model says, byte for byte, however the
 * kernel cuts it.
 *
 * with: src/net/out/sendq.c src/net/out/packet.c
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "check.h"
#include "guard.h"
#include "net/out/sendq.h"

#define MODEL_MAX 20000
#define MIX UINT64_C(0x9E3779B97F4A7C15) /* keys are hashes */
#define LIMIT 5000                       /* bytes above which some are dropped */

static struct sp_packet_account account;

static struct sp_packet *packet(const char *text, uint64_t key, bool may_drop)
{
	struct sp_packet *made = sp_packet_new_raw(&account, text, strlen(text), NULL, 0);

	must(made != NULL);
	made->course.key = key;
	made->course.may_drop = may_drop;
	return made;
}

static bool take_back(struct sp_sendq *queue, uint64_t key)
{
	struct sp_packet *taken = sp_sendq_take_back(queue, key);

	must(taken == NULL || taken->course.key == key);
	if (taken != NULL) {
		sp_packet_release(taken);
	}
	return taken != NULL;
}

/* The way a connection does it. */
static void put_any(struct sp_sendq *queue, const char *text, uint64_t key, bool may_drop)
{
	struct sp_packet *made = packet(text, key, may_drop);

	if (key != 0) {
		take_back(queue, key);
	}
	must(sp_sendq_append(queue, made));
	sp_packet_release(made);
}

static void put(struct sp_sendq *queue, const char *text, uint64_t key)
{
	put_any(queue, text, key, false);
}

/* to: a descriptor. */
static ssize_t write_parts(void *to, const struct iovec *parts, size_t count)
{
	return writev(*(const int *) to, parts, (int) count);
}

/* Everything that the queue sends. */
static const char *sent(struct sp_sendq *queue)
{
	static char text[4096];
	int pair[2];
	size_t bytes;
	ssize_t n;

	must(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
	must(sp_sendq_write(queue, write_parts, &pair[0], &bytes) == SP_SENT_ALL);
	close(pair[0]);
	n = read(pair[1], text, sizeof(text) - 1);
	must(n >= 0 && (size_t) n == bytes);
	text[n] = '\0';
	close(pair[1]);
	return text;
}

static void conflation(void)
{
	struct sp_sendq queue;

	sp_sendq_init(&queue);
	put(&queue, "a", 1);
	put(&queue, "b", 1);
	ok(queue.bytes == 1 && strcmp(sent(&queue), "b") == 0, "only the last of a key is sent");
	put(&queue, "a", 1);
	put(&queue, "x", 0);
	put(&queue, "b", 2);
	put(&queue, "y", 0);
	put(&queue, "c", 1);
	put(&queue, "d", 2);
	ok(strcmp(sent(&queue), "xycd") == 0, "the old one leaves, the new one goes to the end");
	ok(!take_back(&queue, 1), "nothing waits, nothing is taken back");
	put(&queue, "x", 0);
	put(&queue, "a", 1);
	ok(take_back(&queue, 1) && queue.count == 1 && strcmp(sent(&queue), "x") == 0,
		"the last may go");
	put(&queue, "a", 1);
	put(&queue, "x", 0);
	ok(take_back(&queue, 1) && queue.count == 1 && strcmp(sent(&queue), "x") == 0,
		"the first may go");
	put(&queue, "a", 1);
	queue.offset = 1; /* as if one byte of a longer one was written */
	ok(!take_back(&queue, 1), "what is partly written stays");
	queue.offset = 0;
	sp_sendq_fini(&queue);
	ok(account.bytes == 0, "nothing is left");
}

static void dropping(void)
{
	struct sp_sendq queue;

	sp_sendq_init(&queue);
	put_any(&queue, "a", 0, true);
	ok(sp_sendq_drop_oldest(&queue) && queue.count == 0 && queue.bytes == 0,
		"the only one is dropped");
	put(&queue, "a", 0);
	ok(!sp_sendq_drop_oldest(&queue) && queue.count == 1, "what may not be dropped stays");
	put_any(&queue, "bb", 0, true);
	put(&queue, "c", 0);
	put_any(&queue, "dd", 0, true);
	put_any(&queue, "ee", 0, true);
	ok(sp_sendq_drop_oldest(&queue) && sp_sendq_drop_oldest(&queue), "one after the other");
	put_any(&queue, "f", 0, true);
	ok(strcmp(sent(&queue), "aceef") == 0, "the oldest go, the order stays");
	put_any(&queue, "aa", 0, true);
	put_any(&queue, "b", 0, true);
	queue.offset = 1; /* as if one byte was written */
	queue.bytes--;
	ok(sp_sendq_drop_oldest(&queue) && !sp_sendq_drop_oldest(&queue) && queue.bytes == 1,
		"what is partly written stays");
	sp_sendq_fini(&queue);
	sp_sendq_init(&queue);
	put(&queue, "A", 0);
	put_any(&queue, "d", 0, true);
	put(&queue, "k", 7);
	ok(sp_sendq_drop_oldest(&queue) && !sp_sendq_drop_oldest(&queue), "everything was searched");
	put(&queue, "K", 7); /* at the end, where d was: in a place that was searched before */
	put_any(&queue, "e", 0, true);
	ok(sp_sendq_drop_oldest(&queue) && queue.bytes == 2, "what comes there is found nevertheless");
	sp_sendq_fini(&queue);
	ok(account.bytes == 0, "nothing is left");
}

static void shifting(void)
{
	struct sp_sendq queue;
	struct sp_packet *packets[3];

	sp_sendq_init(&queue);
	ok(sp_sendq_shift(&queue) == NULL, "nothing waits");
	put(&queue, "a", 1);
	put(&queue, "bb", 2);
	put(&queue, "cc", 1);
	for (int i = 0; i < 3; i++) {
		packets[i] = sp_sendq_shift(&queue);
	}
	ok(packets[0]->len == 2 && packets[0]->data[0] == 'b' && packets[1]->data[0] == 'c' &&
			packets[2] == NULL,
		"the first, then the next");
	ok(queue.bytes == 0 && queue.count == 0 && account.bytes == 4, "they are the caller's");
	sp_packet_release(packets[0]);
	sp_packet_release(packets[1]);
	ok(account.bytes == 0, "nothing is left");
}

static struct {
	char text[16];
	uint64_t key;
	bool may_drop;
} model[MODEL_MAX];
static size_t model_count;

static void model_take_out(size_t i)
{
	memmove(&model[i], &model[i + 1], (model_count - i - 1) * sizeof(model[0]));
	model_count--;
}

static bool model_take_back(uint64_t key)
{
	for (size_t i = 0; i < model_count; i++) {
		if (model[i].key == key) {
			model_take_out(i);
			return true;
		}
	}
	return false;
}

static void model_put(const char *text, uint64_t key, bool may_drop)
{
	if (key != 0) {
		model_take_back(key);
	}
	must(model_count < MODEL_MAX);
	snprintf(model[model_count].text, sizeof(model[0].text), "%s", text);
	model[model_count].may_drop = may_drop;
	model[model_count++].key = key;
}

static bool model_drop(void)
{
	for (size_t i = 0; i < model_count; i++) {
		if (model[i].may_drop) {
			model_take_out(i);
			return true;
		}
	}
	return false;
}

/* True if what was read from the socket is what the model has next. */
static bool take(char *text, size_t len)
{
	size_t done = 0;

	for (; model_count > 0 && done < len; done++) {
		size_t part = strlen(model[0].text);

		if (done + part > len || memcmp(text + done, model[0].text, part) != 0) {
			return false;
		}
		done += part - 1;
		memmove(&model[0], &model[1], --model_count * sizeof(model[0]));
	}
	return done == len;
}

/* Sends everything that waits; small socket buffers cut it anywhere. */
static bool drained(struct sp_sendq *queue)
{
	static char got[MODEL_MAX * 16];
	int pair[2], small = 2048;
	size_t len = 0, bytes;
	enum sp_sent result;

	must(socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
	setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &small, sizeof(small));
	must(fcntl(pair[0], F_SETFL, O_NONBLOCK) == 0);
	do {
		ssize_t n;

		result = sp_sendq_write(queue, write_parts, &pair[0], &bytes);
		must(result != SP_SENT_ERROR);
		while (bytes > 0 && (n = read(pair[1], got + len, bytes)) > 0) {
			len += (size_t) n;
			bytes -= (size_t) n;
		}
	} while (result == SP_SENT_BLOCKED);
	close(pair[0]);
	close(pair[1]);
	return take(got, len) && model_count == 0;
}

/* unkeyed and droppable: percent. */
static void against_the_model(unsigned keys, unsigned unkeyed, unsigned droppable, unsigned rounds)
{
	struct sp_sendq queue;
	unsigned seed = keys * 31 + unkeyed, n = 0;
	bool same = true;
	char text[16];

	sp_sendq_init(&queue);
	queue.head = UINT32_MAX - 50; /* numbers may wrap around */
	for (unsigned round = 0; round < rounds && same; round++) {
		unsigned burst = (seed = seed * 1103515245 + 12345) >> 16 & 1023;

		for (unsigned i = 0; i < burst; i++) {
			uint64_t key;

			seed = seed * 1103515245 + 12345;
			key = (seed >> 16) % 100 < unkeyed ? 0 : 1 + (seed >> 8) % keys;
			snprintf(text, sizeof(text), "%u.%u;", (unsigned) key, n++);
			put_any(&queue, text, key * MIX, seed % 100 < droppable);
			model_put(text, key, seed % 100 < droppable);
			for (int k = 0; k < 4 && queue.bytes > LIMIT && droppable > 0; k++) {
				same = same && sp_sendq_drop_oldest(&queue) == model_drop();
			}
			if (seed % 7 == 0) { /* with nothing that takes its place */
				key = 1 + (seed >> 4) % keys;
				same = same && take_back(&queue, key * MIX) == model_take_back(key);
			}
		}
		if (round % 3 == 2) {
			same = drained(&queue);
		}
	}
	same = same && drained(&queue);
	ok(same && account.bytes == 0, "what is sent is what the model says");
	sp_sendq_fini(&queue);
	model_count = 0;
}

int main(void)
{
	run(conflation);
	run(dropping);
	run(shifting);
	check_test = "against the model";
	against_the_model(1, 0, 0, 30);
	against_the_model(3, 10, 0, 60);
	against_the_model(20, 50, 0, 60);
	against_the_model(500, 5, 0, 60);
	against_the_model(5000, 1, 0, 60);
	against_the_model(7, 99, 0, 60);
	against_the_model(7, 99, 100, 60);
	against_the_model(7, 100, 10, 60);
	against_the_model(500, 20, 50, 60);
	against_the_model(5000, 1, 90, 60);
	sp_packet_account_fini(&account);
	return check_end();
}
