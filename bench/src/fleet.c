/* SPDX-License-Identifier: MIT */
#include "fleet.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clock.h"

#define IN_FLIGHT 64
#define SOURCES 8
#define ROOM_MIN 65536 /* for a read into what is kept */

struct fleet {
	struct loop *loop;
	struct sockaddr_in server;
	char request[1024];
	size_t request_len;
	struct client *clients;
	uint32_t capacity;
	uint32_t next;  /* the next client to look at on the way to the wanted size */
	bool shrinking; /* the direction */
	bool pumping;
	struct fleet_counts counts;
	struct fleet_events events;
	void *arg;
	unsigned char frame[FLEET_MESSAGE_MAX + WS_HEAD_MAX];
	unsigned char input[1 << 18];
};

static void client_ready(struct watch *watch, uint32_t epoll_events);

struct fleet *fleet_new(
	struct loop *loop, const char *address, uint16_t port, const char *path, uint32_t capacity)
{
	struct fleet *fleet = calloc(1, sizeof(*fleet));
	char host[64];

	if (!fleet || !(fleet->clients = calloc(capacity, sizeof(*fleet->clients)))) {
		free(fleet);
		return NULL;
	}
	fleet->loop = loop;
	fleet->capacity = capacity;
	fleet->server.sin_family = AF_INET;
	fleet->server.sin_port = htons(port);
	fleet->server.sin_addr.s_addr = inet_addr(address);
	snprintf(host, sizeof(host), "%s:%u", address, port);
	fleet->request_len = ws_request(fleet->request, sizeof(fleet->request), path, host);
	for (uint32_t i = 0; i < capacity; i++) {
		fleet->clients[i].watch.ready = client_ready;
		fleet->clients[i].fleet = fleet;
		fleet->clients[i].fd = -1;
		fleet->clients[i].index = i;
	}
	return fleet;
}

void fleet_free(struct fleet *fleet)
{
	struct linger reset = {.l_onoff = 1, .l_linger = 0};

	if (!fleet) {
		return;
	}
	for (uint32_t i = 0; i < fleet->capacity; i++) {
		if (fleet->clients[i].fd >= 0) {
			setsockopt(fleet->clients[i].fd, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
			close(fleet->clients[i].fd);
			free(fleet->clients[i].rest);
			free(fleet->clients[i].unsent);
		}
	}
	free(fleet->clients);
	free(fleet);
}

void fleet_listen(struct fleet *fleet, const struct fleet_events *events, void *arg)
{
	fleet->events = *events;
	fleet->arg = arg;
}

struct fleet_counts fleet_counts(const struct fleet *fleet)
{
	return fleet->counts;
}

struct client *fleet_client(struct fleet *fleet, uint32_t index)
{
	return &fleet->clients[index];
}

/* The end of the range that fleet_grow() or fleet_shrink() walks. */
static uint32_t goal(const struct fleet *fleet)
{
	return fleet->shrinking ? fleet->capacity : fleet->counts.size;
}

/* Starts the next clients. One that fails at once comes back here: pumping avoids the recursion. */
static void pump(struct fleet *fleet)
{
	if (fleet->pumping) {
		return;
	}
	fleet->pumping = true;
	while (fleet->next < goal(fleet) && fleet->counts.busy < IN_FLIGHT) {
		struct client *client = &fleet->clients[fleet->next++];

		if (fleet->shrinking && client->state == CLIENT_OPEN) {
			client_close(client);
		} else if (!fleet->shrinking && client->state == CLIENT_SHUT) {
			client_open(client);
		}
	}
	fleet->pumping = false;
}

void fleet_grow(struct fleet *fleet, uint32_t size)
{
	fleet->counts.size = size < fleet->capacity ? size : fleet->capacity;
	fleet->shrinking = false;
	fleet->next = 0;
	pump(fleet);
}

void fleet_shrink(struct fleet *fleet, uint32_t size)
{
	fleet->counts.size = size;
	fleet->shrinking = true;
	fleet->next = size;
	pump(fleet);
}

bool fleet_settled(const struct fleet *fleet)
{
	return fleet->counts.busy == 0 && fleet->next >= goal(fleet);
}

enum ending { CLEAN, LOST, BROKEN };

/* Frees what the client has and counts how it ended. The closed event may open it again, so only
 * client->life tells the caller that the connection is another one. */
static void shut(struct client *client, enum ending ending)
{
	struct fleet *fleet = client->fleet;
	enum client_state was = client->state;

	close(client->fd);
	free(client->rest);
	free(client->unsent);
	client->fd = -1;
	client->state = CLIENT_SHUT;
	client->life++;
	client->answered = false;
	client->rest = NULL;
	client->rest_len = 0;
	client->unsent = NULL;
	if (was == CLIENT_OPEN) {
		fleet->counts.open--;
	} else {
		fleet->counts.busy--;
	}
	if (was == CLIENT_CONNECTING || was == CLIENT_UPGRADING) {
		fleet->counts.failed++;
	} else {
		fleet->counts.lost += ending == LOST;
		fleet->counts.broken += ending == BROKEN;
		if (fleet->events.closed) {
			fleet->events.closed(client, ending == CLEAN, fleet->arg);
		}
	}
	pump(fleet);
}

void client_open(struct client *client)
{
	struct fleet *fleet = client->fleet;
	struct sockaddr_in source = {.sin_family = AF_INET};
	int on = 1;

	client->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (client->fd < 0) {
		fleet->counts.failed++;
		return;
	}
	client->state = CLIENT_CONNECTING;
	client->seq = 0;
	client->since = clock_ns();
	fleet->counts.busy++;
	setsockopt(client->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	if (ntohl(fleet->server.sin_addr.s_addr) >> 24 == 127) {
		source.sin_addr.s_addr = htonl(INADDR_LOOPBACK + client->index % SOURCES);
		/* connect() then chooses the port, and may use one for several destinations. */
		setsockopt(client->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on));
		if (bind(client->fd, (struct sockaddr *) &source, sizeof(source)) < 0) {
			shut(client, LOST);
			return;
		}
	}
	if ((connect(client->fd, (struct sockaddr *) &fleet->server, sizeof(fleet->server)) < 0 &&
			errno != EINPROGRESS) ||
		!loop_add(fleet->loop, client->fd, &client->watch, EPOLLOUT)) {
		shut(client, LOST);
	}
}

/* Keeps what the socket has not taken, and waits until it takes more. */
static bool keep_unsent(struct client *client, const unsigned char *data, size_t len)
{
	client->unsent = malloc(len);
	if (!client->unsent) {
		return false;
	}
	memcpy(client->unsent, data, len);
	client->unsent_len = len;
	client->unsent_at = 0;
	return loop_change(client->fleet->loop, client->fd, &client->watch, EPOLLIN | EPOLLOUT);
}

static bool send_frame(struct client *client, enum ws_opcode opcode, const void *data, size_t len)
{
	unsigned char *frame = client->fleet->frame;
	size_t size;
	ssize_t sent;

	if (len > FLEET_MESSAGE_MAX || client->unsent) {
		return false;
	}
	size = ws_encode(frame, opcode, data, len);
	sent = send(client->fd, frame, size, MSG_NOSIGNAL);
	if (sent < 0 || (size_t) sent == size) {
		return sent > 0;
	}
	return keep_unsent(client, frame + sent, size - (size_t) sent);
}

/* The socket takes more. */
static bool send_more(struct client *client)
{
	ssize_t sent = send(client->fd, client->unsent + client->unsent_at,
		client->unsent_len - client->unsent_at, MSG_NOSIGNAL);

	if (sent < 0) {
		return errno == EAGAIN;
	}
	client->unsent_at += (size_t) sent;
	if (client->unsent_at < client->unsent_len) {
		return true;
	}
	free(client->unsent);
	client->unsent = NULL;
	return loop_change(client->fleet->loop, client->fd, &client->watch, EPOLLIN);
}

void client_heed(struct client *client, bool yes)
{
	if (client->state == CLIENT_OPEN) {
		loop_change(client->fleet->loop, client->fd, &client->watch, yes ? EPOLLIN : 0);
	}
}

bool client_send(struct client *client, enum ws_opcode opcode, const void *data, size_t len)
{
	return client->state == CLIENT_OPEN && send_frame(client, opcode, data, len);
}

void client_close(struct client *client)
{
	static const unsigned char normal[2] = {1000 >> 8, 1000 & 255};

	client->fleet->counts.open--;
	client->fleet->counts.busy++;
	client->state = CLIENT_CLOSING;
	if (!send_frame(client, WS_CLOSE, normal, sizeof(normal))) {
		shut(client, LOST);
	}
}

static void on_close(struct client *client, const struct ws_frame *frame)
{
	if (client->state == CLIENT_OPEN) {
		send_frame(client, WS_CLOSE, frame->data, frame->len);
		shut(client, LOST);
		return;
	}
	/* The server closes first, or waits for this side to. Either is right; the end of the stream
	 * completes the close in on_input(). */
	shutdown(client->fd, SHUT_WR);
	client->answered = true;
}

static void on_frame(struct client *client, const struct ws_frame *frame)
{
	struct fleet *fleet = client->fleet;

	switch (frame->opcode) {
	case WS_TEXT:
	case WS_BINARY:
		if (client->state == CLIENT_OPEN && fleet->events.message) {
			client->opcode = frame->opcode;
			fleet->events.message(client, frame->data, frame->len, fleet->arg);
		}
		break;
	case WS_PING:
		send_frame(client, WS_PONG, frame->data, frame->len);
		break;
	case WS_CLOSE:
		on_close(client, frame);
		break;
	case WS_PONG:
		break;
	}
}

/* Reads the server's answer to the upgrade. Returns the same as ws_answer(). */
static long on_answer(struct client *client, const unsigned char *data, size_t len)
{
	struct fleet *fleet = client->fleet;
	long used = ws_answer((const char *) data, len);

	if (used > 0) {
		client->state = CLIENT_OPEN;
		fleet->counts.busy--;
		fleet->counts.open++;
		if (fleet->events.opened) {
			fleet->events.opened(client, fleet->arg);
		}
		pump(fleet);
	}
	return used;
}

/* Handles what is complete in data and returns its length; -1: the connection is gone. */
static ssize_t consume(struct client *client, const unsigned char *data, size_t len)
{
	uint32_t life = client->life;
	size_t at = 0;

	while (at < len) {
		struct ws_frame frame;
		long used;

		if (client->state == CLIENT_UPGRADING) {
			used = on_answer(client, data + at, len - at);
		} else {
			used = ws_decode(data + at, len - at, &frame);
			if (used > 0) {
				on_frame(client, &frame);
			}
		}
		if (client->life != life) {
			return -1;
		}
		if (used < 0) {
			shut(client, BROKEN);
			return -1;
		}
		if (used == 0) {
			break;
		}
		at += (size_t) used;
	}
	return (ssize_t) at;
}

/* Keeps the rest of data for the next read. False: out of memory. */
static bool keep(struct client *client, const unsigned char *data, size_t len)
{
	client->rest = malloc(len + ROOM_MIN);
	if (!client->rest) {
		return false;
	}
	memcpy(client->rest, data, len);
	client->rest_len = len;
	client->rest_cap = len + ROOM_MIN;
	return true;
}

/* Drops what was handled from the front of what is kept. */
static void drop_handled(struct client *client, size_t used)
{
	client->rest_len -= used;
	if (client->rest_len > 0) {
		memmove(client->rest, client->rest + used, client->rest_len);
	} else {
		free(client->rest);
		client->rest = NULL;
	}
}

/* Makes room for a read behind what is kept. False: out of memory. */
static bool make_room(struct client *client)
{
	size_t cap = client->rest_cap * 2;
	char *grown;

	if (client->rest_cap - client->rest_len >= ROOM_MIN) {
		return true;
	}
	grown = realloc(client->rest, cap);
	if (!grown) {
		return false;
	}
	client->rest = grown;
	client->rest_cap = cap;
	return true;
}

static void on_input(struct client *client)
{
	struct fleet *fleet = client->fleet;
	bool kept = client->rest != NULL;
	unsigned char *data = fleet->input;
	size_t had = kept ? client->rest_len : 0, room = sizeof(fleet->input);
	ssize_t len, used;

	if (kept && !make_room(client)) {
		shut(client, LOST);
		return;
	}
	if (kept) {
		data = (unsigned char *) client->rest;
		room = client->rest_cap - had;
	}
	len = read(client->fd, data + had, room);
	if (len < 0 && errno == EAGAIN) {
		return;
	}
	if (len <= 0) {
		shut(client, client->answered ? CLEAN : LOST);
		return;
	}
	client->rest_len = had + (size_t) len;
	used = consume(client, data, had + (size_t) len);
	if (used < 0) {
		return; /* it was shut */
	}
	if (kept) {
		drop_handled(client, (size_t) used);
	} else if (used < len && !keep(client, data + used, (size_t) (len - used))) {
		shut(client, LOST);
	}
}

static void client_ready(struct watch *watch, uint32_t epoll_events)
{
	struct client *client = (struct client *) watch;
	struct fleet *fleet = client->fleet;

	if (client->state == CLIENT_SHUT) {
		return; /* the event was fetched before the client was shut */
	}
	if (client->state != CLIENT_CONNECTING) {
		if (epoll_events & EPOLLOUT && client->unsent && !send_more(client)) {
			shut(client, LOST);
		} else if (epoll_events & ~(uint32_t) EPOLLOUT) {
			on_input(client);
		}
		return;
	}
	if (epoll_events & (EPOLLERR | EPOLLHUP) ||
		send(client->fd, fleet->request, fleet->request_len, MSG_NOSIGNAL) !=
			(ssize_t) fleet->request_len ||
		!loop_change(fleet->loop, client->fd, watch, EPOLLIN)) {
		shut(client, LOST);
		return;
	}
	client->state = CLIENT_UPGRADING;
}
