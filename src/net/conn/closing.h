/* SPDX-License-Identifier: MIT */
/*
 * The last steps of a connection's life: on_close, once all that came before has ended; then its
 * id is forgotten; then, without a descriptor, it is freed.
 */
#ifndef SP_NET_CONN_CLOSING_H
#define SP_NET_CONN_CLOSING_H

struct sp_core;

/* Runs on_close for every connection on agenda.closing. */
void sp_closing_run(struct sp_core *core);

/* Frees the dead whose on_close has run. */
void sp_closing_reap(struct sp_core *core);

#endif
