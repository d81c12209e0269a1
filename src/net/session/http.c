/* SPDX-License-Identifier: MIT */
/*
 * Requests in, answers out, one at a time: while user code has a request, what the peer sends on
 * is kept up to a limit. A head that arrives whole is parsed where it was read; only what is
 * incomplete is copied.
 */
#include "net/session/http.h"

#include <stdlib.h>
#include <string.h>

#include "net/loop/log.h"
#include "net/server/server.h"
#include "net/session/origin.h"
#include "net/session/ws.h"
#include "wire/http_response.h"

#define KEPT_MAX ((size_t) 64 * 1024) /* bytes kept behind a request that is being answered */

/* Body first, then what comes behind it; zeroed is empty. */
struct sp_http_input {
	struct sp_buf bytes; /* in_body: the head; otherwise all that is not parsed yet */
	size_t scanned;      /* of bytes, by sp_http_head_parse */
	bool in_body;
	uint32_t body_s; /* loop second in which the body began */
	struct sp_http_body body;
};

size_t sp_session_http_kept(const struct sp_conn *conn)
{
	const struct sp_http_input *input = conn->input;

	return sizeof(*input) + input->bytes.cap + input->body.data.cap;
}

bool sp_session_http_in_body(const struct sp_conn *conn)
{
	const struct sp_http_input *input = conn->input;

	return input != NULL && input->in_body;
}

void sp_session_http_drop(struct sp_conn *conn)
{
	struct sp_http_input *input = conn->input;

	if (input != NULL) {
		sp_buf_fini(&input->bytes);
		sp_http_body_fini(&input->body);
		free(input);
		conn->input = NULL;
	}
}

struct sp_buf sp_session_http_take_kept(struct sp_conn *conn)
{
	struct sp_http_input *input = conn->input;
	struct sp_buf kept = {0};

	if (input != NULL) {
		kept = input->bytes;
		input->bytes = (struct sp_buf){0};
		sp_session_drop_input(conn);
	}
	return kept;
}

void sp_session_http_end(struct sp_conn *conn)
{
	sp_conn_finish(conn, 0);
	sp_session_drop_input(conn); /* no hook runs over it: they are given what was taken out */
}

static uint32_t later(const struct sp_conn *conn, int64_t seconds)
{
	return sp_conn_server(conn)->loop->now_s + (uint32_t) seconds + 1;
}

void sp_session_http_await(struct sp_conn *conn, bool first)
{
	const struct sp_port_settings *settings = &conn->listener->settings;

	conn->deadline_s =
		later(conn, first ? settings->handshake_timeout_s : settings->keepalive_timeout_s);
}

void sp_session_refuse(struct sp_conn *conn, int status, const char *text)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_buf answer = {0};
	struct sp_packet *frame = NULL;

	server->counters.refused_requests++;
	sp_log(SP_LOG_DEBUG, "request refused: %d %s", status, text);
	if (sp_http_put_refusal(&answer, status, text,
			sp_http_date(&server->date, sp_loop_wall(server->loop, server->loop->now_s)),
			(conn->flags & SP_CONN_HEAD_ONLY) != 0)) {
		frame = sp_packet_new_raw(&server->frames, answer.data, answer.len, NULL, 0);
	}
	sp_buf_fini(&answer);
	if (frame == NULL || sp_conn_queue(conn, frame, false) != SP_QUEUED) {
		sp_conn_abort(conn, 0, false);
	} else {
		conn->flags |= SP_CONN_BY_SERVER;
		sp_session_http_end(conn);
	}
	if (frame != NULL) {
		sp_packet_release(frame);
	}
}

bool sp_session_awaits(const struct sp_conn *conn, uint32_t request_no)
{
	return conn->state == SP_CONN_ANSWER && conn->request_no == request_no;
}

enum sp_queued sp_session_answer(
	struct sp_conn *conn, struct sp_packet *part, bool limited, bool last)
{
	enum sp_queued queued = part == NULL ? SP_QUEUED : sp_conn_queue(conn, part, limited);

	if (queued != SP_QUEUED || !last || conn->state != SP_CONN_ANSWER) {
		return queued;
	}
	sp_conn_server(conn)->counters.responses++;
	if (conn->flags & SP_CONN_KEEP_ALIVE) {
		conn->state = SP_CONN_HTTP;
		sp_session_http_await(conn, false);
		conn->flags |= SP_CONN_RESUME;
		sp_conn_mark_dirty(conn);
	} else {
		conn->flags |= SP_CONN_BY_SERVER;
		sp_session_http_end(conn);
	}
	return queued;
}

static bool send_text(struct sp_conn *conn, const char *text)
{
	struct sp_packet *frame =
		sp_packet_new_raw(&sp_conn_server(conn)->frames, text, strlen(text), NULL, 0);
	bool done = frame != NULL && sp_conn_queue(conn, frame, false) == SP_QUEUED;

	if (frame != NULL) {
		sp_packet_release(frame);
	}
	return done;
}

static void upgrade(struct sp_conn *conn, struct sp_request *request)
{
	struct sp_ws_upgrade wish;
	struct sp_http_refusal refusal;

	if (!conn->listener->settings.websocket) {
		sp_session_refuse(conn, 400, "This port serves no WebSocket.");
	} else if (!sp_ws_handshake_check(request->head, &wish, &refusal)) {
		sp_session_refuse(conn, refusal.status, refusal.text);
	} else if (!sp_session_origin_allowed(conn, request->head, wish.origin)) {
		sp_session_refuse(conn, 403, "Pages of this origin may not connect here.");
	} else {
		request->key = wish.key.data;
		sp_conn_server(conn)->hooks->on_upgrade(conn, request);
	}
}

/* What the answer has to know of its request. */
static uint32_t request_flags(const struct sp_http_head *head, bool more)
{
	return (uint32_t) ((head->keep_alive && more ? SP_CONN_KEEP_ALIVE : 0) |
					   (sp_span_equals(head->method, "HEAD") ? SP_CONN_HEAD_ONLY : 0) |
					   (head->minor_version == 0 ? SP_CONN_HTTP10 : 0));
}

/* Hands a whole request to user code. */
static void dispatch(struct sp_conn *conn, const struct sp_http_head *head,
	struct sp_span head_bytes, struct sp_span body)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_request request = {head, head_bytes, body, ++conn->request_no, NULL};

	server->counters.requests++;
	conn->state = SP_CONN_ANSWER;
	conn->deadline_s = 0;
	conn->flags &= (uint32_t) ~(SP_CONN_KEEP_ALIVE | SP_CONN_DETACHED | SP_CONN_HANDSHAKE |
								SP_CONN_HEAD_ONLY | SP_CONN_HTTP10);
	conn->flags |= request_flags(head, server->phase == SP_SERVER_RUNNING);
	if (head->upgrade_websocket) {
		upgrade(conn, &request);
	} else if (!conn->listener->settings.http) {
		sp_session_refuse(conn, 400, "This port serves WebSocket connections only.");
	} else {
		server->hooks->on_request(conn, &request);
	}
}

/* Input waits for its turn: one callback at a time. */
static bool held(const struct sp_conn *conn)
{
	return conn->state == SP_CONN_ANSWER ||
		   (conn->state == SP_CONN_HTTP && (conn->flags & SP_CONN_WAITING));
}

static struct sp_http_input *new_input(struct sp_conn *conn, const char *data, size_t len)
{
	struct sp_http_input *input = calloc(1, sizeof(*input));

	if (input == NULL || !sp_buf_append(&input->bytes, data, len)) {
		free(input);
		sp_conn_abort(conn, 0, false);
		return NULL;
	}
	conn->input = input;
	return input;
}

/* Bytes of a request that is not complete, or that has to wait for its turn. */
static void keep(struct sp_conn *conn, const char *data, size_t len, size_t scanned)
{
	struct sp_http_input *input = len > 0 ? new_input(conn, data, len) : NULL;

	if (input != NULL) {
		input->scanned = scanned;
		if (held(conn) && len > KEPT_MAX) {
			sp_conn_pause(conn, true);
		}
	}
}

/* A body has body_timeout without a byte, and in all as long as its bytes earn it: without the
 * latter, one byte a timeout would hold the connection for weeks. */
static uint32_t body_deadline(const struct sp_conn *conn)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	const struct sp_http_input *input = conn->input;
	uint32_t silent = later(conn, settings->body_timeout_s);
	uint64_t slow;

	if (settings->body_min_rate == 0) {
		return silent;
	}
	slow = input->body_s + (uint64_t) settings->body_timeout_s + 1 +
		   input->body.data.len / (uint64_t) settings->body_min_rate;
	return slow < silent ? (uint32_t) slow : silent;
}

/* Feeds the body; a complete one goes to user code. Returns the bytes used. */
static size_t feed_body(struct sp_conn *conn, const char *data, size_t len)
{
	struct sp_http_input *input = conn->input;
	struct sp_http_refusal refusal;
	struct sp_http_head head;
	size_t used = 0, head_len, scanned = 0;

	switch (sp_http_body_feed(&input->body, data, len, &used, &refusal)) {
	case SP_HTTP_BAD:
		sp_session_refuse(conn, refusal.status, refusal.text);
		return len;
	case SP_HTTP_MORE:
		conn->deadline_s = body_deadline(conn);
		return used;
	case SP_HTTP_DONE:
		break;
	}
	/* The head was good before; it is read again because its spans were not kept. */
	conn->input = NULL;
	if (sp_http_head_parse(input->bytes.data, input->bytes.len, input->bytes.len, &scanned, &head,
			&head_len, &refusal) == SP_HTTP_DONE) {
		dispatch(conn, &head, (struct sp_span){input->bytes.data, input->bytes.len},
			(struct sp_span){input->body.data.data, input->body.data.len});
	}
	sp_buf_fini(&input->bytes);
	sp_http_body_fini(&input->body);
	free(input);
	return used;
}

static void begin_body(
	struct sp_conn *conn, const struct sp_http_head *head, const char *data, size_t head_len)
{
	struct sp_http_refusal refusal;
	struct sp_http_input *input = new_input(conn, data, head_len);

	if (input == NULL) {
		return;
	}
	input->in_body = true;
	input->body_s = sp_conn_server(conn)->loop->now_s;
	conn->deadline_s = body_deadline(conn);
	if (sp_http_body_init(&input->body, head,
			(uint64_t) conn->listener->settings.package_max_length, &refusal) == SP_HTTP_BAD) {
		sp_session_refuse(conn, refusal.status, refusal.text);
	} else if (head->expect_continue && !send_text(conn, "HTTP/1.1 100 Continue\r\n\r\n")) {
		sp_conn_abort(conn, 0, false);
	}
}

/* Reads a head from the front; fresh: its first bytes came just now, and its time begins. Returns
 * the bytes used; 0: what there is was kept or refused. */
static size_t feed_head(
	struct sp_conn *conn, const char *data, size_t len, size_t scanned, bool fresh)
{
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	size_t head_len;

	switch (sp_http_head_parse(data, len, (size_t) conn->listener->settings.head_max_length,
		&scanned, &head, &head_len, &refusal)) {
	case SP_HTTP_BAD:
		sp_session_refuse(conn, refusal.status, refusal.text);
		return 0;
	case SP_HTTP_MORE:
		if (conn->request_no > 0 && fresh) {
			conn->deadline_s = later(conn, conn->listener->settings.handshake_timeout_s);
		}
		keep(conn, data, len, scanned);
		return 0;
	case SP_HTTP_DONE:
		break;
	}
	if (head.field_count > (size_t) conn->listener->settings.head_max_fields) {
		sp_session_refuse(conn, 431, "too many header fields");
		return 0;
	}
	if (head.has_body) {
		begin_body(conn, &head, data, head_len);
	} else {
		dispatch(conn, &head, (struct sp_span){data, head_len}, (struct sp_span){NULL, 0});
	}
	return head_len;
}

/* Goes through bytes that nothing else holds on to. */
static void feed_all(struct sp_conn *conn, char *data, size_t len, size_t scanned, bool fresh)
{
	while (len > 0 && conn->state == SP_CONN_HTTP && !(conn->flags & SP_CONN_WAITING) &&
		   !sp_conn_server(conn)->halted) {
		size_t used = conn->input != NULL ? feed_body(conn, data, len)
										  : feed_head(conn, data, len, scanned, fresh);

		if (used == 0) {
			return;
		}
		scanned = 0;
		fresh = true;
		data += used;
		len -= used;
	}
	if (held(conn)) {
		keep(conn, data, len, 0);
	} else if (sp_session_ws_speaks(conn) && len > 0) {
		/* Also if Open has closed it: the close frame that answers ours may lie here. */
		sp_session_ws_feed(conn, data, len);
	}
}

void sp_session_http_feed(struct sp_conn *conn, char *data, size_t len)
{
	struct sp_http_input *input = conn->input;
	struct sp_buf joined;
	size_t scanned;

	if (input == NULL || input->in_body) {
		feed_all(conn, data, len, 0, true);
		return;
	}
	if (!sp_buf_append(&input->bytes, data, len)) {
		sp_conn_abort(conn, 0, false);
		return;
	}
	if (held(conn)) {
		if (input->bytes.len > KEPT_MAX) {
			sp_conn_pause(conn, true);
		}
		return;
	}
	joined = input->bytes;
	scanned = input->scanned;
	free(input); /* in the head nothing else is held */
	conn->input = NULL;
	feed_all(conn, joined.data, joined.len, scanned, false);
	sp_buf_fini(&joined);
}

bool sp_session_upgrade(struct sp_conn *conn, const char accept[SP_WS_ACCEPT_LEN],
	struct sp_span subprotocol, struct sp_span fields)
{
	struct sp_server *server = sp_conn_server(conn);
	struct sp_buf answer = {0};
	struct sp_packet *frame = NULL;
	bool done;

	if (sp_ws_handshake_put(&answer, accept, subprotocol) &&
		sp_buf_append(&answer, fields.data, fields.len) && sp_buf_puts(&answer, "\r\n")) {
		frame = sp_packet_new_raw(&server->frames, answer.data, answer.len, NULL, 0);
	}
	sp_buf_fini(&answer);
	done = frame != NULL && sp_conn_queue(conn, frame, false) == SP_QUEUED;
	if (frame != NULL) {
		sp_packet_release(frame);
	}
	if (done) {
		sp_session_upgraded(conn);
	} else {
		sp_conn_abort(conn, 0, false);
	}
	return done && sp_conn_open(conn);
}
