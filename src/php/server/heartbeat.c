/* SPDX-License-Identifier: MIT */
#include "php/server/heartbeat.h"

#include "php.h"

#include "base/pack.h"
#include "net/conn/conn.h"
#include "php/engine/compat.h"
#include "php/server/elsewhere.h"
#include "php/server/object.h"
#include "wire/ws_frame.h"

bool php_seatpush_silent(struct sp_core *core, bool closes, struct sp_buf *ids)
{
	struct sp_conn *conn, *next;
	bool done = true;

	for (conn = sp_conn_after(core, 0, NULL); conn != NULL; conn = next) {
		int64_t limit = conn->listener->settings.heartbeat_idle_s;

		next = sp_conn_after(core, conn->member.id, NULL);
		if (limit > 0 && !sp_conn_is_event_stream(conn) &&
			core->loop->now_s - conn->received_s > limit) {
			done = sp_pack_number(ids, (uint64_t) conn->member.id) && done;
			if (closes) {
				sp_conn_close(conn, SP_WS_CLOSE_NORMAL, sp_span(""));
			}
		}
	}
	return done;
}

static void list(struct sp_span ids, zval *return_value)
{
	struct sp_unpack from = {ids, false};

	while (from.rest.len > 0 && !from.is_bad) {
		add_next_index_long(return_value, (zend_long) sp_unpack_number(&from));
	}
}

SEATPUSH_METHOD(Server, heartbeat)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	bool closes = true;
	struct sp_buf own = {0}, others;
	struct sp_unpack from;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(closes)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "heartbeat") == NULL) {
		RETURN_THROWS();
	}
	if (server->endpoint.listener->settings.heartbeat_idle_s == 0) {
		RETURN_FALSE;
	}
	php_seatpush_silent(&server->net->core, closes, &own);
	array_init(return_value);
	list((struct sp_span){own.data, own.len}, return_value);
	sp_buf_fini(&own);
	php_seatpush_ask_all(server, closes ? SEATPUSH_ASK_HEARTBEAT_CLOSE : SEATPUSH_ASK_HEARTBEAT,
		sp_span(""), "heartbeat()", &others);
	from = (struct sp_unpack){{others.data, others.len}, false};
	while (from.rest.len > 0 && !from.is_bad) {
		list(sp_unpack_text(&from), return_value);
	}
	sp_buf_fini(&others);
}
