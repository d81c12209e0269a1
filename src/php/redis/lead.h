/* SPDX-License-Identifier: MIT */
/*
 * While one process of a server follows another, both hear the same from Redis. One at a time
 * leads: it passes on what it hears, to the connections of all. These are the rules by which the
 * lead goes from one process to the next, so that every message is passed on once and in order.
 *
 * The next one, once subscribed, publishes a marker, which all processes hear at the same place
 * among the messages. Whoever leads stops there and gives it the TOKEN, behind all that it has
 * passed on. The next one keeps what it hears from its marker on, and passes it on when it has the
 * token. If no token comes it takes the LEAD. Then it cannot know whether something was missed.
 *
 * Nothing of PHP and Redis is in here: see duty.h.
 */
#ifndef PHP_SEATPUSH_REDIS_LEAD_H
#define PHP_SEATPUSH_REDIS_LEAD_H

#include <stdbool.h>
#include <stdint.h>

#include "net/conn/core.h"

#define PHP_SEATPUSH_LEAD_PATIENCE_MS 2000 /* for the token, once subscribed */

enum php_seatpush_lead_state {
	SEATPUSH_LEAD_WAITS, /* its marker has come, and the others have stopped: -> LEADS */
	SEATPUSH_LEAD_LEADS, /* a later process' marker, or LEAD: -> MUTED */
	SEATPUSH_LEAD_MUTED, /* a later process leads, or will; that ends early: -> LEADS */
};

/* Why no token came. */
enum php_seatpush_lead_why {
	SEATPUSH_LEAD_REFUSED, /* its marker was */
	SEATPUSH_LEAD_SILENCE,
	SEATPUSH_LEAD_GONE,  /* the process before is */
	SEATPUSH_LEAD_ALONE, /* this one had stopped, and the one that followed is gone */
};

struct php_seatpush_lead;

/* What a change of state brings about. None may change the state. */
struct php_seatpush_lead_acts {
	void (*tell)(void *arg, enum sp_notice notice, int64_t who); /* all other processes */
	void (*mark)(void *arg);                                     /* publishes the marker */
	void (*ask)(void *arg); /* has Redis answer once, behind all that it has sent */
	/* Passes on what was kept, in order; more may be kept meanwhile. */
	void (*pass_kept)(void *arg);
	void (*drop_kept)(void *arg);
	void (*say)(void *arg, enum php_seatpush_lead_why why);
};

struct php_seatpush_lead {
	const struct php_seatpush_lead_acts *acts;
	void *arg;
	enum php_seatpush_lead_state state;
	int64_t id;      /* its own; those of later processes are higher */
	int64_t next;    /* a later one, whose marker came after its own while it waited; 0: none */
	uint64_t up_ms;  /* since when it has been subscribed */
	bool is_up;      /* it is subscribed */
	bool is_marked;  /* what it hears from here on is for it to pass on */
	bool has_token;  /* the others have stopped */
	bool has_asked;  /* Redis, for want of a marker */
	bool is_refused; /* the marker was */
	bool is_passing; /* what was kept */
	bool has_gap;    /* something was missed, and topics have not been told yet */
};

/* What it sees of the others. */
struct php_seatpush_lead_view {
	const int64_t *notices; /* SP_NOTICES of them */
	bool is_leaving;        /* another process follows this one */
	bool is_last;           /* all before this one are gone */
	bool is_alone;          /* and so are all that followed it */
	uint64_t now_ms;
};

/* acts and arg are borrowed. is_first: there is no other process, so it leads at once. */
void php_seatpush_lead_init(struct php_seatpush_lead *lead, int64_t id, bool is_first,
	const struct php_seatpush_lead_acts *acts, void *arg);

/* All is subscribed to. */
void php_seatpush_lead_up(struct php_seatpush_lead *lead, uint64_t now_ms);

/* It is not subscribed any more. */
void php_seatpush_lead_down(struct php_seatpush_lead *lead);

/* A process' marker came, whosever it is. */
void php_seatpush_lead_heard_marker(struct php_seatpush_lead *lead, int64_t id);

/* What ask() has asked for. */
void php_seatpush_lead_answered(struct php_seatpush_lead *lead);

/* Redis does not accept the marker, or would not let it hear one. */
void php_seatpush_lead_refused(struct php_seatpush_lead *lead);

/* At the end of each tick, and while it leads also before each message. */
void php_seatpush_lead_look(
	struct php_seatpush_lead *lead, const struct php_seatpush_lead_view *view);

/* It hears a message: it passes it on, keeps it, or does neither. */
static inline bool php_seatpush_lead_passes(const struct php_seatpush_lead *lead)
{
	return lead->state == SEATPUSH_LEAD_LEADS;
}

static inline bool php_seatpush_lead_keeps(const struct php_seatpush_lead *lead)
{
	return lead->state == SEATPUSH_LEAD_WAITS && lead->is_marked && lead->next == 0;
}

/* What it hears is not passed on by anybody else yet: it may not end. */
static inline bool php_seatpush_lead_is_needed(const struct php_seatpush_lead *lead)
{
	return lead->state == SEATPUSH_LEAD_WAITS ||
		   (lead->state == SEATPUSH_LEAD_LEADS && lead->is_up);
}

#endif
