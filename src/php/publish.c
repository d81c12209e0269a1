/* SPDX-License-Identifier: MIT */
/*
 * Publishing, and the rules of topics: what of it may be left out, and when it leaves.
 */
#include "php.h"
#include "zend_exceptions.h"

#include "net/delivery.h"
#include "net/topic_rules.h"
#include "net/window.h"
#include "php/compat.h"
#include "php/outgoing.h"
#include "php/server.h"

static struct sp_span span_of(const zend_string *text)
{
	return (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)};
}

struct sp_frame *php_seatpush_message(
	struct php_seatpush_server *server, zend_string *data, zend_long opcode, uint64_t key)
{
	struct php_seatpush_outgoing out = {.data = data, .fin = true, .key = key};

	if (opcode != SP_WS_TEXT && opcode != SP_WS_BINARY) {
		zend_argument_value_error(3, "must be %d (text) or %d (binary)", SP_WS_TEXT, SP_WS_BINARY);
		return NULL;
	}
	out.opcode = (uint8_t) opcode;
	out.is_bulk = true;
	return php_seatpush_outgoing_frame(&out, &server->core->queued_bytes, 2);
}

uint32_t php_seatpush_pass_on(struct php_seatpush_server *server, struct sp_span name,
	struct sp_topic *topic, struct sp_frame *frame, int64_t except)
{
	const struct sp_topic_rule *rule = sp_topic_rules_find(&server->core->topic_rules, name);

	frame->is_bulk = true;
	if (rule != NULL) {
		frame->key = sp_topics_key(&server->core->topics, name, rule->key);
	}
	return sp_publish(server->core, topic, frame, except, rule != NULL ? rule->window_ms : 0);
}

zend_long php_seatpush_publish(struct php_seatpush_server *server, zend_string *name,
	zend_string *data, const struct php_seatpush_publishing *how)
{
	const struct sp_topic_rule *rule =
		sp_topic_rules_find(&server->core->topic_rules, span_of(name));
	struct sp_span key = how->key;
	bool conflates = how->own_key;
	uint32_t window_ms = how->window_ms;
	struct sp_frame *frame;
	zend_long accepted;

	if (rule != NULL && !how->own_key) {
		conflates = true;
		key = rule->key;
	}
	if (rule != NULL && !how->own_window) {
		window_ms = rule->window_ms;
	}
	/* Also if nobody listens: what is wrong with the data is said all the same. */
	frame = php_seatpush_message(server, data, how->opcode,
		conflates || window_ms > 0 ? sp_topics_key(&server->core->topics, span_of(name), key) : 0);
	if (frame == NULL) {
		return -1;
	}
	accepted = sp_publish(server->core, sp_topics_find(&server->core->topics, span_of(name)), frame,
		how->except, window_ms);
	sp_frame_release(frame);
	sp_flush_if_due(server->core);
	return accepted;
}

/* False: an exception was thrown. */
static bool check_window(zend_long ms, uint32_t arg)
{
	if (ms < 0 || ms > SP_WINDOW_MAX_MS) {
		zend_argument_value_error(arg, "must be from 0 to %d milliseconds", SP_WINDOW_MAX_MS);
		return false;
	}
	return true;
}

SEATPUSH_METHOD(Server, publish)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_string *name, *data, *key = NULL;
	zend_long opcode = SP_WS_TEXT, except = 0, window_ms = 0, accepted;
	bool nobody = true, no_window = true;
	struct php_seatpush_publishing how;

	ZEND_PARSE_PARAMETERS_START(2, 6)
		Z_PARAM_STR(name)
		Z_PARAM_STR(data)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(opcode)
		Z_PARAM_LONG_OR_NULL(except, nobody)
		Z_PARAM_STR_OR_NULL(key)
		Z_PARAM_LONG_OR_NULL(window_ms, no_window)
	ZEND_PARSE_PARAMETERS_END();

	if (php_seatpush_running(server, "publish") == NULL || !php_seatpush_check_topic(name, 1) ||
		!check_window(window_ms, 6)) {
		RETURN_THROWS();
	}
	how = (struct php_seatpush_publishing){.opcode = opcode,
		.except = nobody ? 0 : except,
		.own_key = key != NULL,
		.key = key != NULL ? span_of(key) : sp_span(""),
		.own_window = !no_window,
		.window_ms = (uint32_t) window_ms};
	accepted = php_seatpush_publish(server, name, data, &how);
	if (accepted < 0) {
		RETURN_THROWS();
	}
	RETURN_LONG(accepted);
}

SEATPUSH_METHOD(Server, topic)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_string *pattern, *key = NULL;
	zend_long window_ms = 0;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_STR(pattern)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(key)
		Z_PARAM_LONG(window_ms)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_seatpush_check_topic(pattern, 1) || !check_window(window_ms, 3)) {
		RETURN_THROWS();
	}
	if (memchr(ZSTR_VAL(pattern), '*', ZSTR_LEN(pattern) - 1) != NULL) {
		zend_argument_value_error(
			1, "must be a topic, or the start of topics and a star at the end");
		RETURN_THROWS();
	}
	if (key == NULL && window_ms == 0) {
		zend_argument_value_error(2, "or windowMs must be given: a rule without both says nothing");
		RETURN_THROWS();
	}
	if (server->core == NULL || server->started) {
		php_seatpush_throw_text("say the rules of topics before start()");
		RETURN_THROWS();
	}
	if (!sp_topic_rules_add(&server->core->topic_rules, span_of(pattern),
			key != NULL ? span_of(key) : sp_span(""), (uint32_t) window_ms)) {
		php_seatpush_throw_text("no memory for a rule");
	}
}
