/* SPDX-License-Identifier: MIT */
#include "net/conn/input.h"

#include <errno.h>

#include "net/conn/conn.h"
#include "net/conn/send.h"
#include "net/conn/transport.h"
#include "net/conn/turn.h"
#include "net/loop/log.h"
#include "wire/ws_frame.h"

void sp_input_count(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);
	size_t kept = conn->input != NULL ? sp_conn_protocol(conn)->kept(conn) : 0;

	kept += conn->extra != NULL ? conn->extra->backlog.bytes : 0;
	kept = kept < UINT32_MAX ? kept : UINT32_MAX;
	core->input_bytes += kept;
	core->input_bytes -= conn->input_bytes;
	conn->input_bytes = (uint32_t) kept;
}

void sp_input_drop(struct sp_conn *conn)
{
	sp_conn_protocol(conn)->drop(conn);
	sp_input_count(conn);
}

static void log_full(struct sp_core *core)
{
	if (sp_log_due(&core->logged.input_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"incomplete requests and messages take more than total_input_size (%lld bytes in this process): those "
			"that grow get 503 or close code 1013",
			(long long) core->settings.total_input_size);
	}
}

/* Each peer is within its own limits, but together they may have sent too much incomplete input.
 * One of them has to be refused, so it is the one that goes on sending. */
static void bound(struct sp_conn *conn, size_t before)
{
	struct sp_core *core = sp_conn_core(conn);

	if (!sp_conn_listens(conn)) {
		sp_input_drop(conn); /* nobody will read it */
		return;
	}
	if (conn->input_bytes <= before ||
		core->input_bytes <= (size_t) core->settings.total_input_size) {
		return;
	}
	log_full(core);
	if (conn->state == SP_CONN_ANSWER || (conn->flags & (SP_CONN_WAITING | SP_CONN_BEHIND))) {
		sp_conn_pause(conn, true); /* until it is answered, or has taken its answers */
		return;
	}
	core->counters.refused_input++;
	sp_conn_protocol(conn)->refuse_memory(conn);
	sp_input_drop(conn);
}

void sp_input_feed(struct sp_conn *conn, char *data, size_t len)
{
	size_t before = conn->input_bytes;

	sp_conn_protocol(conn)->feed(conn, data, len);
	sp_input_count(conn);
	if (conn->input_bytes > 0) {
		bound(conn, before);
	}
}

void sp_input_resume(struct sp_conn *conn)
{
	char nothing = '\0'; /* decoders add to their pointer, which NULL does not allow, even for 0 */

	if (conn->flags & SP_CONN_WAITING) {
		return;
	}
	sp_conn_protocol(conn)->drain(conn);
	sp_input_count(conn);
	if (sp_conn_open(conn) && !(conn->flags & SP_CONN_WAITING)) {
		sp_conn_pause(conn, false);
		sp_input_feed(conn, &nothing, 0);
	}
}

/* Where to read to, and how many bytes: most of a long message goes to where it will stay. */
static char *room_for(struct sp_conn *conn, size_t *size)
{
	const struct sp_protocol *protocol = sp_conn_protocol(conn);
	char *room = protocol->room != NULL ? protocol->room(conn, size) : NULL;

	if (room == NULL) {
		*size = SP_LOOP_READ_SIZE;
		room = sp_conn_core(conn)->loop->read_buf;
	}
	return room;
}

static void read_some(struct sp_conn *conn)
{
	struct sp_core *core = sp_conn_core(conn);
	char *data = core->loop->read_buf;
	size_t size = SP_LOOP_READ_SIZE;
	ssize_t n;

	if (conn->flags & SP_CONN_RESUME) {
		return; /* what came before is parsed first, at the end of the tick */
	}
	/* What a waiting or closing connection sends starts no callback, so that needs no slot. */
	if (core->wait_slots <= 0 && sp_conn_open(conn) && !(conn->flags & SP_CONN_WAITING)) {
		sp_turn_starve(conn);
		return;
	}
	if (conn->input != NULL) {
		data = room_for(conn, &size);
	}
	n = conn->listener->transport->recv(conn, data, size);
	if (n > 0) {
		core->counters.bytes_in += (size_t) n;
		conn->received_s = core->loop->now_s;
		conn->pings = 0;
		sp_input_feed(conn, data, (size_t) n);
	} else if (n == 0) {
		sp_conn_protocol(conn)->eof(conn);
	} else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) {
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
	}
}

void sp_input_event(evutil_socket_t fd, short what, void *arg)
{
	struct sp_conn *conn = arg;

	(void) fd;
	if (sp_conn_core(conn)->halted) {
		return;
	}
	if (what & EV_WRITE) {
		sp_conn_flush(conn);
	}
	if ((what & EV_READ) && conn->state != SP_CONN_DEAD) {
		read_some(conn);
	}
}
