/* SPDX-License-Identifier: MIT */
/*
 * Writes what waits on all connections, in slices of time, so that a message to many does not keep
 * the loop from everything else.
 */
#ifndef SP_NET_CONN_FLUSH_H
#define SP_NET_CONN_FLUSH_H

#include <stdbool.h>

struct sp_core;

/* Something is left for a flush. */
bool sp_flush_is_due(const struct sp_core *core);

/* At the end of a tick: one slice; the rest goes in the next ticks, as many as it takes. For each
 * connection it also does what else was put off until then, which may call user code. */
void sp_flush_slice(struct sp_core *core);

/* In the middle of a tick: one slice of writing only. Calls nobody back. */
void sp_flush_some(struct sp_core *core);

/* The same if that was last done some milliseconds ago: a callback that goes on into something slow
 * has told people first, unless they are thousands. */
void sp_flush_if_due(struct sp_core *core);

#endif
