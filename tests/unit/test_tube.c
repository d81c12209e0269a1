/* SPDX-License-Identifier: MIT */
/*
 * Messages with descriptors through a socket that takes only little at a time: each message comes
 * whole, with its own descriptors, however the kernel cuts them.
 * with: src/net/handover/tube.c -levent_core
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "check.h"
#include "guard.h"
#include "net/handover/tube.h"
#include "net/loop/descriptor.h"

#define MESSAGES 40

static struct event_base *base;

/* What one side has heard. */
struct side {
	struct sp_tube *tube;
	int heard;
	int wrong;
	int missing; /* descriptors */
	bool ended;
	bool answers; /* each message with a short one */
};

/* Message i: so many bytes, and so many descriptors, each of a pipe that holds i and its number. */
static size_t len_of(int i)
{
	static const size_t lens[] = {1, 100, 70000, 3000, 1000000, 8};

	return lens[i % 6];
}

static size_t descriptors_of(int i)
{
	static const size_t counts[] = {0, SP_TUBE_DESCRIPTORS, 1, 0, 7};

	return counts[i % 5];
}

static int labelled(int i, int number)
{
	unsigned char label[2] = {(unsigned char) i, (unsigned char) number};
	int ends[2];

	must(sp_pipe(ends, true) && write(ends[1], label, sizeof(label)) == 2);
	close(ends[1]);
	return ends[0];
}

static bool has_label(int fd, int i, int number)
{
	unsigned char label[2];
	bool right = read(fd, label, sizeof(label)) == 2 && label[0] == i && label[1] == number;

	close(fd);
	return right;
}

static bool on_message(void *arg, struct sp_span message)
{
	struct side *side = arg;
	int i = side->heard++;

	if (!side->answers) {
		return true;
	}
	side->wrong += message.len != len_of(i) || message.data[message.len - 1] != (char) i;
	for (size_t k = 0; k < descriptors_of(i); k++) {
		int fd = sp_tube_take(side->tube);

		side->missing += fd < 0;
		side->wrong += fd >= 0 && !has_label(fd, i, (int) k);
	}
	side->wrong += sp_tube_take(side->tube) >= 0;
	return sp_tube_send(side->tube, sp_span("done"), NULL, 0);
}

static void on_end(void *arg)
{
	struct side *side = arg;

	side->ended = true;
}

static const struct sp_tube_events events = {on_message, on_end};

static void connect_sides(struct side *one, struct side *other)
{
	int ends[2], bytes = 4096;

	must(sp_socket_pair(ends));
	setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &bytes, sizeof(bytes));
	*one = (struct side){.tube = sp_tube_new(base, ends[0], &events, one)};
	*other = (struct side){.tube = sp_tube_new(base, ends[1], &events, other), .answers = true};
	must(one->tube != NULL && other->tube != NULL);
}

static void send_one(struct side *side, int i)
{
	char *bytes = malloc(len_of(i));
	int descriptors[SP_TUBE_DESCRIPTORS];
	size_t count = descriptors_of(i);

	must(bytes != NULL);
	memset(bytes, i, len_of(i));
	for (size_t k = 0; k < count; k++) {
		descriptors[k] = labelled(i, (int) k);
	}
	while (!sp_tube_is_empty(side->tube)) {
		event_base_loop(base, EVLOOP_ONCE);
	}
	must(sp_tube_send(side->tube, (struct sp_span){bytes, len_of(i)}, descriptors, count));
	while (!sp_tube_is_empty(side->tube)) {
		event_base_loop(base, EVLOOP_ONCE);
	}
	for (size_t k = 0; k < count; k++) {
		close(descriptors[k]);
	}
	free(bytes);
}

static void whole(void)
{
	struct side one, other;

	connect_sides(&one, &other);
	for (int i = 0; i < MESSAGES; i++) {
		send_one(&one, i);
	}
	while (one.heard < MESSAGES) {
		event_base_loop(base, EVLOOP_ONCE);
	}
	ok(other.heard == MESSAGES && other.wrong == 0, "each message with its own descriptors");
	ok(other.missing == 0, "all of those");
	sp_tube_free(one.tube);
	while (!other.ended) {
		event_base_loop(base, EVLOOP_ONCE);
	}
	ok(other.heard == MESSAGES, "the end is told once all has come");
	sp_tube_free(other.tube);
}

/* The receiver may have no more: it gets fewer, and later messages have theirs. */
static void few_descriptors(void)
{
	struct rlimit before, few;
	struct side one, other;
	int next = dup(0);

	must(next > 0 && getrlimit(RLIMIT_NOFILE, &before) == 0);
	close(next);
	connect_sides(&one, &other);
	other.heard = one.heard = 0;
	send_one(&one, 0);
	send_one(&one, 1); /* both ends are this process: it sends before the limit is lower */
	few = before;
	few.rlim_cur = (rlim_t) next + 10;
	must(setrlimit(RLIMIT_NOFILE, &few) == 0);
	while (one.heard < 2) {
		event_base_loop(base, EVLOOP_ONCE);
	}
	must(setrlimit(RLIMIT_NOFILE, &before) == 0);
	ok(other.missing > 0 && other.missing < SP_TUBE_DESCRIPTORS && other.wrong == 0,
		"what this process may not have is missing");
	other.missing = 0;
	send_one(&one, 2);
	while (one.heard < 3) {
		event_base_loop(base, EVLOOP_ONCE);
	}
	ok(other.missing == 0 && other.wrong == 0, "and the next message has its own again");
	sp_tube_free(one.tube);
	sp_tube_free(other.tube);
}

int main(void)
{
	base = event_base_new();
	must(base != NULL);
	run(whole);
	run(few_descriptors);
	event_base_free(base);
	return check_end();
}
