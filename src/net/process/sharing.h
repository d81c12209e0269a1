/* SPDX-License-Identifier: MIT */
/*
 * The objects in shared memory that the script makes before start(): Table, Atomic, Lock. A worker
 * runs the same script, so its first one is the supervisor's first one, and so on: they are known
 * by their number. Nobody knows yet whether this process will supervise when they are made; so
 * they are made for forked children, and noted, and moved into a file when it does. Their addresses
 * stay.
 *
 * An object that goes before start() keeps its number, or those after it would have other numbers
 * in a worker, which makes it, too; it has no memory to share then, and each process has its own.
 * Of the thread that makes them and calls start().
 */
#ifndef SP_NET_PROCESS_SHARING_H
#define SP_NET_PROCESS_SHARING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define SP_SHARING_MAX 4096 /* objects, those included that are gone */

struct sp_sharing_kind {
	size_t len;
	const char *layout; /* in words that are the same if it is the same; borrowed for the call */
	/* Moves it: to has len zeroes. False: *error says why. NULL: its bytes are copied. */
	bool (*copy)(void *to, void *from, struct sp_error *error);
};

/* The memory of an object that the script makes. *is_new: it is zeroed; otherwise it is what the
 * other processes have made of it. NULL: *error says why. */
void *sp_sharing_new(const struct sp_sharing_kind *kind, bool *is_new, struct sp_error *error);

/* This process does not use it any more. memory may be NULL. */
void sp_sharing_free(void *memory, size_t len);

/* This process supervises: its workers get what the script has made. False: *error says why. */
bool sp_sharing_begin(struct sp_error *error);

/* To a worker, before its script runs. False: errno says why. */
bool sp_sharing_send(int channel);

/* This process is a worker. Takes the descriptor; -1: the supervisor has sent none. */
void sp_sharing_attach(int descriptor);

/* Why a worker may not start: its script makes others than the supervisor's did. False: *error says
 * so. True in other processes. */
bool sp_sharing_complete(struct sp_error *error);

/* start() has begun: what is made from now on is this process's own. */
void sp_sharing_close(void);

/* The script has ended, and all its objects are gone. */
void sp_sharing_end(void);

#endif
