/* SPDX-License-Identifier: MIT */
/*
 * All workers of a supervisor, and what signals they get.
 */
#ifndef SP_NET_PROCESS_CREW_H
#define SP_NET_PROCESS_CREW_H

#include "net/process/hand.h"

#define SP_CREW_CHECK_MS 200 /* between two calls of sp_crew_check() */

/*
 * Another one serves: this one closes its connections over so many ms. If it does not hear that,
 * since a callback blocks, sp_crew_check() sends a signal. There are a few at most that retire:
 * when reloads follow each other faster than connections are spread, the oldest one hurries.
 */
void sp_crew_retire(const struct sp_link *all, struct sp_hand *hand, uint64_t spread_ms);

/* Signals to those that are late; stop_ms: that they may take from the first one on. False: there
 * is nothing to check any more. */
bool sp_crew_check(const struct sp_link *all, uint64_t stop_ms);

/* To all: open the log again. One that starts does so as soon as it serves. */
void sp_crew_reopen(const struct sp_link *all);

/* To all: stop. One that starts is killed. */
void sp_crew_stop(const struct sp_link *all);

/* To all, since they did not stop in time. */
void sp_crew_kill(const struct sp_link *all);

/* One that starts failed. */
void sp_crew_refuse(struct sp_hand *hand, const char *why);

/* A script that is run again may hold itself for a second start, and end the first process. True:
 * the signal to stop came from one that starts, which fails for that. */
bool sp_crew_refuse_stop(const struct sp_link *all);

/* Frees all; is_ours: kills them first. */
void sp_crew_free(struct sp_link *all, bool is_ours);

/* In a child of the supervisor: the channels are the parent's. Does only what a signal handler
 * may. */
void sp_crew_renounce(const struct sp_link *all);

#endif
