/* SPDX-License-Identifier: MIT */
/*
 * Messages that come compressed (permessage-deflate). A message is inflated when it is whole and
 * its turn has come, by the one inflater of the process: what waits until then takes no more memory
 * than the peer has sent, and no connection needs a state of its own.
 */
#ifndef SP_NET_SESSION_COMPRESSED_H
#define SP_NET_SESSION_COMPRESSED_H

#include <stdbool.h>

#include "net/conn/conn.h"

/* Inflates a message into the core's buffer, as far as package_max_length, and lets *data point
 * there. False: *data says what is wrong with it, as for SP_WS_EVENT_BAD. */
bool sp_compressed_inflate(const struct sp_conn *conn, struct sp_ws_event_data *data);

/* Nobody looks at the inflated message any more. */
void sp_compressed_forget(struct sp_core *core);

#endif
