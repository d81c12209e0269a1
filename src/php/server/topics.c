/* SPDX-License-Identifier: MIT */
/*
 * What the Server and the Registry do with topics, except for publishing.
 */
#include "php/server/topics.h"

#include "zend_exceptions.h"

#include "php/engine/compat.h"
#include "php/server/object.h"

static struct sp_span span_of(const zend_string *text)
{
	return (struct sp_span){ZSTR_VAL(text), ZSTR_LEN(text)};
}

bool php_seatpush_check_topic(const zend_string *topic, uint32_t arg)
{
	if (ZSTR_LEN(topic) >= 1 && ZSTR_LEN(topic) <= SP_TOPIC_NAME_MAX) {
		return true;
	}
	zend_argument_value_error(
		arg, "must be a topic of 1 to %d bytes, %zu given", SP_TOPIC_NAME_MAX, ZSTR_LEN(topic));
	return false;
}

/* The server in ZEND_THIS, if it is running; NULL: an exception was thrown. */
static struct php_seatpush_server *running(zval *object, const char *method)
{
	struct php_seatpush_server *server = php_seatpush_server_of(Z_OBJ_P(object));

	return php_seatpush_running(server, method) != NULL ? server : NULL;
}

void php_seatpush_subscribe(
	struct php_seatpush_server *server, zend_long fd, zend_string *topic, zval *return_value)
{
	struct sp_conn *conn = php_seatpush_find_websocket(server, fd);

	if (conn == NULL) {
		RETURN_FALSE;
	}
	switch (sp_topics_subscribe(&server->net->core.topics, &conn->member, span_of(topic),
		conn->listener->settings.max_topics)) {
	case SP_SUBSCRIBED:
		RETURN_TRUE;
	case SP_SUBSCRIBE_TOO_MANY:
		server->last_error = SEATPUSH_ERROR_TOO_MANY_TOPICS;
		RETURN_FALSE;
	case SP_SUBSCRIBE_NOMEM:
		php_seatpush_throw_text("no memory for a further subscription");
	}
}

SEATPUSH_METHOD(Server, subscribe)
{
	struct php_seatpush_server *server;
	zend_long fd;
	zend_string *topic;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_STR(topic)
	ZEND_PARSE_PARAMETERS_END();

	server = running(ZEND_THIS, "subscribe");
	if (server == NULL || !php_seatpush_check_topic(topic, 2)) {
		RETURN_THROWS();
	}
	php_seatpush_subscribe(server, fd, topic, return_value);
}

static bool unsubscribe_all(struct sp_server *net, struct sp_conn *conn)
{
	bool any = conn->member.topics.count > 0;

	sp_topics_forget(&net->core.topics, &conn->member);
	return any;
}

bool php_seatpush_unsubscribe(struct php_seatpush_server *server, zend_long fd, zend_string *topic)
{
	struct sp_conn *conn = php_seatpush_find_open(server, fd);

	if (conn == NULL) {
		return false;
	}
	return topic != NULL
			   ? sp_topics_unsubscribe(&server->net->core.topics, &conn->member, span_of(topic))
			   : unsubscribe_all(server->net, conn);
}

SEATPUSH_METHOD(Server, unsubscribe)
{
	struct php_seatpush_server *server;
	zend_long fd;
	zend_string *topic = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(fd)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(topic)
	ZEND_PARSE_PARAMETERS_END();

	server = running(ZEND_THIS, "unsubscribe");
	if (server == NULL || (topic != NULL && !php_seatpush_check_topic(topic, 2))) {
		RETURN_THROWS();
	}
	RETURN_BOOL(php_seatpush_unsubscribe(server, fd, topic));
}

void php_seatpush_list_topics(struct php_seatpush_server *server, zend_long fd, zval *return_value)
{
	struct sp_conn *conn = php_seatpush_find(server, fd);

	array_init(return_value);
	for (uint16_t i = 0; conn != NULL && i < conn->member.topics.count; i++) {
		struct sp_span name = sp_topic_name(sp_membership_at(&conn->member.topics, i)->topic);

		add_next_index_stringl(return_value, name.data, name.len);
	}
}

SEATPUSH_METHOD(Server, topics)
{
	struct php_seatpush_server *server;
	zend_long fd;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(fd)
	ZEND_PARSE_PARAMETERS_END();

	server = running(ZEND_THIS, "topics");
	if (server == NULL) {
		RETURN_THROWS();
	}
	php_seatpush_list_topics(server, fd, return_value);
}

void php_seatpush_list_subscribers(
	struct php_seatpush_server *server, zend_string *name, zval *return_value)
{
	struct sp_topic *topic = sp_topics_find(&server->net->core.topics, span_of(name));

	array_init_size(return_value, topic ? sp_topic_count(topic) : 0);
	for (uint32_t i = 0; topic != NULL && i < sp_topic_count(topic); i++) {
		add_next_index_long(return_value, sp_topic_member(topic, i)->id);
	}
}

zend_long php_seatpush_subscriber_count(const struct php_seatpush_server *server, zend_string *name)
{
	const struct sp_topic *topic = sp_topics_find(&server->net->core.topics, span_of(name));

	return topic ? sp_topic_count(topic) : 0;
}

SEATPUSH_METHOD(Server, subscribers)
{
	zend_string *name;
	struct php_seatpush_server *server;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	server = running(ZEND_THIS, "subscribers");
	if (server == NULL || !php_seatpush_check_topic(name, 1)) {
		RETURN_THROWS();
	}
	php_seatpush_list_subscribers(server, name, return_value);
}

SEATPUSH_METHOD(Server, subscriberCount)
{
	zend_string *name;
	struct php_seatpush_server *server;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	server = running(ZEND_THIS, "subscriberCount");
	if (server == NULL || !php_seatpush_check_topic(name, 1)) {
		RETURN_THROWS();
	}
	RETURN_LONG(php_seatpush_subscriber_count(server, name));
}

SEATPUSH_METHOD(Server, topicStats)
{
	zend_string *name;
	struct php_seatpush_server *server;
	const struct sp_topic_counters *counters;
	struct sp_topic *topic;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	server = running(ZEND_THIS, "topicStats");
	if (server == NULL || !php_seatpush_check_topic(name, 1)) {
		RETURN_THROWS();
	}
	topic = sp_topics_find(&server->net->core.topics, span_of(name));
	if (topic == NULL) {
		RETURN_NULL();
	}
	counters = sp_topic_counters(topic);
	array_init(return_value);
	add_assoc_long(return_value, "subscriber_count", sp_topic_count(topic));
	add_assoc_long(return_value, "peak_subscriber_count", counters->peak);
	add_assoc_long(return_value, "publish_count", (zend_long) counters->published);
	add_assoc_long(return_value, "push_count", (zend_long) counters->queued);
	add_assoc_long(return_value, "push_bytes", (zend_long) counters->bytes);
	add_assoc_long(return_value, "coalesced_count", (zend_long) counters->coalesced);
	add_assoc_long(return_value, "conflated_count", (zend_long) counters->conflated);
	add_assoc_long(return_value, "dropped_count", (zend_long) counters->dropped);
}
