/* SPDX-License-Identifier: MIT */
#include "net/conn/closing.h"

#include "net/conn/conn.h"
#include "wire/ws_frame.h"

static void finish(struct sp_core *core, struct sp_conn *conn)
{
	conn->flags |= SP_CONN_CLOSE_DONE;
	sp_topics_forget(&core->topics, &conn->member);
	sp_conn_table_remove(&core->table, conn->member.id);
	if (core->machine != NULL && conn->state == SP_CONN_DEAD) {
		sp_roll_remove(core->machine->roll, conn->member.id);
	} else if (core->machine != NULL) {
		sp_roll_hide(core->machine->roll, conn->member.id);
	}
}

/* Runs on_close, or defers it until the waiting callback has ended. */
static void run_one(struct sp_core *core, struct sp_conn *conn)
{
	if (conn->flags & SP_CONN_CLOSE_RUNS) {
		finish(core, conn);
		return;
	}
	if (conn->flags & SP_CONN_WRITER) {
		core->hooks->on_room(conn); /* there will be none */
	}
	sp_conn_protocol(conn)->drain(conn);
	if (conn->flags & SP_CONN_WAITING) {
		conn->flags |= SP_CONN_CLOSE_WAITS;
		return;
	}
	core->counters.closed++;
	if (conn->close_code == SP_WS_CLOSE_ABNORMAL) {
		core->counters.aborted++;
	}
	conn->flags |= SP_CONN_CLOSE_TOLD;
	/* One that never said whose it is was never announced. */
	if (conn->protocol == SP_PROTOCOL_PROXY || core->hooks->on_close(conn)) {
		finish(core, conn);
	} else {
		conn->flags |= SP_CONN_CLOSE_RUNS;
	}
}

void sp_closing_run(struct sp_core *core)
{
	struct sp_tailq_link *link;

	while (!core->halted && (link = sp_tailq_shift(&core->agenda.closing)) != NULL) {
		run_one(core, SP_CONTAINER(link, struct sp_conn, closing));
	}
}

void sp_closing_reap(struct sp_core *core)
{
	struct sp_link *link, *next;

	for (link = core->agenda.dead.next; link != &core->agenda.dead; link = next) {
		struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		next = link->next;
		if ((conn->flags & SP_CONN_CLOSE_DONE) &&
			!(conn->flags & (SP_CONN_DIRTY | SP_CONN_BULK | SP_CONN_STARVED))) {
			sp_conn_free(conn);
		}
	}
}
