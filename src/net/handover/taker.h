/* SPDX-License-Identifier: MIT */
/*
 * Takes the connections that another process gives up: see mover.h.
 */
#ifndef SP_NET_HANDOVER_TAKER_H
#define SP_NET_HANDOVER_TAKER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/queue.h"

struct sp_taker;
struct sp_windows;

/* Takes the socket; windows and listeners are borrowed. NULL: out of memory, and it is closed. */
struct sp_taker *sp_taker_new(struct sp_windows *windows, const struct sp_link *listeners, int fd);

/* taker may be NULL. */
void sp_taker_free(struct sp_taker *taker);

/* In a child: the socket is the parent's. */
void sp_taker_renounce(struct sp_taker *taker);

/* At the end of a tick: calls on_adopt for those that have come, unless too many callbacks wait. */
void sp_taker_announce(struct sp_taker *taker);

/* The other process has ended its side, and all that have come were announced. */
bool sp_taker_has_ended(const struct sp_taker *taker);

/* How many have come. */
uint32_t sp_taker_count(const struct sp_taker *taker);

#endif
