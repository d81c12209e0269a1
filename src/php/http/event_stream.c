/* SPDX-License-Identifier: MIT */
/*
 * Response::eventStream(): an answer that goes on as an event stream.
 */
#include "php.h"

#include "php/engine/compat.h"
#include "php/engine/misuse.h"
#include "php/http/answer.h"
#include "php/http/fields.h"
#include "php/http/page.h"
#include "php/http/response.h"
#include "wire/event_stream.h"

#define STATUS_OK 200

/* False: see php_seatpush_misuse(). */
static bool may_be_stream(const struct php_seatpush_answer *answer)
{
	if (answer->rules.kind != SEATPUSH_ANSWER_PLAIN) {
		php_seatpush_misuse(0, "a WebSocket's handshake cannot become an event stream: call "
							   "eventStream() in the Request callback");
	} else if (answer->status != STATUS_OK) {
		php_seatpush_misuse(0,
			"an event stream has status 200, and " ZEND_LONG_FMT
			" was set: browsers give up at any other; to refuse one, end() the response",
			answer->status);
	} else if (php_seatpush_fields_length(answer->fields) >= 0) {
		php_seatpush_misuse(0, "an event stream has no end, so it cannot have a Content-Length: "
							   "leave the field out");
	} else {
		return true;
	}
	return false;
}

static void set_default(struct php_seatpush_answer *answer, const char *key, const char *value)
{
	if (!php_seatpush_fields_have(answer->fields, key)) {
		php_seatpush_answer_set(answer, key, sp_span(value));
	}
}

static void set_fields(struct php_seatpush_answer *answer)
{
	php_seatpush_answer_set(answer, "Content-Type", sp_span("text/event-stream"));
	set_default(answer, "Cache-Control", "no-store");
	set_default(answer, "X-Accel-Buffering", "no"); /* nginx, and others that read it */
}

/* Something of the body goes with the head: some proxies wait for that. */
static bool begin(struct php_seatpush_answer *answer, bool retry, uint32_t retry_ms)
{
	struct sp_buf first = {0};
	bool begun =
		(retry ? sp_event_put_retry(&first, retry_ms) : sp_buf_puts(&first, SP_EVENT_COMMENT)) &&
		php_seatpush_answer_stream(answer, (struct sp_span){first.data, first.len});

	sp_buf_fini(&first);
	return begun;
}

SEATPUSH_METHOD(Response, eventStream)
{
	struct php_seatpush_answer *answer = php_seatpush_response_answer(Z_OBJ_P(ZEND_THIS));
	zend_long retry_ms = 0;
	bool no_retry = true;
	struct sp_conn *conn;

	ZEND_PARSE_PARAMETERS_START(0, 1)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG_OR_NULL(retry_ms, no_retry)
	ZEND_PARSE_PARAMETERS_END();

	if (!no_retry && (retry_ms < 0 || retry_ms > INT32_MAX)) {
		php_seatpush_misuse(1, "must be from 0 to %d milliseconds", INT32_MAX);
		RETURN_FALSE;
	}
	conn = answer->begun ? NULL : php_seatpush_answer_conn(answer);
	if (conn == NULL) {
		php_seatpush_answer_note(SEATPUSH_ERROR_RESPONSE_OVER);
		RETURN_FALSE;
	}
	if (!may_be_stream(answer) || !php_seatpush_page_let_in(answer, conn)) {
		RETURN_FALSE;
	}
	set_fields(answer);
	if (conn->flags & SP_CONN_HEAD_ONLY) {
		php_seatpush_answer_end(answer, "", 0);
		RETURN_FALSE;
	}
	RETURN_BOOL(begin(answer, !no_retry, (uint32_t) retry_ms));
}
