/* SPDX-License-Identifier: MIT */
/*
 * What all connections of a server share, and all that a connection or a session knows about the
 * server: the loop, the hooks, limits, counters, and the agenda for the end of the tick.
 */
#ifndef SP_NET_CONN_CORE_H
#define SP_NET_CONN_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/queue.h"
#include "net/conn/agenda.h"
#include "net/conn/hooks.h"
#include "net/conn/id.h"
#include "net/conn/protocol.h"
#include "net/conn/settings.h"
#include "net/conn/table.h"
#include "net/loop/loop.h"
#include "net/out/packet.h"
#include "net/topics/topics.h"
#include "wire/http_response.h"

/* Counted since start(); stats() shows them. */
struct sp_counters {
	uint64_t accepted, closed, aborted, refused_full, refused_peers, refused_requests;
	uint64_t requests, responses, messages_in, messages_out, publishes;
	uint64_t bytes_in, bytes_out;
	uint64_t coalesced; /* messages that a later one replaced in a window */
	uint64_t conflated; /* messages that a later one replaced in a queue */
	uint64_t dropped;   /* messages with may_drop that a full queue dropped or refused */
	uint64_t push_gone, push_full, protocol_errors, timeouts;
	uint64_t floods; /* connections closed for exceeding a rate */
	uint64_t refused_origins, refused_input, refused_memory;
	uint64_t peak_count;  /* connections at once */
	uint64_t peak_queued; /* bytes in all queues, just before a flush */
	uint64_t peak_queue;  /* bytes in one queue */
};

enum sp_phase {
	SP_PHASE_MADE,     /* listens; start -> RUNNING */
	SP_PHASE_RUNNING,  /* serves; a request to stop -> STOPPING */
	SP_PHASE_STOPPING, /* no new connections; all gone or deadline -> OVER */
	SP_PHASE_OVER,
	SP_PHASE_FOREIGN, /* this is a child: the server is the parent process'. From any of the others
					   */
};

/* When each problem that peers can cause was last logged, for sp_log_due(). 0: never. */
struct sp_logged {
	uint32_t origin_s;  /* a refused page */
	uint32_t input_s;   /* total_input_size */
	uint32_t peer_s;    /* an address over its limit */
	uint32_t proxy_s;   /* a head of the PROXY protocol that was none */
	uint32_t upgrade_s; /* a 101 that no client accepts */
	uint32_t answer_s;  /* a response that was never ended */
	bool no_upgrade;    /* a proxy that does not pass Upgrade on */
	bool no_client;     /* a trusted proxy that does not say whom it asks for */
	bool full;          /* max_conn is reached, and that was logged */
	bool foreign;       /* the line about pages of other sites was written */
};

struct sp_core {
	struct sp_loop *loop; /* borrowed */
	const struct sp_hooks *hooks;
	const struct sp_protocol *const *protocols; /* by enum sp_protocol_kind */
	struct sp_agenda agenda;
	struct sp_packet_account packets;
	size_t input_bytes;  /* of incomplete input on all connections */
	uint32_t unfinished; /* tasks that the stop waits for until its deadline; counted by the upper
							floor */
	int64_t wait_slots;  /* callbacks that may still begin to wait; counted by the upper floor */
	uint32_t waiting;    /* connections with SP_CONN_WAITING */
	uint32_t count;      /* connections with a descriptor */
	uint32_t max_conn;   /* the effective limit */
	enum sp_phase phase;
	bool last_answers;          /* each answer is the last one of its connection */
	bool halted;                /* user code may no longer run: the process is ending, or FOREIGN */
	struct sp_link connections; /* sp_conn.all, in the order of ids */
	struct sp_conn_table table; /* connections whose on_close has not run */
	struct sp_ids ids;
	struct sp_topics topics;
	struct sp_http_date date;
	struct sp_server_settings settings;
	struct sp_counters counters;
	struct sp_logged logged;
};

/* hooks and protocols are borrowed for the core's life. False: out of memory. */
bool sp_core_init(struct sp_core *core, struct sp_loop *loop, const struct sp_hooks *hooks,
	const struct sp_protocol *const *protocols);

/* All connections must have been freed. */
void sp_core_fini(struct sp_core *core);

/* What waits to be sent fills total_buffer_size. */
static inline bool sp_core_is_full(const struct sp_core *core)
{
	return core->packets.bytes >= (size_t) core->settings.total_buffer_size;
}

#endif
