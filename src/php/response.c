/* SPDX-License-Identifier: MIT */
/*
 * The class Response. It names its exchange by the connection's id and the request's number, so
 * a late answer finds its own request or nothing.
 */
#include "php/response.h"

#include "zend_exceptions.h"

#include "net/server.h"
#include "php/classes.h"
#include "php/compat.h"
#include "php/response_fields.h"
#include "php/server.h"
#include "wire/http_response.h"

#define STATUS_SWITCHING 101
#define STATUS_MIN 200
#define STATUS_MAX 599

struct response {
	int64_t id;
	uint32_t request_no;
	zend_long status;
	zend_string *reason; /* owned; NULL: the standard one */
	bool over;           /* ended, or let go */
	bool begun;          /* write() has sent the head */
	zend_object std;
};

enum response_property { RESPONSE_FD, RESPONSE_HEADER, RESPONSE_COOKIE };

static zend_object_handlers handlers;

static struct response *response_of(zend_object *object)
{
	return (struct response *) ((char *) object - offsetof(struct response, std));
}

static struct response *this_response(zval *object)
{
	return response_of(Z_OBJ_P(object));
}

static void note_error(enum php_seatpush_last_error error)
{
	if (SEATPUSH_G(server) != NULL) {
		SEATPUSH_G(server)->last_error = error;
	}
}

/* The connection that waits for this answer, or NULL. */
static struct sp_conn *awaiting(const struct response *response)
{
	enum sp_lookup why;
	struct sp_conn *conn = NULL;

	if (!response->over && SEATPUSH_G(server) != NULL && SEATPUSH_G(server)->core != NULL) {
		conn = sp_server_find(SEATPUSH_G(server)->core, response->id, &why);
	}
	if (conn == NULL || !sp_session_awaits(conn, response->request_no)) {
		note_error(SEATPUSH_ERROR_RESPONSE_OVER);
		return NULL;
	}
	return conn;
}

void php_seatpush_response_new(zval *out, const struct sp_conn *conn)
{
	struct response *response;

	object_init_ex(out, seatpush_ce_Response);
	response = response_of(Z_OBJ_P(out));
	response->id = conn->id;
	response->request_no = conn->request_no;
	response->over = false;
	ZVAL_LONG(OBJ_PROP_NUM(Z_OBJ_P(out), RESPONSE_FD), conn->id);
}

/* How the body's end is told (RFC 9112 §6). */
enum framing { FRAMING_LENGTH, FRAMING_CHUNKED, FRAMING_UNTIL_CLOSE };

static bool put_framing(struct sp_buf *out, struct sp_conn *conn, const struct response *response,
	enum framing framing, size_t length)
{
	const char *connection = conn->flags & SP_CONN_KEEP_ALIVE ? "keep-alive" : "close";

	bool bodiless = sp_http_status_bodiless((int) response->status);

	if (framing == FRAMING_CHUNKED && !bodiless &&
		!sp_buf_puts(out, "Transfer-Encoding: chunked\r\n")) {
		return false;
	}
	if (framing == FRAMING_LENGTH && !bodiless &&
		!sp_buf_printf(out, "Content-Length: %zu\r\n", length)) {
		return false;
	}
	return sp_buf_printf(out, "Connection: %s\r\n\r\n", connection);
}

static bool put_head(struct sp_buf *out, struct sp_conn *conn, struct response *response,
	enum framing framing, size_t length)
{
	struct sp_server *server = sp_conn_server(conn);
	zval *fields = OBJ_PROP_NUM(&response->std, RESPONSE_HEADER);
	zval *cookies = OBJ_PROP_NUM(&response->std, RESPONSE_COOKIE);
	struct sp_span reason = {"", 0};

	if (response->reason != NULL) {
		reason = (struct sp_span){ZSTR_VAL(response->reason), ZSTR_LEN(response->reason)};
	}
	if (!sp_http_put_status(out, (int) response->status, reason)) {
		return false;
	}
	if (response->status == STATUS_SWITCHING) {
		return php_seatpush_put_fields(out, fields, cookies, SEATPUSH_FIELDS_ALL) &&
			   sp_buf_puts(out, "\r\n");
	}
	if (php_seatpush_fields_close(fields) || server->phase != SP_SERVER_RUNNING) {
		conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
	}
	return php_seatpush_put_fields(out, fields, cookies, SEATPUSH_FIELDS_RESPONSE) &&
		   sp_http_put_field(out, sp_span("Date"),
			   sp_http_date(&server->date, sp_loop_wall(server->loop, server->loop->now_s))) &&
		   put_framing(out, conn, response, framing, length);
}

static enum sp_queued send_part(struct sp_conn *conn, const struct sp_buf *head, const char *body,
	size_t len, size_t limit, bool last)
{
	struct sp_frame *frame =
		sp_frame_new_raw(&sp_conn_server(conn)->queued_bytes, head->data, head->len, body, len);
	enum sp_queued queued = SP_QUEUE_NOMEM;

	if (frame != NULL) {
		queued = sp_session_answer(conn, frame, limit, last);
		sp_frame_release(frame);
	}
	return queued;
}

/* User code's own 101: no framing, and the connection is a WebSocket afterwards. */
static bool switch_protocol(struct sp_conn *conn, struct response *response)
{
	struct sp_buf head = {0};
	bool done = (conn->flags & SP_CONN_HANDSHAKE) &&
				put_head(&head, conn, response, FRAMING_LENGTH, 0) &&
				send_part(conn, &head, NULL, 0, SIZE_MAX, false) == SP_QUEUED;

	sp_buf_fini(&head);
	if (done) {
		sp_session_upgraded(conn);
	}
	return done;
}

/* An answer to HEAD, and statuses that have none (RFC 9110 §6.4.1). */
static bool has_no_body(const struct sp_conn *conn, const struct response *response)
{
	return (conn->flags & SP_CONN_HEAD_ONLY) || sp_http_status_bodiless((int) response->status);
}

/* The whole response in one piece. */
static bool send_whole(
	struct sp_conn *conn, struct response *response, const char *body, size_t len)
{
	struct sp_buf head = {0};
	bool no_body = has_no_body(conn, response);
	bool done = put_head(&head, conn, response, FRAMING_LENGTH, len) &&
				send_part(conn, &head, body, no_body ? 0 : len, SIZE_MAX, true) == SP_QUEUED;

	sp_buf_fini(&head);
	return done;
}

/* Head of a chunk, and the chunk behind it: "5\r\nhello\r\n"; last adds the empty chunk. */
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

static bool send_piece(
	struct sp_conn *conn, struct response *response, const char *body, size_t len, bool last)
{
	bool http10 = (conn->flags & SP_CONN_HTTP10) != 0;
	size_t limit = last ? SIZE_MAX : sp_server_limit(conn);
	struct sp_buf piece = {0};
	bool made = true;
	enum sp_queued queued;

	if (!response->begun) {
		if (http10) {
			conn->flags &= (uint32_t) ~SP_CONN_KEEP_ALIVE;
		}
		made = put_head(&piece, conn, response, http10 ? FRAMING_UNTIL_CLOSE : FRAMING_CHUNKED, 0);
	}
	made = made && (has_no_body(conn, response) || put_chunk(&piece, conn, body, len, last));
	queued = made ? send_part(conn, &piece, NULL, 0, limit, last) : SP_QUEUE_NOMEM;
	sp_buf_fini(&piece);
	if (queued == SP_QUEUE_FULL) {
		note_error(SEATPUSH_ERROR_QUEUE_FULL);
	} else if (queued == SP_QUEUED) {
		response->begun = true;
	}
	return queued == SP_QUEUED;
}

static bool end(struct response *response, const char *body, size_t len)
{
	struct sp_conn *conn = awaiting(response);
	bool done;

	if (conn == NULL) {
		response->over = true;
		return false;
	}
	response->over = true;
	if (response->begun) {
		done = send_piece(conn, response, body, len, true);
	} else if (response->status == STATUS_SWITCHING) {
		done = switch_protocol(conn, response);
	} else {
		done = send_whole(conn, response, body, len);
	}
	if (!done) {
		sp_conn_abort(conn, 0, false); /* out of memory, or a 101 that nobody asked for */
	}
	return done;
}

bool php_seatpush_response_take_fields(zend_object *object, struct sp_buf *out)
{
	response_of(object)->over = true;
	return php_seatpush_put_fields(out, OBJ_PROP_NUM(object, RESPONSE_HEADER),
		OBJ_PROP_NUM(object, RESPONSE_COOKIE), SEATPUSH_FIELDS_UPGRADE);
}

static void header(INTERNAL_FUNCTION_PARAMETERS)
{
	struct response *response = this_response(ZEND_THIS);
	zend_string *key, *text = NULL;
	HashTable *list = NULL;
	bool format = true;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_STR(key)
		Z_PARAM_ARRAY_HT_OR_STR(list, text)
		Z_PARAM_OPTIONAL
		Z_PARAM_BOOL(format)
	ZEND_PARSE_PARAMETERS_END();

	if (response->over || response->begun) {
		note_error(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	RETURN_BOOL(php_seatpush_set_field(
		OBJ_PROP_NUM(&response->std, RESPONSE_HEADER), key, text, list, format));
}

SEATPUSH_METHOD(Response, header)
{
	header(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

static bool is_handshake(const struct response *response)
{
	const struct sp_conn *conn = awaiting(response);

	return conn != NULL && (conn->flags & SP_CONN_HANDSHAKE);
}

SEATPUSH_METHOD(Response, status)
{
	struct response *response = this_response(ZEND_THIS);
	zend_long code;
	zend_string *reason = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(code)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(reason)
	ZEND_PARSE_PARAMETERS_END();

	if ((code < STATUS_MIN && !(code == STATUS_SWITCHING && is_handshake(response))) ||
		code > STATUS_MAX) {
		zend_argument_value_error(1,
			"must be from %d to %d; %d only in a Handshake callback: what is below is no answer yet "
			"(RFC 9110 section 15.2)",
			STATUS_MIN, STATUS_MAX, STATUS_SWITCHING);
		RETURN_THROWS();
	}
	if (reason != NULL &&
		!sp_http_field_value_valid((struct sp_span){ZSTR_VAL(reason), ZSTR_LEN(reason)})) {
		zend_argument_value_error(2, "must not hold CR, LF or NUL");
		RETURN_THROWS();
	}
	if (response->over || response->begun) {
		note_error(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	response->status = code;
	if (response->reason != NULL) {
		zend_string_release(response->reason);
	}
	response->reason = reason != NULL && ZSTR_LEN(reason) > 0 ? zend_string_copy(reason) : NULL;
	RETURN_TRUE;
}

static void cookie(INTERNAL_FUNCTION_PARAMETERS, bool encode)
{
	struct response *response = this_response(ZEND_THIS);
	struct php_seatpush_cookie cookie = {0};

	ZEND_PARSE_PARAMETERS_START(1, 9)
		Z_PARAM_STR(cookie.name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(cookie.value)
		Z_PARAM_LONG(cookie.expires)
		Z_PARAM_STR(cookie.path)
		Z_PARAM_STR(cookie.domain)
		Z_PARAM_BOOL(cookie.secure)
		Z_PARAM_BOOL(cookie.httponly)
		Z_PARAM_STR(cookie.samesite)
		Z_PARAM_STR(cookie.priority)
	ZEND_PARSE_PARAMETERS_END();

	if (response->over || response->begun) {
		note_error(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	RETURN_BOOL(
		php_seatpush_set_cookie(OBJ_PROP_NUM(&response->std, RESPONSE_COOKIE), &cookie, encode));
}

SEATPUSH_METHOD(Response, cookie)
{
	cookie(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

SEATPUSH_METHOD(Response, rawcookie)
{
	cookie(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}

SEATPUSH_METHOD(Response, write)
{
	struct response *response = this_response(ZEND_THIS);
	zend_string *content;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(content)
	ZEND_PARSE_PARAMETERS_END();

	conn = awaiting(response);
	RETURN_BOOL(
		conn != NULL && send_piece(conn, response, ZSTR_VAL(content), ZSTR_LEN(content), false));
}

SEATPUSH_METHOD(Response, end)
{
	zend_string *content = NULL;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(content)
	ZEND_PARSE_PARAMETERS_END();

	RETURN_BOOL(end(this_response(ZEND_THIS), content ? ZSTR_VAL(content) : "",
		content ? ZSTR_LEN(content) : 0));
}

SEATPUSH_METHOD(Response, redirect)
{
	struct response *response = this_response(ZEND_THIS);
	zend_string *location, *name;
	zend_long code = 302;
	bool set;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(location)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(code)
	ZEND_PARSE_PARAMETERS_END();

	if (code < 300 || code > 399) {
		zend_argument_value_error(2, "must be a redirection, from 300 to 399");
		RETURN_THROWS();
	}
	if (!sp_http_field_value_valid((struct sp_span){ZSTR_VAL(location), ZSTR_LEN(location)})) {
		zend_argument_value_error(1, "must not hold CR, LF or NUL");
		RETURN_THROWS();
	}
	if (awaiting(response) == NULL || response->begun) {
		RETURN_FALSE;
	}
	name = zend_string_init(ZEND_STRL("Location"), 0);
	set = php_seatpush_set_field(
		OBJ_PROP_NUM(&response->std, RESPONSE_HEADER), name, location, NULL, true);
	zend_string_release(name);
	if (!set) {
		RETURN_THROWS();
	}
	response->status = code;
	RETURN_BOOL(end(response, "", 0));
}

SEATPUSH_METHOD(Response, isWritable)
{
	ZEND_PARSE_PARAMETERS_NONE();
	RETURN_BOOL(awaiting(this_response(ZEND_THIS)) != NULL);
}

SEATPUSH_METHOD(Response, detach)
{
	struct response *response = this_response(ZEND_THIS);
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_NONE();
	conn = response->begun ? NULL : awaiting(response);
	if (conn == NULL) {
		RETURN_FALSE;
	}
	conn->flags |= SP_CONN_DETACHED;
	response->over = true;
	RETURN_TRUE;
}

SEATPUSH_METHOD(Response, create)
{
	zend_long fd;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(fd)
	ZEND_PARSE_PARAMETERS_END();

	conn = SEATPUSH_G(server) != NULL ? php_seatpush_find_open(SEATPUSH_G(server), fd) : NULL;
	if (conn == NULL || conn->state != SP_CONN_ANSWER || !(conn->flags & SP_CONN_DETACHED)) {
		RETURN_FALSE;
	}
	conn->flags &= (uint32_t) ~SP_CONN_DETACHED;
	php_seatpush_response_new(return_value, conn);
}

static zend_object *create(zend_class_entry *ce)
{
	struct response *response = zend_object_alloc(sizeof(*response), ce);

	memset(response, 0, offsetof(struct response, std));
	response->status = 200;
	response->over = true; /* until it is tied to a request */
	zend_object_std_init(&response->std, ce);
	object_properties_init(&response->std, ce);
	response->std.handlers = &handlers;
	return &response->std;
}

/* Never ended: the client hears of it, or, in the middle of a body, at least sees that it is cut.
 */
static void abandon(struct response *response)
{
	struct sp_conn *conn = awaiting(response);

	if (conn == NULL) {
		return;
	}
	if (response->begun) {
		sp_conn_abort(conn, 0, true);
		return;
	}
	response->status = 500;
	end(response, "", 0);
}

static void free_object(zend_object *object)
{
	struct response *response = response_of(object);

	if (!response->over) {
		abandon(response);
	}
	if (response->reason != NULL) {
		zend_string_release(response->reason);
	}
	zend_object_std_dtor(object);
}

void php_seatpush_response_init_ce(zend_class_entry *ce)
{
	ce->create_object = create;
	ce->ce_flags |= ZEND_ACC_NOT_SERIALIZABLE;
	handlers = std_object_handlers;
	handlers.offset = offsetof(struct response, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
}
