/* SPDX-License-Identifier: MIT */
/*
 * How many frames a second a WebSocket sends.
 */
#ifndef SP_NET_SESSION_RATES_H
#define SP_NET_SESSION_RATES_H

#include "net/conn/conn.h"

/* Counts the frames that the decoder has counted since the last call. Seconds are the loop's:
 * frames that arrive while a callback holds the loop count when they are read. NULL: there may be
 * so many; otherwise what there is too much of. */
const char *sp_rates_exceeded(struct sp_conn *conn, struct sp_ws_message *decoder);

#endif
