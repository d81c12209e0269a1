/* SPDX-License-Identifier: MIT */
#include "net/cluster/registry.h"

#ifdef HAVE_SEATPUSH_REDIS

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hiredis/hiredis.h>

#include "base/buf.h"
#include "net/cluster/scripts.h"
#include "net/conn/conn.h"

#define ANSWER_MS 5000
#define CHANGES_MAX 1000                /* in one script */
#define WAITING_MAX ((size_t) 16 << 20) /* bytes of changes that wait to be sent */
#define ID_TEXT 24

/* A change that waits to be sent: this, followed by the key. */
struct change {
	int64_t id;
	uint16_t key_len;
	bool joined;
};

/* One script of changes that was sent and is not answered yet. */
struct batch {
	struct sp_redis_call call;
	struct sp_registry *registry;
	struct sp_link link;
};

struct sp_registry {
	struct sp_topics *topics;
	struct sp_redis_node *node;
	struct sp_buf changes;
	struct event *flush;    /* activated by the first change */
	struct sp_link batches; /* not answered yet */
	bool overflowed;        /* changes were dropped */
	int count;              /* of the words for the next script */
	const char *words[CHANGES_MAX * 3];
	size_t lengths[CHANGES_MAX * 3];
	char ids[CHANGES_MAX][ID_TEXT];
};

static void on_changed(struct sp_redis_call *call, redisReply *reply, const char *why)
{
	struct batch *batch = SP_CONTAINER(call, struct batch, call);
	struct sp_redis_node *node = batch->registry->node;
	struct sp_redis_link *link = sp_redis_client_link(sp_redis_node_client(node));

	sp_link_remove(&batch->link);
	free(batch);
	if (reply == NULL) {
		if (sp_redis_link_ready(link)) {
			sp_redis_link_fail(link, why); /* what it did is unknown: register everything again */
		}
		return;
	}
	if (reply->type == REDIS_REPLY_ERROR) {
		sp_redis_link_fail(link, reply->str);
	} else if (reply->integer == 0) {
		sp_redis_node_lease_lost(node);
	}
	freeReplyObject(reply);
}

static void send_batch(struct sp_registry *registry)
{
	struct batch *batch;

	if (registry->count == 0 || !sp_redis_node_is_in(registry->node)) {
		registry->count = 0;
		return;
	}
	batch = calloc(1, sizeof(*batch));
	if (batch == NULL) {
		sp_redis_node_lease_lost(registry->node); /* registers everything again, later */
		return;
	}
	batch->call = (struct sp_redis_call){.done = on_changed, .timeout_ms = ANSWER_MS};
	batch->registry = registry;
	sp_list_append(&registry->batches, &batch->link);
	sp_redis_node_eval(registry->node, &batch->call, change_script, registry->count,
		registry->words, registry->lengths);
	registry->count = 0;
}

/* key is borrowed until the batch is sent. */
static void add(struct sp_registry *registry, bool joined, struct sp_span key, int64_t id)
{
	char *text = registry->ids[registry->count / 3];

	snprintf(text, ID_TEXT, "%" PRId64, id);
	registry->words[registry->count] = joined ? "+" : "-";
	registry->lengths[registry->count++] = 1;
	registry->words[registry->count] = key.data;
	registry->lengths[registry->count++] = key.len;
	registry->words[registry->count] = text;
	registry->lengths[registry->count++] = strlen(text);
	if (registry->count == CHANGES_MAX * 3) {
		send_batch(registry);
	}
}

static void send_changes(struct sp_registry *registry)
{
	const char *at = registry->changes.data;
	const char *end = at + registry->changes.len;
	struct change change;

	while (at < end) {
		memcpy(&change, at, sizeof(change));
		at += sizeof(change);
		add(registry, change.joined, (struct sp_span){at, change.key_len}, change.id);
		at += change.key_len;
	}
	send_batch(registry);
	sp_buf_fini(&registry->changes);
	if (registry->overflowed) {
		registry->overflowed = false;
		sp_redis_node_lease_lost(registry->node);
	}
}

static void on_flush(evutil_socket_t fd, short what, void *arg)
{
	(void) fd;
	(void) what;
	send_changes(arg);
}

static void on_change(void *arg, const struct sp_topic *topic, int64_t id, bool joined)
{
	struct sp_registry *registry = arg;
	struct sp_span key = sp_topic_name(topic);
	struct change change = {.id = id, .key_len = (uint16_t) key.len, .joined = joined};
	struct sp_buf *changes = &registry->changes;

	if (!sp_redis_node_is_in(registry->node)) {
		return; /* all topics are registered when the node comes in */
	}
	if (changes->len == 0) {
		event_active(registry->flush, EV_TIMEOUT, 0);
	}
	if (changes->len > WAITING_MAX || !sp_buf_reserve(changes, sizeof(change) + key.len)) {
		registry->overflowed = true;
		return;
	}
	sp_buf_append(changes, &change, sizeof(change));
	sp_buf_append(changes, key.data, key.len);
}

static void register_topic(void *arg, struct sp_topic *topic)
{
	struct sp_registry *registry = arg;

	for (uint32_t i = 0; i < sp_topic_count(topic); i++) {
		add(registry, true, sp_topic_name(topic), sp_topic_member(topic, i)->id);
	}
}

void sp_registry_enter(struct sp_registry *registry)
{
	sp_buf_fini(&registry->changes); /* all are part of what is registered below */
	registry->count = 0;
	sp_topics_each(registry->topics, register_topic, registry);
	send_batch(registry);
}

struct sp_registry *sp_registry_new(
	struct sp_loop *loop, struct sp_topics *topics, struct sp_redis_node *node)
{
	struct sp_registry *registry = calloc(1, sizeof(*registry));

	if (registry == NULL) {
		return NULL;
	}
	sp_link_init(&registry->batches);
	registry->topics = topics;
	registry->node = node;
	registry->flush = event_new(loop->base, -1, 0, on_flush, registry);
	if (registry->flush == NULL) {
		free(registry);
		return NULL;
	}
	topics->on_change = on_change;
	topics->on_change_arg = registry;
	return registry;
}

void sp_registry_free(struct sp_registry *registry)
{
	struct sp_link *link;

	if (registry == NULL) {
		return;
	}
	registry->topics->on_change = NULL;
	event_free(registry->flush);
	sp_buf_fini(&registry->changes);
	while ((link = sp_list_shift(&registry->batches)) != NULL) {
		free(SP_CONTAINER(link, struct batch, link));
	}
	free(registry);
}

void sp_registry_count(struct sp_registry *registry, struct sp_redis_call *call, struct sp_span key)
{
	send_changes(registry);
	sp_redis_node_eval(registry->node, call, count_script, 1, &key.data, &key.len);
}

void sp_registry_watchers(
	struct sp_registry *registry, struct sp_redis_call *call, struct sp_span key)
{
	send_changes(registry);
	sp_redis_node_eval(registry->node, call, watchers_script, 1, &key.data, &key.len);
}

void sp_registry_publish(struct sp_registry *registry, struct sp_redis_call *call,
	struct sp_span key, struct sp_span channel, struct sp_span payload)
{
	const char *words[3] = {key.data, channel.data, payload.data};
	size_t lengths[3] = {key.len, channel.len, payload.len};

	send_changes(registry);
	sp_redis_node_eval(registry->node, call, publish_script, 3, words, lengths);
}

#endif
