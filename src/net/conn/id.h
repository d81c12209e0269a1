/* SPDX-License-Identifier: MIT */
/*
 * Connection ids: 8 bits for the node and 45 for a counter. They are below 2^53, so that they
 * survive JSON in a browser and numbers in Redis. The counter starts at the time since 2025 in
 * units of 1/2^14 s, or where the state file says that it left off, whichever is larger, and rises
 * by one with each connection. So an id never repeats unless a node accepts more than 16,384
 * connections a second over its whole life, or its clock is set back; a state file covers both.
 */
#ifndef SP_NET_CONN_ID_H
#define SP_NET_CONN_ID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

#define SP_ID_COUNTER_BITS 45

struct sp_ids {
	uint64_t next;     /* counter of the next id */
	uint64_t reserved; /* the state file covers counters below this one */
	unsigned node;
	int state_fd; /* -1: no state file */
};

/* state_file may be NULL. False: *error says why. */
bool sp_ids_start(
	struct sp_ids *ids, unsigned node, const char *state_file, struct sp_error *error);

/* Writes the exact counter to the state file and closes it. */
void sp_ids_stop(struct sp_ids *ids);

/* In a child: the same without writing. */
void sp_ids_renounce(struct sp_ids *ids);

/* The next id. */
int64_t sp_ids_next(struct sp_ids *ids);

static inline unsigned sp_id_node(int64_t id)
{
	return (unsigned) ((uint64_t) id >> SP_ID_COUNTER_BITS);
}

#endif
