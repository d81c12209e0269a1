/* SPDX-License-Identifier: MIT */
/*
 * Publishing, and the rules of topics: which messages may be left out, and when they are sent.
 */
#include "php/server/publish.h"

#include "zend_exceptions.h"

#include "net/conn/flush.h"
#include "net/delivery/deliver.h"
#include "net/delivery/window.h"
#include "net/topics/rules.h"
#include "php/engine/compat.h"
#include "php/engine/message_arg.h"
#include "php/engine/text.h"
#include "php/server/topics.h"
#include "php/ws/outgoing.h"

struct sp_packet *php_seatpush_message(struct php_seatpush_server *server, zend_string *data,
	zend_long opcode, const struct sp_packet_course *course)
{
	struct php_seatpush_outgoing out = {
		.data = data, .fin = true, .throws = true, .course = *course};

	if (opcode != SP_WS_TEXT && opcode != SP_WS_BINARY) {
		zend_argument_value_error(3, "must be %d (text) or %d (binary)", SP_WS_TEXT, SP_WS_BINARY);
		return NULL;
	}
	out.opcode = (uint8_t) opcode;
	return php_seatpush_outgoing_packet(&out, &server->net->core.packets, 2);
}

/* Arguments of the call take precedence over the topic's rule. */
static struct sp_packet_course course_of(const struct php_seatpush_server *server,
	struct sp_span name, const struct php_seatpush_publishing *how, uint32_t *window_ms)
{
	const struct sp_topic_rule *rule = sp_topic_rules_find(&server->net->topic_rules, name);
	struct sp_packet_course course = {.except = how->except};
	struct sp_span key = how->key;
	bool conflates = how->key_given;

	*window_ms = how->window_ms;
	if (rule != NULL && !how->window_given) {
		*window_ms = rule->window_ms;
	}
	if (rule != NULL && !how->key_given) {
		conflates = rule->conflates;
		key = rule->key;
	}
	if (conflates || *window_ms > 0) {
		course.key = sp_topics_key(&server->net->core.topics, name, key);
	}
	course.may_drop = rule != NULL && rule->drops;
	return course;
}

/* To the members that this process has, and those of others. */
static struct php_seatpush_reach spread(struct php_seatpush_server *server, struct sp_span name,
	struct sp_topic *topic, struct sp_packet *packet, uint32_t window_ms)
{
	struct sp_core *core = &server->net->core;
	struct php_seatpush_reach reach;

	core->counters.publishes++;
	reach.nearby = sp_relay_publish(core, name, packet, window_ms);
	reach.here = sp_publish(&server->net->windows, topic, packet, window_ms);
	return reach;
}

void php_seatpush_pass_on(struct php_seatpush_server *server, struct sp_span name,
	struct sp_topic *topic, struct sp_packet *packet, const struct php_seatpush_publishing *how)
{
	uint32_t window_ms;

	packet->course = course_of(server, name, how, &window_ms);
	spread(server, name, topic, packet, window_ms);
}

void php_seatpush_pass_on_here(struct php_seatpush_server *server, struct sp_topic *topic,
	struct sp_packet *packet, const struct php_seatpush_publishing *how)
{
	uint32_t window_ms;

	packet->course = course_of(server, sp_topic_name(topic), how, &window_ms);
	sp_publish(&server->net->windows, topic, packet, window_ms);
}

bool php_seatpush_publish(struct php_seatpush_server *server, zend_string *name, zend_string *data,
	const struct php_seatpush_publishing *how, struct php_seatpush_reach *reach)
{
	uint32_t window_ms;
	struct sp_packet_course course = course_of(server, php_seatpush_span(name), how, &window_ms);
	struct sp_packet *packet;

	/* Even if nobody is subscribed: invalid data is reported all the same. */
	packet = php_seatpush_message(server, data, how->opcode, &course);
	if (packet == NULL) {
		return false;
	}
	*reach = spread(server, php_seatpush_span(name),
		sp_topics_find(&server->net->core.topics, php_seatpush_span(name)), packet, window_ms);
	sp_packet_release(packet);
	sp_flush_if_due(&server->net->core);
	return true;
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

bool php_seatpush_publishing_init(struct php_seatpush_publishing *how, const zend_string *key,
	bool window_given, zend_long window_ms, uint32_t window_arg)
{
	how->key_given = key != NULL;
	how->key = key != NULL ? php_seatpush_span(key) : sp_span("");
	how->window_given = window_given;
	how->window_ms = (uint32_t) window_ms;
	return check_window(window_ms, window_arg);
}

SEATPUSH_METHOD(Server, publish)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_string *name, *data, *key = NULL;
	zval *given;
	zend_long opcode = SP_WS_TEXT, except = 0, window_ms = 0;
	bool nobody = true, no_window = true;
	struct php_seatpush_publishing how = {0};
	struct php_seatpush_reach reach;

	ZEND_PARSE_PARAMETERS_START(2, 6)
		Z_PARAM_STR(name)
		Z_PARAM_ZVAL(given)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(opcode)
		Z_PARAM_LONG_OR_NULL(except, nobody)
		Z_PARAM_STR_OR_NULL(key)
		Z_PARAM_LONG_OR_NULL(window_ms, no_window)
	ZEND_PARSE_PARAMETERS_END();

	if (!php_seatpush_message_arg(given, 2, &data) ||
		php_seatpush_running(server, "publish") == NULL || !php_seatpush_check_topic(name, 1) ||
		!php_seatpush_publishing_init(&how, key, !no_window, window_ms, 6)) {
		RETURN_THROWS();
	}
	how.opcode = opcode;
	how.except = nobody ? 0 : except;
	if (!php_seatpush_publish(server, name, data, &how, &reach)) {
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long) reach.here + reach.nearby);
}

/* False: an exception was thrown. */
static bool check_pattern(const zend_string *pattern)
{
	if (!php_seatpush_check_topic(pattern, 1)) {
		return false;
	}
	if (memchr(ZSTR_VAL(pattern), '*', ZSTR_LEN(pattern) - 1) != NULL) {
		zend_argument_value_error(
			1, "must be a topic, or the beginning of topics with a star at the end");
		return false;
	}
	return true;
}

/* False: an exception was thrown. NULL: the default. */
static bool read_when_full(const zend_string *policy, bool *drops)
{
	*drops = policy != NULL && zend_string_equals_literal(policy, "drop_oldest");
	if (policy != NULL && !*drops && !zend_string_equals_literal(policy, "close")) {
		zend_argument_value_error(4, "must be \"close\" or \"drop_oldest\"");
		return false;
	}
	return true;
}

SEATPUSH_METHOD(Server, topic)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(ZEND_THIS));
	zend_string *pattern, *key = NULL, *when_full = NULL;
	zend_long window_ms = 0;
	struct sp_topic_rule *rule;
	bool drops;

	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_STR(pattern)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(key)
		Z_PARAM_LONG(window_ms)
		Z_PARAM_STR(when_full)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_pattern(pattern) || !check_window(window_ms, 3) ||
		!read_when_full(when_full, &drops)) {
		RETURN_THROWS();
	}
	if (key == NULL && window_ms == 0 && when_full == NULL) {
		zend_argument_value_error(
			2, "or windowMs or whenFull must be given: a rule without any of them has no effect");
		RETURN_THROWS();
	}
	if (server->net == NULL || server->started) {
		php_seatpush_throw_text("set the rules of topics before start()");
		RETURN_THROWS();
	}
	rule = sp_topic_rules_add(&server->net->topic_rules, php_seatpush_span(pattern),
		key != NULL ? php_seatpush_span(key) : sp_span(""));
	if (rule == NULL) {
		php_seatpush_throw_text("no memory for a rule");
		RETURN_THROWS();
	}
	rule->window_ms = (uint32_t) window_ms;
	rule->conflates = key != NULL || window_ms > 0;
	rule->drops = drops;
}
