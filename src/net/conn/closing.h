/* SPDX-License-Identifier: MIT */
/*
 * The last steps of a connection's life: on_close runs once everything before it has ended, then
 * the id is forgotten, and once the descriptor is closed the connection is freed.
 */
#ifndef SP_NET_CONN_CLOSING_H
#define SP_NET_CONN_CLOSING_H

struct sp_core;

/* Runs on_close for every connection on agenda.closing. */
void sp_closing_run(struct sp_core *core);

/* Frees dead connections whose on_close has run. */
void sp_closing_reap(struct sp_core *core);

#endif
