/* SPDX-License-Identifier: MIT */
/* A fan-out's messages by GET /push?n=TEXT, or GET /push?n=TEXT&room=K where there are rooms. */
#ifndef BENCH_PUSH_TRIGGER_H
#define BENCH_PUSH_TRIGGER_H

#include "fanout.h"
#include "trigger.h"

/* Connects, and is fanout->arg. NULL: not connected. */
struct trigger *push_trigger_new(struct fanout *fanout);

/* For fanout->say. */
bool push_trigger_say(struct fanout *fanout, const char *text);

#endif
