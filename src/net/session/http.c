/* SPDX-License-Identifier: MIT */
/*
 * Requests in, answers out, one at a time: while user code has a request, further input is kept up
 * to a limit. A head that arrives complete is parsed where it was read; only incomplete input is
 * copied.
 */
#include "net/session/http.h"

#include <stdlib.h>
#include <string.h>

#include "net/conn/input.h"
#include "net/conn/secure.h"
#include "net/session/exchange.h"
#include "net/session/file.h"
#include "net/session/origin.h"
#include "net/session/site.h"
#include "net/session/via_proxy.h"
#include "net/session/ws.h"
#include "wire/http_coding.h"
#include "wire/http_response.h"
#include "wire/ws_deflate.h"

#define KEPT_MAX ((size_t) 64 * 1024) /* bytes kept after a request that is being answered */

/* Input that is incomplete or has to wait for its turn. Zeroed is empty. */
struct sp_http_input {
	struct sp_buf bytes; /* in_body: the head; otherwise all that has not been parsed yet */
	size_t scanned;      /* of bytes, by sp_http_head_parse */
	bool in_body;
	uint32_t body_s; /* loop second in which the body began */
	struct sp_http_body body;
};

static size_t kept(const struct sp_conn *conn)
{
	const struct sp_http_input *input = conn->input;

	return sizeof(*input) + input->bytes.cap + input->body.data.cap;
}

static void drop(struct sp_conn *conn)
{
	struct sp_http_input *input = conn->input;

	if (input != NULL) {
		sp_buf_fini(&input->bytes);
		sp_http_body_fini(&input->body);
		free(input);
		conn->input = NULL;
	}
}

/* Removes what came after the request that is being answered; the caller frees the bytes. */
static struct sp_buf take_kept(struct sp_conn *conn)
{
	struct sp_http_input *input = conn->input;
	struct sp_buf bytes = input != NULL ? input->bytes : (struct sp_buf){0};

	if (input != NULL) {
		input->bytes = (struct sp_buf){0};
		sp_input_drop(conn);
	}
	return bytes;
}

/* Finds out what can be agreed on permessage-deflate. False: the request is malformed. */
static bool negotiate(struct sp_conn *conn, const struct sp_http_head *head)
{
	const struct sp_server_settings *settings = &sp_conn_core(conn)->settings;

	conn->deflate_offer = 0;
	return !settings->compression ||
		   sp_ws_deflate_choose(
			   head, (unsigned) settings->compression_window, &conn->deflate_offer);
}

static void upgrade(struct sp_conn *conn, struct sp_request *request)
{
	const struct sp_page page = sp_page_of(request->head);
	struct sp_ws_upgrade wish;
	struct sp_http_refusal refusal;

	if (!conn->listener->settings.websocket) {
		sp_exchange_refuse(conn, 400, "This port does not serve WebSocket connections.");
	} else if (!sp_ws_handshake_check(request->head, &wish, &refusal)) {
		sp_exchange_refuse(conn, refusal.status, refusal.text);
	} else if (!sp_page_allowed(conn, &page, "a WebSocket")) {
		sp_exchange_refuse(conn, 403, "Pages from this origin may not connect here.");
	} else if (!negotiate(conn, request->head)) {
		sp_exchange_refuse(conn, 400, "The field Sec-WebSocket-Extensions is malformed.");
	} else {
		request->key = wish.key.data;
		sp_conn_core(conn)->hooks->on_upgrade(conn, request);
	}
}

/* What the answer needs to know about its request. */
static uint32_t request_flags(const struct sp_conn *conn, const struct sp_http_head *head)
{
	const struct sp_core *core = sp_conn_core(conn);
	bool more = core->phase == SP_PHASE_RUNNING && !core->last_answers;
	enum sp_coding coding = conn->listener->settings.http_compression
								? sp_http_coding_choose(head, sp_compressors_available())
								: SP_CODING_IDENTITY;

	return (uint32_t) ((int) coding << SP_CONN_CODING_AT |
					   (head->keep_alive && more ? SP_CONN_KEEP_ALIVE : 0) |
					   (sp_span_equals(head->method, "HEAD") ? SP_CONN_HEAD_ONLY : 0) |
					   (head->minor_version == 0 ? SP_CONN_HTTP10 : 0));
}

/* Hands a complete request to user code. */
static void dispatch(struct sp_conn *conn, const struct sp_http_head *head,
	struct sp_span head_bytes, struct sp_span body)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_request request = {head, head_bytes, body, ++conn->request_no, NULL};

	core->counters.requests++;
	conn->state = SP_CONN_ANSWER;
	conn->deadline_s = 0;
	conn->flags &= (uint32_t) ~(SP_CONN_KEEP_ALIVE | SP_CONN_DETACHED | SP_CONN_HANDSHAKE |
								SP_CONN_HEAD_ONLY | SP_CONN_HTTP10 | SP_CONN_CODING);
	conn->flags |= request_flags(conn, head);
	if (head->upgrade_websocket) {
		upgrade(conn, &request);
	} else if (conn->listener->settings.websocket && sp_via_proxy_lost_upgrade(conn, head)) {
		sp_exchange_refuse(
			conn, 400, "This is a WebSocket's request, and Upgrade is missing in it.");
	} else if (!conn->listener->settings.http) {
		sp_exchange_refuse(conn, 400, "This port serves WebSocket connections only.");
	} else if (!sp_site_answer(conn, &request)) {
		core->hooks->on_request(conn, &request);
	}
}

/* True if input has to wait for its turn: one callback at a time, and none for a peer that is
 * behind. */
static bool held(const struct sp_conn *conn)
{
	return conn->state == SP_CONN_ANSWER ||
		   (conn->state == SP_CONN_HTTP && (conn->flags & (SP_CONN_WAITING | SP_CONN_BEHIND)));
}

/* The next request may be begun. An answer may be of any size, so a peer that asks on and on and
 * takes nothing must not be given the next one: it waits until nearly all is taken. */
static bool may_begin(struct sp_conn *conn)
{
	if (conn->state != SP_CONN_HTTP || (conn->flags & SP_CONN_WAITING)) {
		return false;
	}
	if (conn->input == NULL && sp_conn_lags(conn)) {
		conn->flags |= SP_CONN_BEHIND;
	}
	return !(conn->flags & SP_CONN_BEHIND);
}

/* What waits for its turn is bounded, and a peer that is behind is not read from at all. */
static void bound_kept(struct sp_conn *conn, size_t len)
{
	if (held(conn) && (len > KEPT_MAX || (conn->flags & SP_CONN_BEHIND))) {
		sp_conn_pause(conn, true);
	}
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

/* Keeps bytes of a request that is incomplete or has to wait for its turn. */
static void keep(struct sp_conn *conn, const char *data, size_t len, size_t scanned)
{
	struct sp_http_input *input = len > 0 ? new_input(conn, data, len) : NULL;

	if (input != NULL) {
		input->scanned = scanned;
		bound_kept(conn, len);
	}
}

/* A body may be silent for body_timeout, and in all it gets the time that its bytes earn at
 * body_min_rate. Without the second limit, one byte per timeout would hold the connection for
 * weeks. */
static uint32_t body_deadline(const struct sp_conn *conn)
{
	const struct sp_port_settings *settings = &conn->listener->settings;
	const struct sp_http_input *input = conn->input;
	uint32_t silent = sp_exchange_later(conn, settings->body_timeout_s);
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
		sp_exchange_refuse(conn, refusal.status, refusal.text);
		return len;
	case SP_HTTP_MORE:
		conn->deadline_s = body_deadline(conn);
		return used;
	case SP_HTTP_DONE:
		break;
	}
	/* The head was valid before; it is parsed again because its spans were not kept. */
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
	input->body_s = sp_conn_core(conn)->loop->now_s;
	conn->deadline_s = body_deadline(conn);
	if (sp_http_body_init(&input->body, head,
			(uint64_t) conn->listener->settings.package_max_length, &refusal) == SP_HTTP_BAD) {
		sp_exchange_refuse(conn, refusal.status, refusal.text);
	} else if (head->expect_continue &&
			   !sp_exchange_send_interim(conn, "HTTP/1.1 100 Continue\r\n\r\n")) {
		sp_conn_abort(conn, 0, false);
	}
}

/* Parses the head at the front of data. fresh: its first bytes have just arrived, and its time
 * begins. Returns the bytes used; 0: the bytes were kept, or the request was refused. */
static size_t feed_head(
	struct sp_conn *conn, const char *data, size_t len, size_t scanned, bool fresh)
{
	struct sp_http_head head;
	struct sp_http_refusal refusal;
	size_t head_len;

	switch (sp_http_head_parse(data, len, (size_t) conn->listener->settings.head_max_length,
		&scanned, &head, &head_len, &refusal)) {
	case SP_HTTP_BAD:
		sp_exchange_refuse(conn, refusal.status, refusal.text);
		return 0;
	case SP_HTTP_MORE:
		if (conn->request_no > 0 && fresh) {
			conn->deadline_s =
				sp_exchange_later(conn, conn->listener->settings.handshake_timeout_s);
		}
		keep(conn, data, len, scanned);
		return 0;
	case SP_HTTP_DONE:
		break;
	}
	if (head.field_count > (size_t) conn->listener->settings.head_max_fields) {
		sp_exchange_refuse(conn, 431, "too many header fields");
		return 0;
	}
	if ((conn->flags & SP_CONN_PROXIED) && !sp_via_proxy_client(conn, &head)) {
		return 0;
	}
	if (head.has_body) {
		begin_body(conn, &head, data, head_len);
	} else {
		dispatch(conn, &head, (struct sp_span){data, head_len}, (struct sp_span){NULL, 0});
	}
	return head_len;
}

/* Parses bytes that nothing else refers to. */
static void feed_all(struct sp_conn *conn, char *data, size_t len, size_t scanned, bool fresh)
{
	while (len > 0 && may_begin(conn) && !sp_conn_core(conn)->halted) {
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
	} else if (sp_conn_gets_messages(conn) && len > 0) {
		/* Even if Open has closed it: the answer to our close frame may be among these bytes. */
		sp_conn_protocol(conn)->feed(conn, data, len);
	}
}

static void feed(struct sp_conn *conn, char *data, size_t len)
{
	struct sp_http_input *input = conn->input;
	struct sp_buf joined;
	size_t scanned;

	if (!sp_conn_open(conn)) {
		return;
	}
	if (input == NULL || input->in_body) {
		feed_all(conn, data, len, 0, true);
		return;
	}
	if (!sp_buf_append(&input->bytes, data, len)) {
		sp_conn_abort(conn, 0, false);
		return;
	}
	if (held(conn)) {
		bound_kept(conn, input->bytes.len);
		return;
	}
	joined = input->bytes;
	scanned = input->scanned;
	free(input); /* while a head is being read, it owns nothing else */
	conn->input = NULL;
	feed_all(conn, joined.data, joined.len, scanned, false);
	sp_buf_fini(&joined);
}

static void eof(struct sp_conn *conn)
{
	/* A peer that has only ended its own side still gets the answer that waits for it, and the
	 * answers to later requests: the end is seen again when reading resumes. */
	if ((conn->state == SP_CONN_ANSWER && (conn->flags & SP_CONN_FILE)) ||
		(conn->flags & SP_CONN_BEHIND)) {
		sp_conn_pause(conn, true);
	} else if (conn->state < SP_CONN_LINGER && sp_conn_unsent(conn)) {
		sp_exchange_end(conn);
		sp_conn_pause(conn, true);
	} else {
		sp_conn_abort(conn, 0, false);
	}
}

/* No messages are kept here. */
static void drain(struct sp_conn *conn)
{
	(void) conn;
}

static void hold(struct sp_conn *conn)
{
	const struct sp_http_input *input = conn->input;

	if (conn->state == SP_CONN_HTTP && input != NULL && input->in_body) {
		sp_conn_pause(conn, true); /* there is nowhere else to put the rest of its body */
	}
}

static void close_exchange(struct sp_conn *conn, unsigned code, struct sp_span reason)
{
	(void) code;
	(void) reason;
	conn->flags |= SP_CONN_BY_SERVER;
	sp_exchange_end(conn);
}

static void refuse_memory(struct sp_conn *conn)
{
	sp_exchange_refuse(conn, 503, "The server has no memory for this request.");
}

static void end_overdue(struct sp_conn *conn)
{
	if (!sp_conn_open(conn)) {
		sp_conn_abort(conn, conn->close_code, conn->state == SP_CONN_CLOSING);
	} else if (conn->state == SP_CONN_HTTP && conn->input != NULL) {
		sp_conn_core(conn)->counters.timeouts++;
		sp_exchange_refuse(conn, 408, "The request did not arrive in time.");
	} else if (conn->state == SP_CONN_HTTP && !sp_conn_unsent(conn)) {
		/* A peer that never sent a request counts as a time-out; one without a further request does
		 * not. */
		sp_conn_core(conn)->counters.timeouts += conn->request_no == 0;
		sp_conn_finish(conn, 0);
	}
}

static void sweep(struct sp_conn *conn)
{
	/* Only write_timeout limits the rest of an answer. */
	bool answers = conn->state == SP_CONN_CLOSING && sp_conn_unsent(conn);

	if (sp_conn_stalled(conn)) {
		sp_conn_give_up(conn, 0);
	} else if (conn->state == SP_CONN_HTTP &&
			   (conn->flags & (SP_CONN_WAITING | SP_CONN_STARVED | SP_CONN_BEHIND)) &&
			   !sp_secure_is_parked(conn)) {
		if (conn->deadline_s != 0) {
			conn->deadline_s++; /* it waits for us, or for write_timeout: its time stands still */
		}
	} else if (!answers && sp_conn_overdue(conn)) {
		end_overdue(conn);
	}
}

/* While a head is incomplete. One that has a body is this process' to answer. */
static bool pack(const struct sp_conn *conn, struct sp_buf *out)
{
	const struct sp_http_input *input = conn->input;

	return input == NULL ||
		   (!input->in_body && sp_buf_append(out, input->bytes.data, input->bytes.len));
}

static bool unpack(struct sp_conn *conn, struct sp_span bytes)
{
	return bytes.len == 0 || new_input(conn, bytes.data, bytes.len) != NULL;
}

const struct sp_protocol sp_session_http = {
	.feed = feed,
	.eof = eof,
	.drain = drain,
	.hold = hold,
	.kept = kept,
	.drop = drop,
	.close = close_exchange,
	.refuse_memory = refuse_memory,
	.settle = sp_file_next,
	.sweep = sweep,
	.pack = pack,
	.unpack = unpack,
};

void sp_session_http_upgraded(struct sp_conn *conn, uint8_t deflate)
{
	struct sp_buf early;

	if (sp_conn_open(conn)) {
		early = take_kept(conn);
		sp_session_ws_begin(conn, deflate, early.data, early.len);
		sp_buf_fini(&early);
	}
}

bool sp_session_http_put_extension(struct sp_buf *out, uint8_t deflate)
{
	char text[SP_WS_DEFLATE_ANSWER_MAX];

	return deflate == 0 || sp_http_put_field(out, sp_span("Sec-WebSocket-Extensions"),
							   sp_span(sp_ws_deflate_answer(deflate, text)));
}

bool sp_session_http_upgrade(struct sp_conn *conn, const char accept[SP_WS_ACCEPT_LEN],
	struct sp_span subprotocol, struct sp_span fields)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_buf answer = {0};
	struct sp_packet *packet = NULL;
	bool done;

	if (sp_ws_handshake_put(&answer, accept, subprotocol) &&
		sp_session_http_put_extension(&answer, conn->deflate_offer) &&
		sp_buf_append(&answer, fields.data, fields.len) && sp_buf_puts(&answer, "\r\n")) {
		packet = sp_packet_new_raw(&core->packets, answer.data, answer.len, NULL, 0);
	}
	sp_buf_fini(&answer);
	done = packet != NULL && sp_conn_queue(conn, packet, false) == SP_QUEUED;
	if (packet != NULL) {
		sp_packet_release(packet);
	}
	if (done) {
		sp_session_http_upgraded(conn, conn->deflate_offer);
	} else if (sp_conn_open(conn)) {
		sp_conn_abort(conn, 0, false);
	}
	return done && sp_conn_open(conn);
}
