/* SPDX-License-Identifier: MIT */
#include "php/redis/lead.h"

#include <string.h>

void php_seatpush_lead_init(struct php_seatpush_lead *lead, int64_t id, bool is_first,
	const struct php_seatpush_lead_acts *acts, void *arg)
{
	memset(lead, 0, sizeof(*lead));
	lead->acts = acts;
	lead->arg = arg;
	lead->id = id;
	lead->state = is_first ? SEATPUSH_LEAD_LEADS : SEATPUSH_LEAD_WAITS;
	if (!is_first) {
		acts->tell(arg, SP_NOTICE_ASK, id);
	}
}

static void mute(struct php_seatpush_lead *lead)
{
	lead->state = SEATPUSH_LEAD_MUTED;
	lead->has_gap = false;
	lead->acts->drop_kept(lead->arg);
}

/* A gap that topics were not told of yet goes along. */
static void give(struct php_seatpush_lead *lead, int64_t to)
{
	lead->acts->tell(lead->arg, lead->has_gap ? SP_NOTICE_TOKEN_GAP : SP_NOTICE_TOKEN, to);
	mute(lead);
}

/* Passing on calls user code, and what is heard meanwhile is kept behind the rest. */
static void begin(struct php_seatpush_lead *lead)
{
	if (lead->is_passing) {
		return;
	}
	lead->is_passing = true;
	lead->acts->pass_kept(lead->arg);
	lead->is_passing = false;
	if (lead->state != SEATPUSH_LEAD_WAITS) {
		return; /* a later process has taken the lead */
	}
	lead->state = SEATPUSH_LEAD_LEADS;
	if (lead->next != 0) {
		give(lead, lead->next);
	}
}

void php_seatpush_lead_up(struct php_seatpush_lead *lead, uint64_t now_ms)
{
	lead->is_up = true;
	lead->up_ms = now_ms;
	if (lead->state != SEATPUSH_LEAD_WAITS || lead->is_marked) {
		return;
	}
	if (lead->has_token) {
		lead->is_marked = true; /* the others stopped before this subscription began */
	} else if (!lead->is_refused) {
		lead->acts->mark(lead->arg);
	}
}

void php_seatpush_lead_down(struct php_seatpush_lead *lead)
{
	bool was_up = lead->is_up;

	lead->is_up = false;
	lead->has_asked = false;
	lead->is_refused = false;
	/* With the next one's marker all that it had to hear was heard. Otherwise whoever leads may
	 * have stopped at a marker from before the loss. */
	if (lead->state == SEATPUSH_LEAD_WAITS && lead->next == 0 && was_up) {
		lead->is_marked = false;
		lead->has_gap = true;
		lead->acts->drop_kept(lead->arg);
	}
}

static void heard_later_marker(struct php_seatpush_lead *lead, int64_t id)
{
	if (lead->state == SEATPUSH_LEAD_LEADS) {
		give(lead, id);
	} else if (lead->is_marked) {
		lead->next = lead->next == 0 ? id : lead->next; /* that one gives it to any behind it */
	} else if (lead->has_token) {
		give(lead, id);
	} else {
		mute(lead); /* whoever leads hears that marker first, too, and gives the token there */
	}
}

void php_seatpush_lead_heard_marker(struct php_seatpush_lead *lead, int64_t id)
{
	if (lead->state == SEATPUSH_LEAD_MUTED || id < lead->id) {
		return;
	}
	if (id > lead->id) {
		heard_later_marker(lead, id);
	} else if (lead->state == SEATPUSH_LEAD_WAITS) {
		lead->is_marked = true;
	}
}

void php_seatpush_lead_answered(struct php_seatpush_lead *lead)
{
	lead->is_marked = lead->is_marked || (lead->state == SEATPUSH_LEAD_WAITS && lead->has_asked);
}

void php_seatpush_lead_refused(struct php_seatpush_lead *lead)
{
	lead->is_refused = true;
}

/* Whoever leads looks before each message, so it passes nothing on that came after this. If this
 * one's marker has come, what it has kept was passed on by nobody: whoever leads stops at the
 * marker if it comes that far. That is so, too, if the process before is gone without a word: it
 * has passed on part of what came before the marker. So nothing of what was kept is doubled, and
 * what may be missed came before it. */
static void take(struct php_seatpush_lead *lead, enum php_seatpush_lead_why why)
{
	lead->acts->tell(lead->arg, SP_NOTICE_LEAD, lead->id);
	lead->acts->say(lead->arg, why);
	lead->has_token = true;
	lead->has_gap = true;
}

static bool was_silent(
	const struct php_seatpush_lead *lead, const struct php_seatpush_lead_view *view)
{
	return lead->is_up && view->now_ms - lead->up_ms >= PHP_SEATPUSH_LEAD_PATIENCE_MS;
}

static void look_for_token(
	struct php_seatpush_lead *lead, const struct php_seatpush_lead_view *view)
{
	if (view->notices[SP_NOTICE_TOKEN] == lead->id) {
		lead->has_token = true;
	} else if (view->notices[SP_NOTICE_TOKEN_GAP] == lead->id) {
		lead->has_token = lead->has_gap = true;
	} else if (lead->is_refused && lead->is_up) {
		take(lead, SEATPUSH_LEAD_REFUSED);
	} else if (view->is_last) {
		take(lead, SEATPUSH_LEAD_GONE);
	} else if (was_silent(lead, view)) {
		take(lead, SEATPUSH_LEAD_SILENCE);
	}
}

/* Without a marker, what others have passed on before they stopped may still be on its way to here.
 * It comes before the answer to a question that is asked now. */
static void ask(struct php_seatpush_lead *lead)
{
	lead->has_asked = true;
	lead->acts->ask(lead->arg);
}

static void look_while_waiting(
	struct php_seatpush_lead *lead, const struct php_seatpush_lead_view *view)
{
	if (view->notices[SP_NOTICE_TOKEN] > lead->id ||
		view->notices[SP_NOTICE_TOKEN_GAP] > lead->id) {
		mute(lead);
		return;
	}
	if (!lead->has_token) {
		look_for_token(lead, view);
	}
	if (lead->has_token && lead->is_marked) {
		begin(lead);
	} else if (lead->has_token && lead->is_up && !lead->has_asked &&
			   (lead->has_gap || lead->is_refused || was_silent(lead, view))) {
		ask(lead);
	}
}

/* While it is not subscribed it would miss the marker of one that follows, and pass on what that
 * one passes on, too. */
static void give_up(struct php_seatpush_lead *lead, int64_t to)
{
	if (lead->state == SEATPUSH_LEAD_LEADS || lead->has_token) {
		lead->has_gap = true;
		give(lead, to);
	} else {
		mute(lead);
	}
}

/* A reload has failed after all. What the process that failed has said counts no more, nor do its
 * markers: those that follow have higher numbers. */
static void take_back(struct php_seatpush_lead *lead, const struct php_seatpush_lead_view *view)
{
	for (int i = 0; i <= SP_NOTICE_LEAD; i++) {
		lead->id = view->notices[i] > lead->id ? view->notices[i] : lead->id;
	}
	lead->next = 0;
	lead->state = SEATPUSH_LEAD_LEADS;
	lead->has_gap = true;
	lead->acts->say(lead->arg, SEATPUSH_LEAD_ALONE);
}

void php_seatpush_lead_look(
	struct php_seatpush_lead *lead, const struct php_seatpush_lead_view *view)
{
	if (lead->state == SEATPUSH_LEAD_MUTED) {
		if (view->is_alone && !view->is_leaving) {
			take_back(lead, view);
		}
		return;
	}
	if (view->notices[SP_NOTICE_LEAD] > lead->id) {
		mute(lead);
	} else if (view->is_leaving && !lead->is_up && lead->next == 0 &&
			   view->notices[SP_NOTICE_ASK] > lead->id) {
		give_up(lead, view->notices[SP_NOTICE_ASK]);
	} else if (lead->state == SEATPUSH_LEAD_WAITS) {
		look_while_waiting(lead, view);
	}
}
