/* SPDX-License-Identifier: MIT */
/*
 * Puts the parts together: loop, listeners, the table of connections, the end of a tick, the
 * orderly stop.
 */
#ifndef SP_NET_SERVER_SERVER_H
#define SP_NET_SERVER_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/queue.h"
#include "net/conn/conn.h"
#include "net/conn/table.h"
#include "net/conn/hooks.h"
#include "net/conn/id.h"
#include "net/conn/listener.h"
#include "net/loop/loop.h"
#include "net/conn/settings.h"
#include "net/topics/topics.h"
#include "wire/http_response.h"

/* Counted since start(); stats() shows them. */
struct sp_counters {
	uint64_t accepted, closed, aborted, refused_full, refused_peers, refused_requests;
	uint64_t requests, responses, messages_in, messages_out, publishes;
	uint64_t bytes_in, bytes_out;
	uint64_t coalesced; /* messages that a later one replaced in a window */
	uint64_t conflated; /* in a queue */
	uint64_t dropped;   /* out of full queues, or not queued there, because they may be */
	uint64_t push_gone, push_full, protocol_errors, timeouts;
	uint64_t floods; /* connections closed for a rate */
	uint64_t refused_origins, refused_input;
	uint64_t peak_count;  /* connections at once */
	uint64_t peak_queued; /* bytes in all queues when they were about to be written */
	uint64_t peak_queue;  /* bytes in one */
};

enum sp_server_phase {
	SP_SERVER_MADE,     /* listens; start -> RUNNING */
	SP_SERVER_RUNNING,  /* serves; the wish to stop -> STOPPING */
	SP_SERVER_STOPPING, /* no new connections; all gone or deadline -> OVER */
	SP_SERVER_OVER,
};

struct sp_server {
	struct sp_loop *loop; /* borrowed */
	const struct sp_hooks *hooks;
	struct sp_server_settings settings;
	struct sp_link listeners;
	struct sp_link connections; /* sp_conn.all, in the order of ids */
	struct sp_conn_table table; /* those whose on_close has not run */
	struct sp_ids ids;
	struct sp_topics topics;
	struct sp_link topic_rules; /* sp_topic_rule.all */
	struct sp_link windows;     /* sp_window.all */
	struct sp_conn *dirty_first, **dirty_last;
	struct sp_conn *bulk_first, **bulk_last; /* of messages to many: the others come first */
	uint64_t bulk_in, bulk_out;              /* how many were ever added to that list, and taken */
	struct sp_conn *closing_first, **closing_last;
	struct sp_conn *starved_first, **starved_last;
	int64_t wait_slots;  /* callbacks that may still begin to wait; the upper floor counts */
	uint32_t waiting;    /* connections with SP_CONN_WAITING */
	struct sp_link dead; /* sp_conn.all: freed at the end of the tick */
	struct event *sweep;
	struct event *wake;  /* signals */
	uint64_t flushed_ms; /* when a slice of the flush last ended */
	uint64_t stop_deadline_ms;
	struct sp_packet_account frames;
	size_t input_bytes; /* of what is incomplete on all connections */
	uint32_t count;     /* connections with a descriptor */
	uint32_t max_conn;  /* the effective limit */
	int reserve_fd;     /* given up to refuse politely when descriptors run out */
	enum sp_server_phase phase;
	bool foreign_noticed;     /* the line about pages of other sites was written */
	uint32_t origin_logged_s; /* when a refused page was last reported; 0: never */
	uint32_t input_logged_s;  /* when total_input_size was last reported; 0: never */
	uint32_t peer_logged_s;   /* when an address over its limit was last reported; 0: never */
	bool halted;              /* no more user code: set by sp_server_halt */
	bool closing_all;         /* the stop has closed the connections that there were */
	bool full_logged;         /* the limit was reported since it was last below it */
	struct sp_http_date date;
	struct sp_counters counters;
};

/* hooks are borrowed for the server's life. NULL: out of memory. */
struct sp_server *sp_server_new(struct sp_loop *loop, const struct sp_hooks *hooks);

/* Closes everything at once, without hooks. */
void sp_server_free(struct sp_server *server);

/* Begins to serve: descriptor limit, ids, listeners. False: *error says why. */
bool sp_server_start(struct sp_server *server, struct sp_error *error);

/* One turn of the loop and the end of the tick. False: the server is over. */
bool sp_server_turn(struct sp_server *server);

/* Begins the orderly stop: no new connections from now on; those that are open are closed at the
 * end of the tick, after on_tick, so that user code can say goodbye. Idempotent. */
void sp_server_stop(struct sp_server *server);

/* User code may run no more (a fatal): the current turn ends as soon as it can. */
void sp_server_halt(struct sp_server *server);

/* Ends all connections without any hook: close frames with code as far as the kernel takes them.
 * Those that were known stay in the closing list. */
void sp_server_drop_all(struct sp_server *server, unsigned code);

/* Runs on_close for whoever is in the closing list. */
void sp_server_run_closing(struct sp_server *server);

/* Answers 503 with Retry-After on an accepted descriptor, and closes it. */
void sp_server_refuse(struct sp_server *server, int fd);

/* Takes an accepted descriptor. */
void sp_server_accept(struct sp_listener *listener, int fd, const void *addr, size_t addr_len);

/* Why an id has no connection. */
enum sp_lookup { SP_FOUND, SP_GONE, SP_OTHER_NODE };

/* The connection of an id whose on_close has not run, closing ones included; NULL: *why. */
struct sp_conn *sp_server_find(struct sp_server *server, int64_t id, enum sp_lookup *why);

/* Writes what waits, as much as goes in a slice of time; the rest goes at the end of the tick, in
 * as many turns as it takes. Calls nobody back. */
void sp_server_flush_some(struct sp_server *server);

/* All that waits fills total_buffer_size. */
bool sp_server_is_full(const struct sp_server *server);

/* The next connection after prev (NULL: the first) that is open; of any port, or of that one. */
struct sp_conn *sp_server_next(
	struct sp_server *server, struct sp_conn *prev, const struct sp_listener *only);

/* The first open connection with an id above id. */
struct sp_conn *sp_server_after(
	struct sp_server *server, int64_t id, const struct sp_listener *only);

/* For src/net: lists of a tick. */
void sp_server_add_closing(struct sp_conn *conn);
void sp_server_add_dirty(struct sp_conn *conn);
void sp_server_add_bulk(struct sp_conn *conn);
void sp_server_bury(struct sp_conn *conn);
void sp_server_starve(struct sp_conn *conn);
void sp_server_close_again(struct sp_conn *conn);

#endif
