/* SPDX-License-Identifier: MIT */
/*
 * limit: the lower bound of every figure. A bare libevent program that answers the upgrade and
 * echoes small frames. On GET /push?n=X it sends the text X to every WebSocket connection, or with
 * &room=K to the five of room K, with one send() per receiver; it does the same with what is
 * published to seatpush:all in the Redis that BENCH_REDIS names. It checks nothing and keeps
 * nothing: a connection is one struct event and its place in the list. What arrives must arrive
 * whole, as small messages over loopback do; only the frame of a message of more than LARGE bytes
 * may come in pieces, and is read to where it is sent from. Anything else is dropped with a line on
 * stderr, so that no figure can be silently wrong.
 *
 *     limit PORT
 */
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <event2/event.h>
#include <event2/event_struct.h>

#include "sha1.h"

#define ROOM 5
#define LARGE 8192
#define LARGE_MAX ((size_t) 1 << 20)

/* A large frame on its way in, and then back. */
struct large {
	size_t head, size; /* of what came: its head, and all of it */
	size_t have, sent;
	unsigned char data[LARGE_MAX + 14];
};

struct conn {
	struct event event;
	uint32_t place; /* in list, when upgraded */
	bool upgraded;
	struct large *large; /* NULL: none has come */
};

static struct event_base *base;
static struct conn **list; /* the upgraded connections */
static uint32_t list_len, list_cap;
static char input[65536]; /* shared by all connections */

static void list_add(struct conn *conn)
{
	if (list_len == list_cap) {
		list_cap = list_cap ? list_cap * 2 : 64;
		list = realloc(list, list_cap * sizeof(*list));
		if (!list) {
			abort();
		}
	}
	conn->upgraded = true;
	conn->place = list_len;
	list[list_len++] = conn;
}

static void drop(struct conn *conn, const char *why)
{
	int fd = (int) event_get_fd(&conn->event);

	if (why) {
		fprintf(stderr, "limit: connection dropped: %s\n", why);
	}
	if (conn->upgraded) {
		list[conn->place] = list[--list_len];
		list[conn->place]->place = conn->place;
	}
	event_del(&conn->event);
	close(fd);
	free(conn->large);
	free(conn);
}

static bool say(int fd, const void *data, size_t len)
{
	ssize_t sent = send(fd, data, len, MSG_NOSIGNAL);

	if (sent != (ssize_t) len) {
		fprintf(stderr, "limit: message lost: %s\n", sent < 0 ? strerror(errno) : "cut");
	}
	return sent == (ssize_t) len;
}

/* Writes the head of a server's frame; returns the head's length. */
static size_t frame_head(unsigned char *head, int opcode, size_t len)
{
	head[0] = (unsigned char) (0x80 | opcode);
	if (len < 126) {
		head[1] = (unsigned char) len;
		return 2;
	}
	if (len > 65535) {
		head[1] = 127;
		for (int i = 0; i < 8; i++) {
			head[2 + i] = (unsigned char) ((uint64_t) len >> 8 * (7 - i));
		}
		return 10;
	}
	head[1] = 126;
	head[2] = (unsigned char) (len >> 8);
	head[3] = (unsigned char) len;
	return 4;
}

/* Sends the text to connections from to end - 1. Returns how many those are. */
static uint32_t tell(const char *text, size_t len, uint32_t from, uint32_t end)
{
	unsigned char frame[4 + sizeof(input)];
	size_t head = frame_head(frame, 1, len);
	uint32_t told = 0;

	memcpy(frame + head, text, len);
	for (uint32_t i = from; i < end && i < list_len; i++) {
		told += say((int) event_get_fd(&list[i]->event), frame, head + len);
	}
	return told;
}

static void push(int fd, const char *text, size_t len)
{
	char body[32], reply[160];
	uint32_t from = 0, end = list_len;

	if (!strncmp(text + len, "&room=", 6)) {
		from = (uint32_t) strtoul(text + len + 6, NULL, 10) * ROOM;
		end = from + ROOM;
	}
	snprintf(body, sizeof(body), "told %u\n", tell(text, len, from, end));
	snprintf(reply, sizeof(reply),
		"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
		"Content-Length: %zu\r\n\r\n%s",
		strlen(body), body);
	say(fd, reply, strlen(reply));
}

static void upgrade(struct conn *conn, const char *key)
{
	char accept[WS_ACCEPT_SIZE], reply[192];
	int len;

	key += strspn(key, " ");
	ws_accept(key, strcspn(key, "\r "), accept);
	len = snprintf(reply, sizeof(reply),
		"HTTP/1.1 101 Switching Protocols\r\n"
		"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n",
		accept);
	list_add(conn);
	say((int) event_get_fd(&conn->event), reply, (size_t) len);
}

static void on_head(struct conn *conn, size_t len)
{
	static const char field[] = "Sec-WebSocket-Key:";
	int fd = (int) event_get_fd(&conn->event);
	const char *key;

	input[len] = '\0';
	if (len < 4 || memcmp(input + len - 4, "\r\n\r\n", 4) != 0) {
		drop(conn, "request in pieces");
		return;
	}
	key = strcasestr(input, field);
	if (key && strcspn(key + sizeof(field) - 1, "\r") <= 64) {
		upgrade(conn, key + sizeof(field) - 1);
	} else if (!strncmp(input, "GET /push?n=", 12)) {
		push(fd, input + 12, strcspn(input + 12, " &"));
	} else {
		say(fd, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n", 41);
	}
}

static void on_event(evutil_socket_t fd, short what, void *arg);

static void watch(struct conn *conn, short what)
{
	int fd = (int) event_get_fd(&conn->event);

	event_del(&conn->event);
	event_assign(&conn->event, base, fd, what | EV_PERSIST, on_event, conn);
	event_add(&conn->event, NULL);
}

/* A word at a time; the compiler makes vectors of it. */
__attribute__((optimize("O3"))) static void unmask(
	unsigned char *data, size_t len, const unsigned char *mask)
{
	uint64_t mask64, word;
	size_t i = 0;

	memcpy(&mask64, mask, 4);
	memcpy((char *) &mask64 + 4, mask, 4);
	for (; i + 8 <= len; i += 8) {
		memcpy(&word, data + i, 8);
		word ^= mask64;
		memcpy(data + i, &word, 8);
	}
	for (; i < len; i++) {
		data[i] ^= mask[i & 3];
	}
}

/* Sends what is left of a large frame. */
static void send_large(struct conn *conn)
{
	struct large *large = conn->large;
	ssize_t sent = send((int) event_get_fd(&conn->event), large->data + large->sent,
		large->size - large->sent, MSG_NOSIGNAL);

	if (sent < 0 && errno != EAGAIN) {
		drop(conn, "gone");
		return;
	}
	large->sent += sent > 0 ? (size_t) sent : 0;
	if (large->sent < large->size) {
		if (event_get_events(&conn->event) & EV_READ) {
			watch(conn, EV_WRITE);
		}
		return;
	}
	large->have = 0;
	if (event_get_events(&conn->event) & EV_WRITE) {
		watch(conn, EV_READ);
	}
}

/* More of a large frame has come. */
static void on_large(struct conn *conn)
{
	struct large *large = conn->large;
	unsigned char *payload = large->data + large->head;

	if (large->have < large->size) {
		return;
	}
	unmask(payload, large->size - large->head, payload - 4);
	large->sent = 4; /* a server's head is shorter by the mask, so it ends where the mask did */
	frame_head(large->data + 4, large->data[0] & 0xF, large->size - large->head);
	send_large(conn);
}

/* The length of the head of a large frame at data; 0: it is no large frame, or not all there. */
static size_t large_head(const unsigned char *data, size_t len, size_t *size)
{
	size_t bytes = len < 14 ? 0 : (data[1] & 0x7F) == 126 ? 2 : (data[1] & 0x7F) == 127 ? 8 : 0;

	*size = 0;
	for (size_t i = 0; i < bytes; i++) {
		*size = *size << 8 | data[2 + i];
	}
	return *size > LARGE && *size <= LARGE_MAX ? 6 + bytes : 0;
}

/* Begins with a large frame at data, of which len bytes have come. False: it is none. */
static bool begin_large(struct conn *conn, const unsigned char *data, size_t len)
{
	size_t size, head = large_head(data, len, &size);

	if (head == 0 || len > head + size) {
		return false;
	}
	if (!conn->large && !(conn->large = malloc(sizeof(*conn->large)))) {
		abort();
	}
	conn->large->head = head;
	conn->large->size = head + size;
	conn->large->have = len;
	memcpy(conn->large->data, data, len);
	on_large(conn);
	return true;
}

/* Echoes the frame at data in place. Returns its length; 0: the connection is gone. */
static size_t on_frame(struct conn *conn, unsigned char *data, size_t len)
{
	size_t size = len > 1 ? data[1] & 0x7F : 0;
	size_t head = size == 126 ? 8 : 6;
	unsigned char *payload = data + head;
	const unsigned char *mask = payload - 4;
	unsigned char *frame;

	if (begin_large(conn, data, len)) {
		return len;
	}
	if (len < head || size == 127) {
		drop(conn, "frame in pieces, or large");
		return 0;
	}
	size = size == 126 ? (size_t) (data[2] << 8 | data[3]) : size;
	if (len < head + size) {
		drop(conn, "frame in pieces");
		return 0;
	}
	for (size_t i = 0; i < size; i++) {
		payload[i] ^= mask[i & 3];
	}
	frame = payload - (head - 4); /* a server's head is shorter by the four bytes of the mask */
	frame_head(frame, data[0] & 0xF, size);
	say((int) event_get_fd(&conn->event), frame, head - 4 + size);
	if ((frame[0] & 0xF) == 8) {
		drop(conn, NULL);
		return 0;
	}
	return head + size;
}

static void on_input(struct conn *conn, size_t len)
{
	if (!conn->upgraded) {
		on_head(conn, len);
		return;
	}
	for (size_t at = 0, used; at < len; at += used) {
		used = on_frame(conn, (unsigned char *) input + at, len - at);
		if (used == 0) {
			return;
		}
	}
}

static void on_event(evutil_socket_t fd, short what, void *arg)
{
	struct conn *conn = arg;
	struct large *large = conn->large && conn->large->have > 0 ? conn->large : NULL;
	ssize_t len;

	if (what & EV_WRITE) {
		send_large(conn);
		return;
	}
	len = large ? read(fd, large->data + large->have, large->size - large->have)
				: read(fd, input, sizeof(input) - 1);
	if (len <= 0) {
		if (len == 0 || errno != EAGAIN) {
			drop(conn, NULL);
		}
	} else if (large) {
		large->have += (size_t) len;
		on_large(conn);
	} else {
		on_input(conn, (size_t) len);
	}
}

static void on_accept(evutil_socket_t listener, short what, void *arg)
{
	(void) what;
	(void) arg;
	for (;;) {
		int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
		struct conn *conn;

		if (fd < 0) {
			if (errno != EAGAIN) {
				perror("limit: accept");
			}
			return;
		}
		conn = calloc(1, sizeof(*conn));
		if (!conn ||
			event_assign(&conn->event, base, fd, EV_READ | EV_PERSIST, on_event, conn) < 0 ||
			event_add(&conn->event, NULL) < 0) {
			abort();
		}
	}
}

/* A published text comes after this and its own length. */
#define PUBLISHED "*4\r\n$8\r\npmessage\r\n$10\r\nseatpush:*\r\n$12\r\nseatpush:all\r\n$"

static void on_redis(evutil_socket_t fd, short what, void *arg)
{
	ssize_t len = read(fd, input, sizeof(input) - 1);
	char *at = input, *text;

	(void) what;
	if (len <= 0) {
		fputs("limit: Redis is gone\n", stderr);
		event_del(arg);
		return;
	}
	input[len] = '\0';
	while ((at = strstr(at, PUBLISHED))) {
		size_t size = strtoul(at + strlen(PUBLISHED), &text, 10);

		text += 2;
		if (text + size > input + len) {
			fputs("limit: message lost: it came in pieces\n", stderr);
			return;
		}
		tell(text, size, 0, list_len);
		at = text + size;
	}
}

/* address: unix://PATH. Subscribes like SeatPush, so that Redis has the same work. */
static void listen_to_redis(const char *address)
{
	static const char subscribe[] = "*2\r\n$10\r\nPSUBSCRIBE\r\n$10\r\nseatpush:*\r\n";
	static struct event event;
	struct sockaddr_un redis = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(redis.sun_path, sizeof(redis.sun_path), "%s", address + strlen("unix://"));
	if (fd < 0 || connect(fd, (struct sockaddr *) &redis, sizeof(redis)) < 0 ||
		!say(fd, subscribe, strlen(subscribe)) ||
		event_assign(&event, base, fd, EV_READ | EV_PERSIST, on_redis, &event) < 0 ||
		event_add(&event, NULL) < 0) {
		perror("limit: Redis");
		exit(1);
	}
}

static int listen_on(uint16_t port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	int on = 1;

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	/* Accepted connections inherit it, which saves a system call for each. */
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	if (fd < 0 || bind(fd, (struct sockaddr *) &address, sizeof(address)) < 0 ||
		listen(fd, 4096) < 0) {
		perror("limit: listen");
		exit(1);
	}
	return fd;
}

int main(int argc, char **argv)
{
	const char *redis = getenv("BENCH_REDIS");
	struct rlimit files;
	struct event *listener;
	int port = argc == 2 ? atoi(argv[1]) : 0;

	if (port < 1 || port > 65535) {
		fputs("usage: limit PORT\n", stderr);
		return 2;
	}
	if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
		files.rlim_cur = files.rlim_max;
		setrlimit(RLIMIT_NOFILE, &files);
	}
	signal(SIGPIPE, SIG_IGN);
	base = event_base_new();
	listener = event_new(base, listen_on((uint16_t) port), EV_READ | EV_PERSIST, on_accept, NULL);
	event_add(listener, NULL);
	if (redis && !strncmp(redis, "unix://", 7)) {
		listen_to_redis(redis);
	}
	return event_base_dispatch(base) < 0;
}
