/* SPDX-License-Identifier: MIT */
/*
 * What concerns connections of other processes of this server: it is written to the journal that
 * they share, and each does with its own connections what the others have written. While a
 * connection is on its way from one process to another, what is written in the meantime waits for
 * it there (see sp_relay_replay()), so that it gets each message once and in order.
 */
#ifndef SP_NET_DELIVERY_RELAY_H
#define SP_NET_DELIVERY_RELAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "net/conn/core.h"

struct sp_conn;
struct sp_listener;
struct sp_packet;
struct sp_windows;

/* What another process knows of a connection that this one does not have. */
enum sp_elsewhere {    /* in this order: from WEBSOCKET on it gets messages */
	SP_ELSEWHERE_NO,   /* there is none */
	SP_ELSEWHERE_HTTP, /* open, and neither of the next two */
	SP_ELSEWHERE_WEBSOCKET,
	SP_ELSEWHERE_EVENTS, /* an event stream */
};

/* The connection with this id is not here: asks whether another process has it. */
enum sp_elsewhere sp_relay_find(const struct sp_core *core, int64_t id);

/* The first open connection of this and all other processes whose id is above id. only: on this
 * port; NULL: on any. 0: there is none. */
int64_t sp_relay_after(struct sp_core *core, int64_t id, const struct sp_listener *only);

/* Another process may have members of topics, or connections are on their way to one. */
static inline bool sp_relay_reaches(const struct sp_core *core)
{
	return core->machine != NULL &&
		   (core->on_their_way > 0 ||
			   !sp_journal_is_alone(core->machine->journal, core->machine->place));
}

/* How many members of the topic other processes have, or will have. A connection that is on its way
 * may count twice for a moment, since it is this process' until the other one has said that it has
 * it. Of a topic that did not fit into the machine's tally: none. */
uint32_t sp_relay_members(const struct sp_core *core, struct sp_span topic);

/* A message for the members of a topic that other processes have. Returns how many that are; those
 * that their process closes meanwhile do not get it. No effect if no other process reads. */
uint32_t sp_relay_publish(
	struct sp_core *core, struct sp_span topic, const struct sp_packet *packet, uint32_t window_ms);

/* For a connection that another process has. False: it is too large to be passed on. */
bool sp_relay_push(struct sp_core *core, int64_t id, const struct sp_packet *packet);

/* The same; reset: with RST. */
bool sp_relay_close(
	struct sp_core *core, int64_t id, unsigned code, struct sp_span reason, bool reset);

/* The same; the limit of topics is that process' business. Leaving "" leaves all. */
bool sp_relay_subscribe(struct sp_core *core, int64_t id, struct sp_span topic, bool joins);

/* The same: on_tell gets these bytes there. */
bool sp_relay_tell(struct sp_core *core, int64_t id, struct sp_span bytes);

/* What another process has told about the connection could not be done: what and why are for
 * people, "subscribed" and "it has ...". */
void sp_relay_say_dropped(const struct sp_conn *conn, const char *what, const char *why);

/* Tells all other processes: whoever reads it finds it in core->notices, unless a later process
 * (one with a higher number) is there already. Needs a machine. */
void sp_relay_notice(struct sp_core *core, enum sp_notice notice, int64_t who);

/* From now on this process reads what the others write, and they know how many members its topics
 * have. */
void sp_relay_join(struct sp_core *core);

/* Does what others have written until now. Of the hooks it calls on_tell and on_ask. */
void sp_relay_read(struct sp_windows *windows);

/* For connections that have just come: does what was written between these positions, by whomever,
 * as far as it concerns them. */
void sp_relay_replay(
	struct sp_core *core, struct sp_conn *const conns[], size_t count, uint64_t from, uint64_t to);

#endif
