/* SPDX-License-Identifier: MIT */
#include "php/http/answer.h"

#include <unistd.h>

#include "net/conn/send.h"
#include "net/session/exchange.h"
#include "net/session/http.h"
#include "php/engine/conn.h"
#include "php/engine/forked.h"
#include "net/server/server.h"
#include "net/session/file.h"
#include "php/engine/wait.h"
#include "php/http/fields.h"
#include "php/server/object.h"
#include "wire/http_response.h"

#define HEAD_USUAL 256 /* bytes: enough for most, so that the buffer does not grow in steps */

void php_seatpush_answer_note(enum php_seatpush_last_error error)
{
	if (SEATPUSH_G(server) != NULL) {
		SEATPUSH_G(server)->last_error = error;
	}
}

struct sp_conn *php_seatpush_answer_conn(const struct php_seatpush_answer *answer)
{
	enum sp_lookup why;
	struct sp_conn *conn = NULL;

	if (php_seatpush_refuse_forked("the answer")) {
		return NULL;
	}
	if (!answer->over && SEATPUSH_G(server) != NULL && SEATPUSH_G(server)->net != NULL) {
		conn = sp_conn_find(&SEATPUSH_G(server)->net->core, answer->id, &why);
	}
	if (conn == NULL || !sp_exchange_awaits(conn, answer->request_no)) {
		php_seatpush_answer_note(SEATPUSH_ERROR_RESPONSE_OVER);
		return NULL;
	}
	return conn;
}

/* How the end of the body is marked (RFC 9112 §6). */
enum framing { FRAMING_LENGTH, FRAMING_CHUNKED, FRAMING_UNTIL_CLOSE };

static bool put_framing(struct sp_buf *out, struct sp_conn *conn,
	const struct php_seatpush_answer *answer, enum framing framing, size_t length)
{
	bool bodiless = sp_http_status_bodiless((int) answer->status);

	if (framing == FRAMING_CHUNKED && !bodiless &&
		!sp_buf_puts(out, "Transfer-Encoding: chunked\r\n")) {
		return false;
	}
	if (framing == FRAMING_LENGTH && !bodiless && !sp_http_put_content_length(out, length)) {
		return false;
	}
	return sp_buf_puts(out, conn->flags & SP_CONN_KEEP_ALIVE ? "Connection: keep-alive\r\n\r\n"
															 : "Connection: close\r\n\r\n");
}

static bool put_head(struct sp_buf *out, struct sp_conn *conn, struct php_seatpush_answer *answer,
	enum framing framing, size_t length)
{
	struct sp_core *core = sp_conn_core(conn);
	struct sp_span reason = {"", 0};

	if (answer->reason != NULL) {
		reason = (struct sp_span){ZSTR_VAL(answer->reason), ZSTR_LEN(answer->reason)};
	}
	if (!sp_buf_reserve(out, HEAD_USUAL) ||
		!sp_http_put_status(out, (int) answer->status, reason)) {
		return false;
	}
	if (answer->status == SEATPUSH_STATUS_SWITCHING) {
		return php_seatpush_put_fields(out, answer->fields, answer->cookies, SEATPUSH_FIELDS_ALL) &&
			   sp_buf_puts(out, "\r\n");
	}
	if (php_seatpush_fields_have(answer->fields, "Connection", "close") ||
		core->phase != SP_PHASE_RUNNING) {
		conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	}
	return php_seatpush_put_fields(
			   out, answer->fields, answer->cookies, SEATPUSH_FIELDS_RESPONSE) &&
		   sp_http_put_field(out, sp_span("Date"),
			   sp_http_date(&core->date, sp_loop_wall(core->loop, core->loop->now_s))) &&
		   put_framing(out, conn, answer, framing, length);
}

static enum sp_queued send_part(struct sp_conn *conn, const struct sp_buf *head, const char *body,
	size_t len, bool limited, bool last)
{
	struct sp_packet *packet =
		sp_packet_new_raw(&sp_conn_core(conn)->packets, head->data, head->len, body, len);
	enum sp_queued queued = SP_QUEUE_NOMEM;

	if (packet != NULL) {
		queued = sp_exchange_answer(conn, packet, limited, last);
		sp_packet_release(packet);
	}
	return queued;
}

/* A 101 that user code sends itself: no framing, and afterwards the connection is a WebSocket. */
static bool switch_protocol(struct sp_conn *conn, struct php_seatpush_answer *answer)
{
	struct sp_buf head = {0};
	bool done = (conn->flags & SP_CONN_HANDSHAKE) &&
				put_head(&head, conn, answer, FRAMING_LENGTH, 0) &&
				send_part(conn, &head, NULL, 0, false, false) == SP_QUEUED;

	sp_buf_fini(&head);
	if (done) {
		sp_session_http_upgraded(conn);
	}
	return done;
}

/* The answer to HEAD, and the statuses that have no content (RFC 9110 §6.4.1). */
static bool has_no_body(const struct sp_conn *conn, const struct php_seatpush_answer *answer)
{
	return (conn->flags & SP_CONN_HEAD_ONLY) || sp_http_status_bodiless((int) answer->status);
}

/* The whole response in one piece. */
static bool send_whole(
	struct sp_conn *conn, struct php_seatpush_answer *answer, const char *body, size_t len)
{
	struct sp_buf head = {0};
	bool no_body = has_no_body(conn, answer);
	bool done = put_head(&head, conn, answer, FRAMING_LENGTH, len) &&
				send_part(conn, &head, body, no_body ? 0 : len, false, true) == SP_QUEUED;

	sp_buf_fini(&head);
	return done;
}

/* A chunk with its size before it: "5\r\nhello\r\n"; last adds the chunk of size zero. */
static bool put_chunk(
	struct sp_buf *out, const struct sp_conn *conn, const char *body, size_t len, bool last)
{
	if (conn->flags & SP_CONN_HTTP10) {
		return sp_buf_append(out, body, len);
	}
	if (len > 0 && !(sp_buf_printf(out, "%zx\r\n", len) && sp_buf_append(out, body, len) &&
					   sp_buf_puts(out, "\r\n"))) {
		return false;
	}
	return !last || sp_buf_puts(out, "0\r\n\r\n");
}

static enum sp_queued send_piece(struct sp_conn *conn, struct php_seatpush_answer *answer,
	const char *body, size_t len, bool last)
{
	bool http10 = (conn->flags & SP_CONN_HTTP10) != 0;
	struct sp_buf piece = {0};
	bool made = true;
	enum sp_queued queued;

	if (!answer->begun) {
		if (http10) {
			conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
		}
		made = put_head(&piece, conn, answer, http10 ? FRAMING_UNTIL_CLOSE : FRAMING_CHUNKED, 0);
	}
	made = made && (has_no_body(conn, answer) || put_chunk(&piece, conn, body, len, last));
	queued = made ? send_part(conn, &piece, NULL, 0, !last, last) : SP_QUEUE_NOMEM;
	sp_buf_fini(&piece);
	if (queued == SP_QUEUED) {
		answer->begun = true;
	}
	return queued;
}

/* Makes the callback wait until the queue is empty or the connection ends. False: it cannot. */
static bool wait_for_room(const struct php_seatpush_answer *answer, struct sp_conn *conn)
{
	struct php_seatpush_conn *beside = php_seatpush_conn(conn);
	struct php_seatpush_wait wait = {0};
	enum sp_lookup why;

	if (beside == NULL || beside->writer != NULL || !php_seatpush_can_wait()) {
		php_seatpush_answer_note(SEATPUSH_ERROR_QUEUE_FULL);
		return false;
	}
	beside->writer = &wait;
	conn->flags |= SP_CONN_WRITER;
	if (php_seatpush_wait(&wait, "write()")) {
		return true;
	}
	/* The stop ended the wait: nobody may wake it any more, even if the answer is over or the
	 * connection is closing. */
	conn = sp_conn_find(&SEATPUSH_G(server)->net->core, answer->id, &why);
	if (conn != NULL && beside->writer == &wait) {
		beside->writer = NULL;
		conn->flags &= (uint32_t) ~SP_CONN_WRITER;
	}
	return false;
}

bool php_seatpush_answer_write(struct php_seatpush_answer *answer, const char *body, size_t len)
{
	struct sp_conn *conn;
	enum sp_queued queued;

	do {
		conn = php_seatpush_answer_conn(answer);
		queued = conn != NULL ? send_piece(conn, answer, body, len, false) : SP_QUEUE_DEAD;
	} while (queued == SP_QUEUE_FULL && wait_for_room(answer, conn));
	return queued == SP_QUEUED;
}

bool php_seatpush_answer_end(struct php_seatpush_answer *answer, const char *body, size_t len)
{
	struct sp_conn *conn = php_seatpush_answer_conn(answer);
	bool done;

	if (conn == NULL) {
		answer->over = true;
		return false;
	}
	answer->over = true;
	if (answer->begun) {
		done = send_piece(conn, answer, body, len, true) == SP_QUEUED;
	} else if (answer->status == SEATPUSH_STATUS_SWITCHING) {
		done = switch_protocol(conn, answer);
	} else {
		done = send_whole(conn, answer, body, len);
	}
	if (!done) {
		sp_conn_abort(conn, 0, false); /* out of memory, or a 101 for a request without Upgrade */
	}
	return done;
}

bool php_seatpush_answer_file(
	struct php_seatpush_answer *answer, int fd, int64_t offset, int64_t length)
{
	struct sp_conn *conn = answer->begun ? NULL : php_seatpush_answer_conn(answer);
	struct sp_buf head = {0};
	bool sent;

	if (conn == NULL) {
		close(fd);
		return false;
	}
	answer->over = true;
	sent = put_head(&head, conn, answer, FRAMING_LENGTH, (size_t) length) &&
		   send_part(conn, &head, NULL, 0, false, false) == SP_QUEUED;
	sp_buf_fini(&head);
	if (has_no_body(conn, answer)) {
		length = 0;
	}
	if (!sp_file_send(conn, fd, offset, length) || !sent) {
		sp_conn_abort(conn, 0, false); /* out of memory */
		return false;
	}
	return true;
}
