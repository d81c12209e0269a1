/* SPDX-License-Identifier: MIT */
#include "net/delivery/deliver.h"

#include "base/system.h"
#include "net/loop/loop.h"
#include "net/session/session.h"

#define FLUSH_AFTER_MS 5
#define AHEAD 4 /* receivers */

enum sp_queued sp_deliver(struct sp_conn *conn, struct sp_packet *frame)
{
	struct sp_server *server = sp_conn_server(conn);
	enum sp_queued queued = sp_conn_queue(conn, frame, true);

	if (queued == SP_QUEUED) {
		server->counters.messages_out++;
	} else if (queued != SP_QUEUE_DROPPED && sp_conn_open(conn)) {
		server->counters.push_full++;
		sp_session_close(conn, SP_WS_CLOSE_TRY_LATER, sp_span("reader is too slow"));
	}
	return queued;
}

static void prefetch(const struct sp_conn *conn)
{
	SP_PREFETCH(conn);
	SP_PREFETCH(&conn->state);
}

uint32_t sp_fan_out(struct sp_server *server, struct sp_topic *topic, struct sp_packet *frame)
{
	struct sp_topic_counters *counters = sp_topic_counters(topic);
	struct sp_counters before = server->counters;
	uint32_t accepted = 0;
	uint32_t i = 0;

	/* Whoever cannot take it leaves the topic, and its place is filled by the last. */
	while (i < sp_topic_count(topic)) {
		struct sp_conn *conn = sp_topic_member(topic, i);

		if (i + AHEAD < sp_topic_count(topic)) {
			prefetch(sp_topic_member(topic, i + AHEAD));
		}
		if (conn->id != frame->course.except && sp_deliver(conn, frame) == SP_QUEUED) {
			accepted++;
		}
		if (i < sp_topic_count(topic) && sp_topic_member(topic, i) == conn) {
			i++;
		}
	}
	counters->queued += accepted;
	counters->bytes += accepted * (uint64_t) frame->len;
	counters->conflated += server->counters.conflated - before.conflated;
	counters->dropped += server->counters.dropped - before.dropped;
	return accepted;
}

void sp_flush_if_due(struct sp_server *server)
{
	if (sp_clock_ms() - server->flushed_ms > FLUSH_AFTER_MS) {
		sp_server_flush_some(server);
	}
}
