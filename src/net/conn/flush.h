/* SPDX-License-Identifier: MIT */
/*
 * Writes what waits on all connections, in time slices, so that a message to many does not keep the
 * loop from its other work.
 */
#ifndef SP_NET_CONN_FLUSH_H
#define SP_NET_CONN_FLUSH_H

#include <stdbool.h>

struct sp_core;

/* True if something waits for a flush. */
bool sp_flush_is_due(const struct sp_core *core);

/* Runs one slice at the end of a tick; the rest follows in the next ticks, as many as it takes. For
 * each connection it also does whatever else was deferred until then, which may call user code. */
void sp_flush_slice(struct sp_core *core);

/* Runs one slice in the middle of a tick, which only writes. Calls no hooks. */
void sp_flush_some(struct sp_core *core);

/* The same, but only if the last flush was some milliseconds ago: what a callback pushes before it
 * does something slow reaches people first, unless there are thousands of them. */
void sp_flush_if_due(struct sp_core *core);

#endif
