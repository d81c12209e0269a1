/* SPDX-License-Identifier: MIT */
/*
 * The WebSocket clients of a run: one array, allocated once; the scenario opens and closes them as
 * it likes. A client answers pings and completes a closing handshake by itself, and reports
 * everything else through fleet_events. The events may open, close and send on any client.
 */
#ifndef BENCH_FLEET_H
#define BENCH_FLEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loop.h"
#include "ws.h"

#define FLEET_MESSAGE_MAX ((size_t) 1 << 20)

enum client_state { CLIENT_SHUT, CLIENT_CONNECTING, CLIENT_UPGRADING, CLIENT_OPEN, CLIENT_CLOSING };

struct fleet;

struct client {
	struct watch watch;
	struct fleet *fleet;
	int fd;
	enum client_state state;
	uint32_t index;
	uint32_t life;  /* how many times it was shut */
	bool answered;  /* the server's Close frame has arrived */
	uint32_t seq;   /* the scenario's: the last message seen */
	uint64_t since; /* when it began to connect, then the scenario's */
	char *rest;     /* an incomplete frame or head, NULL when there is none */
	size_t rest_len, rest_cap;
	unsigned char *unsent; /* what the socket has not taken yet, NULL when there is none */
	size_t unsent_len, unsent_at;
	enum ws_opcode opcode; /* of the message that is being reported */
};

struct fleet_events {
	void (*opened)(struct client *client, void *arg);
	void (*message)(struct client *client, const char *data, size_t len, void *arg);
	/* The client was open. clean: this side began the closing handshake and got an answer. */
	void (*closed)(struct client *client, bool clean, void *arg);
};

/* The state of the fleet. Only size, open and busy ever go down. */
struct fleet_counts {
	uint32_t size;   /* clients wanted by fleet_grow() */
	uint32_t open;   /* upgraded */
	uint32_t busy;   /* connecting, upgrading or closing */
	uint64_t failed; /* never upgraded: refused, or the answer was wrong */
	uint64_t lost;   /* ended by the server, or the closing handshake was not answered */
	uint64_t broken; /* closed by this side, which did not accept a frame */
};

/* NULL: out of memory. path: of the upgrade request. address: dotted IPv4. In 127/8 the clients use
 * eight source addresses, so that neither free ports nor TIME_WAIT are a limit. */
struct fleet *fleet_new(
	struct loop *loop, const char *address, uint16_t port, const char *path, uint32_t capacity);

/* Drops what is open with a reset. */
void fleet_free(struct fleet *fleet);

/* Sets the events. Any member may be NULL. */
void fleet_listen(struct fleet *fleet, const struct fleet_events *events, void *arg);

/* Opens those of the clients 0 to size - 1 that are not open, at most 64 at a time. */
void fleet_grow(struct fleet *fleet, uint32_t size);

/* Starts the closing handshake on clients size and up, at most 64 at a time. */
void fleet_shrink(struct fleet *fleet, uint32_t size);

/* True: no client is connecting or closing, or waits to. */
bool fleet_settled(const struct fleet *fleet);

struct fleet_counts fleet_counts(const struct fleet *fleet);

struct client *fleet_client(struct fleet *fleet, uint32_t index);

/* Connects a client that is shut. Failures are counted. */
void client_open(struct client *client);

/* Starts the closing handshake of an open client. */
void client_close(struct client *client);

/* Sets whether an open client reads what comes. */
void client_heed(struct client *client, bool yes);

/* Sends one frame of at most FLEET_MESSAGE_MAX bytes. What the socket does not take at once is sent
 * when it does. False: not sent, since it is gone, or there is something that it has not taken. */
bool client_send(struct client *client, enum ws_opcode opcode, const void *data, size_t len);

#endif
