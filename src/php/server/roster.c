/* SPDX-License-Identifier: MIT */
/*
 * A connection that is on its way from one worker to another may be in both their answers, but is
 * in one of them in any case: the one that gives it has it until it knows that the other one does.
 * So each answer says how many are on their way, and if there are any, ids are counted once.
 */
#include "php/server/roster.h"

#include "base/pack.h"
#include "php/engine/text.h"
#include "php/server/elsewhere.h"

static struct sp_span bytes_of(const struct sp_buf *buf)
{
	return (struct sp_span){buf->data, buf->len};
}

/* --- the topics of a connection --- */

bool php_seatpush_topics_pack(const struct sp_conn *conn, struct sp_buf *out)
{
	bool done = true;

	for (uint16_t i = 0; i < conn->member.topics.count && done; i++) {
		done = sp_pack_text(out, sp_topic_name(sp_membership_at(&conn->member.topics, i)->topic));
	}
	return done;
}

static void topics_elsewhere(
	struct php_seatpush_server *server, zend_long fd, const char *method, zval *return_value)
{
	struct sp_buf answer;
	struct sp_unpack from;

	if (!php_seatpush_ask_about(server, fd, SEATPUSH_ASK_TOPICS, method, &answer)) {
		return;
	}
	from = (struct sp_unpack){bytes_of(&answer), false};
	from.rest = sp_unpack_text(&from);
	while (from.rest.len > 0 && !from.is_bad) {
		struct sp_span name = sp_unpack_text(&from);

		if (!from.is_bad) {
			add_next_index_stringl(return_value, name.data, name.len);
		}
	}
	sp_buf_fini(&answer);
}

void php_seatpush_list_topics(
	struct php_seatpush_server *server, zend_long fd, const char *method, zval *return_value)
{
	struct sp_conn *conn = php_seatpush_find(server, fd);

	array_init(return_value);
	if (conn == NULL) {
		topics_elsewhere(server, fd, method, return_value);
		return;
	}
	for (uint16_t i = 0; i < conn->member.topics.count; i++) {
		struct sp_span name = sp_topic_name(sp_membership_at(&conn->member.topics, i)->topic);

		add_next_index_stringl(return_value, name.data, name.len);
	}
}

/* --- the connections of a topic --- */

static bool has(const struct sp_conn *conn, const struct sp_topic *topic)
{
	for (uint16_t i = 0; i < conn->member.topics.count; i++) {
		if (sp_membership_at(&conn->member.topics, i)->topic == topic) {
			return true;
		}
	}
	return false;
}

/* The next member that is on its way to another worker, from link on; NULL: there is none. */
static const struct sp_conn *leaving_from(
	const struct sp_core *core, const struct sp_topic *topic, const struct sp_link *link)
{
	for (; link != &core->leaving; link = link->next) {
		const struct sp_conn *conn = SP_CONTAINER(link, struct sp_conn, all);

		if (has(conn, topic)) {
			return conn;
		}
	}
	return NULL;
}

static uint32_t count_leaving(const struct sp_core *core, const struct sp_topic *topic)
{
	const struct sp_conn *conn = leaving_from(core, topic, core->leaving.next);
	uint32_t count = 0;

	for (; conn != NULL; conn = leaving_from(core, topic, conn->all.next)) {
		count++;
	}
	return count;
}

bool php_seatpush_subscribers_pack(
	const struct sp_core *core, struct sp_span topic, struct sp_buf *out)
{
	const struct sp_topic *found = sp_topics_find(&core->topics, topic);
	const struct sp_conn *conn;
	bool done = sp_pack_number(out, found != NULL ? count_leaving(core, found) : 0);

	if (found == NULL) {
		return done;
	}
	conn = leaving_from(core, found, core->leaving.next);
	for (; conn != NULL && done; conn = leaving_from(core, found, conn->all.next)) {
		done = sp_pack_number(out, (uint64_t) conn->member.id);
	}
	for (uint32_t i = 0; i < sp_topic_count(found) && done; i++) {
		done = sp_pack_number(out, (uint64_t) sp_topic_member(found, i)->id);
	}
	return done;
}

void php_seatpush_list_own_subscribers(
	const struct php_seatpush_server *server, zend_string *topic, zval *return_value)
{
	const struct sp_topic *found =
		sp_topics_find(&server->net->core.topics, php_seatpush_span(topic));

	array_init_size(return_value, found != NULL ? sp_topic_count(found) : 0);
	for (uint32_t i = 0; found != NULL && i < sp_topic_count(found); i++) {
		add_next_index_long(return_value, sp_topic_member(found, i)->id);
	}
}

zend_long php_seatpush_own_subscriber_count(
	const struct php_seatpush_server *server, zend_string *topic)
{
	const struct sp_topic *found =
		sp_topics_find(&server->net->core.topics, php_seatpush_span(topic));

	return found != NULL ? sp_topic_count(found) : 0;
}

static bool pack_own(const struct sp_core *core, enum php_seatpush_asking what,
	struct sp_span topic, struct sp_buf *answers)
{
	size_t at;
	bool done;

	if (!sp_pack_begin(answers, &at)) {
		return false;
	}
	if (what == SEATPUSH_ASK_SUBSCRIBERS) {
		done = php_seatpush_subscribers_pack(core, topic, answers);
	} else {
		done = php_seatpush_topic_stats_pack(core, topic, answers);
	}
	sp_pack_end(answers, at);
	return done;
}

/* This worker's answer, and those of all others. It is made before others are asked, so that all
 * speak of the same moment in the journal. False: an exception was thrown, and there are none. */
static bool ask_everybody(struct php_seatpush_server *server, enum php_seatpush_asking what,
	struct sp_span topic, const char *method, struct sp_buf *answers)
{
	struct sp_buf others = {0};
	bool done;

	*answers = (struct sp_buf){0};
	done = pack_own(&server->net->core, what, topic, answers);
	if (done && !php_seatpush_ask_all(server, what, topic, method, &others)) {
		sp_buf_fini(answers);
		return false;
	}
	done = done && sp_buf_append(answers, others.data, others.len);
	sp_buf_fini(&others);
	if (!done) {
		php_seatpush_throw_text("%s: out of memory", method);
		sp_buf_fini(answers);
	}
	return done;
}

/* How many, of all answers together, are on their way. */
static uint64_t all_leaving(struct sp_span answers)
{
	struct sp_unpack from = {answers, false};
	uint64_t leaving = 0;

	while (from.rest.len > 0 && !from.is_bad) {
		struct sp_unpack one = {sp_unpack_text(&from), false};

		leaving += sp_unpack_number(&one);
	}
	return leaving;
}

/* seen: those that are in the list, if it matters; or NULL. */
static void list_answer(struct sp_span answer, HashTable *seen, zval *return_value)
{
	struct sp_unpack from = {answer, false};
	zval id;

	sp_unpack_number(&from); /* how many are on their way */
	while (from.rest.len > 0 && !from.is_bad) {
		ZVAL_LONG(&id, (zend_long) sp_unpack_number(&from));
		if (!from.is_bad &&
			(seen == NULL || zend_hash_index_add(seen, (zend_ulong) Z_LVAL(id), &id) != NULL)) {
			add_next_index_zval(return_value, &id);
		}
	}
}

static void list_answers(struct sp_span answers, zval *return_value)
{
	struct sp_unpack from = {answers, false};
	bool once = all_leaving(answers) > 0;
	HashTable seen;

	array_init(return_value);
	zend_hash_init(&seen, 0, NULL, NULL, 0);
	while (from.rest.len > 0 && !from.is_bad) {
		list_answer(sp_unpack_text(&from), once ? &seen : NULL, return_value);
	}
	zend_hash_destroy(&seen);
}

void php_seatpush_list_subscribers(
	struct php_seatpush_server *server, zend_string *topic, const char *method, zval *return_value)
{
	struct sp_buf answers;

	if (!sp_relay_reaches(&server->net->core)) {
		php_seatpush_list_own_subscribers(server, topic, return_value);
		return;
	}
	if (ask_everybody(
			server, SEATPUSH_ASK_SUBSCRIBERS, php_seatpush_span(topic), method, &answers)) {
		list_answers(bytes_of(&answers), return_value);
		sp_buf_fini(&answers);
	}
}

zend_long php_seatpush_nearby_count(const struct php_seatpush_server *server, zend_string *topic)
{
	return sp_relay_members(&server->net->core, php_seatpush_span(topic));
}

zend_long php_seatpush_subscriber_count(
	const struct php_seatpush_server *server, zend_string *topic)
{
	return php_seatpush_own_subscriber_count(server, topic) +
		   php_seatpush_nearby_count(server, topic);
}

/* --- what a topic has cost --- */

enum topic_stat {
	SUBSCRIBERS,
	PEAK,
	PUBLISHED,
	QUEUED,
	BYTES,
	COALESCED,
	CONFLATED,
	DROPPED,
	STATS
};

/* False: there is no such topic. */
static bool know(const struct sp_core *core, struct sp_span name, uint64_t stats[STATS])
{
	struct sp_topic *topic = sp_topics_find(&core->topics, name);
	const struct sp_topic_counters *counters;

	if (topic == NULL) {
		return false;
	}
	counters = sp_topic_counters(topic);
	stats[SUBSCRIBERS] = sp_topic_count(topic);
	stats[PEAK] = counters->peak;
	stats[PUBLISHED] = counters->published;
	stats[QUEUED] = counters->queued;
	stats[BYTES] = counters->bytes;
	stats[COALESCED] = counters->coalesced;
	stats[CONFLATED] = counters->conflated;
	stats[DROPPED] = counters->dropped;
	return true;
}

bool php_seatpush_topic_stats_pack(
	const struct sp_core *core, struct sp_span topic, struct sp_buf *out)
{
	uint64_t stats[STATS];
	bool done = true;

	if (!know(core, topic, stats)) {
		return true;
	}
	for (size_t i = 0; i < STATS && done; i++) {
		done = sp_pack_number(out, stats[i]);
	}
	return done;
}

/* A message is published in each worker, but it is one. False: none has such a topic. */
static bool add_stats(struct sp_span answers, uint64_t all[STATS])
{
	struct sp_unpack from = {answers, false};
	bool any = false;

	while (from.rest.len > 0 && !from.is_bad) {
		struct sp_unpack one = {sp_unpack_text(&from), false};

		any = any || one.rest.len > 0;
		for (size_t i = 0; i < STATS && one.rest.len > 0; i++) {
			uint64_t stat = sp_unpack_number(&one);

			all[i] = i != PUBLISHED ? all[i] + stat : stat > all[i] ? stat : all[i];
		}
	}
	return any;
}

void php_seatpush_topic_stats(
	struct php_seatpush_server *server, zend_string *topic, zval *return_value)
{
	static const char *const names[STATS] = {"subscriber_count", "peak_subscriber_count",
		"publish_count", "push_count", "push_bytes", "coalesced_count", "conflated_count",
		"dropped_count"};
	uint64_t all[STATS] = {0};
	struct sp_buf answers;
	bool any;

	if (!ask_everybody(
			server, SEATPUSH_ASK_TOPIC_STATS, php_seatpush_span(topic), "topicStats()", &answers)) {
		return;
	}
	any = add_stats(bytes_of(&answers), all);
	sp_buf_fini(&answers);
	if (!any) {
		RETURN_NULL();
	}
	array_init(return_value);
	for (size_t i = 0; i < STATS; i++) {
		add_assoc_long(return_value, names[i], (zend_long) all[i]);
	}
}
