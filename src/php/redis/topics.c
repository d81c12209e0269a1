/* SPDX-License-Identifier: MIT */
#include "php/redis/topics.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <fnmatch.h>

#include "net/delivery/relay.h"

void php_seatpush_pattern_publish(struct php_seatpush_server *server,
	const struct php_seatpush_pattern *pattern, struct sp_span name, struct sp_span text)
{
	struct sp_core *core = &server->net->core;
	struct sp_topic *topic;
	struct sp_packet *packet;

	if (name.len < 1 || name.len > SP_TOPIC_NAME_MAX) {
		return; /* no topic has such a name */
	}
	topic = sp_topics_find(&core->topics, name);
	if (topic == NULL && !sp_relay_reaches(core)) {
		return;
	}
	packet = sp_packet_new_ws(&core->packets, true, 0, SP_WS_TEXT, text.data, text.len);
	if (packet != NULL) {
		php_seatpush_pass_on(server, name, topic, packet, &pattern->how);
		sp_packet_release(packet);
	}
}

struct gap {
	struct php_seatpush_server *server;
	const struct php_seatpush_pattern *pattern;
};

static void tell(void *arg, struct sp_topic *topic)
{
	struct gap *gap = arg;
	const struct php_seatpush_pattern *pattern = gap->pattern;
	char name[SP_TOPIC_NAME_MAX + 1];
	struct sp_span span = sp_topic_name(topic);
	const char *rest = ZSTR_VAL(pattern->text) + pattern->literal;
	struct sp_packet *packet;

	memcpy(name, span.data, span.len);
	name[span.len] = '\0';
	if (fnmatch(rest, name, 0) != 0) {
		return;
	}
	packet = sp_packet_new_ws(&gap->server->net->core.packets, true, 0, SP_WS_TEXT,
		ZSTR_VAL(pattern->gap), ZSTR_LEN(pattern->gap));
	if (packet != NULL) {
		php_seatpush_pass_on_here(gap->server, topic, packet, &pattern->how);
		sp_packet_release(packet);
	}
}

void php_seatpush_patterns_tell_gap(
	struct php_seatpush_server *server, const struct php_seatpush_pattern *first)
{
	for (const struct php_seatpush_pattern *at = first; at != NULL; at = at->next) {
		struct gap gap = {server, at};

		if (at->gap != NULL && !php_seatpush_callback_is_set(&at->callback)) {
			sp_topics_each(&server->net->core.topics, tell, &gap);
		}
	}
}

#endif
