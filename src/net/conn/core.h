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
#include "net/conn/local.h"
#include "net/conn/protocol.h"
#include "net/conn/settings.h"
#include "net/conn/table.h"
#include "net/loop/loop.h"
#include "net/machine/machine.h"
#include "net/out/deflated.h"
#include "net/out/packet.h"
#include "net/topics/topics.h"
#include "wire/compressors.h"
#include "wire/http_date.h"

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
	uint32_t tally_s;   /* more topics than processes can tell each other of */
	uint32_t lost_s;    /* what other processes wrote was overwritten before it was read */
	uint32_t silent_s;  /* another process did not answer */
	uint32_t unasked_s; /* or could not be asked */
	uint32_t dropped_s; /* what another process has told has no effect */
	uint32_t binary_s;  /* a message that event streams do not get */
	uint32_t tls_s;     /* a handshake of TLS that failed */
	uint32_t link_s;    /* a link that leads out of document_root */
	uint32_t leaves_s;  /* descriptors have run out, and others accept */
	bool full;          /* max_conn is reached, and that was logged */
	bool foreign;       /* the line about pages of other sites was written */
};

/* What processes of one server tell each other about who passes on what Redis publishes. All but
 * the last are about one of them: see src/php/redis/lead.h. */
enum sp_notice {
	SP_NOTICE_ASK,       /* it would like to be next */
	SP_NOTICE_TOKEN,     /* it is its turn from its marker on */
	SP_NOTICE_TOKEN_GAP, /* the same, but what came before was not all passed on */
	SP_NOTICE_LEAD,      /* it takes its turn, and those before it stop */
	SP_NOTICE_GAP,       /* something may have been missed until this time */
	SP_NOTICES,
};

struct sp_inflate;

struct sp_core {
	struct sp_loop *loop;       /* borrowed */
	struct sp_machine *machine; /* what it shares with other processes; borrowed; NULL: nothing */
	struct sp_peers *peers;     /* owned; whom connections count for, if machine is NULL; NULL: no
								   port has limits per address */
	const struct sp_hooks *hooks;
	const struct sp_protocol *const *protocols; /* by enum sp_protocol_kind */
	struct sp_agenda agenda;
	struct sp_packet_account packets;
	struct sp_deflater deflater;
	struct sp_inflate *inflate;        /* owned; NULL: nothing compressed has come yet */
	struct sp_compressors compressors; /* of responses */
	struct sp_buf inflated;            /* a message while on_message is called with it */
	size_t inflated_in_turn;           /* bytes that what one connection has sent was inflated to */
	size_t input_bytes;                /* of incomplete input on all connections */
	uint32_t unfinished;   /* tasks that the stop waits for until its deadline; counted by the upper
							  floor */
	uint64_t tasks_run;    /* that have begun here; counted by the upper floor */
	int64_t wait_slots;    /* callbacks that may still begin to wait; counted by the upper floor */
	uint32_t waiting;      /* connections with SP_CONN_WAITING */
	uint32_t count;        /* connections with a descriptor */
	uint32_t files;        /* files that are being sent, each of which has one, too */
	uint32_t max_conn;     /* the effective limit, for all processes together */
	uint32_t max_here;     /* that this process has descriptors for */
	uint32_t on_their_way; /* connections that were offered to another process */
	struct sp_link leaving;   /* those: sp_conn.all */
	struct sp_link questions; /* to other processes: struct sp_question of net/delivery */
	uint32_t question_count;
	uint32_t answerers; /* places of processes that answered questions at the last look, as bits */
	uint64_t read_to;   /* position in the machine's journal */
	int64_t notices[SP_NOTICES]; /* read in it: the latest process that each was about; 0: none */
	uint32_t role;               /* enum sp_machine_role, while it accepts or runs tasks */
	bool is_apart; /* it has no connections and accepts none; it reads the journal only while it
					  waits for an answer */
	bool stays;    /* the end waits, since another process has to be told something first */
	enum sp_phase phase;
	bool last_answers;          /* each answer is the last one of its connection */
	bool halted;                /* user code may no longer run: the process is ending, or FOREIGN */
	struct sp_link connections; /* sp_conn.all, in the order of ids */
	struct sp_conn_table table; /* connections whose on_close has not run */
	struct sp_ids ids;
	struct sp_topics topics;
	struct sp_http_date date;
	struct sp_buf head; /* a response's, while it is being made */
	struct sp_locals locals;
	struct sp_server_settings settings;
	struct sp_counters counters;
	struct sp_logged logged;
};

/* hooks and protocols are borrowed for the core's life. False: out of memory. */
bool sp_core_init(struct sp_core *core, struct sp_loop *loop, const struct sp_hooks *hooks,
	const struct sp_protocol *const *protocols);

/* All connections must have been freed. */
void sp_core_fini(struct sp_core *core);

/* Connections of all processes. */
static inline uint32_t sp_core_count(const struct sp_core *core)
{
	uint32_t all = core->machine != NULL ? sp_roll_count(core->machine->roll) : 0;

	return all > core->count ? all : core->count;
}

/* Descriptors of clients, of which there may be max_here. */
static inline uint32_t sp_core_descriptors(const struct sp_core *core)
{
	return core->count + core->files;
}

/* What waits to be sent fills total_buffer_size. */
static inline bool sp_core_is_full(const struct sp_core *core)
{
	return core->packets.bytes >= (size_t) core->settings.total_buffer_size;
}

#endif
