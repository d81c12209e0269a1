/* SPDX-License-Identifier: MIT */
#include "net/session/exchange.h"

#include <string.h>

#include "net/conn/input.h"
#include "net/loop/log.h"
#include "wire/http_response.h"

bool sp_exchange_awaits(const struct sp_conn *conn, uint32_t request_no)
{
	return conn->state == SP_CONN_ANSWER && conn->request_no == request_no;
}

void sp_exchange_end(struct sp_conn *conn)
{
	sp_conn_finish(conn, 0);
	sp_input_drop(conn); /* no hook is using it: hooks are given bytes that were taken out of it */
}

uint32_t sp_exchange_later(const struct sp_conn *conn, int64_t seconds)
{
	return sp_conn_core(conn)->loop->now_s + (uint32_t) seconds + 1;
}

void sp_exchange_await(struct sp_conn *conn, bool first)
{
	const struct sp_port_settings *settings = &conn->listener->settings;

	conn->deadline_s = sp_exchange_later(
		conn, first ? settings->handshake_timeout_s : settings->keepalive_timeout_s);
}

enum sp_queued sp_exchange_answer(
	struct sp_conn *conn, struct sp_packet *part, bool limited, bool last)
{
	enum sp_queued queued = part == NULL ? SP_QUEUED : sp_conn_queue(conn, part, limited);

	if (queued != SP_QUEUED || !last || conn->state != SP_CONN_ANSWER) {
		return queued;
	}
	sp_conn_core(conn)->counters.responses++;
	if (conn->flags & SP_CONN_KEEP_ALIVE) {
		conn->state = SP_CONN_HTTP;
		sp_exchange_await(conn, false);
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn);
	} else {
		conn->flags |= SP_CONN_BY_SERVER;
		sp_exchange_end(conn);
	}
	return queued;
}

static bool send_bytes(struct sp_conn *conn, const char *data, size_t len)
{
	struct sp_packet *packet = sp_packet_new_raw(&sp_conn_core(conn)->packets, data, len, NULL, 0);
	bool done = packet != NULL && sp_conn_queue(conn, packet, false) == SP_QUEUED;

	if (packet != NULL) {
		sp_packet_release(packet);
	}
	return done;
}

bool sp_exchange_send_interim(struct sp_conn *conn, const char *text)
{
	return send_bytes(conn, text, strlen(text));
}

void sp_exchange_refuse(struct sp_conn *conn, int status, const char *text)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_buf answer = {0};
	bool sent;

	core->counters.refused_requests++;
	sp_log(SP_LOG_DEBUG, "request refused: %d %s", status, text);
	sent = sp_http_put_refusal(&answer, status, text,
			   sp_http_date(&core->date, sp_loop_wall(core->loop, core->loop->now_s)),
			   (conn->flags & SP_CONN_HEAD_ONLY) != 0) &&
		   send_bytes(conn, answer.data, answer.len);
	sp_buf_fini(&answer);
	if (sent) {
		conn->flags |= SP_CONN_BY_SERVER;
		sp_exchange_end(conn);
	} else if (sp_conn_open(conn)) {
		sp_conn_abort(conn, 0, false);
	}
}
