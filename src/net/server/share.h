/* SPDX-License-Identifier: MIT */
/*
 * Which of several workers accepts. All watch the same socket: whoever has a few connections more
 * than the one with the fewest leaves the next ones to the others for a moment. One whose callback
 * blocks does not count, so nobody waits for it. One that has no descriptors left leaves all to the
 * others, as long as one of them has some.
 */
#ifndef SP_NET_SERVER_SHARE_H
#define SP_NET_SERVER_SHARE_H

#include <stdbool.h>

#include "base/error.h"
#include "net/conn/listener.h"
#include "net/server/state.h"

/* False: *error says why. */
bool sp_share_init(struct sp_server *server, struct sp_error *error);

/* Tells the others how many connections there are here, and what this process does. */
void sp_share_note(const struct sp_server *server);

/* How many this process accepts at once: all, if it is alone. 0: others are to accept what waits,
 * and the listener is watched again a moment later. */
int sp_share_batch(struct sp_server *server, const struct sp_listener *listener, int all);

/* Descriptors have run out while this process accepted. True: others are to accept what waits, as
 * above. */
bool sp_share_ran_out(struct sp_server *server, const struct sp_listener *listener);

void sp_share_fini(struct sp_server *server);

#endif
