/* SPDX-License-Identifier: MIT */
/* Triggers a fan-out's messages with GET /push?n=TEXT, or GET /push?n=TEXT&room=K for rooms. */
#ifndef BENCH_PUSH_TRIGGER_H
#define BENCH_PUSH_TRIGGER_H

#include "fanout.h"
#include "trigger.h"

/* Connects; the trigger becomes fanout->arg. NULL: could not connect. */
struct trigger *push_trigger_new(struct fanout *fanout);

/* For fanout->say. */
bool push_trigger_say(struct fanout *fanout, const char *text);

#endif
