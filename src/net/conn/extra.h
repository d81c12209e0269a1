/* SPDX-License-Identifier: MIT */
/*
 * What only few connections need, allocated on demand so that the others do not pay for it.
 */
#ifndef SP_NET_CONN_EXTRA_H
#define SP_NET_CONN_EXTRA_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "net/conn/backlog.h"
#include "net/conn/peer.h"

struct sp_secure;

struct sp_conn_extra {
	struct sp_backlog backlog; /* messages received while a callback waits */
	char *close_reason;        /* owned; what on_close reports */
	size_t close_reason_len;
	void *upper; /* the upper floor's, freed by hooks->on_free; NULL: nothing */
	struct sp_peer_name
		hop; /* the proxy, once a request has named its client; family 0: none has */
	struct sp_secure *secure; /* owned; its TLS, see net/conn/shaking.h; NULL: none */
	int file_fd;              /* owned; -1: no file is being sent */
	int64_t file_at;          /* offset of its next piece */
	int64_t file_left;        /* bytes not queued yet */
	void *file_parts;         /* owned, one block; see net/session/file.c; NULL: nothing more */
};

/* The extra part that *place points to, allocated if there is none yet. NULL: out of memory. */
struct sp_conn_extra *sp_conn_extra(struct sp_conn_extra **place);

/* Keeps a copy of the close reason, or none if memory runs out. */
void sp_conn_extra_set_reason(struct sp_conn_extra **place, struct sp_span reason);

/* Frees it and all that it owns except upper. extra may be NULL. */
void sp_conn_extra_free(struct sp_conn_extra *extra);

#endif
