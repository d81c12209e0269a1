/* SPDX-License-Identifier: MIT */
/*
 * What the Server and the Registry do with topics, except for publishing.
 */
#include "php/server/topics.h"

#include "zend_exceptions.h"

#include "php/engine/compat.h"
#include "php/engine/text.h"
#include "php/server/object.h"
#include "php/server/roster.h"

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
	struct sp_conn *conn = php_seatpush_find_established(server, fd);

	if (conn == NULL) {
		RETVAL_BOOL(php_seatpush_established_elsewhere(server, fd) &&
					sp_relay_subscribe(&server->net->core, fd, php_seatpush_span(topic), true));
		return;
	}
	switch (sp_topics_subscribe(&server->net->core.topics, &conn->member, php_seatpush_span(topic),
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
		return php_seatpush_elsewhere(server, fd) != SP_ELSEWHERE_NO &&
			   sp_relay_subscribe(&server->net->core, fd,
				   topic != NULL ? php_seatpush_span(topic) : sp_span(""), false);
	}
	return topic != NULL ? sp_topics_unsubscribe(
							   &server->net->core.topics, &conn->member, php_seatpush_span(topic))
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
	php_seatpush_list_topics(server, fd, "topics()", return_value);
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
	php_seatpush_list_subscribers(server, name, "subscribers()", return_value);
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

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(name)
	ZEND_PARSE_PARAMETERS_END();

	server = running(ZEND_THIS, "topicStats");
	if (server == NULL || !php_seatpush_check_topic(name, 1)) {
		RETURN_THROWS();
	}
	php_seatpush_topic_stats(server, name, return_value);
}
