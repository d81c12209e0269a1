/* SPDX-License-Identifier: MIT */
/*
 * Stands in for user code: hooks that do what the plan of a fake connection says, and record what
 * they are told.
 */
#ifndef SP_TESTS_FAKE_SCRIPT_H
#define SP_TESTS_FAKE_SCRIPT_H

#include "fake_net.h"

extern const struct sp_hooks fake_hooks;

struct fake_net *fake_net_of(const struct sp_conn *conn);

/* Adds a line to the story: what, and the bytes in readable form. */
void fake_tell(struct fake_net *net, const char *what, const void *data, size_t len);

/* Does what the hooks deferred to the next tick. */
void fake_pay(struct fake_net *net);

#endif
