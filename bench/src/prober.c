/* SPDX-License-Identifier: MIT */
#include "prober.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clock.h"
#include "ws.h"

#define EVERY_NS (2 * NS_PER_MS)
#define INDEX UINT32_MAX /* an index that no client of the fleet has */

struct prober {
	const struct bench *bench;
	pthread_t thread;
	atomic_bool stopping;
	bool running;
	int fd;
	uint64_t begun;
	struct probes probes;
	unsigned char input[1 << 18];
	size_t len;
};

static bool upgrade(struct prober *prober)
{
	const struct options *options = prober->bench->options;
	char host[64], request[1024];
	size_t len;
	long used;

	snprintf(host, sizeof(host), "%s:%u", options->address, server_port(prober->bench->server));
	len = ws_request(request, sizeof(request), options->path, host);
	if (send(prober->fd, request, len, MSG_NOSIGNAL) != (ssize_t) len) {
		return false;
	}
	do {
		ssize_t got =
			read(prober->fd, prober->input + prober->len, sizeof(prober->input) - prober->len);

		if (got <= 0) {
			return false;
		}
		prober->len += (size_t) got;
		used = ws_answer((char *) prober->input, prober->len);
	} while (used == 0);
	if (used < 0) {
		return false;
	}
	prober->len -= (size_t) used;
	memmove(prober->input, prober->input + used, prober->len);
	return true;
}

struct prober *prober_new(const struct bench *bench)
{
	struct sockaddr_in server = {.sin_family = AF_INET};
	struct prober *prober = calloc(1, sizeof(*prober));
	struct timeval patience = {5, 0};
	int on = 1;

	if (!prober) {
		return NULL;
	}
	prober->bench = bench;
	server.sin_port = htons(server_port(bench->server));
	server.sin_addr.s_addr = inet_addr(bench->options->address);
	prober->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	setsockopt(prober->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	setsockopt(prober->fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	if (prober->fd < 0 || connect(prober->fd, (struct sockaddr *) &server, sizeof(server)) < 0 ||
		!upgrade(prober)) {
		perror("seatload: the prober cannot connect");
		prober_free(prober);
		return NULL;
	}
	return prober;
}

static void say(struct prober *prober)
{
	unsigned char frame[8192 + WS_HEAD_MAX];
	char text[8192];
	size_t size;

	bench_text(prober->bench, text, INDEX, (uint32_t) ++prober->probes.sent);
	size = ws_encode(frame, WS_TEXT, text, prober->bench->options->size);
	prober->probes.wrong += send(prober->fd, frame, size, MSG_NOSIGNAL) != (ssize_t) size;
}

/* Counts an echo. Messages for everybody are ignored. */
static void take(struct prober *prober, const struct ws_frame *frame)
{
	uint32_t seq;

	if (frame->opcode == WS_TEXT &&
		bench_seq(prober->bench, frame->data, frame->len, INDEX, &seq)) {
		prober->probes.wrong += seq != ++prober->probes.back;
		histogram_add(&prober->probes.latency, clock_ns() - (prober->begun + seq * EVERY_NS));
	}
}

/* False: the connection has ended. */
static bool hear(struct prober *prober)
{
	struct ws_frame frame;
	size_t at = 0;
	long used;
	ssize_t got = recv(
		prober->fd, prober->input + prober->len, sizeof(prober->input) - prober->len, MSG_DONTWAIT);

	if (got <= 0) {
		return got < 0 && errno == EAGAIN;
	}
	prober->len += (size_t) got;
	while ((used = ws_decode(prober->input + at, prober->len - at, &frame)) > 0) {
		take(prober, &frame);
		at += (size_t) used;
	}
	prober->len -= at;
	memmove(prober->input, prober->input + at, prober->len);
	return used == 0;
}

static void *probe(void *arg)
{
	struct prober *prober = arg;
	struct sched_param before_the_fleet = {.sched_priority = 1};
	struct pollfd wait = {.fd = prober->fd, .events = POLLIN};
	uint64_t give_up = 0;

	/* This needs root. Without it the fleet, on the same core, keeps the prober waiting. */
	pthread_setschedparam(pthread_self(), SCHED_FIFO, &before_the_fleet);
	while (give_up == 0 || (prober->probes.back < prober->probes.sent && clock_ns() < give_up)) {
		uint64_t due = prober->begun + (prober->probes.sent + 1) * EVERY_NS, now = clock_ns();
		struct timespec left = {0, (long) EVERY_NS};

		if (give_up == 0 && now >= due) {
			say(prober);
			continue;
		}
		if (give_up == 0) {
			left.tv_nsec = (long) (due - now);
		}
		if (ppoll(&wait, 1, &left, NULL) > 0 && !hear(prober)) {
			break;
		}
		if (give_up == 0 && atomic_load(&prober->stopping)) {
			give_up = clock_ns() + NS_PER_SECOND;
		}
	}
	return NULL;
}

bool prober_start(struct prober *prober)
{
	prober->begun = clock_ns();
	prober->running = pthread_create(&prober->thread, NULL, probe, prober) == 0;
	return prober->running;
}

void prober_stop(struct prober *prober, struct probes *probes)
{
	if (prober->running) {
		atomic_store(&prober->stopping, true);
		pthread_join(prober->thread, NULL);
		prober->running = false;
	}
	*probes = prober->probes;
}

void prober_free(struct prober *prober)
{
	if (prober) {
		if (prober->fd >= 0) {
			close(prober->fd);
		}
		free(prober);
	}
}
