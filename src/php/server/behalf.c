/* SPDX-License-Identifier: MIT */
#include "php/server/behalf.h"

#include "base/pack.h"
#include "net/delivery/deliver.h"
#include "net/delivery/relay.h"
#include "php/engine/conn.h"
#include "php/server/elsewhere.h"
#include "php/server/heartbeat.h"
#include "php/server/info.h"
#include "php/server/roster.h"
#include "php/ws/fragments.h"

static void keep_state(struct sp_conn *conn, struct sp_unpack *from)
{
	struct sp_span state = sp_unpack_text(from);

	if (!from->is_bad && state.len <= PHP_SEATPUSH_STATE_MAX &&
		!php_seatpush_conn_set_state(conn, state)) {
		sp_relay_say_dropped(conn, "set the state of", "there is no memory for it");
	}
}

/* One that has a uid already keeps it. */
static void keep_uid(struct sp_conn *conn, struct sp_unpack *from)
{
	const struct php_seatpush_conn *beside = php_seatpush_conn_if_any(conn);
	bool is_text = sp_unpack_up_to(from, true) != 0;
	int64_t number = (int64_t) sp_unpack_number(from);
	struct sp_span text = sp_unpack_text(from);

	if (!from->is_bad && text.len <= PHP_SEATPUSH_UID_MAX && (beside == NULL || !beside->has_uid) &&
		!php_seatpush_conn_bind(conn, is_text ? &text : NULL, number)) {
		sp_relay_say_dropped(conn, "bound a uid to", "there is no memory for it");
	}
}

static const char *why_not(enum php_seatpush_gather gathered)
{
	switch (gathered) {
	case SEATPUSH_GATHERED:
	case SEATPUSH_GATHER_COMPLETE:
		break;
	case SEATPUSH_GATHER_LATE:
		return "a message in fragments still lacks its last one";
	case SEATPUSH_GATHER_EARLY:
		return "no message in fragments has begun";
	case SEATPUSH_GATHER_NOT_UTF8:
		return "it is not UTF-8";
	case SEATPUSH_GATHER_TOO_LONG:
		return "the fragments are together longer than socket_buffer_size";
	case SEATPUSH_GATHER_NO_MEMORY:
		return "there is no memory for it";
	}
	return NULL;
}

static void keep_fragment(struct sp_conn *conn, struct sp_unpack *from)
{
	struct php_seatpush_fragment fragment;
	struct sp_packet *packet = NULL;
	const char *why;

	fragment.opcode = (uint8_t) sp_unpack_up_to(from, SP_WS_BINARY);
	fragment.fin = sp_unpack_up_to(from, true) != 0;
	fragment.data = sp_unpack_text(from);
	if (from->is_bad || conn->state != SP_CONN_ESTABLISHED) {
		return;
	}
	why = why_not(php_seatpush_gather(conn, &fragment, &packet));
	if (why != NULL) {
		sp_relay_say_dropped(conn, "pushed a fragment to", why);
	}
	if (packet != NULL) {
		sp_deliver(conn, packet);
		sp_packet_release(packet);
	}
}

void php_seatpush_on_tell(struct sp_conn *conn, struct sp_span bytes)
{
	struct sp_unpack from = {bytes, false};

	switch ((enum php_seatpush_telling) sp_unpack_number(&from)) {
	case SEATPUSH_TELL_STATE:
		keep_state(conn, &from);
		break;
	case SEATPUSH_TELL_UID:
		keep_uid(conn, &from);
		break;
	case SEATPUSH_TELL_FRAGMENT:
		keep_fragment(conn, &from);
		break;
	}
}

static bool ask_about(const struct sp_conn *conn, uint32_t what, struct sp_buf *out)
{
	struct sp_span state = php_seatpush_conn_state(conn);

	switch (what) {
	case SEATPUSH_ASK_INFO:
		return php_seatpush_facts_pack(conn, out);
	case SEATPUSH_ASK_STATE:
		return sp_buf_append(out, state.data, state.len);
	case SEATPUSH_ASK_TOPICS:
		return php_seatpush_topics_pack(conn, out);
	default:
		return false;
	}
}

bool php_seatpush_on_ask(struct sp_core *core, struct sp_conn *conn, uint32_t what,
	struct sp_span text, struct sp_buf *out)
{
	if (conn != NULL) {
		return ask_about(conn, what, out);
	}
	switch (what) {
	case SEATPUSH_ASK_SUBSCRIBERS:
		return php_seatpush_subscribers_pack(core, text, out);
	case SEATPUSH_ASK_TOPIC_STATS:
		return php_seatpush_topic_stats_pack(core, text, out);
	case SEATPUSH_ASK_HEARTBEAT:
	case SEATPUSH_ASK_HEARTBEAT_CLOSE:
		return php_seatpush_silent(core, what == SEATPUSH_ASK_HEARTBEAT_CLOSE, out);
	default:
		return false;
	}
}
