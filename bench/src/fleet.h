/* SPDX-License-Identifier: MIT */
/*
 * The WebSocket clients of a run: one array, made once, opened and closed as the scenario likes.
 * A client answers pings by itself, completes a closing handshake by itself, and tells the
 * scenario the rest through fleet_events. The events may open, close and send on any client.
 */
#ifndef BENCH_FLEET_H
#define BENCH_FLEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "loop.h"

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
	size_t rest_len;
};

struct fleet_events {
	void (*opened)(struct client *client, void *arg);
	void (*message)(struct client *client, const char *data, size_t len, void *arg);
	/* It was open; clean: this side had asked for it, and the server has answered. */
	void (*closed)(struct client *client, bool clean, void *arg);
};

/* How the fleet stands. Only size, open and busy ever go down. */
struct fleet_counts {
	uint32_t size;   /* clients wanted by fleet_grow() */
	uint32_t open;   /* upgraded */
	uint32_t busy;   /* connecting, upgrading or closing */
	uint64_t failed; /* never upgraded: refused, or a wrong answer */
	uint64_t lost;   /* ended by the server, or the closing handshake was not answered */
	uint64_t broken; /* closed by this side: not a frame it accepts */
};

/* NULL: out of memory. path: of the upgrade request. address: dotted IPv4; in 127/8 the clients
 * spread over eight source addresses, so that neither ports nor TIME_WAIT run out. */
struct fleet *fleet_new(
	struct loop *loop, const char *address, uint16_t port, const char *path, uint32_t capacity);

/* Drops what is open with a reset. */
void fleet_free(struct fleet *fleet);

/* Sets who is told. Any member may be NULL. */
void fleet_listen(struct fleet *fleet, const struct fleet_events *events, void *arg);

/* Opens clients 0 to size - 1, those that are not open, at most 64 at a time. */
void fleet_grow(struct fleet *fleet, uint32_t size);

/* Starts the closing handshake on clients size and up, at most 64 at a time. */
void fleet_shrink(struct fleet *fleet, uint32_t size);

/* True: nobody is on the way in or out, and nobody waits for a turn. */
bool fleet_settled(const struct fleet *fleet);

struct fleet_counts fleet_counts(const struct fleet *fleet);

struct client *fleet_client(struct fleet *fleet, uint32_t index);

/* Connects a client that is shut. Failures are counted. */
void client_open(struct client *client);

/* Starts the closing handshake of an open client. */
void client_close(struct client *client);

/* Whether what comes for an open client is read. */
void client_heed(struct client *client, bool yes);

/* Sends one text frame of at most 64 KiB. False: not sent (the socket is full, or gone). */
bool client_send(struct client *client, const char *data, size_t len);

#endif
