/* SPDX-License-Identifier: MIT */
/*
 * Messages between the supervisor and a worker, over a unix socket: whole ones, in order, each with
 * a kind, a text and perhaps a descriptor. Who has ended is known by the end of the channel.
 */
#ifndef SP_NET_PROCESS_CHANNEL_H
#define SP_NET_PROCESS_CHANNEL_H

#include <stdbool.h>
#include <stdint.h>

#define SP_CHANNEL_TEXT_MAX 512

enum sp_message_kind {
	/* to a worker, before its script runs */
	SP_MESSAGE_PORT = 1, /* a port to take over; with its descriptor */
	SP_MESSAGE_SHARED, /* a descriptor of struct sp_machine, in order; number: the worker's place */
	SP_MESSAGE_OBJECTS, /* of what the script makes before start(); with its descriptor */
	SP_MESSAGE_BEGIN,   /* that was all */
	/* to a worker that has said SP_MESSAGE_READY */
	SP_MESSAGE_LINK, /* take over the connections of one before; with its descriptor */
	SP_MESSAGE_GO,   /* accept connections; no SP_MESSAGE_LINK follows */
	/* others serve from now on; number: over so many ms; with a descriptor: the connections go to
	 * one of those through it */
	SP_MESSAGE_RETIRE,
	/* from a worker */
	SP_MESSAGE_TAKEN,  /* number: that port is in use */
	SP_MESSAGE_OPENED, /* a port that it opened itself, with its descriptor */
	/* everything is in place; it waits for SP_MESSAGE_GO; number 1: it takes over connections;
	 * workers, task_workers */
	SP_MESSAGE_READY,
	SP_MESSAGE_SERVES,   /* it accepts, and its WorkerStart has come as far as it does by itself */
	SP_MESSAGE_FAILED,   /* it cannot start, and text says why */
	SP_MESSAGE_SHUTDOWN, /* the script asks to stop all */
	SP_MESSAGE_RELOAD,   /* the script asks for it, or a signal does */
	SP_MESSAGE_REOPEN,   /* the script asks that all read certificates again */
	SP_MESSAGE_WORN,     /* it has served long enough, and another one is to follow */
};

struct sp_message {
	uint32_t kind; /* enum sp_message_kind */
	int32_t number;
	int32_t port; /* of a port: what was asked for, and of which type */
	int32_t type;
	int32_t workers;                /* how many the script asks for with connections, and */
	int32_t task_workers;           /* how many besides, and */
	int32_t own;                    /* how many of its own */
	bool is_path;                   /* of a port: its host is the path of a socket file */
	char text[SP_CHANNEL_TEXT_MAX]; /* NUL-terminated; the host of a port */
};

/* Both ends, close-on-exec. False: errno says why. */
bool sp_channel_new(int ends[2]);

/* Sends a message; descriptor: -1 or one to go along, which stays the caller's. Never waits. False:
 * the other side is gone, or has not read for very long. */
bool sp_channel_send(int channel, const struct sp_message *message, int descriptor);

enum sp_channel_end {
	SP_CHANNEL_MESSAGE, /* *message is filled; *descriptor is the caller's now, or -1 */
	SP_CHANNEL_NOTHING, /* not now; only without wait */
	SP_CHANNEL_OVER,    /* the other side is gone */
};

/* wait: until there is one. */
enum sp_channel_end sp_channel_receive(
	int channel, bool wait, struct sp_message *message, int *descriptor);

#endif
