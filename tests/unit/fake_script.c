/* SPDX-License-Identifier: MIT */
#include "fake_script.h"

#include "http_story.h"
#include "net/out/event.h"
#include "net/session/events.h"
#include "net/session/http.h"
#include "ws_story.h"

struct fake_net *fake_net_of(const struct sp_conn *conn)
{
	return SP_CONTAINER(conn->listener->core, struct fake_net, core);
}

void fake_tell(struct fake_net *net, const char *what, const void *data, size_t len)
{
	must(sp_buf_puts(net->story, what));
	tell_bytes(net->story, data, len);
	must(sp_buf_puts(net->story, "\n"));
}

/* Running out of memory ends the connection here, as it does for an answer from user code. */
static void answer(struct sp_conn *conn, const char *text, bool last)
{
	struct sp_packet *packet =
		sp_packet_new_raw(&sp_conn_core(conn)->packets, text, strlen(text), NULL, 0);

	if (last && fake_net_of(conn)->plan.last_answer) {
		conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	}
	if (packet == NULL || sp_exchange_answer(conn, packet, false, last) != SP_QUEUED) {
		sp_conn_abort(conn, 0, false);
	}
	if (packet != NULL) {
		sp_packet_release(packet);
	}
}

static void push(struct sp_conn *conn, uint8_t opcode, struct sp_span payload)
{
	struct sp_packet *packet =
		sp_packet_new_ws(&sp_conn_core(conn)->packets, true, 0, opcode, payload.data, payload.len);
	struct sp_packet *form = packet;

	if (packet != NULL && sp_conn_is_event_stream(conn)) {
		form = sp_packet_event(packet);
	}
	if (form == NULL || sp_conn_queue(conn, form, true) != SP_QUEUED) {
		sp_conn_close(conn, SP_WS_CLOSE_TRY_LATER, sp_span("reader is too slow"));
	}
	if (packet != NULL) {
		sp_packet_release(packet);
	}
}

static void stream(struct sp_conn *conn)
{
	answer(conn, "HTTP/1.1 200 OK\r\n\r\n", false);
	sp_session_events_begin(conn);
	if (sp_conn_open(conn)) {
		must(conn->state == SP_CONN_ESTABLISHED && conn->input == NULL);
		push(conn, SP_WS_TEXT, sp_span("seat 5"));
	}
}

static void tell_request(struct fake_net *net, const char *what, const struct sp_request *request)
{
	const struct sp_port_settings *settings = &net->listener.settings;

	must(net->conn->state == SP_CONN_ANSWER);
	must(net->owed == 0 && sp_exchange_awaits(net->conn, request->no));
	must(request->head_bytes.len <= (size_t) settings->head_max_length);
	must(request->body.len <= (size_t) settings->package_max_length);
	must(request->head->field_count <= (size_t) settings->head_max_fields);
	must(sp_buf_printf(net->story, "%s %u%s%s%s\n", what, request->no,
		net->conn->flags & SP_CONN_KEEP_ALIVE ? " keep-alive" : "",
		net->conn->flags & SP_CONN_HEAD_ONLY ? " head-only" : "",
		net->conn->flags & SP_CONN_HTTP10 ? " 1.0" : ""));
	tell_head(net->story, request->head, request->head_bytes.data, request->head_bytes.len);
	fake_tell(net, "body ", request->body.data, request->body.len);
}

static void on_request(struct sp_conn *conn, const struct sp_request *request)
{
	struct fake_net *net = fake_net_of(conn);
	enum fake_answer how = net->plan.answer;

	tell_request(net, "request", request);
	if (how == FAKE_BY_TURNS) {
		how = request->no % 2 == 1 ? FAKE_AT_ONCE : FAKE_LATER;
	}
	switch (how) {
	case FAKE_END:
		sp_conn_close(conn, 0, sp_span(""));
		break;
	case FAKE_STREAM:
		stream(conn);
		break;
	case FAKE_IN_PARTS:
		answer(conn, "HTTP/1.1 200 OK\r\n", false);
		net->owed = request->no;
		break;
	case FAKE_LATER:
		net->owed = request->no;
		break;
	default:
		answer(conn, "HTTP/1.1 204 No Content\r\n\r\n", true);
	}
}

static void accept_value(const char key[SP_WS_KEY_LEN], char out[SP_WS_ACCEPT_LEN])
{
	memset(out, '=', SP_WS_ACCEPT_LEN);
	memcpy(out, key, SP_WS_KEY_LEN);
}

static void on_upgrade(struct sp_conn *conn, const struct sp_request *request)
{
	struct fake_net *net = fake_net_of(conn);
	char accept[SP_WS_ACCEPT_LEN];

	accept_value(request->key, accept);
	tell_request(net, "upgrade", request);
	if (net->plan.upgrade == FAKE_REFUSE) {
		sp_exchange_refuse(conn, 403, "not for you");
	} else if (net->plan.upgrade == FAKE_ACCEPT_LATER) {
		conn->flags |= SP_CONN_HANDSHAKE;
		net->owed = request->no;
		net->owes_upgrade = true;
	} else if (sp_session_http_upgrade(conn, accept, sp_span(""), sp_span("X-Own: 1\r\n"))) {
		must(conn->state == SP_CONN_ESTABLISHED);
		if (net->plan.upgrade == FAKE_ACCEPT_PUSH) {
			push(conn, SP_WS_TEXT, sp_span("welcome"));
		} else if (net->plan.upgrade == FAKE_ACCEPT_CLOSE) {
			sp_conn_close(conn, 4000, sp_span("full"));
		}
	}
}

static void on_message(
	struct sp_conn *conn, enum sp_ws_event event, const struct sp_ws_event_data *message)
{
	struct fake_net *net = fake_net_of(conn);

	must(conn->state == SP_CONN_ESTABLISHED);
	must(message->len <= (size_t) net->listener.settings.package_max_length ||
		 event != SP_WS_EVENT_MESSAGE);
	tell_event(net->story, event, message);
	if (++net->messages <= net->plan.silent) {
		return;
	}
	switch (net->plan.message) {
	case FAKE_LISTEN:
		break;
	case FAKE_ECHO:
		push(conn, SP_WS_BINARY, (struct sp_span){message->payload, message->len});
		break;
	case FAKE_PUSH_CLOSE:
		push(conn, SP_WS_TEXT, sp_span("bye"));
		sp_conn_close(conn, 1000, sp_span("done"));
		break;
	case FAKE_CLOSE:
		sp_conn_close(conn, 1000, sp_span(""));
		break;
	case FAKE_DIE:
		sp_conn_abort(conn, SP_WS_CLOSE_ABNORMAL, false);
		break;
	}
}

static bool on_close(struct sp_conn *conn)
{
	struct fake_net *net = fake_net_of(conn);
	const struct sp_conn_extra *extra = conn->extra;

	must(sp_buf_printf(net->story, "close %u%s", conn->close_code,
		conn->flags & SP_CONN_BY_SERVER ? " by server " : " "));
	fake_tell(net, "", extra ? extra->close_reason : NULL, extra ? extra->close_reason_len : 0);
	return true;
}

static void on_buffer(struct sp_conn *conn, bool full)
{
	(void) conn;
	(void) full;
}

const struct sp_hooks fake_hooks = {
	.on_buffer = on_buffer,
	.on_upgrade = on_upgrade,
	.on_request = on_request,
	.on_message = on_message,
	.on_close = on_close,
};

void fake_pay(struct fake_net *net)
{
	struct sp_conn *conn = net->conn;
	bool upgrade = net->owes_upgrade;
	uint32_t owed = net->owed;

	net->owed = 0;
	net->owes_upgrade = false;
	if (owed == 0 || !sp_exchange_awaits(conn, owed)) {
		return;
	}
	if (upgrade) {
		answer(conn, "HTTP/1.1 101 Switching Protocols\r\n\r\n", false);
		sp_session_http_upgraded(conn, conn->deflate_offer);
	} else {
		answer(conn, "Content-Length: 0\r\n\r\n", true);
	}
}
