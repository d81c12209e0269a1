/* SPDX-License-Identifier: MIT */
#include "net/conn/turn.h"

#include "net/conn/conn.h"

void sp_turn_waits(struct sp_conn *conn)
{
	sp_conn_protocol(conn)->hold(conn);
	conn->flags |= SP_CONN_WAITING;
	sp_conn_core(conn)->waiting++;
}

void sp_turn_ended(struct sp_conn *conn)
{
	conn->flags &= (uint32_t) ~SP_CONN_WAITING;
	sp_conn_core(conn)->waiting--;
	if (conn->flags & (SP_CONN_CLOSE_WAITS | SP_CONN_CLOSE_RUNS)) {
		sp_conn_mark_closing(conn);
	} else {
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn);
	}
}

void sp_turn_starve(struct sp_conn *conn)
{
	sp_conn_pause(conn, true);
	if (!(conn->flags & SP_CONN_STARVED)) {
		conn->flags |= SP_CONN_STARVED;
		sp_tailq_append(&sp_conn_core(conn)->agenda.starved, &conn->starved);
	}
}

void sp_turn_feed_starved(struct sp_core *core)
{
	struct sp_tailq_link *link;
	int64_t slots = core->wait_slots;

	while (slots > 0 && (link = sp_tailq_shift(&core->agenda.starved)) != NULL) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, starved);

		conn->flags &= (uint32_t) ~SP_CONN_STARVED;
		if (sp_conn_open(conn) && !(conn->flags & SP_CONN_WAITING)) {
			sp_conn_pause(conn, false);
			slots--;
		}
	}
}

static void forget(struct sp_link *list)
{
	for (struct sp_link *link = list->next; link != list; link = link->next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		conn->flags &= (uint32_t) ~SP_CONN_WRITER;
		if (!(conn->flags & SP_CONN_WAITING)) {
			continue; /* one that ended in this tick is on the list already */
		}
		conn->flags &= (uint32_t) ~SP_CONN_WAITING;
		if (conn->extra != NULL) {
			sp_backlog_drop(&conn->extra->backlog); /* after a fatal error only on_close runs */
		}
		if (conn->flags & (SP_CONN_CLOSE_WAITS | SP_CONN_CLOSE_RUNS)) {
			sp_conn_mark_closing(conn);
		}
	}
}

void sp_turns_forget(struct sp_core *core)
{
	forget(&core->connections);
	forget(&core->agenda.dead);
	core->waiting = 0;
}
