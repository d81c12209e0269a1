/* SPDX-License-Identifier: MIT */
/*
 * Gives this process' connections to another one, a batch at a time. What was offered is answered:
 * a connection that the other process cannot take is this one's again, and so are all that were not
 * answered when that process ends. Meanwhile both serve what they have.
 */
#ifndef SP_NET_HANDOVER_MOVER_H
#define SP_NET_HANDOVER_MOVER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/queue.h"
#include "base/span.h"

struct sp_mover;
struct sp_windows;

/* Takes the socket; windows and listeners are borrowed. A connection that comes back is closed with
 * this reason. NULL: out of memory, and the socket is closed. */
struct sp_mover *sp_mover_new(
	struct sp_windows *windows, const struct sp_link *listeners, int fd, const char *reason);

/* What was not answered is freed. mover may be NULL. */
void sp_mover_free(struct sp_mover *mover);

/* In a child: all that is on its way is the parent's. */
void sp_mover_renounce(struct sp_mover *mover);

/* At the end of a tick: offers those that stand still. True: there may be more to do at once. */
bool sp_mover_step(struct sp_mover *mover);

/* The other process is gone, or refused all. */
bool sp_mover_has_ended(const struct sp_mover *mover);

/* How many have moved, and how many came back. */
uint32_t sp_mover_moved(const struct sp_mover *mover);
uint32_t sp_mover_refused(const struct sp_mover *mover);

#endif
