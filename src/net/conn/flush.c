/* SPDX-License-Identifier: MIT */
#include "net/conn/flush.h"

#include "base/system.h"
#include "net/conn/conn.h"
#include "net/conn/input.h"
#include "net/conn/send.h"

#define SLICE_NS 2000000u /* time for one slice */
#define CLOCK_EVERY 16    /* connections between two looks at the clock */
#define BULK_EVERY 8      /* answers between two receivers of a fan-out */
#define AFTER_MS 5        /* without a flush; after that, one is due even within a callback */

/* The connections that this slice writes to: those that were dirty when it began, and receivers of
 * messages to many. One that becomes dirty during the slice is left for the next. */
struct slice {
	struct sp_core *core;
	struct sp_tailq dirty; /* still to come */
	uint64_t began_ns;
	unsigned count;
};

static struct slice begin_slice(struct sp_core *core)
{
	struct slice slice = {core, sp_tailq_take_all(&core->agenda.dirty), sp_clock_ns(), 0};

	if (core->packets.bytes > core->counters.peak_queued) {
		core->counters.peak_queued = core->packets.bytes;
	}
	return slice;
}

static struct sp_conn *next_bulk(struct sp_agenda *agenda)
{
	struct sp_tailq_link *link = sp_tailq_shift(&agenda->bulk);
	struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, bulk);

	conn->flags &= (uint32_t) ~SP_CONN_BULK;
	SP_PREFETCH(link->next);
	agenda->bulk_out++;
	return conn;
}

static struct sp_conn *next_dirty(struct slice *slice)
{
	struct sp_tailq_link *link = sp_tailq_shift(&slice->dirty);
	struct sp_conn *conn;

	if (link == NULL) {
		return NULL;
	}
	conn = SP_CONTAINER(link, struct sp_conn, dirty);
	conn->flags &= (uint32_t) ~SP_CONN_DIRTY;
	return conn;
}

/* NULL: none is left, or the slice is over. An answer does not wait for a fan-out to thousands to
 * be written, and when answers never cease, the fan-out still gets one connection in BULK_EVERY. */
static struct sp_conn *next(struct slice *slice)
{
	struct sp_agenda *agenda = &slice->core->agenda;
	bool bulk = sp_tailq_empty(&slice->dirty) || slice->count % BULK_EVERY == BULK_EVERY - 1;

	if (slice->core->halted || (slice->count % CLOCK_EVERY == CLOCK_EVERY - 1 &&
								   sp_clock_ns() - slice->began_ns > SLICE_NS)) {
		return NULL;
	}
	slice->count++;
	if (bulk && !sp_tailq_empty(&agenda->bulk)) {
		return next_bulk(agenda);
	}
	return next_dirty(slice);
}

/* Connections that are left come first in the next slice. */
static void end_slice(struct slice *slice)
{
	sp_tailq_put_back(&slice->core->agenda.dirty, &slice->dirty);
	slice->core->agenda.flushed_ms = sp_clock_ms();
}

static bool buffer_changed(const struct sp_conn *conn)
{
	return sp_conn_open(conn) &&
		   ((conn->flags & SP_CONN_ABOVE) != 0) != ((conn->flags & SP_CONN_TOLD_ABOVE) != 0);
}

/* True if the end of the tick has more to do for it than writing. */
static bool unsettled(const struct sp_conn *conn)
{
	return (conn->flags & (SP_CONN_RESUME | SP_CONN_FILE | SP_CONN_WRITER)) || buffer_changed(conn);
}

static void flush_one(struct sp_conn *conn)
{
	if (!(conn->flags & SP_CONN_BLOCKED)) {
		sp_conn_flush(conn);
	}
}

/* Does what was deferred to the end of the tick for one connection. */
static void settle(struct sp_core *core, struct sp_conn *conn)
{
	if (conn->flags & SP_CONN_RESUME) {
		conn->flags &= (uint32_t) ~SP_CONN_RESUME;
		sp_input_resume(conn);
	}
	flush_one(conn);
	if ((conn->flags & SP_CONN_FILE) && conn->state != SP_CONN_DEAD) {
		sp_conn_protocol(conn)->settle(conn);
	}
	if ((conn->flags & SP_CONN_WRITER) && conn->queue.bytes == 0) {
		core->hooks->on_room(conn);
	}
	if (buffer_changed(conn) && !(conn->flags & SP_CONN_WAITING)) {
		conn->flags ^= SP_CONN_TOLD_ABOVE;
		core->hooks->on_buffer(conn, (conn->flags & SP_CONN_ABOVE) != 0);
	}
}

bool sp_flush_is_due(const struct sp_core *core)
{
	return !sp_tailq_empty(&core->agenda.dirty) || !sp_tailq_empty(&core->agenda.bulk);
}

void sp_flush_slice(struct sp_core *core)
{
	struct slice slice = begin_slice(core);
	struct sp_conn *conn;

	while ((conn = next(&slice)) != NULL) {
		settle(core, conn);
	}
	end_slice(&slice);
}

void sp_flush_some(struct sp_core *core)
{
	struct slice slice = begin_slice(core);
	struct sp_conn *conn;

	while ((conn = next(&slice)) != NULL) {
		flush_one(conn);
		if (unsettled(conn)) {
			sp_conn_mark_dirty(conn); /* what may call user code is left for the end of the tick */
		}
	}
	end_slice(&slice);
}

void sp_flush_if_due(struct sp_core *core)
{
	if (sp_clock_ms() - core->agenda.flushed_ms > AFTER_MS) {
		sp_flush_some(core);
	}
}
