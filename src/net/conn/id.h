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
#include "net/machine/roll.h"

#define SP_ID_COUNTER_BITS SP_ROLL_NUMBER_BITS

struct sp_ids {
	struct sp_id_counter own;
	struct sp_roll *roll; /* has the counter, which several processes use; NULL: own */
	unsigned node;
	int state_fd; /* -1: no state file */
};

/* roll is borrowed, and may be NULL, as may state_file. False: *error says why. */
bool sp_ids_start(struct sp_ids *ids, unsigned node, struct sp_roll *roll, const char *state_file,
	struct sp_error *error);

/* Writes the exact counter to the state file and closes it. */
void sp_ids_stop(struct sp_ids *ids);

/* In a child: the same without writing. */
void sp_ids_renounce(struct sp_ids *ids);

/* The next id. With a roll it must have been entered. */
int64_t sp_ids_next(struct sp_ids *ids);

/* The counter of the next id. */
uint64_t sp_ids_counter(const struct sp_ids *ids);

static inline unsigned sp_id_node(int64_t id)
{
	return (unsigned) ((uint64_t) id >> SP_ID_COUNTER_BITS);
}

#endif
