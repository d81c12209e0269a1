/* SPDX-License-Identifier: MIT */
#include "php/http/answer.h"

#include <unistd.h>

#include "net/conn/send.h"
#include "net/session/events.h"
#include "net/session/exchange.h"
#include "net/session/http.h"
#include "php/engine/forked.h"
#include "php/engine/misuse.h"
#include "net/server/server.h"
#include "net/session/file.h"
#include "php/engine/room.h"
#include "php/http/answer_head.h"
#include "php/http/chunk.h"
#include "php/http/fields.h"
#include "php/server/object.h"
#include "wire/http_response.h"

#define STATUS_NO_CONTENT 204
#define STATUS_ERROR 500
#define STATUS_FORBIDDEN 403
#define HEAD_KEPT 4096 /* bytes: a larger buffer is not kept for the next head */

void php_seatpush_answer_note(enum php_seatpush_last_error error)
{
	if (SEATPUSH_G(server) != NULL) {
		SEATPUSH_G(server)->last_error = error;
	}
}

void php_seatpush_answer_set(
	struct php_seatpush_answer *answer, const char *key, struct sp_span text)
{
	zend_string *name = zend_string_init(key, strlen(key), 0);
	zend_string *value =
		text.len > 0 ? zend_string_init(text.data, text.len, 0) : ZSTR_EMPTY_ALLOC();

	php_seatpush_set_field(answer->fields, &answer->rules, name, value, NULL, true);
	zend_string_release(name);
	zend_string_release(value);
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

/* A script that announces a length keeps to it: the client counts the bytes. False: see
 * php_seatpush_misuse(). */
static bool length_holds(
	struct php_seatpush_answer *answer, const struct sp_conn *conn, uint64_t len, bool last)
{
	uint64_t total = answer->written + len;
	uint64_t announced;

	if (!answer->begun) {
		answer->length = php_seatpush_fields_length(answer->fields);
	}
	if (answer->length < 0) {
		return true;
	}
	announced = (uint64_t) answer->length;
	if (answer->status == STATUS_NO_CONTENT || answer->status == SEATPUSH_STATUS_SWITCHING) {
		if (announced > 0) {
			php_seatpush_misuse(0,
				"Content-Length is " ZEND_LONG_FMT ", and a response with status " ZEND_LONG_FMT
				" has no body: leave the field out (RFC 9110 section 8.6)",
				(zend_long) announced, answer->status);
		}
		return announced == 0;
	}
	if (total == announced || (!last && total < announced) ||
		(total == 0 && php_seatpush_has_no_body(conn, answer))) {
		return true;
	}
	php_seatpush_misuse(0,
		"Content-Length is " ZEND_LONG_FMT ", and the body has " ZEND_LONG_FMT
		" bytes%s: send as many, or leave the field out, and the server counts them",
		(zend_long) announced, (zend_long) total, last ? "" : " up to here");
	return false;
}

static enum sp_queued send_part(
	struct sp_conn *conn, const struct sp_buf *head, const char *body, size_t len, bool last)
{
	struct sp_packet *packet =
		sp_packet_new_raw(&sp_conn_core(conn)->packets, head->data, head->len, body, len);
	enum sp_queued queued = SP_QUEUE_NOMEM;

	if (packet != NULL) {
		queued = sp_exchange_answer(conn, packet, false, last);
		sp_packet_release(packet);
	}
	return queued;
}

/* A 101 that user code sends itself: no framing, and afterwards the connection is a WebSocket. */
static bool switch_protocol(struct sp_conn *conn, struct php_seatpush_answer *answer)
{
	struct sp_buf head = {0};
	bool done = (conn->flags & SP_CONN_HANDSHAKE) &&
				php_seatpush_put_head(&head, conn, answer, SEATPUSH_FRAMING_LENGTH, 0) &&
				send_part(conn, &head, NULL, 0, false) == SP_QUEUED;

	sp_buf_fini(&head);
	if (done) {
		sp_session_http_upgraded(conn, conn->deflate_offer);
	}
	return done;
}

static struct php_seatpush_coded coded_of(const struct php_seatpush_answer *answer)
{
	return (struct php_seatpush_coded){
		.status = answer->status, .has_length = answer->length >= 0, .fields = answer->fields};
}

static bool put_coded_head(struct sp_buf *out, struct sp_conn *conn,
	struct php_seatpush_answer *answer, enum php_seatpush_framing framing, size_t length,
	struct php_seatpush_coded *coded)
{
	zval *script = answer->fields;
	bool put;

	answer->fields = coded->fields;
	put = php_seatpush_put_head(out, conn, answer, framing, length);
	answer->fields = script;
	php_seatpush_coded_fini(coded);
	return put;
}

/* The whole response in one piece. */
static bool send_whole(
	struct sp_conn *conn, struct php_seatpush_answer *answer, const char *body, size_t len)
{
	struct sp_buf *head = &sp_conn_core(conn)->head;
	struct php_seatpush_coded coded = coded_of(answer);
	struct sp_span sent = {body, len};
	bool done;

	if (php_seatpush_encodes(conn)) {
		php_seatpush_encode_whole(&answer->encoding, &coded, conn, &sent);
	}
	head->len = 0;
	done = put_coded_head(head, conn, answer, SEATPUSH_FRAMING_LENGTH, sent.len, &coded) &&
		   send_part(conn, head, sent.data, php_seatpush_has_no_body(conn, answer) ? 0 : sent.len,
			   true) == SP_QUEUED;
	if (sent.data != body) {
		php_seatpush_encode_forget(conn);
	}
	if (head->cap > HEAD_KEPT) {
		sp_buf_fini(head);
	}
	return done;
}

/* How an answer that is sent in pieces marks its end. */
static enum php_seatpush_framing framing_of(
	const struct sp_conn *conn, const struct php_seatpush_answer *answer)
{
	if (answer->length >= 0) {
		return SEATPUSH_FRAMING_LENGTH;
	}
	return conn->flags & SP_CONN_HTTP10 ? SEATPUSH_FRAMING_UNTIL_CLOSE : SEATPUSH_FRAMING_CHUNKED;
}

static bool has_trailers(const struct php_seatpush_answer *answer)
{
	HashTable *trailers = php_seatpush_array_of(answer->trailers);

	return trailers != NULL && zend_hash_num_elements(trailers) > 0;
}

/* The head of an answer that is sent in pieces; len: bytes of the first one. */
static bool put_first(struct sp_buf *out, struct sp_conn *conn, struct php_seatpush_answer *answer,
	size_t len, bool last)
{
	enum php_seatpush_framing framing = framing_of(conn, answer);
	struct php_seatpush_coded coded = coded_of(answer);

	if (framing == SEATPUSH_FRAMING_UNTIL_CLOSE) {
		conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	}
	if (php_seatpush_encodes(conn)) {
		php_seatpush_encode_begin(&answer->encoding, &coded, conn, len, last);
	}
	return put_coded_head(out, conn, answer, framing, 0, &coded);
}

static bool put_piece(struct sp_buf *out, const struct sp_conn *conn,
	struct php_seatpush_answer *answer, struct sp_span piece, bool last)
{
	bool encodes = answer->encoding.compressor != NULL;
	bool put;

	if (php_seatpush_has_no_body(conn, answer)) {
		return true;
	}
	if (encodes && !php_seatpush_encode_piece(&answer->encoding, conn, &piece, last)) {
		return false;
	}
	put = framing_of(conn, answer) == SEATPUSH_FRAMING_CHUNKED
			  ? php_seatpush_put_chunk(out, answer->trailers, piece, last)
			  : sp_buf_append(out, piece.data, piece.len);
	if (encodes) {
		php_seatpush_encode_forget(conn);
	}
	return put;
}

/* There is room for it, or it is the last one. */
static enum sp_queued send_piece(struct sp_conn *conn, struct php_seatpush_answer *answer,
	const char *body, size_t len, bool last)
{
	struct sp_buf piece = {0};
	bool made = (answer->begun || put_first(&piece, conn, answer, len, last)) &&
				put_piece(&piece, conn, answer, (struct sp_span){body, len}, last);
	enum sp_queued queued = made ? send_part(conn, &piece, NULL, 0, last) : SP_QUEUE_NOMEM;

	sp_buf_fini(&piece);
	if (queued == SP_QUEUED) {
		answer->begun = true;
		answer->written += len;
	}
	return queued;
}

/* Sends a piece if there is room for it as it is, and nobody else waits for that. Only then is it
 * compressed: what a compressor has read cannot be taken back. */
static enum sp_queued try_piece(struct sp_conn *conn, struct php_seatpush_answer *answer,
	const struct php_seatpush_room *room, const char *body, size_t len)
{
	enum sp_queued queued = php_seatpush_room_is_behind(room, conn)
								? SP_QUEUE_FULL
								: sp_conn_make_room(conn, SEATPUSH_CHUNK_EDGES + len);

	if (queued == SP_QUEUED) {
		queued = send_piece(conn, answer, body, len, false);
		if (queued == SP_QUEUE_NOMEM && php_seatpush_encodes(conn)) {
			sp_conn_abort(conn, 0, true); /* what it was compressed to is lost */
		}
	}
	return queued;
}

bool php_seatpush_answer_write(struct php_seatpush_answer *answer, const char *body, size_t len)
{
	enum php_seatpush_room_end end = SEATPUSH_ROOM_TRY;
	enum sp_queued queued = SP_QUEUE_FULL;
	struct php_seatpush_room room;
	struct sp_conn *conn;

	php_seatpush_room_init(&room, answer->id, 0, NULL);
	while (queued == SP_QUEUE_FULL && end == SEATPUSH_ROOM_TRY) {
		conn = php_seatpush_answer_conn(answer);
		if (conn == NULL) {
			php_seatpush_encode_stop(&answer->encoding);
			break;
		}
		if (!length_holds(answer, conn, len, false)) {
			break;
		}
		queued = try_piece(conn, answer, &room, body, len);
		if (queued == SP_QUEUE_FULL) {
			end = php_seatpush_room_wait(&room, conn, "write()");
		}
	}
	php_seatpush_room_leave(&room);
	if (end == SEATPUSH_ROOM_NONE) {
		php_seatpush_answer_note(SEATPUSH_ERROR_QUEUE_FULL);
	}
	return queued == SP_QUEUED;
}

bool php_seatpush_answer_can_trail(
	const struct php_seatpush_answer *answer, const struct sp_conn *conn)
{
	return framing_of(conn, answer) == SEATPUSH_FRAMING_CHUNKED &&
		   !php_seatpush_has_no_body(conn, answer);
}

/* True if the body is to be sent in chunks for the sake of its trailers. */
static bool trails(const struct sp_conn *conn, const struct php_seatpush_answer *answer)
{
	if (!has_trailers(answer)) {
		return false;
	}
	/* They were set before it was known how the body is sent. */
	return php_seatpush_answer_can_trail(answer, conn) ||
		   !php_seatpush_field_left_out(
			   sp_span("trailer"), "trailers can only follow a body without a Content-Length");
}

static bool finish(
	struct sp_conn *conn, struct php_seatpush_answer *answer, const char *body, size_t len)
{
	bool chunked = trails(conn, answer);
	bool done;

	answer->over = true;
	if (answer->begun || chunked) {
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

bool php_seatpush_answer_end(struct php_seatpush_answer *answer, const char *body, size_t len)
{
	struct sp_conn *conn = php_seatpush_answer_conn(answer);

	if (conn == NULL) {
		answer->over = true;
		php_seatpush_encode_stop(&answer->encoding);
		return false;
	}
	return length_holds(answer, conn, len, true) && finish(conn, answer, body, len);
}

bool php_seatpush_answer_stream(struct php_seatpush_answer *answer, struct sp_span first)
{
	struct sp_conn *conn = php_seatpush_answer_conn(answer);
	struct sp_buf head = {0};
	bool done;

	if (conn == NULL) {
		return false;
	}
	if (has_trailers(answer)) {
		php_seatpush_field_left_out(sp_span("trailer"), "an event stream has no end");
	}
	answer->over = true;
	conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	done = php_seatpush_put_head(&head, conn, answer, SEATPUSH_FRAMING_UNTIL_CLOSE, 0) &&
		   send_part(conn, &head, first.data, first.len, false) == SP_QUEUED;
	sp_buf_fini(&head);
	if (!done) {
		sp_conn_abort(conn, 0, false);
		return false;
	}
	sp_session_events_begin(conn);
	return sp_conn_open(conn);
}

void php_seatpush_answer_refuse(struct php_seatpush_answer *answer, const char *text)
{
	struct sp_conn *conn = php_seatpush_answer_conn(answer);

	if (conn == NULL) {
		return;
	}
	conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	if (answer->status < SEATPUSH_STATUS_REFUSES) {
		answer->status = STATUS_FORBIDDEN;
	}
	answer->length = -1; /* what the script announced was for another body */
	finish(conn, answer, text, strlen(text));
}

void php_seatpush_answer_abandon(struct php_seatpush_answer *answer)
{
	struct sp_conn *conn = php_seatpush_answer_conn(answer);

	if (conn == NULL) {
		return;
	}
	if (answer->begun) {
		sp_conn_abort(conn, 0, true);
		return;
	}
	answer->status = STATUS_ERROR;
	if (answer->reason != NULL) {
		zend_string_release(answer->reason);
		answer->reason = NULL;
	}
	answer->length = -1; /* what the script announced was for another body */
	finish(conn, answer, "", 0);
}

bool php_seatpush_answer_file(
	struct php_seatpush_answer *answer, int fd, int64_t offset, int64_t length)
{
	struct sp_conn *conn = answer->begun ? NULL : php_seatpush_answer_conn(answer);
	struct sp_buf head = {0};
	bool sent;

	if (conn == NULL || !length_holds(answer, conn, (uint64_t) length, true)) {
		close(fd);
		return false;
	}
	if (has_trailers(answer)) {
		php_seatpush_field_left_out(sp_span("trailer"), "a file is sent with a Content-Length");
	}
	answer->over = true;
	sent = php_seatpush_put_head(&head, conn, answer, SEATPUSH_FRAMING_LENGTH, (size_t) length) &&
		   send_part(conn, &head, NULL, 0, false) == SP_QUEUED;
	sp_buf_fini(&head);
	if (php_seatpush_has_no_body(conn, answer)) {
		length = 0;
	}
	if (!sp_file_send(conn, fd, offset, length) || !sent) {
		sp_conn_abort(conn, 0, false); /* out of memory */
		return false;
	}
	return true;
}
