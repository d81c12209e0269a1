/* SPDX-License-Identifier: MIT */
#include "php/http/forgotten.h"

#include "net/loop/log.h"
#include "php/engine/callback.h"
#include "php/server/object.h"

/* Where the callback is that had the request. */
static zend_string *place_of(const struct sp_conn *conn)
{
	bool handshake = (conn->flags & SP_CONN_HANDSHAKE) != 0;
	struct php_seatpush_callback *callback =
		php_seatpush_conn_callback(conn, handshake ? SEATPUSH_ON_HANDSHAKE : SEATPUSH_ON_REQUEST);

	return callback != NULL ? php_seatpush_callback_place(callback) : ZSTR_EMPTY_ALLOC();
}

void php_seatpush_answer_unended(const struct php_seatpush_answer *answer)
{
	struct sp_conn *conn = php_seatpush_answer_conn(answer);
	struct sp_core *core = conn != NULL ? sp_conn_core(conn) : NULL;
	zend_string *place;

	if (core == NULL || answer->excused || core->halted || core->phase != SP_PHASE_RUNNING ||
		!sp_log_due(&core->logged.answer_s, core->loop->now_s)) {
		return;
	}
	place = place_of(conn);
	if (conn->flags & SP_CONN_HANDSHAKE) {
		sp_log(SP_LOG_WARNING,
			"the Handshake callback (%s) gave no answer, so the client gets 500: return true to let "
			"it in, false to refuse it, or call $response->end()",
			ZSTR_VAL(place));
	} else if (answer->begun) {
		sp_log(SP_LOG_WARNING,
			"the Request callback (%s) called $response->write() and never end(), so the client "
			"sees that the answer is cut: call $response->end()",
			ZSTR_VAL(place));
	} else {
		sp_log(SP_LOG_WARNING,
			"the Request callback (%s) never ended its Response, so the client gets 500: call "
			"$response->end($text). What a callback returns is not sent, and what it echoes goes "
			"to the terminal",
			ZSTR_VAL(place));
	}
	zend_string_release(place);
}

/* The script's value of a field, as text; NULL: none. */
static const zend_string *value_of(zval *fields, const char *name)
{
	zend_string *key;
	zval *value;

	ZVAL_DEREF(fields);
	if (Z_TYPE_P(fields) != IS_ARRAY) {
		return NULL;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL (Z_ARRVAL_P(fields), key, value) {
		ZVAL_DEREF(value);
		if (key != NULL && Z_TYPE_P(value) == IS_STRING &&
			sp_span_equals_nocase((struct sp_span){ZSTR_VAL(key), ZSTR_LEN(key)}, name)) {
			return Z_STR_P(value);
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

static bool has_token(zval *fields, const char *name, const char *token)
{
	const zend_string *value = value_of(fields, name);
	struct sp_span list = value ? (struct sp_span){ZSTR_VAL(value), ZSTR_LEN(value)} : sp_span("");
	struct sp_span element;

	while (sp_http_list_next(&list, &element)) {
		if (sp_span_equals_nocase(element, token)) {
			return true;
		}
	}
	return false;
}

/* What every client misses in this 101; NULL: nothing. */
static const char *missing(const struct php_seatpush_answer *answer)
{
	const zend_string *accept = value_of(answer->fields, "Sec-WebSocket-Accept");

	if (!has_token(answer->fields, "Upgrade", "websocket")) {
		return "Upgrade: websocket";
	}
	if (!has_token(answer->fields, "Connection", "Upgrade")) {
		return "Connection: Upgrade";
	}
	if (accept == NULL) {
		return "Sec-WebSocket-Accept";
	}
	if (answer->accept[0] != '\0' && strcmp(ZSTR_VAL(accept), answer->accept) != 0) {
		return "the Sec-WebSocket-Accept that belongs to the client's key";
	}
	return NULL;
}

void php_seatpush_answer_check_upgrade(const struct php_seatpush_answer *answer)
{
	struct sp_conn *conn = php_seatpush_answer_conn(answer);
	const char *what = missing(answer);
	struct sp_core *core;
	zend_string *place;

	if (what == NULL || conn == NULL || !(conn->flags & SP_CONN_HANDSHAKE)) {
		return;
	}
	core = sp_conn_core(conn);
	if (!sp_log_due(&core->logged.upgrade_s, core->loop->now_s)) {
		return;
	}
	place = place_of(conn);
	sp_log(SP_LOG_WARNING,
		"no client accepts the 101 of the Handshake callback (%s): it lacks %s. Return true "
		"without an answer, and the server sends a right one",
		ZSTR_VAL(place), what);
	zend_string_release(place);
}
