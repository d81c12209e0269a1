/* SPDX-License-Identifier: MIT */
/*
 * What is left to do at the end of the tick. Nothing is written, reported or freed while an event
 * is being handled: code that finds work to do on a connection puts it on one of these lists.
 * Members are connections; the flags of a connection say which lists it is on.
 */
#ifndef SP_NET_CONN_AGENDA_H
#define SP_NET_CONN_AGENDA_H

#include <stdint.h>

#include "base/queue.h"

struct sp_agenda {
	struct sp_tailq dirty; /* to be written to or otherwise settled; sp_conn.dirty */
	struct sp_tailq bulk;  /* receivers of a message to many; dirty ones come first; sp_conn.bulk */
	struct sp_tailq closing; /* on_close is due; sp_conn.closing */
	struct sp_tailq starved; /* not read from because too many callbacks wait; sp_conn.starved */
	struct sp_tailq parked; /* not read from until there is room for a handshake; sp_conn.starved */
	struct sp_link shaking; /* handshakes of TLS, the oldest first; struct sp_secure */
	uint32_t shaking_count;
	struct sp_link dead; /* to be freed; sp_conn.all */
	uint64_t bulk_in;    /* how many were ever put on bulk */
	uint64_t bulk_out;   /* and taken off it */
	uint64_t flushed_ms; /* when a slice of the flush last ended */
};

static inline void sp_agenda_init(struct sp_agenda *agenda)
{
	*agenda = (struct sp_agenda){0};
	sp_tailq_init(&agenda->dirty);
	sp_tailq_init(&agenda->bulk);
	sp_tailq_init(&agenda->closing);
	sp_tailq_init(&agenda->starved);
	sp_tailq_init(&agenda->parked);
	sp_link_init(&agenda->shaking);
	sp_link_init(&agenda->dead);
}

#endif
