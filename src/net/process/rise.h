/* SPDX-License-Identifier: MIT */
/*
 * How workers come to serve: those of a new generation together, and one that is missing alone.
 *
 * The first worker of a generation starts alone, so that a broken script fails once, and a cache is
 * written once. When it is ready it says how many there are to be, and the others start. When all
 * are ready they accept, beside those that serve already. When all have come through their
 * WorkerStart, the ones before retire. If one fails until then, so do all, and nothing has changed.
 */
#ifndef SP_NET_PROCESS_RISE_H
#define SP_NET_PROCESS_RISE_H

#include <stdbool.h>

#include "base/error.h"
#include "net/process/crew.h"
#include "net/process/hand.h"

struct sp_supervisor;

/* The first generation. False: *error says why. */
bool sp_rise_begin(struct sp_supervisor *supervisor, struct sp_error *error);

/* The next generation. If one is starting, once more afterwards. */
void sp_rise_reload(struct sp_supervisor *supervisor);

/* The same if it was asked for when it was not possible. */
void sp_rise_reload_if_asked(struct sp_supervisor *supervisor);

/* Starts a worker that is missing; or later, if they end again and again. */
void sp_rise_repair(struct sp_supervisor *supervisor);

/* One that starts says so; size: what its script asks for. */
void sp_rise_ready(struct sp_hand *hand, struct sp_crew_size size);
void sp_rise_serves(struct sp_hand *hand);

/* One that was starting has ended. */
void sp_rise_failed(struct sp_supervisor *supervisor, int id, const char *why);

#endif
