/* SPDX-License-Identifier: MIT */
#include "net/delivery/deliver.h"

#include <sys/uio.h>

#include "base/system.h"
#include "net/loop/log.h"
#include "net/out/event.h"
#include "wire/ws_frame.h"

#define AHEAD 4 /* receivers */

/* A connection that came from a process before may have agreed on permessage-deflate though it is
 * off here. */
static enum sp_queued offer_deflated(struct sp_conn *conn, struct sp_packet *packet)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_packet *form = core->settings.compression
								 ? sp_packet_deflated(&core->deflater, packet, conn->form)
								 : packet;
	enum sp_queued queued = sp_conn_queue(conn, form, true);

	if (queued == SP_QUEUED && form != packet) {
		core->counters.deflated++;
		core->counters.saved += packet->len - form->len;
	}
	return queued;
}

static enum sp_queued offer_event(struct sp_conn *conn, struct sp_packet *packet)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_packet *form = sp_packet_event(packet);

	if (form != NULL) {
		return sp_conn_queue(conn, form, true);
	}
	if (!(packet->formless & 1U << SP_FORM_EVENT)) {
		return SP_QUEUE_NOMEM;
	}
	core->counters.dropped++;
	if (sp_log_due(&core->logged.binary_s, core->loop->now_s)) {
		sp_log(SP_LOG_WARNING,
			"a binary message that is not UTF-8 was left out for event streams, which carry text "
			"only: publish it as text, for example in base64 (said once a minute)");
	}
	return SP_QUEUE_DROPPED;
}

/* For a connection that reads no plain frames. */
static SP_NOINLINE enum sp_queued offer_form(struct sp_conn *conn, struct sp_packet *packet)
{
	return sp_conn_is_event_stream(conn) ? offer_event(conn, packet) : offer_deflated(conn, packet);
}

enum sp_queued sp_offer(struct sp_conn *conn, struct sp_packet *packet)
{
	enum sp_queued queued =
		conn->form != SP_FORM_FRAME ? offer_form(conn, packet) : sp_conn_queue(conn, packet, true);

	if (queued == SP_QUEUED) {
		sp_conn_core(conn)->counters.messages_out++;
	}
	return queued;
}

enum sp_queued sp_deliver(struct sp_conn *conn, struct sp_packet *packet)
{
	enum sp_queued queued = sp_offer(conn, packet);

	if (queued != SP_QUEUED && queued != SP_QUEUE_DROPPED && sp_conn_open(conn)) {
		sp_conn_core(conn)->counters.push_full++;
		sp_conn_close(conn, SP_WS_CLOSE_TRY_LATER, sp_span("reader is too slow"));
	}
	return queued;
}

bool sp_send_long(struct sp_conn *conn, uint8_t opcode, struct sp_span payload, size_t *sent)
{
	uint8_t header[SP_WS_HEADER_OUT_MAX];
	struct iovec parts[2];

	*sent = 0;
	/* SP_CONN_WRITER: others wait for room, and come first. */
	if (payload.len <= SP_CONN_AT_ONCE || conn->form != SP_FORM_FRAME ||
		(conn->flags & SP_CONN_WRITER)) {
		return false;
	}
	parts[0].iov_base = header;
	parts[0].iov_len = sp_ws_frame_header_write(header, true, 0, opcode, payload.len);
	parts[1].iov_base = (void *) payload.data;
	parts[1].iov_len = payload.len;
	*sent = sp_conn_send_direct(conn, parts, 2);
	if (*sent < parts[0].iov_len + payload.len) {
		return false;
	}
	sp_conn_core(conn)->counters.messages_out++;
	return true;
}

enum sp_queued sp_deliver_rest(struct sp_conn *conn, struct sp_packet *packet, size_t sent)
{
	enum sp_queued queued = sp_conn_queue_rest(conn, packet, sent);

	sp_conn_core(conn)->counters.messages_out += queued == SP_QUEUED;
	return queued;
}

static void prefetch(struct sp_member *member)
{
	const struct sp_conn *conn = sp_conn_of(member);

	SP_PREFETCH(conn);
	SP_PREFETCH(&conn->state);
}

uint32_t sp_fan_out(struct sp_core *core, struct sp_topic *topic, struct sp_packet *packet)
{
	struct sp_topic_counters *counters = sp_topic_counters(topic);
	uint64_t conflated = core->counters.conflated, dropped = core->counters.dropped;
	uint32_t accepted = 0;
	uint32_t i = 0;

	/* A member that cannot take the packet leaves the topic, and the last member takes its
	 * place. */
	while (i < sp_topic_count(topic)) {
		struct sp_member *member = sp_topic_member(topic, i);

		if (i + AHEAD < sp_topic_count(topic)) {
			prefetch(sp_topic_member(topic, i + AHEAD));
		}
		if (member->id != packet->course.except &&
			sp_deliver(sp_conn_of(member), packet) == SP_QUEUED) {
			accepted++;
		}
		if (i < sp_topic_count(topic) && sp_topic_member(topic, i) == member) {
			i++;
		}
	}
	counters->queued += accepted;
	counters->bytes += accepted * (uint64_t) packet->len;
	counters->conflated += core->counters.conflated - conflated;
	counters->dropped += core->counters.dropped - dropped;
	return accepted;
}
